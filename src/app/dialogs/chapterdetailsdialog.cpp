// SPDX-License-Identifier: MIT
#include "app/dialogs/chapterdetailsdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <utility>

namespace app {

namespace {

enum Waypoints { NotStated, Route, NoRoute };

bool isVersion(const QString& text) {
    static const QRegularExpression version(QStringLiteral(R"(\A\d+\.\d+(\.\d+)?\z)"));
    return version.match(text).hasMatch();
}

} // namespace

ChapterDetailsDialog::ChapterDetailsDialog(catalog::ChapterDetails details, const QStringList& odd,
                                           QWidget* parent)
    : QDialog(parent)
    , m_before(std::move(details))
    , m_version(new QComboBox)
    , m_author(new QLineEdit(m_before.author))
    , m_title(new QLineEdit(m_before.title))
    , m_podcastName(new QLineEdit(m_before.podcastName))
    , m_description(new QPlainTextEdit(m_before.description))
    , m_fileName(new QLineEdit(m_before.fileName))
    , m_waypoints(new QComboBox)
    , m_words(new QLabel) {
    setObjectName(QStringLiteral("chapterDetailsDialog"));
    setWindowTitle(tr("Details of the Chapters"));
    m_words->setObjectName(QStringLiteral("chapterDetailsWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(QStringLiteral("chapterDetailsOkButton"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("chapterDetailsCancelButton"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(buildForm());
    layout->addWidget(m_words);
    layout->addWidget(buttons);
    lockOdd(odd);
    refresh();
}

QFormLayout* ChapterDetailsDialog::buildForm() {
    constexpr int characters = 44, lines = 4;
    m_version->setEditable(true);
    m_version->addItems({QStringLiteral("1.2.0"), QStringLiteral("1.1.0")});
    m_version->setCurrentText(m_before.version);
    m_waypoints->addItems({tr("Not stated"), tr("One route, in the order of the chapters"), tr("No route")});
    m_waypoints->setCurrentIndex(!m_before.waypoints ? NotStated : *m_before.waypoints ? Route : NoRoute);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(fontMetrics().lineSpacing() * lines);
    m_title->setMinimumWidth(fontMetrics().averageCharWidth() * characters);
    auto* form = new QFormLayout;
    const auto add = [form](QWidget* control, const char* key, const QString& label) {
        control->setObjectName(QStringLiteral("chapters_%1").arg(QLatin1String(key)));
        control->setAccessibleName(QString(label).remove(QLatin1Char('&')));
        form->addRow(label, control);
    };
    add(m_title, "title", tr("&Title"));
    add(m_podcastName, "podcastName", tr("&Podcast"));
    add(m_author, "author", tr("&Author"));
    add(m_description, "description", tr("&Description"));
    add(m_fileName, "fileName", tr("&File name"));
    add(m_waypoints, "waypoints", tr("&Locations"));
    add(m_version, "version", tr("&Version"));
    connect(m_version, &QComboBox::currentTextChanged, this, &ChapterDetailsDialog::refresh);
    return form;
}

/// What is no text, or no truth value, is a matter of All Fields.
void ChapterDetailsDialog::lockOdd(const QStringList& odd) {
    for (const QString& key : odd)
        if (auto* control = findChild<QWidget*>(QStringLiteral("chapters_") + key)) {
            control->setEnabled(false);
            control->setToolTip(tr("It holds something that cannot be edited here; see All Fields."));
        }
}

/// A version that was always so is left alone.
void ChapterDetailsDialog::refresh() {
    const QString version = m_version->currentText().trimmed();
    const bool isFine = version == m_before.version || isVersion(version);
    m_ok->setEnabled(isFine);
    m_words->setText(isFine ? QString() : tr("A version is written 1.2.0."));
    m_words->setVisible(!isFine);
}

/// What nobody touched is as it was, also where a control cannot show all of it.
catalog::ChapterDetails ChapterDetailsDialog::details() const {
    catalog::ChapterDetails details = m_before;
    const auto take = [](const QLineEdit* edit, QString& text) {
        if (edit->isModified())
            text = edit->text();
    };
    if (m_version->currentText() != m_before.version)
        details.version = m_version->currentText().trimmed();
    take(m_author, details.author);
    take(m_title, details.title);
    take(m_podcastName, details.podcastName);
    take(m_fileName, details.fileName);
    if (m_description->document()->isModified())
        details.description = m_description->toPlainText();
    details.waypoints = m_waypoints->currentIndex() == NotStated
                            ? std::nullopt
                            : std::optional(m_waypoints->currentIndex() == Route);
    return details;
}

} // namespace app
