// SPDX-License-Identifier: MIT
#include "app/episodelist/episodetableview.h"

#include "app/episodelist/celldelegate.h"
#include "app/settings.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace app {

using models::EpisodeTableModel;

EpisodeTableView::EpisodeTableView(const catalog::Catalog& catalog, EpisodeTableModel& model,
                                   Settings& settings, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_settings(settings) {
    setObjectName(QStringLiteral("episodeTable"));
    setAccessibleName(tr("Episodes"));
    setModel(&model);
    setItemDelegate(new CellDelegate(catalog, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragDropMode(QAbstractItemView::DropOnly);
    setDragDropOverwriteMode(true); // links land on an episode, not between two
    setDropIndicatorShown(true);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
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
        addColumnActions(&menu, horizontalHeader()->logicalIndexAt(position));
        menu.exec(horizontalHeader()->mapToGlobal(position));
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current, const QModelIndex& previous) {
                if (current.isValid())
                    m_currentColumn = m_model.columns().value(current.column());
                if (m_model.isHeading(current.row()) || m_model.isHeading(previous.row()))
                    viewport()->update(); // the cursor stands around all of a heading
            });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                const catalog::EpisodeId id = m_model.episodeAt(current.row());
                if (!id.isValid()) // a heading: the editor keeps what it shows
                    return;
                m_current = id;
                emit currentEpisodeChanged(m_current);
            });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_model.setEditing(state() == EditingState); // a reset ends it without a word
        keepCurrent();
        emit selectedEpisodesChanged();
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EpisodeTableView::selectedEpisodesChanged);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (QGuiApplication::keyboardModifiers() == Qt::NoModifier)
            toggleHeading(index.row());
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

std::vector<int> EpisodeTableView::selectedRows() const {
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        if (range.left() == 0) // whole rows: each once
            for (int row = range.top(); row <= range.bottom(); ++row)
                if (!m_model.isHeading(row))
                    rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    if (rows.empty() && m_model.rowOf(m_current) >= 0)
        rows.push_back(m_model.rowOf(m_current));
    return rows;
}

std::vector<catalog::EpisodeId> EpisodeTableView::selectedEpisodes() const {
    std::vector<catalog::EpisodeId> ids;
    for (const int row : selectedRows())
        ids.push_back(m_model.episodeAt(row));
    if (ids.empty() && m_current.isValid())
        ids.push_back(m_current);
    return ids;
}

/// After filtering, the episode being edited stays selected where it is still shown; the editor keeps it
/// anyway.
void EpisodeTableView::keepCurrent() {
    if (const int row = m_model.rowOf(m_current); row >= 0) {
        const QSignalBlocker blocker(selectionModel());
        selectionModel()->setCurrentIndex(m_model.index(row, currentColumn()),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(currentIndex());
    }
}

bool EpisodeTableView::selectEpisode(catalog::EpisodeId id) {
    m_model.unfoldTo(id);
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    // Not setCurrentIndex(): it would keep other rows selected while Ctrl is held, as in Ctrl+Z.
    selectionModel()->setCurrentIndex(m_model.index(row, currentColumn()),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(currentIndex());
    return true;
}

void EpisodeTableView::selectFirst() {
    if (!m_model.shownEpisodes().empty())
        selectEpisode(m_model.shownEpisodes().front());
}

void EpisodeTableView::selectNeighbour(int step) {
    int row = m_model.rowOf(m_current) + step;
    while (m_model.isHeading(row))
        row += step;
    row = std::clamp(row, 0, m_model.rowCount() - 1);
    if (m_model.rowCount() > 0)
        selectEpisode(m_model.episodeAt(row));
}

void EpisodeTableView::addColumnActions(QMenu* menu, int column) {
    addPlaceActions(menu, column < 0 ? currentColumn() : column);
    menu->addSeparator();
    for (const QString& each : EpisodeTableModel::allColumns()) {
        const bool isNumber = each == QLatin1String("episode");
        QAction* action = menu->addAction(isNumber ? tr("Number") : EpisodeTableModel::columnLabel(each));
        action->setCheckable(true);
        action->setChecked(m_model.columns().contains(each));
        connect(action, &QAction::toggled, this, [this, each](bool shown) { showColumn(each, shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Newest First")), &QAction::triggered, this,
            [this] { horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); });
    connect(menu->addAction(tr("Standard Columns")), &QAction::triggered, this, [this] {
        setColumns(EpisodeTableModel::standardColumns());
        setDefaultWidths();
        saveLayout();
    });
}

/// Dragging needs a mouse; these do not.
void EpisodeTableView::addPlaceActions(QMenu* menu, int column) {
    const QString key = m_model.columns().value(column);
    const QString label = EpisodeTableModel::columnLabel(key);
    const int place = horizontalHeader()->visualIndex(column);
    const auto add = [&](const char* name, const QString& text, bool can, auto act) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(can);
        connect(action, &QAction::triggered, this, act);
    };
    add("hideColumnAction", tr("&Hide %1").arg(label), m_model.columnCount() > 1,
        [this, key] { showColumn(key, false); });
    const auto moveTo = [this, place](int to) {
        horizontalHeader()->moveSection(place, to);
        saveLayout();
    };
    add("columnLeftAction", tr("Move %1 &Left").arg(label), place > 0, [=] { moveTo(place - 1); });
    add("columnRightAction", tr("Move %1 &Right").arg(label), place + 1 < m_model.columnCount(),
        [=] { moveTo(place + 1); });
}

/// Shows these columns from the left to the right, with the widths and the order of rows that they had.
void EpisodeTableView::setColumns(const QStringList& columns) {
    QHeaderView* header = horizontalHeader();
    QHash<QString, int> widths;
    for (int i = 0; i < m_model.columnCount(); ++i)
        widths.insert(m_model.columns()[i], columnWidth(i));
    const QString sorted = m_model.columns().value(header->sortIndicatorSection());
    const QScopedValueRollback adjusting(m_isAdjusting, true);
    m_model.setColumns(columns);
    for (int i = 0; i < m_model.columnCount(); ++i) {
        header->moveSection(header->visualIndex(i), i);
        setColumnWidth(i, widths.value(m_model.columns()[i], 120));
    }
    header->setSortIndicator(static_cast<int>(m_model.columns().indexOf(sorted)),
                             header->sortIndicatorOrder());
    stretchTitle();
}

void EpisodeTableView::showColumn(const QString& column, bool shown) {
    QStringList columns = shownColumns();
    columns.removeAll(column);
    if (shown)
        columns.append(column);
    setColumns(columns);
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
    m_settings.setCatalogValue(QStringLiteral("table/grouping"), static_cast<int>(m_model.grouping()));
    m_settings.setCatalogValue(QStringLiteral("table/folded"), m_model.foldedGroups());
}

void EpisodeTableView::restoreLayout() {
    const QStringList columns = m_settings.catalogValue(QStringLiteral("table/columns")).toStringList();
    setColumns(columns.isEmpty() ? EpisodeTableModel::standardColumns() : columns);
    const QByteArray state = m_settings.catalogValue(QStringLiteral("table/header")).toByteArray();
    {
        const QScopedValueRollback adjusting(m_isAdjusting, true);
        if (state.isEmpty() || !horizontalHeader()->restoreState(state)) {
            horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
            setDefaultWidths();
        } else {
            m_hasOwnWidths = m_settings.catalogValue(QStringLiteral("table/ownWidths"), false).toBool();
        }
    }
    stretchTitle();
    const int grouping = m_settings.catalogValue(QStringLiteral("table/grouping"), 0).toInt();
    m_model.setGrouping(static_cast<models::Grouping>(std::clamp(grouping, 0, 2)),
                        m_settings.catalogValue(QStringLiteral("table/folded")).toStringList());
}

void EpisodeTableView::setGrouping(models::Grouping grouping) {
    m_model.setGrouping(grouping);
    saveLayout();
}

} // namespace app
