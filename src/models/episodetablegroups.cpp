// SPDX-License-Identifier: MIT
// The table's rows below headings.
#include "models/episodetablemodel.h"

namespace models {

using catalog::EpisodeId;

void EpisodeTableModel::arrangeGroups() {
    m_groups.arrange(m_catalog, m_rows);
    m_totals.clear();
    m_rowOf.assign(static_cast<std::size_t>(m_catalog.size()), -1);
    for (std::size_t place = 0; place < m_rows.size(); ++place)
        m_rowOf[static_cast<std::size_t>(m_rows[place].value)] = static_cast<int>(place);
}

int EpisodeTableModel::placeOf(EpisodeId id) const {
    const auto place = static_cast<std::size_t>(id.value);
    return id.isValid() && place < m_rowOf.size() ? m_rowOf[place] : -1;
}

EpisodeId EpisodeTableModel::episodeAt(int row) const {
    const int place = m_groups.placeAt(row);
    return place >= 0 ? m_rows[static_cast<std::size_t>(place)] : EpisodeId{};
}

int EpisodeTableModel::rowOf(EpisodeId id) const {
    return m_groups.rowOfPlace(placeOf(id));
}

int EpisodeTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_groups.rowCount();
}

void EpisodeTableModel::setGrouping(Grouping grouping, const QStringList& folded) {
    if (grouping == m_groups.grouping() && folded == foldedGroups())
        return;
    beginResetModel();
    m_groups.setGrouping(grouping);
    m_groups.setFolded(QSet<QString>(folded.begin(), folded.end()));
    arrangeGroups();
    endResetModel();
    refresh(); // in the order wished for: the groups before brought the episodes into theirs
}

QStringList EpisodeTableModel::foldedGroups() const {
    QStringList keys(m_groups.folded().begin(), m_groups.folded().end());
    keys.sort();
    return keys;
}

void EpisodeTableModel::setFolded(int row, bool isFolded) {
    const EpisodeGroups::Group* group = m_groups.headingAt(row);
    if (!group || group->isFolded == isFolded)
        return;
    const QString key = group->key;
    if (isFolded) {
        beginRemoveRows({}, row + 1, row + group->count);
        m_groups.setFolded(key, true);
        endRemoveRows();
    } else {
        beginInsertRows({}, row + 1, row + group->count);
        m_groups.setFolded(key, false);
        endInsertRows();
    }
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void EpisodeTableModel::foldAll(bool isFolded) {
    QSet<QString> keys;
    if (isFolded)
        for (const EpisodeGroups::Group& group : m_groups.groups())
            keys.insert(group.key);
    beginResetModel();
    m_groups.setFolded(keys);
    endResetModel();
}

bool EpisodeTableModel::unfoldTo(EpisodeId id) {
    const EpisodeGroups::Group* group = m_groups.groupOfPlace(placeOf(id));
    if (!group || !group->isFolded)
        return false;
    setFolded(group->row, false);
    return true;
}

const EpisodeTotals& EpisodeTableModel::totalsOf(const EpisodeGroups::Group& group) const {
    auto known = m_totals.find(group.key);
    if (known == m_totals.end()) {
        known = m_totals.insert(group.key, {});
        for (int place = group.first; place < group.first + group.count; ++place)
            known->add(m_catalog.episode(m_rows[static_cast<std::size_t>(place)]).summary());
    }
    return *known;
}

/// A heading says what it is in every cell: the view paints it over all of them.
QVariant EpisodeTableModel::headingData(const EpisodeGroups::Group& group, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return group.label;
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3")
            .arg(group.label, totalsOf(group).words(), group.isFolded ? tr("folded") : tr("unfolded"));
    case HeadingRole:
        return totalsOf(group).words();
    case FoldedRole:
        return group.isFolded;
    default:
        return {};
    }
}

/// Tells views that an episode, and with it its heading's sums, changed.
void EpisodeTableModel::updateEpisode(EpisodeId id) {
    if (const EpisodeGroups::Group* group = m_groups.groupOfPlace(placeOf(id))) {
        m_totals.remove(group->key);
        emit dataChanged(index(group->row, 0), index(group->row, columnCount() - 1));
    }
    if (const int row = rowOf(id); row >= 0)
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

} // namespace models
