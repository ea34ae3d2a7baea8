// SPDX-License-Identifier: MIT
#include "app/dialogs/gotodialog.h"

#include "catalog/search/searchfold.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr int listLimit = 200; ///< nobody scrolls further: another letter is quicker

QString initialsOf(const QString& slug) {
    QString initials;
    for (const QString& word : slug.split(QLatin1Char('-'), Qt::SkipEmptyParts))
        initials += word.front();
    return initials;
}

} // namespace

GoToDialog::GoToDialog(const catalog::Catalog& catalog, QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_words(new QLineEdit)
    , m_list(new QListWidget) {
    setObjectName(QStringLiteral("goToDialog"));
    setWindowTitle(tr("Go to Episode"));
    resize(520, 420);
    m_words->setObjectName(QStringLiteral("goToEdit"));
    m_words->setAccessibleName(tr("Show, number or title"));
    m_words->setPlaceholderText(tr("Show, number or title, such as: coder 605"));
    m_words->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("goToList"));
    m_list->setAccessibleName(tr("Matching episodes"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    connect(m_words, &QLineEdit::textChanged, this, &GoToDialog::refresh);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
}

void GoToDialog::refresh() {
    m_list->clear();
    const auto words = catalog::foldedWords(m_words->text());
    const QString lastWord = m_words->text().section(QLatin1Char(' '), -1, -1, QString::SectionSkipEmpty);
    const QString firstWord = m_words->text().section(QLatin1Char(' '), 0, 0, QString::SectionSkipEmpty);
    int exactOfShow = 0; ///< what is wanted most stands first: the number of the show meant
    for (int i = 0; i < m_catalog.size() && m_list->count() < listLimit; ++i) {
        if (m_catalog.episode({i}).isGone())
            continue;
        const catalog::Summary& summary = m_catalog.episode({i}).summary();
        const QString line = QStringLiteral("%1 %2 · %3").arg(summary.show, summary.number, summary.title);
        // "cr 605" is Coder Radio's.
        const QString initials = initialsOf(summary.show);
        if (!catalog::holdsAll(catalog::foldForSearch((line + QLatin1Char(' ') + initials).toStdString()),
                               words))
            continue;
        auto* item = new QListWidgetItem(line);
        item->setData(Qt::UserRole, i);
        const bool isExact =
            !lastWord.isEmpty() && summary.number.compare(lastWord, Qt::CaseInsensitive) == 0;
        const bool isShow = initials.compare(firstWord, Qt::CaseInsensitive) == 0;
        const int exact = isExact ? (isShow ? 0 : exactOfShow) : m_list->count();
        exactOfShow += isExact && isShow ? 1 : 0;
        m_list->insertItem(exact, item);
    }
    m_list->setCurrentRow(0);
}

catalog::EpisodeId GoToDialog::chosen() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item ? catalog::EpisodeId{item->data(Qt::UserRole).toInt()} : catalog::EpisodeId{};
}

/// Up and down move in the list while the words keep the focus.
bool GoToDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace app
