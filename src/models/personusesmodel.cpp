// SPDX-License-Identifier: MIT
#include "models/personusesmodel.h"

#include "models/tooltip.h"

namespace models {

using catalog::EpisodeId;
using catalog::IdList;

namespace {

QString wordOf(IdList list) {
    switch (list) {
    case IdList::Hosts:
        return PersonUsesModel::tr("host");
    case IdList::Guests:
        return PersonUsesModel::tr("guest");
    case IdList::Sponsors:
        break;
    }
    return PersonUsesModel::tr("sponsor");
}

} // namespace

PersonUsesModel::PersonUsesModel(const catalog::Catalog& catalog, const catalog::PeopleUsage& usage,
                                 QObject* parent)
    : QAbstractTableModel(parent)
    , m_catalog(catalog)
    , m_usage(usage) {
    connect(&catalog, &catalog::Catalog::cleared, this, &PersonUsesModel::clear);
}

void PersonUsesModel::setPerson(const catalog::PersonKey& key) {
    beginResetModel();
    m_key = key;
    m_episodes = m_usage.episodesOf(key);
    std::erase_if(m_episodes, [this](EpisodeId id) { return !m_catalog.contains(id); });
    endResetModel();
}

void PersonUsesModel::clear() {
    beginResetModel();
    m_episodes.clear();
    endResetModel();
}

int PersonUsesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_episodes.size());
}

int PersonUsesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

std::vector<IdList> PersonUsesModel::placesIn(EpisodeId id) const {
    std::vector<IdList> places;
    for (const IdList list : {IdList::Hosts, IdList::Guests, IdList::Sponsors})
        if (catalog::holds(list, m_key) && m_usage.isUsed(id, list, m_key.id))
            places.push_back(list);
    return places;
}

QString PersonUsesModel::textIn(EpisodeId id, int column) const {
    const catalog::Summary& summary = m_catalog.episode(id).summary();
    if (column == EpisodeColumn)
        return QStringLiteral("%1 %2").arg(summary.show, summary.number);
    if (column == TitleColumn)
        return summary.title;
    QStringList words;
    for (const IdList list : placesIn(id))
        words += wordOf(list);
    return words.join(QLatin1String(", "));
}

QVariant PersonUsesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const EpisodeId id = m_episodes[static_cast<std::size_t>(index.row())];
    if (role == EpisodeRole)
        return QVariant::fromValue(id);
    if (role == FieldRole) {
        const auto places = placesIn(id);
        return places.empty() ? QString()
                              : QLatin1String(catalog::idListKeys[static_cast<std::size_t>(places.front())]);
    }
    if (role == Qt::ToolTipRole && index.column() == EpisodeColumn)
        return plainToolTip(m_catalog.relativePath(id));
    return role == Qt::DisplayRole ? textIn(id, index.column()) : QVariant();
}

QVariant PersonUsesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case EpisodeColumn:
        return tr("Episode");
    case TitleColumn:
        return tr("Title");
    case PlaceColumn:
        return tr("As");
    default:
        return {};
    }
}

} // namespace models
