// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "models/episodetotals.h"

#include <QSet>
#include <QString>

#include <vector>

namespace models {

/// What the table's rows stand below: a heading for each show or year, or none.
enum class Grouping { None, Show, Year };

/// The table's rows with headings between them: which row is which. Places are those of the episodes in
/// their order, without headings.
class EpisodeGroups {
public:
    struct Group {
        QString key;   ///< what the episodes share: a show's folder, a year
        QString label; ///< in words
        int first = 0; ///< place of its first episode
        int count = 0;
        int row = 0; ///< of its heading
        bool isFolded = false;
    };

    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping) { m_grouping = grouping; }
    /// Brings episodes that are in the order wished for together by groups: shows by folder, years from
    /// the last; in a group they keep their order.
    void arrange(const catalog::Catalog& catalog, std::vector<catalog::EpisodeId>& episodes);

    int rowCount() const { return m_rowCount; }
    const Group* headingAt(int row) const; ///< nullptr: an episode's row
    int placeAt(int row) const;            ///< -1: a heading, or no row
    int rowOfPlace(int place) const;       ///< -1: folded away
    const Group* groupOfPlace(int place) const;
    const std::vector<Group>& groups() const { return m_groups; }

    void setFolded(const QString& key, bool isFolded);
    /// Keys of the groups that are folded, also of those that are not shown now.
    const QSet<QString>& folded() const { return m_folded; }
    void setFolded(const QSet<QString>& keys);

private:
    void number();
    QStringView keyOf(const catalog::Summary& summary) const;
    QString labelOf(const catalog::Catalog& catalog, const QString& key) const;

    Grouping m_grouping = Grouping::None;
    std::vector<Group> m_groups;
    QSet<QString> m_folded;
    int m_places = 0;
    int m_rowCount = 0;
};

} // namespace models
