// SPDX-License-Identifier: MIT
#include "app/episodelist/showlistview.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace app {

namespace {

constexpr int margin = 6;

/// Paints a label on the left and its count on the right; headings small and muted.
class CountDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool isHeading = index.data(models::ShowListModel::IsHeadingRole).toBool();
        return {120, option.fontMetrics.height() + (isHeading ? 3 * margin : margin)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& item, const QModelIndex& index) const override {
        QStyleOptionViewItem option = item;
        initStyleOption(&option, index);
        const bool isHeading = index.data(models::ShowListModel::IsHeadingRole).toBool();
        const QString label = std::exchange(option.text, QString());
        QStyle* style = option.widget ? option.widget->style() : QApplication::style();
        painter->save();
        if (!isHeading)
            style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const auto group = isHeading ? QPalette::Normal : option.palette.currentColorGroup();
        QFont font = option.font;
        font.setBold(isHeading);
        painter->setFont(font);
        painter->setPen(option.palette.color(group, isSelected && !isHeading ? QPalette::HighlightedText
                                                    : isHeading              ? QPalette::PlaceholderText
                                                                             : QPalette::Text));
        QRect area =
            option.rect.adjusted(isHeading ? margin : 2 * margin, isHeading ? margin : 0, -margin, 0);
        if (!isHeading) {
            const QString count = QLocale().toString(index.data(models::ShowListModel::CountRole).toInt());
            painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, count);
            area.setRight(area.right() - option.fontMetrics.horizontalAdvance(count) - margin);
        }
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(label, Qt::ElideRight, area.width()));
        painter->restore();
    }
};

} // namespace

ShowListView::ShowListView(models::ShowListModel& model, QWidget* parent)
    : QListView(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("showList"));
    setAccessibleName(tr("Shows and smart lists"));
    setModel(&model);
    setItemDelegate(new CountDelegate(this));
    setMinimumWidth(150);
    setUniformItemSizes(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (!current.isValid())
            return;
        const models::EpisodeFilter chosen = m_model.filterAt(current);
        m_kind = chosen.kind;
        m_show = chosen.show;
        emit filterChosen();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        const QSignalBlocker blocker(selectionModel()); // the same list as before stays chosen
        const int row = m_model.rowOf(m_kind, m_show);
        setCurrentIndex(m_model.index(row >= 0 ? row : m_model.rowOf(models::EpisodeFilter::Kind::All, {})));
    });
}

models::EpisodeFilter ShowListView::filter() const {
    models::EpisodeFilter filter;
    filter.kind = m_kind;
    filter.show = m_show;
    return filter;
}

void ShowListView::choose(models::EpisodeFilter::Kind kind, const QString& show) {
    m_kind = kind;
    m_show = show;
    if (const int row = m_model.rowOf(kind, show); row >= 0)
        setCurrentIndex(m_model.index(row));
}

} // namespace app
