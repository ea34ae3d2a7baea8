// SPDX-License-Identifier: MIT
#include "app/editor/linkdelegate.h"

#include "app/editor/linkscommands.h"
#include "app/widgets/issuemarks.h"

namespace app {

LinkDelegate::LinkDelegate(const LinksCommands& commands, QObject* parent)
    : FoundDelegate(parent)
    , m_commands(commands) {}

void LinkDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != models::LinkTableModel::TextColumn)
        return;
    signIssues(*option, m_commands.issuesAt(index.row()));
}

catalog::FoundTerms LinkDelegate::termsAt(const QModelIndex& index) const {
    using catalog::SearchMarks;
    if (index.column() == models::LinkTableModel::CheckColumn)
        return {};
    const bool isAddress = index.column() == models::LinkTableModel::UrlColumn;
    return marks().termsFor(isAddress ? SearchMarks::linkAddressKey : SearchMarks::notesKey);
}

bool LinkDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index) {
    const auto issues = m_commands.issuesAt(index.row());
    if (issues.empty() || index.column() == models::LinkTableModel::CheckColumn)
        return FoundDelegate::helpEvent(event, view, option, index);
    showIssues(*event, *view, issues);
    return true;
}

} // namespace app
