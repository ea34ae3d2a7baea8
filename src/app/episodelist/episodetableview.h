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
    EpisodeTableView(models::EpisodeTableModel& model, Settings& settings, QWidget* parent = nullptr);

    catalog::EpisodeId currentEpisode() const;
    /// The selected ones, or the current one where none is.
    std::vector<catalog::EpisodeId> selectedEpisodes() const;
    /// Selects an episode's row; false where the table does not show it.
    bool selectEpisode(catalog::EpisodeId id);
    void selectNeighbour(int step);
    void addColumnActions(QMenu* menu);
    void restoreLayout();
    void saveLayout();

signals:
    void currentEpisodeChanged(catalog::EpisodeId id);
    /// Other episodes are selected, or may be.
    void selectedEpisodesChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void stretchTitle();
    void showColumn(const QString& column, bool shown);
    void setDefaultWidths();
    void keepCurrent();

    models::EpisodeTableModel& m_model;
    Settings& m_settings;
    catalog::EpisodeId m_current;
    bool m_hasOwnWidths = false; ///< the user chose widths: the title no longer takes what is left
    bool m_isAdjusting = false;
};

} // namespace app
