// SPDX-License-Identifier: MIT
#include "models/peoplemodel.h"

#include "models/tooltip.h"

#include <QElapsedTimer>

#include <algorithm>

namespace models {

using catalog::PersonEntry;
using catalog::PersonKind;

QString kindWords(PersonKind kind) {
    switch (kind) {
    case PersonKind::Host:
        return PeopleModel::tr("host");
    case PersonKind::Guest:
        return PeopleModel::tr("guest");
    case PersonKind::Sponsor:
        return PeopleModel::tr("sponsor");
    case PersonKind::Unknown:
        break;
    }
    return PeopleModel::tr("unknown");
}

QString stateWords(const PersonEntry& entry) {
    QStringList words;
    if (entry.lacksPage)
        words += PeopleModel::tr("no page");
    if (!entry.similar.isEmpty())
        words += PeopleModel::tr("nearly the same as %1").arg(entry.similar.join(QLatin1String(", ")));
    if (entry.allUses() == 0)
        words += PeopleModel::tr("never used");
    return words.join(QLatin1String("; "));
}

/// What wants somebody's hand comes first: no page, nearly the same, used, never used.
QString stateOrder(const PersonEntry& entry) {
    const char rank = entry.lacksPage            ? '0'
                      : !entry.similar.isEmpty() ? '1'
                      : entry.allUses() > 0      ? '2'
                                                 : '3';
    return QLatin1Char(rank) + entry.key.id;
}

namespace {

constexpr int fewEpisodes = 200;       // are looked at at once
constexpr int pauseMilliseconds = 200; // between two looks at what was read until then
constexpr qint64 turnMilliseconds = 12;

} // namespace

PeopleModel::PeopleModel(const catalog::Catalog& catalog, QObject* parent)
    : QAbstractTableModel(parent)
    , m_catalog(catalog) {
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &PeopleModel::refresh);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &PeopleModel::work);
    connect(&m_catalog, &catalog::Catalog::cleared, this, [this] {
        m_waiting.clear();
        m_turn.stop();
        m_usage.clear();
        refresh();
    });
    connect(&m_catalog, &catalog::Catalog::episodesAdded, this, &PeopleModel::wait);
    connect(&m_catalog, &catalog::Catalog::episodeChanged, this,
            [this](catalog::EpisodeId id) { take(id.value, 1); });
    connect(&m_catalog, &catalog::Catalog::registryChanged, this, &PeopleModel::scheduleRefresh);
    wait(0, m_catalog.size());
    refresh();
}

void PeopleModel::wait(int first, int count) {
    if (count <= fewEpisodes)
        return take(first, count);
    m_waiting.emplace_back(first, count);
    m_turn.start();
}

void PeopleModel::work() {
    QElapsedTimer since;
    since.start();
    while (!m_waiting.empty() && since.elapsed() < turnMilliseconds) {
        auto& [first, count] = m_waiting.front();
        take(first++, 1);
        if (--count == 0)
            m_waiting.pop_front();
    }
    if (m_waiting.empty())
        m_turn.stop();
}

void PeopleModel::settle() {
    while (!m_waiting.empty())
        work();
    refresh();
}

void PeopleModel::take(int first, int count) {
    for (int i = first; i < first + count; ++i)
        if (m_usage.set({i}, catalog::usedIdsOf(m_catalog.episode({i}))))
            scheduleRefresh();
}

void PeopleModel::scheduleRefresh() {
    if (!m_refresh.isActive())
        m_refresh.start(m_waiting.empty() ? 0 : pauseMilliseconds);
}

void PeopleModel::refresh() {
    m_refresh.stop();
    becomeLike(m_usage.entries(m_catalog.registry()));
    emit refreshed();
}

/// Both are in the order of their keys: rows come and go one by one, so that views keep what is selected.
void PeopleModel::becomeLike(std::vector<PersonEntry> entries) {
    if (m_entries.empty() || entries.empty()) {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
        return;
    }
    for (std::size_t at = 0; at < entries.size() || at < m_entries.size();) {
        const int row = static_cast<int>(at);
        const auto place = m_entries.begin() + row;
        if (at >= entries.size() || (place != m_entries.end() && place->key < entries[at].key)) {
            beginRemoveRows({}, row, row);
            m_entries.erase(place);
            endRemoveRows();
            continue;
        }
        if (place == m_entries.end() || entries[at].key < place->key) {
            beginInsertRows({}, row, row);
            m_entries.insert(place, std::move(entries[at]));
            endInsertRows();
        } else if (*place != entries[at]) {
            *place = std::move(entries[at]);
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        ++at;
    }
}

int PeopleModel::rowOf(const catalog::PersonKey& key) const {
    const auto place =
        std::lower_bound(m_entries.begin(), m_entries.end(), key,
                         [](const PersonEntry& entry, const auto& wanted) { return entry.key < wanted; });
    return place != m_entries.end() && place->key == key ? static_cast<int>(place - m_entries.begin()) : -1;
}

int PeopleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int PeopleModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

namespace {

bool isCount(int column) {
    return column >= PeopleModel::HostColumn && column <= PeopleModel::SponsorColumn;
}

int usesIn(const PersonEntry& entry, int column) {
    return entry.uses[static_cast<std::size_t>(column - PeopleModel::HostColumn)];
}

QString textIn(const PersonEntry& entry, int column) {
    switch (column) {
    case PeopleModel::IdColumn:
        return entry.key.id;
    case PeopleModel::NameColumn:
        return entry.name;
    case PeopleModel::KindColumn:
        return kindWords(entry.kind);
    case PeopleModel::StateColumn:
        return stateWords(entry);
    default: // a table full of noughts would hide the numbers
        return usesIn(entry, column) == 0 ? QString() : QString::number(usesIn(entry, column));
    }
}

} // namespace

QVariant PeopleModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PersonEntry& entry = entryAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textIn(entry, column);
    case Qt::ToolTipRole:
        return column == StateColumn ? plainToolTip(stateWords(entry)) : QString();
    case Qt::TextAlignmentRole:
        return isCount(column) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case SortRole:
        return isCount(column)         ? QVariant(usesIn(entry, column))
               : column == StateColumn ? QVariant(stateOrder(entry))
                                       : QVariant(textIn(entry, column).toLower());
    case SearchRole:
        return QStringList{entry.key.id, entry.name, kindWords(entry.kind), stateWords(entry)}.join(
            QLatin1Char('\n'));
    default:
        return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case IdColumn:
        return tr("Id");
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Kind");
    case HostColumn:
        return tr("As host");
    case GuestColumn:
        return tr("As guest");
    case SponsorColumn:
        return tr("As sponsor");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace models
