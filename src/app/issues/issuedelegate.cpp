// SPDX-License-Identifier: MIT
#include "app/issues/issuedelegate.h"

#include "app/widgets/textcolors.h"
#include "models/issuemodel.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace app {

namespace {

constexpr int signSize = 10; ///< pixels
constexpr int air = 4;       ///< pixels a row is higher than its text

/// A filled circle, a triangle, a ring: error, warning, information.
QPixmap signOf(catalog::Severity severity, const QPalette& palette, qreal ratio) {
    QPixmap picture(QSize(signSize, signSize) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = severityColor(severity, palette);
    const QRectF area(0.75, 0.75, signSize - 1.5, signSize - 1.5);
    QPainterPath shape;
    if (severity == catalog::Severity::Warning)
        shape.addPolygon(QPolygonF{{area.center().x(), area.top()}, area.bottomRight(), area.bottomLeft()});
    else
        shape.addEllipse(area);
    if (severity == catalog::Severity::Information)
        painter.strokePath(shape, QPen(color, 1.5));
    else
        painter.fillPath(shape, color);
    return picture;
}

} // namespace

QSize IssueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, air);
}

void IssueDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant severity = index.data(models::IssueModel::SeverityRole);
    const bool isGroup = index.model()->hasChildren(index);
    if (isGroup || index.column() != models::IssueModel::SeverityColumn || !severity.isValid())
        return;
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1.0;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {signSize, signSize};
    option->icon = QIcon(signOf(static_cast<catalog::Severity>(severity.toInt()), option->palette, ratio));
}

} // namespace app
