// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/people.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>
#include <utility>
#include <vector>

namespace models {

/// The people and sponsors of the site and every id that episodes use, with where. A changed episode is read
/// again alone, and only the rows that differ then are told.
class PeopleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        IdColumn,
        NameColumn,
        KindColumn,
        HostColumn,
        GuestColumn,
        SponsorColumn,
        StateColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< numbers as numbers, texts folded
        SearchRole,              ///< all that a filter looks at
    };

    explicit PeopleModel(const catalog::Catalog& catalog, QObject* parent = nullptr);

    const catalog::PersonEntry& entryAt(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    int rowOf(const catalog::PersonKey& key) const; ///< -1 where there is none
    /// True at once after an edit, before the rows are; of episodes that come in thousands only after their
    /// turns, or settle().
    const catalog::PeopleUsage& usage() const { return m_usage; }
    /// Reads what waits for its turn, and shows it.
    void settle();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// The uses or the rows may differ now.
    void refreshed();

private:
    void take(int first, int count);
    void wait(int first, int count);
    void work();
    void scheduleRefresh();
    void refresh();
    void becomeLike(std::vector<catalog::PersonEntry> entries);

    const catalog::Catalog& m_catalog;
    catalog::PeopleUsage m_usage;
    std::vector<catalog::PersonEntry> m_entries; ///< in the order of their keys
    std::deque<std::pair<int, int>> m_waiting;   ///< first ids and counts of episodes not looked at yet
    QTimer m_turn;
    QTimer m_refresh; ///< gathers the changes of many episodes to one refresh
};

/// "no page; nearly the same as carl-george"; empty where nothing is to be said.
QString stateWords(const catalog::PersonEntry& entry);
/// "host", "guest", "sponsor", "unknown"
QString kindWords(catalog::PersonKind kind);

} // namespace models
