// SPDX-License-Identifier: MIT
#include "app/episodelist/showlistview.h"

#include "app/episodelist/savedsearches.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
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
            const int number = index.data(models::ShowListModel::CountRole).toInt();
            const QString count = number < 0 ? QStringLiteral("…") : QLocale().toString(number);
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
    setAccessibleName(tr("Shows, smart lists and saved searches"));
    setModel(&model);
    setItemDelegate(new CountDelegate(this));
    setMinimumWidth(150);
    setUniformItemSizes(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &ShowListView::take);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        const QSignalBlocker blocker(selectionModel()); // the same list as before stays chosen
        const int saved = m_query.isEmpty() ? -1 : m_model.rowOfSaved(m_query);
        if (saved < 0)
            m_query.clear();
        const int row = saved >= 0 ? saved : m_model.rowOf(m_kind, m_show);
        setCurrentIndex(m_model.index(row >= 0 ? row : m_model.rowOf(models::EpisodeFilter::Kind::All, {})));
    });
}

void ShowListView::take(const QModelIndex& current) {
    if (!current.isValid())
        return;
    const models::EpisodeFilter chosen = m_model.filterAt(current);
    m_kind = chosen.kind;
    m_show = chosen.show;
    const QString left = std::exchange(m_query, current.data(models::ShowListModel::QueryRole).toString());
    if (!m_query.isEmpty())
        emit searchChosen(m_query);
    else if (!left.isEmpty())
        emit searchLeft(left);
    emit filterChosen();
}

void ShowListView::leaveSavedSearch() {
    if (m_query.isEmpty())
        return;
    m_query.clear();
    const QSignalBlocker blocker(selectionModel());
    setCurrentIndex(m_model.index(m_model.rowOf(m_kind, m_show)));
    viewport()->update();
}

void ShowListView::setSavedSearches(SavedSearches& saved) {
    m_saved = &saved;
}

int ShowListView::savedAt(const QModelIndex& index) const {
    return m_saved && index.isValid() ? index.data(models::ShowListModel::SavedRole).toInt() : -1;
}

void ShowListView::renameSaved(int saved) {
    QInputDialog question(this);
    question.setObjectName(QStringLiteral("renameSearchDialog"));
    question.setWindowTitle(tr("Rename Search"));
    question.setLabelText(tr("&Name:"));
    question.setTextValue(m_model.saved()[static_cast<std::size_t>(saved)].name);
    if (question.exec() == QDialog::Accepted && !question.textValue().trimmed().isEmpty())
        m_saved->rename(saved, question.textValue().trimmed());
}

void ShowListView::removeSaved(int saved) {
    m_saved->remove(saved);
}

void ShowListView::keyPressEvent(QKeyEvent* event) {
    const int saved = savedAt(currentIndex());
    if (saved >= 0 && event->key() == Qt::Key_F2)
        return renameSaved(saved);
    if (saved >= 0 && event->key() == Qt::Key_Delete)
        return removeSaved(saved);
    QListView::keyPressEvent(event);
}

void ShowListView::contextMenuEvent(QContextMenuEvent* event) {
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const int saved = savedAt(isByMouse ? indexAt(event->pos()) : currentIndex());
    if (saved < 0)
        return QListView::contextMenuEvent(event);
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("savedSearchMenu"));
    menu.addAction(tr("&Rename…"), Qt::Key_F2, this, [this, saved] { renameSaved(saved); });
    menu.addAction(tr("R&emove"), Qt::Key_Delete, this, [this, saved] { removeSaved(saved); });
    menu.addSeparator();
    menu.addAction(tr("Move &Up"), this, [this, saved] { m_saved->move(saved, saved - 1); })
        ->setEnabled(saved > 0);
    menu.addAction(tr("Move &Down"), this, [this, saved] { m_saved->move(saved, saved + 1); })
        ->setEnabled(saved + 1 < static_cast<int>(m_model.saved().size()));
    menu.exec(event->globalPos());
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
    m_query.clear();
    if (const int row = m_model.rowOf(kind, show); row >= 0)
        setCurrentIndex(m_model.index(row));
}

} // namespace app
