// SPDX-License-Identifier: MIT
#include "app/episodelist/episodedelegate.h"

#include "app/widgets/foundmarks.h"
#include "app/widgets/textcolors.h"
#include "catalog/issue.h"
#include "models/episodetablemodel.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace app {

namespace {

using models::EpisodeTableModel;

constexpr int margin = 6;
constexpr int signSize = 8;

QString columnOf(const QModelIndex& index) {
    const auto* model = qobject_cast<const EpisodeTableModel*>(index.model());
    return model ? model->columns().value(index.column()) : QString();
}

/// A triangle for problems, so that the colour is not the only sign.
void paintProblemSign(QPainter* painter, const QRect& area, const QColor& color) {
    const QPointF top(area.left() + signSize / 2.0, area.center().y() - signSize / 2.0);
    QPainterPath triangle(top);
    triangle.lineTo(area.left() + signSize, area.center().y() + signSize / 2.0);
    triangle.lineTo(area.left(), area.center().y() + signSize / 2.0);
    triangle.closeSubpath();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(triangle, color);
}

} // namespace

QSize EpisodeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {option.fontMetrics.horizontalAdvance(index.data().toString().left(60)) + 2 * margin,
            option.fontMetrics.height() + margin};
}

void EpisodeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    // Only the background: the style would ask the model for icons, check boxes and fonts that no cell has.
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->save();

    const QString column = columnOf(index);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isRefused = index.data(EpisodeTableModel::RefusedRole).toBool();
    QRect area = option.rect.adjusted(margin, 0, -margin, 0);
    const QColor textColor =
        option.palette.color(option.palette.currentColorGroup(), isSelected  ? QPalette::HighlightedText
                                                                 : isRefused ? QPalette::PlaceholderText
                                                                             : QPalette::Text);
    QString text = index.data().toString();
    if (column == EpisodeTableModel::problemsColumn) {
        const int severity = index.data(EpisodeTableModel::SeverityRole).toInt();
        if (severity >= 0)
            paintProblemSign(painter, area,
                             isSelected
                                 ? textColor
                                 : severityColor(static_cast<catalog::Severity>(severity), option.palette));
    } else if (column == EpisodeTableModel::changedColumn) {
        if (index.data(EpisodeTableModel::ChangedRole).toBool()) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(isSelected ? textColor : option.palette.color(QPalette::Link));
            painter->drawEllipse(QRectF(area.center().x() - 4.0, area.center().y() - 4.0, 8, 8));
        }
        text.clear();
    }
    if (isRefused && column == QLatin1String("title"))
        text = tr("Cannot be opened: %1").arg(text);
    if (!text.isEmpty()) {
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        const LaidOutTexts::Line& line = m_texts.line(text, option, alignment, area.width());
        if (!isSelected)
            paintFound(*painter, area, line.shown,
                       index.data(EpisodeTableModel::MatchRole).value<catalog::FoundTerms>(), option,
                       alignment);
        painter->setPen(textColor);
        const qreal top = area.top() + (area.height() - line.layout.lineAt(0).height()) / 2;
        line.layout.draw(painter, QPointF(area.left(), std::floor(top)));
    }
    painter->restore();
}

} // namespace app
