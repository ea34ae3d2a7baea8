// SPDX-License-Identifier: MIT
#include "app/widgets/foundmarks.h"

#include "catalog/search/searchmarks.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace app {

void paintFound(QPainter& painter, const QRect& area, const QString& text, const catalog::FoundTerms& terms,
                const QStyleOptionViewItem& option, Qt::Alignment alignment) {
    const auto places = catalog::foundPlaces(text, terms);
    if (places.empty())
        return;
    QColor color = option.palette.color(QPalette::Highlight);
    color.setAlphaF(0.28F);
    const QFontMetrics& metrics = option.fontMetrics;
    const int lineHeight = metrics.height();
    const int textLeft =
        alignment.testFlag(Qt::AlignRight) ? area.right() + 1 - metrics.horizontalAdvance(text) : area.left();
    for (const catalog::FoundPlace& place : places) {
        const int left = textLeft + metrics.horizontalAdvance(text.left(place.position));
        const int width = metrics.horizontalAdvance(text.mid(place.position, place.length));
        painter.fillRect(QRect(left, area.center().y() - lineHeight / 2, width, lineHeight) & area, color);
    }
}

} // namespace app
