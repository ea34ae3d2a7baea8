// SPDX-License-Identifier: MIT
#pragma once

#include "models/episodetablemodel.h"

#include <QTableView>

#include <vector>

class QMenu;

namespace app {

class Settings;

/// The table of episodes: columns chosen in its header's menu; order, widths and sorting are remembered for
/// each catalogue.
class EpisodeTableView : public QTableView {
    Q_OBJECT
public:
    EpisodeTableView(const catalog::Catalog& catalog, models::EpisodeTableModel& model, Settings& settings,
                     QWidget* parent = nullptr);

    catalog::EpisodeId currentEpisode() const;
    /// The selected ones, or the current one where none is.
    std::vector<catalog::EpisodeId> selectedEpisodes() const;
    /// Selects an episode's row; false where the table does not show it.
    bool selectEpisode(catalog::EpisodeId id);
    void selectFirst();
    void selectNeighbour(int step);
    /// What can be done with the columns; some of it with that one, by default the current one.
    void addColumnActions(QMenu* menu, int column = -1);
    void setGrouping(models::Grouping grouping);
    void restoreLayout();
    void saveLayout();

    /// The columns in the order in which they stand, by key.
    QStringList shownColumns() const;
    /// The selected rows from the top to the bottom, or the current one where none is.
    std::vector<int> selectedRows() const;
    /// Opens the current cell's editor, or says why it has none.
    void editCell();
    /// Takes what is being typed into a cell.
    void commit();

signals:
    void currentEpisodeChanged(catalog::EpisodeId id);
    void refused(const QString& why); ///< a cell cannot be edited
    /// Other episodes are selected, or may be.
    void selectedEpisodesChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int currentColumn() const;
    bool goToCell(int row, int column);
    void editNext(int step);
    void stretchTitle();
    void showColumn(const QString& column, bool shown);
    void setColumns(const QStringList& columns);
    void addPlaceActions(QMenu* menu, int column);
    void toggleHeading(int row);
    void setDefaultWidths();
    void keepCurrent();

    models::EpisodeTableModel& m_model;
    Settings& m_settings;
    catalog::EpisodeId m_current;
    QString m_currentColumn;     ///< its key: the cell cursor stays in it
    bool m_hasOwnWidths = false; ///< the user chose widths: the title no longer takes what is left
    bool m_isAdjusting = false;
};

} // namespace app
