// SPDX-License-Identifier: MIT
#include "app/editor/chapterdelegate.h"

#include "app/editor/chapterscommands.h"
#include "app/widgets/issuemarks.h"

namespace app {

using models::ChapterTableModel;

ChapterDelegate::ChapterDelegate(const ChaptersCommands& commands, QObject* parent)
    : FoundDelegate(parent)
    , m_commands(commands) {}

void ChapterDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(ChapterTableModel::ImpliedRole).toBool())
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    if (index.column() == ChapterTableModel::StartColumn) {
        if (index.data(ChapterTableModel::HeardRole).toBool())
            option->text.prepend(QStringLiteral("\u25B6 "));
        if (index.data(ChapterTableModel::OutOfOrderRole).toBool())
            signAs(*option, catalog::Severity::Warning);
        return;
    }
    if (index.column() == ChapterTableModel::TitleColumn)
        signIssues(*option, m_commands.issuesAt(index.row()));
}

catalog::FoundTerms ChapterDelegate::termsAt(const QModelIndex& index) const {
    // The file writes times in seconds: what is searched for never stands in them.
    const bool isText = index.column() == ChapterTableModel::TitleColumn ||
                        index.column() == ChapterTableModel::UrlColumn ||
                        index.column() == ChapterTableModel::ImageColumn;
    return isText ? marks().termsFor("podcast_chapters") : catalog::FoundTerms();
}

bool ChapterDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto issues = m_commands.issuesAt(index.row());
    if (issues.empty() || index.column() != ChapterTableModel::TitleColumn)
        return FoundDelegate::helpEvent(event, view, option, index);
    showIssues(*event, *view, issues);
    return true;
}

} // namespace app
