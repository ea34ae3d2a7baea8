// SPDX-License-Identifier: MIT
#include "app/editor/linkdelegate.h"

#include "app/actions.h"
#include "app/editor/linkscommands.h"
#include "app/widgets/foundmarks.h"

#include <QAbstractItemView>
#include <QApplication>
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

void LinkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    using catalog::SearchMarks;
    const bool isAddress = index.column() == models::LinkTableModel::UrlColumn;
    const bool isText = index.column() != models::LinkTableModel::CheckColumn;
    const QStringList words =
        isText && !m_marks.isEmpty()
            ? m_marks.wordsFor(isAddress ? SearchMarks::linkAddressKey : SearchMarks::notesKey)
            : QStringList();
    if (words.isEmpty() || option.state.testFlag(QStyle::State_Selected))
        return;
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, item.widget) + 1;
    const QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget)
                           .adjusted(margin, 0, -margin, 0);
    paintFound(*painter, area, item.fontMetrics.elidedText(item.text, item.textElideMode, area.width()),
               words, item);
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
