// SPDX-License-Identifier: MIT
#include "app/dialogs/helpdialog.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace app {

namespace {

const QString pageFolder = QStringLiteral(":/help/");
const QString firstPage = QStringLiteral("index.md");

QString readPage(const QString& name) {
    QFile file(pageFolder + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A page's first heading.
QString titleOf(const QString& page) {
    const QString first = page.section(QLatin1Char('\n'), 0, 0);
    return first.startsWith(QLatin1String("# ")) ? first.mid(2) : first;
}

} // namespace

HelpDialog::HelpDialog(QWidget* parent)
    : QDialog(parent)
    , m_pages(new QListWidget)
    , m_text(new QTextBrowser) {
    setObjectName(QStringLiteral("helpDialog"));
    setWindowTitle(tr("User Guide"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 620);
    m_pages->setObjectName(QStringLiteral("helpPages"));
    m_pages->setAccessibleName(tr("Pages of the user guide"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setOpenLinks(false);
    QStringList names = QDir(pageFolder).entryList({QStringLiteral("*.md")});
    if (names.removeOne(firstPage))
        names.prepend(firstPage);
    for (const QString& name : std::as_const(names)) {
        auto* item = new QListWidgetItem(titleOf(readPage(name)), m_pages);
        item->setData(Qt::UserRole, name);
    }
    auto* splitter = new QSplitter;
    splitter->addWidget(m_pages);
    splitter->addWidget(m_text);
    splitter->setSizes({200, 660});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter);
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            m_text->setMarkdown(readPage(item->data(Qt::UserRole).toString()));
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) { showPage(url.path()); });
}

void HelpDialog::showPage(const QString& name) {
    for (int row = 0; row < m_pages->count(); ++row)
        if (m_pages->item(row)->data(Qt::UserRole).toString() == name)
            m_pages->setCurrentRow(row);
}

void HelpDialog::showGuide(QWidget* window) {
    auto* dialog = new HelpDialog(window);
    dialog->showPage(firstPage);
    dialog->show();
}

void HelpDialog::showKeys(QWidget* window) {
    auto* dialog = new HelpDialog(window);
    dialog->showPage(QStringLiteral("keys.md"));
    dialog->show();
}

} // namespace app
