// SPDX-License-Identifier: MIT
#include "app/editor/chapterdelegate.h"

#include "app/actions.h"
#include "app/editor/chapterscommands.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace app {

using models::ChapterTableModel;

ChapterDelegate::ChapterDelegate(const ChaptersCommands& commands, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_commands(commands) {}

void ChapterDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(ChapterTableModel::ImpliedRole).toBool())
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    const auto sign = [&](const char* name) {
        option->icon = themeIcon(name);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    };
    if (index.column() == ChapterTableModel::StartColumn) {
        if (index.data(ChapterTableModel::HeardRole).toBool())
            option->text.prepend(QStringLiteral("\u25B6 "));
        if (index.data(ChapterTableModel::OutOfOrderRole).toBool())
            sign("dialog-warning");
        return;
    }
    if (index.column() != ChapterTableModel::TitleColumn)
        return;
    const auto issues = m_commands.issuesAt(index.row());
    if (!issues.empty() && issues.front()->severity != catalog::Severity::Information)
        sign(issues.front()->severity == catalog::Severity::Error ? "dialog-error" : "dialog-warning");
}

bool ChapterDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                const QStyleOptionViewItem& option, const QModelIndex& index) {
    QStringList words;
    for (const catalog::Issue* issue : m_commands.issuesAt(index.row()))
        if (!words.contains(issue->message.toHtmlEscaped()))
            words += issue->message.toHtmlEscaped();
    if (words.isEmpty() || index.column() != ChapterTableModel::TitleColumn)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), QLatin1String("<p>") + words.join(QLatin1String("</p><p>")), view);
    return true;
}

} // namespace app
