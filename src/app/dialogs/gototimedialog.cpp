// SPDX-License-Identifier: MIT
#include "app/dialogs/gototimedialog.h"

#include "app/widgets/seekbar.h"
#include "catalog/chaptertime.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace app {

TypedPlace typedPlace(const QString& text, qint64 position, qint64 duration) {
    const auto tr = [](const char* words) { return QCoreApplication::translate("GoToTimeDialog", words); };
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return {0, tr("No time is typed yet.")};
    const auto amount = catalog::parseChapterAmount(typed);
    if (!amount)
        return {0, tr("This is no time. 1:02:03, 62:03 and 90 are, and +30 or -1:00 from here.")};
    const qint64 last = duration > 0 ? duration : std::numeric_limits<qint64>::max();
    if (!typed.front().isDigit())
        return {std::clamp<qint64>(position + *amount, 0, last), {}};
    if (*amount > last)
        return {0, tr("The sound ends at %1.").arg(timeText(duration))};
    return {*amount, {}};
}

GoToTimeDialog::GoToTimeDialog(qint64 position, qint64 duration, QWidget* parent)
    : QDialog(parent)
    , m_position(position)
    , m_duration(duration)
    , m_time(new QLineEdit)
    , m_problem(new QLabel) {
    setObjectName(QStringLiteral("goToTimeDialog"));
    setWindowTitle(tr("Go to Time"));
    m_time->setObjectName(QStringLiteral("timeEdit"));
    m_time->setAccessibleName(tr("Time"));
    m_time->setText(timeText(position));
    m_time->selectAll();
    auto* label = new QLabel(tr("&Time, as 1:02:03, 62:03 or 90 seconds; +30 or -1:00 from here:"));
    label->setBuddy(m_time);
    m_problem->setObjectName(QStringLiteral("problemLabel"));
    m_problem->setAccessibleName(tr("What is wrong"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(m_problem->fontMetrics().lineSpacing() * 2);
    m_problem->setAlignment(Qt::AlignTop);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* go = buttons->addButton(tr("&Go"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("goButton"));
    auto* layout = new QVBoxLayout(this);
    for (QWidget* widget : std::initializer_list<QWidget*>{label, m_time, m_problem, buttons})
        layout->addWidget(widget);
    go->setDefault(true); // in the dialog by now: else Enter would mean the first of its buttons
    connect(m_time, &QLineEdit::textEdited, m_problem, &QLabel::clear);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToTimeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void GoToTimeDialog::accept() {
    const TypedPlace place = typedPlace(m_time->text(), m_position, m_duration);
    m_problem->setText(place.problem);
    if (!place.problem.isEmpty())
        return m_time->selectAll();
    m_target = place.time;
    QDialog::accept();
}

} // namespace app
