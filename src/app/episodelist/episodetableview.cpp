// SPDX-License-Identifier: MIT
#include "app/episodelist/episodetableview.h"

#include "app/episodelist/episodedelegate.h"
#include "app/settings.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

namespace app {

using models::EpisodeTableModel;

EpisodeTableView::EpisodeTableView(EpisodeTableModel& model, Settings& settings, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_settings(settings) {
    setObjectName(QStringLiteral("episodeTable"));
    setAccessibleName(tr("Episodes"));
    setModel(&model);
    setItemDelegate(new EpisodeDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragDropMode(QAbstractItemView::DropOnly);
    setDragDropOverwriteMode(true); // links land on an episode, not between two
    setDropIndicatorShown(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setStretchLastSection(false);
    setSortingEnabled(true);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        QMenu menu;
        addColumnActions(&menu);
        menu.exec(horizontalHeader()->mapToGlobal(position));
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!current.isValid())
                    return;
                m_current = m_model.episodeAt(current.row());
                emit currentEpisodeChanged(m_current);
            });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EpisodeTableView::selectedEpisodesChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        keepCurrent();
        emit selectedEpisodesChanged();
    });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this] { m_hasOwnWidths = m_hasOwnWidths || (!m_isAdjusting && isVisible()); });
    setDefaultWidths();
}

void EpisodeTableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    stretchTitle();
}

/// Until the user chooses widths, the title takes what the other columns leave.
void EpisodeTableView::stretchTitle() {
    const auto title = static_cast<int>(m_model.columns().indexOf(QStringLiteral("title")));
    if (m_hasOwnWidths || title < 0)
        return;
    const int others = horizontalHeader()->length() - columnWidth(title);
    const QScopedValueRollback adjusting(m_isAdjusting, true);
    setColumnWidth(title, std::max(viewport()->width() - others, fontMetrics().averageCharWidth() * 30));
}

catalog::EpisodeId EpisodeTableView::currentEpisode() const {
    return m_current;
}

std::vector<catalog::EpisodeId> EpisodeTableView::selectedEpisodes() const {
    std::vector<catalog::EpisodeId> ids;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        ids.push_back(m_model.episodeAt(index.row()));
    if (ids.empty() && m_current.isValid())
        ids.push_back(m_current);
    return ids;
}

/// After filtering, the episode being edited stays selected where it is still shown; the editor keeps it
/// anyway.
void EpisodeTableView::keepCurrent() {
    if (const int row = m_model.rowOf(m_current); row >= 0) {
        const QSignalBlocker blocker(selectionModel());
        selectionModel()->setCurrentIndex(m_model.index(row, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(m_model.index(row, 0));
    }
}

bool EpisodeTableView::selectEpisode(catalog::EpisodeId id) {
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    // Not setCurrentIndex(): it would keep other rows selected while Ctrl is held, as in Ctrl+Z.
    selectionModel()->setCurrentIndex(m_model.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_model.index(row, 0));
    return true;
}

void EpisodeTableView::selectNeighbour(int step) {
    const int row = std::clamp(m_model.rowOf(m_current) + step, 0, m_model.rowCount() - 1);
    if (m_model.rowCount() > 0)
        selectEpisode(m_model.episodeAt(row));
}

void EpisodeTableView::addColumnActions(QMenu* menu) {
    for (const QString& column : EpisodeTableModel::allColumns()) {
        const bool isNumber = column == QLatin1String("episode");
        QAction* action = menu->addAction(isNumber ? tr("Number") : EpisodeTableModel::columnLabel(column));
        action->setCheckable(true);
        action->setChecked(m_model.columns().contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { showColumn(column, shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Newest First")), &QAction::triggered, this,
            [this] { horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); });
    connect(menu->addAction(tr("Standard Columns")), &QAction::triggered, this, [this] {
        m_model.setColumns(EpisodeTableModel::standardColumns());
        setDefaultWidths();
    });
}

void EpisodeTableView::showColumn(const QString& column, bool shown) {
    QHash<QString, int> widths;
    for (int i = 0; i < m_model.columnCount(); ++i)
        widths.insert(m_model.columns()[i], columnWidth(i));
    QStringList columns = m_model.columns();
    columns.removeAll(column);
    if (shown)
        columns.append(column);
    m_model.setColumns(columns);
    for (int i = 0; i < m_model.columnCount(); ++i)
        setColumnWidth(i, widths.value(m_model.columns()[i], 120));
    saveLayout();
}

void EpisodeTableView::setDefaultWidths() {
    const QScopedValueRollback adjusting(m_isAdjusting, true);
    m_hasOwnWidths = false;
    const int character = fontMetrics().averageCharWidth();
    const QHash<QString, int> widths{
        {QStringLiteral("episode"), 8},        {QStringLiteral("title"), 56},
        {QStringLiteral("date"), 15},          {QStringLiteral("podcast_duration"), 12},
        {QStringLiteral("guests"), 22},        {EpisodeTableModel::problemsColumn, 12},
        {EpisodeTableModel::changedColumn, 10}};
    for (int i = 0; i < m_model.columnCount(); ++i)
        setColumnWidth(i, widths.value(m_model.columns()[i], 20) * character + 12);
    stretchTitle();
}

void EpisodeTableView::saveLayout() {
    m_settings.setCatalogValue(QStringLiteral("table/columns"), m_model.columns());
    m_settings.setCatalogValue(QStringLiteral("table/header"), horizontalHeader()->saveState());
    m_settings.setCatalogValue(QStringLiteral("table/ownWidths"), m_hasOwnWidths);
}

void EpisodeTableView::restoreLayout() {
    const QStringList columns = m_settings.catalogValue(QStringLiteral("table/columns")).toStringList();
    m_model.setColumns(columns.isEmpty() ? EpisodeTableModel::standardColumns() : columns);
    const QByteArray state = m_settings.catalogValue(QStringLiteral("table/header")).toByteArray();
    const QScopedValueRollback adjusting(m_isAdjusting, true);
    if (state.isEmpty() || !horizontalHeader()->restoreState(state)) {
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        setDefaultWidths();
    } else {
        m_hasOwnWidths = m_settings.catalogValue(QStringLiteral("table/ownWidths"), false).toBool();
    }
    stretchTitle();
}

} // namespace app
