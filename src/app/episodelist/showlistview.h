// SPDX-License-Identifier: MIT
#pragma once

#include "models/showlistmodel.h"

#include <QListView>

namespace app {

class SavedSearches;

/// The sidebar: shows, smart lists and saved searches with their counts.
class ShowListView : public QListView {
    Q_OBJECT
public:
    explicit ShowListView(models::ShowListModel& model, QWidget* parent = nullptr);

    models::EpisodeFilter filter() const;
    void choose(models::EpisodeFilter::Kind kind, const QString& show);
    /// Lets saved searches be renamed, removed and moved here.
    void setSavedSearches(SavedSearches& saved);
    /// The saved search that is chosen; empty: none is.
    const QString& chosenSearch() const { return m_query; }
    /// All episodes are chosen in place of a saved search; nothing is told.
    void leaveSavedSearch();
    QSize sizeHint() const override { return {200, 300}; }

signals:
    void filterChosen();
    void searchChosen(const QString& query);
    void searchLeft(const QString& query); ///< another row than the saved search's was chosen

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    int savedAt(const QModelIndex& index) const; ///< -1: no saved search
    void take(const QModelIndex& current);
    void renameSaved(int saved);
    void removeSaved(int saved);
    models::ShowListModel& m_model;
    models::EpisodeFilter::Kind m_kind = models::EpisodeFilter::Kind::All;
    QString m_show;
    QString m_query;
    SavedSearches* m_saved = nullptr;
};

} // namespace app
