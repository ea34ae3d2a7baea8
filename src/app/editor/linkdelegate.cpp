// SPDX-License-Identifier: MIT
#include "app/editor/linkdelegate.h"

#include "app/actions.h"
#include "app/editor/linkscommands.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace app {

LinkDelegate::LinkDelegate(const LinksCommands& commands, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_commands(commands) {}

void LinkDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != models::LinkTableModel::TextColumn)
        return;
    const auto issues = m_commands.issuesAt(index.row());
    if (issues.empty() || issues.front()->severity == catalog::Severity::Information)
        return;
    const bool isError = issues.front()->severity == catalog::Severity::Error;
    option->icon = themeIcon(isError ? "dialog-error" : "dialog-warning");
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
}

bool LinkDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index) {
    QStringList words;
    for (const catalog::Issue* issue : m_commands.issuesAt(index.row()))
        if (!words.contains(issue->message.toHtmlEscaped()))
            words += issue->message.toHtmlEscaped();
    if (words.isEmpty() || index.column() == models::LinkTableModel::CheckColumn)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), QLatin1String("<p>") + words.join(QLatin1String("</p><p>")), view);
    return true;
}

} // namespace app
