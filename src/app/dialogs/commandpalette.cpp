// SPDX-License-Identifier: MIT
#include "app/dialogs/commandpalette.h"

#include "app/widgets/listkeys.h"
#include "catalog/search/searchfold.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

enum Column { NameColumn, MenuColumn, KeysColumn, ColumnCount };

QString nameIn(const Command& command) {
    return command.action->text().remove(QLatin1Char('&'));
}

int wordDistance(std::string_view name, std::string_view word) {
    const std::size_t at = name.find(word);
    for (std::size_t next = at; next != std::string_view::npos; next = name.find(word, next + 1))
        if (next == 0 || name[next - 1] == ' ')
            return next == 0 ? 0 : 1;
    if (at != std::string_view::npos)
        return 4;
    auto left = name.begin();
    for (const char letter : word) {
        left = std::find(left, name.end(), letter);
        if (left == name.end())
            return -1;
        ++left;
    }
    return 16;
}

} // namespace

int commandDistance(const QString& name, const QString& typed) {
    const std::string folded = catalog::foldForSearch(name.toStdString());
    int distance = 0;
    for (const std::string& word : catalog::foldedWords(typed)) {
        const int one = wordDistance(folded, word);
        if (one < 0)
            return -1;
        distance += one;
    }
    return distance;
}

CommandPalette::CommandPalette(std::vector<Command> commands, QWidget* parent)
    : QDialog(parent)
    , m_commands(std::move(commands))
    , m_words(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_tip(new QLabel) {
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Command Palette"));
    resize(560, 420);
    build();
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::accept);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &CommandPalette::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, &CommandPalette::accept);
    refresh();
}

void CommandPalette::build() {
    m_words->setObjectName(QStringLiteral("commandEdit"));
    m_words->setAccessibleName(tr("Words of the command"));
    m_words->setPlaceholderText(tr("Words of the command"));
    m_words->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(MenuColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(KeysColumn, QHeaderView::ResizeToContents);
    m_tip->setObjectName(QStringLiteral("commandTip"));
    m_tip->setTextFormat(Qt::PlainText);
    m_tip->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_tip);
}

void CommandPalette::refresh() {
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < m_commands.size(); ++i)
        if (const int distance = commandDistance(nameIn(m_commands[i]), m_words->text()); distance >= 0)
            found.emplace_back(distance, i);
    std::sort(found.begin(), found.end());
    m_list->clear();
    for (const auto& [distance, i] : found) {
        const Command& command = m_commands[i];
        auto* item =
            new QTreeWidgetItem(m_list, {nameIn(command), command.menu,
                                         command.action->shortcut().toString(QKeySequence::NativeText)});
        item->setData(NameColumn, Qt::UserRole, static_cast<qulonglong>(i));
        const QColor quiet = palette().color(QPalette::PlaceholderText);
        item->setForeground(MenuColumn, quiet);
        if (command.action->isCheckable() && command.action->isChecked())
            item->setText(MenuColumn, tr("%1, on").arg(command.menu));
        if (!command.why.isEmpty()) {
            item->setForeground(NameColumn, quiet);
            item->setForeground(KeysColumn, quiet);
            item->setData(NameColumn, Qt::AccessibleTextRole, tr("%1, not now").arg(nameIn(command)));
        }
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    showCurrent();
}

const Command* CommandPalette::current() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? &m_commands[item->data(NameColumn, Qt::UserRole).toULongLong()] : nullptr;
}

void CommandPalette::showCurrent() {
    const Command* command = current();
    const QString tip = command ? command->action->statusTip() : QString();
    m_tip->setText(!command                  ? tr("No command is called so.")
                   : !command->why.isEmpty() ? tr("Not now: %1").arg(command->why)
                                             : tip);
}

/// What cannot be run now stays to be read about.
void CommandPalette::accept() {
    const Command* command = current();
    if (!command || !command->why.isEmpty())
        return;
    m_chosen = command->action;
    QDialog::accept();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    return giveToList(*m_list, *event) || QDialog::eventFilter(watched, event);
}

} // namespace app
