// SPDX-License-Identifier: MIT
#include "app/widgets/differencedelegate.h"

#include "app/widgets/textcolors.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace app {

namespace {

/// What a text has between the beginning and the end that it shares with another one, up to the ends of
/// words.
struct Middle {
    qsizetype begin = 0, end = 0;

    Middle(const QString& text, const QString& other) {
        const qsizetype shorter = std::min(text.size(), other.size());
        while (begin < shorter && text[begin] == other[begin])
            ++begin;
        qsizetype same = 0;
        while (same < shorter - begin && text[text.size() - 1 - same] == other[other.size() - 1 - same])
            ++same;
        end = text.size() - same;
        while (begin > 0 && text[begin - 1].isLetterOrNumber())
            --begin;
        while (end < text.size() && text[end].isLetterOrNumber())
            ++end;
    }
};

} // namespace

DifferenceDelegate::DifferenceDelegate(int beforeColumn, int afterColumn, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_before(beforeColumn)
    , m_after(afterColumn) {}

void DifferenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const bool isBefore = index.column() == m_before;
    const QString text = index.data().toString();
    const QString other = index.siblingAtColumn(isBefore ? m_after : m_before).data().toString();
    const Middle middle(text, other);
    const bool isMarked = (isBefore || index.column() == m_after) && !text.isEmpty() && !other.isEmpty() &&
                          middle.end > middle.begin && !option.state.testFlag(QStyle::State_Selected);
    if (!isMarked)
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, item.widget) + 1;
    const QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget)
                           .adjusted(margin, 0, -margin, 0);
    const QFontMetrics& metrics = item.fontMetrics;
    const int left = area.left() + metrics.horizontalAdvance(text.left(middle.begin));
    const int right = area.left() + metrics.horizontalAdvance(text.left(middle.end));
    const QRect mark(left, area.center().y() - metrics.height() / 2, right - left, metrics.height());
    painter->save();
    painter->fillRect(mark & area,
                      diffColor(isBefore ? DiffColor::RemovedWord : DiffColor::AddedWord, item.palette));
    painter->setPen(item.palette.color(item.palette.currentColorGroup(), QPalette::Text));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(text, Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace app
