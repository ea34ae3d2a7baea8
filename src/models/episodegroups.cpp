// SPDX-License-Identifier: MIT
#include "models/episodegroups.h"

#include "catalog/showlabel.h"
#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace models {

using catalog::EpisodeId;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("EpisodeGroups", text);
}

constexpr qsizetype yearDigits = 4;

/// Without reading the whole date: there may be a hundred thousand.
QStringView yearOf(const QString& stored) {
    const QStringView year = QStringView(stored).left(yearDigits);
    const bool isYear = stored.size() > yearDigits && stored[yearDigits] == QLatin1Char('-') &&
                        std::all_of(year.begin(), year.end(), [](QChar c) { return c.isDigit(); });
    return isYear ? year : QStringView();
}

} // namespace

QStringView EpisodeGroups::keyOf(const catalog::Summary& summary) const {
    return m_grouping == Grouping::Show ? QStringView(summary.show) : yearOf(summary.date);
}

QString EpisodeGroups::labelOf(const catalog::Catalog& catalog, const QString& key) const {
    if (m_grouping == Grouping::Year)
        return key.isEmpty() ? say("No date") : key;
    return catalog::showLabel(catalog.registry(), key);
}

void EpisodeGroups::arrange(const catalog::Catalog& catalog, std::vector<EpisodeId>& episodes) {
    m_groups.clear();
    m_places = static_cast<int>(episodes.size());
    if (m_grouping != Grouping::None) {
        QHash<QStringView, std::size_t> places; // of texts that the episodes hold
        std::vector<std::vector<EpisodeId>> members;
        for (const EpisodeId id : episodes) {
            const QStringView key = keyOf(catalog.episode(id).summary());
            const auto place = places.constFind(key);
            if (place == places.constEnd()) {
                places.insert(key, members.size());
                m_groups.push_back({key.toString(), labelOf(catalog, key.toString())});
                members.push_back({id});
            } else {
                members[*place].push_back(id);
            }
        }
        // Shows as in the sidebar, by their folders; what has no date is last.
        std::sort(m_groups.begin(), m_groups.end(), [this](const Group& a, const Group& b) {
            return m_grouping == Grouping::Year ? a.key > b.key : a.key < b.key;
        });
        episodes.clear();
        for (Group& group : m_groups) {
            const std::vector<EpisodeId>& those = members[places.value(group.key)];
            group.first = static_cast<int>(episodes.size());
            group.count = static_cast<int>(those.size());
            group.isFolded = m_folded.contains(group.key);
            episodes.insert(episodes.end(), those.begin(), those.end());
        }
    }
    number();
}

void EpisodeGroups::number() {
    m_rowCount = 0;
    for (Group& group : m_groups) {
        group.row = m_rowCount;
        m_rowCount += 1 + (group.isFolded ? 0 : group.count);
    }
    if (m_groups.empty())
        m_rowCount = m_places;
}

namespace {

/// The last group for which `isBefore` holds; the list begins with one.
template <typename Groups, typename IsBefore>
const EpisodeGroups::Group& lastOf(const Groups& groups, const IsBefore& isBefore) {
    return *std::prev(std::partition_point(groups.begin(), groups.end(), isBefore));
}

} // namespace

const EpisodeGroups::Group* EpisodeGroups::headingAt(int row) const {
    if (m_groups.empty() || row < 0 || row >= m_rowCount)
        return nullptr;
    const Group& group = lastOf(m_groups, [row](const Group& each) { return each.row <= row; });
    return group.row == row ? &group : nullptr;
}

int EpisodeGroups::placeAt(int row) const {
    if (row < 0 || row >= m_rowCount)
        return -1;
    if (m_groups.empty())
        return row;
    const Group& group = lastOf(m_groups, [row](const Group& each) { return each.row <= row; });
    return group.row == row ? -1 : group.first + row - group.row - 1;
}

const EpisodeGroups::Group* EpisodeGroups::groupOfPlace(int place) const {
    if (m_groups.empty() || place < 0 || place >= m_places)
        return nullptr;
    return &lastOf(m_groups, [place](const Group& each) { return each.first <= place; });
}

int EpisodeGroups::rowOfPlace(int place) const {
    if (place < 0 || place >= m_places)
        return -1;
    const Group* group = groupOfPlace(place);
    if (!group)
        return place;
    return group->isFolded ? -1 : group->row + 1 + place - group->first;
}

void EpisodeGroups::setFolded(const QString& key, bool isFolded) {
    if (isFolded)
        m_folded.insert(key);
    else
        m_folded.remove(key);
    setFolded(QSet<QString>(m_folded));
}

void EpisodeGroups::setFolded(const QSet<QString>& keys) {
    m_folded = keys;
    for (Group& group : m_groups)
        group.isFolded = m_folded.contains(group.key);
    number();
}

} // namespace models
