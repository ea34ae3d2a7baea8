// SPDX-License-Identifier: MIT
#include "app/widgets/founddelegate.h"

#include "app/widgets/foundmarks.h"

#include <QApplication>
#include <QPainter>

namespace app {

void FoundDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    if (m_marks.isEmpty() || option.state.testFlag(QStyle::State_Selected))
        return;
    const catalog::FoundTerms terms = termsAt(index);
    if (terms.isEmpty())
        return;
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, item.widget) + 1;
    const QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget)
                           .adjusted(margin, 0, -margin, 0);
    paintFound(*painter, area, item.fontMetrics.elidedText(item.text, item.textElideMode, area.width()),
               terms, item, item.displayAlignment);
}

} // namespace app
