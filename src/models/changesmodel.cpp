// SPDX-License-Identifier: MIT
#include "models/changesmodel.h"

#include <QFont>

#include <algorithm>

namespace models {

using catalog::Change;
using catalog::EpisodeId;

namespace {

/// The same change in people's eyes, wherever its bytes stand by now.
bool isSameChange(const Change& a, const Change& b) {
    return a.kind == b.kind && a.place == b.place && a.before == b.before && a.after == b.after;
}

} // namespace

ChangesModel::ChangesModel(EditSession& session, QObject* parent)
    : QAbstractItemModel(parent)
    , m_session(session) {
    const catalog::Catalog& catalog = session.catalog();
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ChangesModel::refresh);
    connect(&catalog, &catalog::Catalog::cleared, this, &ChangesModel::reset);
    connect(&catalog, &catalog::Catalog::episodeChanged, this, [this](EpisodeId id) {
        m_touched.insert(id);
        m_timer.start();
    });
    reset();
}

void ChangesModel::reset() {
    beginResetModel();
    m_nodes.clear();
    m_touched.clear();
    for (const EpisodeId id : m_session.catalog().changedEpisodes())
        m_nodes.push_back(std::make_unique<Node>(Node{id}));
    endResetModel();
    emit refreshed();
}

void ChangesModel::refresh() {
    m_timer.stop();
    if (m_touched.empty())
        return;
    for (const EpisodeId id : std::exchange(m_touched, {}))
        take(id);
    emit refreshed();
}

/// One episode was edited, saved or reverted.
void ChangesModel::take(EpisodeId id) {
    const catalog::Catalog& catalog = m_session.catalog();
    const auto place = std::lower_bound(m_nodes.begin(), m_nodes.end(), id,
                                        [](const auto& node, EpisodeId wanted) { return node->id < wanted; });
    const int row = static_cast<int>(place - m_nodes.begin());
    const bool isThere = place != m_nodes.end() && (*place)->id == id;
    const bool isChanged = catalog.contains(id) && catalog.episode(id).isChanged();
    if (isChanged && !isThere) {
        beginInsertRows({}, row, row);
        m_nodes.insert(place, std::make_unique<Node>(Node{id}));
        endInsertRows();
    } else if (!isChanged && isThere) {
        beginRemoveRows({}, row, row);
        m_nodes.erase(place);
        endRemoveRows();
    } else if (isChanged) {
        if ((*place)->changes)
            replaceChanges(row, catalog::changesOf(catalog.episode(id)));
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

/// Rows that read the same stay, so that what is selected stays so.
void ChangesModel::replaceChanges(int row, std::vector<Change> changes) {
    const QModelIndex parent = index(row, 0);
    std::vector<Change>& old = *m_nodes[static_cast<std::size_t>(row)]->changes;
    const std::size_t shorter = std::min(old.size(), changes.size());
    std::size_t prefix = 0;
    while (prefix < shorter && isSameChange(old[prefix], changes[prefix]))
        ++prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix &&
           isSameChange(old[old.size() - 1 - suffix], changes[changes.size() - 1 - suffix]))
        ++suffix;
    const auto first = static_cast<int>(shorter - suffix);
    const int difference = static_cast<int>(changes.size()) - static_cast<int>(old.size());
    if (difference < 0) {
        beginRemoveRows(parent, first, first - difference - 1);
        old = std::move(changes);
        endRemoveRows();
    } else if (difference > 0) {
        beginInsertRows(parent, first, first + difference - 1);
        old = std::move(changes);
        endInsertRows();
    } else {
        old = std::move(changes);
    }
    if (!old.empty())
        emit dataChanged(index(0, 0, parent),
                         index(static_cast<int>(old.size()) - 1, ColumnCount - 1, parent));
}

int ChangesModel::rowOf(EpisodeId id) const {
    const auto place = std::lower_bound(m_nodes.begin(), m_nodes.end(), id,
                                        [](const auto& node, EpisodeId wanted) { return node->id < wanted; });
    return place != m_nodes.end() && (*place)->id == id ? static_cast<int>(place - m_nodes.begin()) : -1;
}

/// Looked for at the first question; afterwards edits bring it up to date.
const std::vector<Change>& ChangesModel::changesOf(Node& node) const {
    if (!node.changes)
        node.changes = catalog::changesOf(m_session.catalog().episode(node.id));
    return *node.changes;
}

ChangesModel::Node& ChangesModel::nodeAt(const QModelIndex& index) const {
    const int row = index.internalId() == 0 ? index.row() : index.parent().row();
    return *m_nodes[static_cast<std::size_t>(row)];
}

EpisodeId ChangesModel::episodeAt(const QModelIndex& index) const {
    return index.isValid() ? nodeAt(index).id : EpisodeId{};
}

const Change* ChangesModel::changeAt(const QModelIndex& index) const {
    return index.isValid() && index.internalId() != 0
               ? &changesOf(nodeAt(index))[static_cast<std::size_t>(index.row())]
               : nullptr;
}

QModelIndex ChangesModel::indexOf(EpisodeId id) const {
    const int row = rowOf(id);
    return row < 0 ? QModelIndex() : index(row, 0);
}

std::vector<EpisodeId> ChangesModel::ticked() const {
    std::vector<EpisodeId> ids;
    for (const auto& node : m_nodes)
        if (node->isTicked && !m_session.catalog().episode(node->id).isReadOnly())
            ids.push_back(node->id);
    return ids;
}

std::vector<EpisodeId> ChangesModel::episodes() const {
    std::vector<EpisodeId> ids;
    ids.reserve(m_nodes.size());
    for (const auto& node : m_nodes)
        ids.push_back(node->id);
    return ids;
}

QModelIndex ChangesModel::neighbour(const QModelIndex& from, int direction) const {
    if (m_nodes.empty())
        return {};
    const auto child = [this](int row, bool last) {
        const QModelIndex episode = index(row, 0);
        return index(last ? rowCount(episode) - 1 : 0, 0, episode);
    };
    if (!from.isValid())
        return child(direction > 0 ? 0 : rowCount() - 1, direction < 0);
    const bool isEpisode = from.internalId() == 0;
    const int row = isEpisode ? from.row() : from.parent().row();
    if (isEpisode && direction > 0)
        return child(row, false);
    if (!isEpisode)
        if (const QModelIndex next = index(from.row() + direction, 0, from.parent()); next.isValid())
            return next;
    const int other = row + direction;
    return other >= 0 && other < rowCount() ? child(other, direction < 0) : QModelIndex();
}

bool ChangesModel::takeBack(const QModelIndex& index) {
    if (!index.isValid())
        return false;
    const EpisodeId id = episodeAt(index);
    const Change* change = changeAt(index);
    if (!change || change->kind == Change::Kind::File)
        return m_session.revert(id);
    // Its edits count in the text that is shown; what was edited since is taken in first.
    const Change wanted = *change;
    refresh();
    const int row = rowOf(id);
    if (row < 0)
        return false;
    const auto& changes = changesOf(*m_nodes[static_cast<std::size_t>(row)]);
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const Change& other) { return isSameChange(other, wanted); });
    return found != changes.end() && m_session.apply({{id, found->edits}}, tr("Revert %1").arg(wanted.place));
}

void ChangesModel::setChangedOnDisk(EpisodeId id, bool isChanged) {
    const int row = rowOf(id);
    if (row < 0 || m_nodes[static_cast<std::size_t>(row)]->isOnDisk == isChanged)
        return;
    m_nodes[static_cast<std::size_t>(row)]->isOnDisk = isChanged;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

bool ChangesModel::isChangedOnDisk(EpisodeId id) const {
    const int row = rowOf(id);
    return row >= 0 && m_nodes[static_cast<std::size_t>(row)]->isOnDisk;
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    // A child carries its episode, which stays the same wherever its row goes.
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(nodeAt(parent).id.value) + 1 : 0);
}

QModelIndex ChangesModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return indexOf({static_cast<int>(index.internalId()) - 1});
}

int ChangesModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    return parent.internalId() == 0 && parent.column() == 0
               ? static_cast<int>(changesOf(nodeAt(parent)).size())
               : 0;
}

int ChangesModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

bool ChangesModel::hasChildren(const QModelIndex& parent) const {
    if (!parent.isValid())
        return !m_nodes.empty();
    return parent.internalId() == 0 && parent.column() == 0;
}

QString ChangesModel::stateOf(Node& node) const {
    const catalog::Episode& episode = m_session.catalog().episode(node.id);
    if (episode.isReadOnly())
        return tr("read-only: %1").arg(episode.readOnlyReason());
    QStringList said{tr("%n change(s)", nullptr, static_cast<int>(changesOf(node).size()))};
    if (node.isOnDisk)
        said += tr("changed on the disk, too");
    return said.join(QLatin1String(", "));
}

QVariant ChangesModel::episodeData(Node& node, int column, int role) const {
    const catalog::Catalog& catalog = m_session.catalog();
    const catalog::Episode& episode = catalog.episode(node.id);
    const catalog::Summary& summary = episode.summary();
    switch (role) {
    case Qt::DisplayRole:
        if (column == ChangeColumn)
            return stateOf(node);
        return summary.show.isEmpty() && summary.title.isEmpty()
                   ? catalog.relativePath(node.id)
                   : QStringLiteral("%1 %2 · %3").arg(summary.show, summary.number, summary.title);
    case Qt::ToolTipRole:
        return column == ChangeColumn ? stateOf(node)
                                      : summary.title + QLatin1Char('\n') + catalog.relativePath(node.id);
    case Qt::CheckStateRole:
        if (column != PlaceColumn || episode.isReadOnly())
            return {};
        return node.isTicked ? Qt::Checked : Qt::Unchecked;
    case EpisodeRole:
        return node.id.value;
    default:
        return {};
    }
}

QVariant ChangesModel::changeData(const Change& change, int column, int role) {
    switch (role) {
    case Qt::DisplayRole:
        return column == PlaceColumn ? change.place : catalog::summaryOf(change);
    case Qt::ToolTipRole:
        return change.parts == 1 ? catalog::summaryOf(change)
                                 : tr("%1\nGoes back together with %n more.", nullptr, change.parts - 1)
                                       .arg(catalog::summaryOf(change));
    case KindRole:
        return static_cast<int>(change.kind);
    default:
        return {};
    }
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (const Change* change = changeAt(index))
        return role == EpisodeRole ? QVariant(episodeAt(index).value)
                                   : changeData(*change, index.column(), role);
    return episodeData(nodeAt(index), index.column(), role);
}

bool ChangesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    m_nodes[static_cast<std::size_t>(index.row())]->isTicked = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == PlaceColumn ? tr("Where") : tr("Change");
}

Qt::ItemFlags ChangesModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.internalId() != 0)
        return flags | Qt::ItemNeverHasChildren;
    if (index.column() == PlaceColumn && !m_session.catalog().episode(nodeAt(index).id).isReadOnly())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace models
