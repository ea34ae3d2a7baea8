// SPDX-License-Identifier: MIT
#include "app/dialogs/helpdialog.h"

#include "app/actions.h"
#include "app/dialogs/rulesguide.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace app {

namespace {

const QString pageFolder = QStringLiteral(":/help/");
const QString firstPage = QStringLiteral("index.md");
const QString rulesPage = QStringLiteral("rules.md"); ///< no file: made from the rules' tables

QString readPage(const QString& name) {
    QFile file(pageFolder + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QString keysPage = QStringLiteral("keys.md");

/// The keys that somebody chose, as a part of the page that lists them as they are at first.
QString ownKeys(const QWidget* window) {
    QString rows;
    for (const QAction* action : window->findChildren<QAction*>()) {
        if (!hasDefaultKeys(*action) || action->shortcut() == defaultKeysOf(*action))
            continue;
        const auto said = [](const QKeySequence& keys) {
            const QString text = keys.toString(QKeySequence::NativeText);
            return text.isEmpty() ? HelpDialog::tr("none") : text.toHtmlEscaped();
        };
        rows += QStringLiteral("| %1 | %2 | %3 |\n")
                    .arg(nameOf(*action), said(action->shortcut()), said(defaultKeysOf(*action)));
    }
    return rows.isEmpty() ? QString()
                          : QStringLiteral("\n## %1\n\n| %2 | %3 | %4 |\n|---|---|---|\n%5")
                                .arg(HelpDialog::tr("Keys that you chose"), HelpDialog::tr("Command"),
                                     HelpDialog::tr("Keys"), HelpDialog::tr("At first"), rows);
}

/// A page's first heading.
QString titleOf(const QString& name) {
    if (name == rulesPage)
        return rulesGuideTitle();
    const QString first = readPage(name).section(QLatin1Char('\n'), 0, 0);
    return first.startsWith(QLatin1String("# ")) ? first.mid(2) : first;
}

} // namespace

HelpDialog::HelpDialog(QWidget* parent)
    : QDialog(parent)
    , m_pages(new QListWidget)
    , m_text(new QTextBrowser)
    , m_words(new QLineEdit) {
    setObjectName(QStringLiteral("helpDialog"));
    setWindowTitle(tr("User Guide"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 620);
    build();
    fillPages();
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            load(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { showPage(url.path(), url.fragment()); });
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        QTextCursor cursor = m_text->textCursor(); // what is found stays while it still fits
        cursor.setPosition(cursor.selectionStart());
        m_text->setTextCursor(cursor);
        find(false);
    });
    connect(m_words, &QLineEdit::returnPressed, this, [this] { find(false); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_words, [this] {
        m_words->setFocus();
        m_words->selectAll();
    });
    connect(new QShortcut(QKeySequence::FindNext, this), &QShortcut::activated, this,
            [this] { find(false); });
    connect(new QShortcut(QKeySequence::FindPrevious, this), &QShortcut::activated, this,
            [this] { find(true); });
}

void HelpDialog::build() {
    m_pages->setObjectName(QStringLiteral("helpPages"));
    m_pages->setAccessibleName(tr("Pages of the user guide"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Text of the page"));
    m_text->setOpenLinks(false);
    m_words->setObjectName(QStringLiteral("helpFind"));
    m_words->setAccessibleName(tr("Find in this page"));
    m_words->setPlaceholderText(tr("Find in this page (Ctrl+F, F3)"));
    m_words->setClearButtonEnabled(true);
    auto* reading = new QWidget;
    auto* column = new QVBoxLayout(reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    column->addWidget(m_text);
    auto* splitter = new QSplitter;
    splitter->addWidget(m_pages);
    splitter->addWidget(reading);
    splitter->setSizes({200, 660});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter);
    m_pages->setFocus();
}

void HelpDialog::fillPages() {
    QStringList names = QDir(pageFolder).entryList({QStringLiteral("*.md")}) << rulesPage;
    names.sort();
    if (names.removeOne(firstPage))
        names.prepend(firstPage);
    for (const QString& name : std::as_const(names)) {
        auto* item = new QListWidgetItem(titleOf(name), m_pages);
        item->setData(Qt::UserRole, name);
    }
}

void HelpDialog::load(const QString& name) {
    if (name == rulesPage)
        m_text->setHtml(rulesGuide());
    else
        m_text->setMarkdown(readPage(name) + (name == keysPage ? ownKeys(parentWidget()) : QString()));
}

/// An empty name is the page that is shown.
void HelpDialog::showPage(const QString& name, const QString& anchor) {
    for (int row = 0; row < m_pages->count(); ++row)
        if (m_pages->item(row)->data(Qt::UserRole).toString() == name)
            m_pages->setCurrentRow(row);
    if (!anchor.isEmpty())
        m_text->scrollToAnchor(anchor);
}

/// Goes to the next place of the words, and on from the other end.
void HelpDialog::find(bool backward) {
    const QTextDocument::FindFlags flags =
        backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_words->text().isEmpty() || m_text->find(m_words->text(), flags))
        return;
    const QTextCursor before = m_text->textCursor();
    m_text->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
    if (!m_text->find(m_words->text(), flags))
        m_text->setTextCursor(before);
}

HelpDialog* HelpDialog::of(QWidget* window) {
    auto* dialog = window->findChild<HelpDialog*>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog)
        dialog = new HelpDialog(window);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

void HelpDialog::showGuide(QWidget* window) {
    of(window)->showPage(firstPage);
}

void HelpDialog::showKeys(QWidget* window) {
    of(window)->showPage(keysPage);
}

void HelpDialog::showRule(QWidget* window, const QString& rule) {
    of(window)->showPage(rulesPage, rule);
}

} // namespace app
