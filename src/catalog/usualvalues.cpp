// SPDX-License-Identifier: MIT
#include "catalog/usualvalues.h"

#include "catalog/episodenames.h"
#include "catalog/habits.h"
#include "catalog/newepisode.h"
#include "catalog/values.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <array>

namespace catalog {

namespace {

constexpr std::size_t lookedAt = 10;      ///< episodes: who hosts changes over the years
constexpr qsizetype datesLookedAt = 120;  ///< two years of a weekly show: every change of the clocks twice
constexpr std::size_t addressesAlike = 3; ///< fewer may look alike by chance

QStringList listOf(const format::Document& document, std::string_view key) {
    QStringList items;
    if (const format::JsonNode* node = document.member(key); node && node->type == format::JsonType::Array)
        for (const std::string& item : document.strings(*node))
            items += QString::fromStdString(item);
    return items;
}

/// The most frequent one; among equals the newest.
template <typename Value>
Value mostFrequent(const std::vector<Value>& values) {
    Value most{};
    std::ptrdiff_t uses = 0;
    for (const Value& value : values)
        if (const auto count = std::count(values.begin(), values.end(), value); count > uses) {
            most = value;
            uses = count;
        }
    return most;
}

QStringList usualHosts(const std::vector<QStringList>& lists) {
    QStringList hosts;
    for (const QStringList& list : lists)
        for (const QString& host : list) {
            const auto uses = std::count_if(lists.begin(), lists.end(),
                                            [&](const QStringList& other) { return other.contains(host); });
            if (static_cast<std::size_t>(uses) * 2 > lists.size() && !hosts.contains(host))
                hosts += host;
        }
    return hosts;
}

/// What an address may follow from, in the order of trying.
using Names = std::array<QString, 4>;

Names namesOf(const Predecessor& episode) {
    return {valueText(*episode.document, "episode_padded"), valueText(*episode.document, "slug"),
            valueText(*episode.document, "episode"), QFileInfo(episode.fileName).completeBaseName()};
}

Names namesOf(const NewEpisode& episode) {
    return {episode.padded, episode.slug, episode.number, QFileInfo(episode.fileName).completeBaseName()};
}

} // namespace

QStringList hostsOf(const format::Document& document) {
    return listOf(document, "hosts");
}

UsualValues usualValues(const Predecessors& last) {
    std::vector<QStringList> hosts;
    std::vector<QStringList> categories;
    std::vector<QString> images;
    for (std::size_t i = 0; i < std::min(last.size(), lookedAt); ++i) {
        hosts.push_back(hostsOf(*last[i].document));
        categories.push_back(listOf(*last[i].document, "categories"));
        images.push_back(valueText(*last[i].document, "header_image"));
    }
    return {usualHosts(hosts), mostFrequent(images), mostFrequent(categories)};
}

std::vector<QTimeZone> zonesOf(const QStringList& dates) {
    Habits habits;
    for (const QString& stored : dates.mid(0, datesLookedAt))
        if (const auto date = parseEpisodeDate(stored); date && date->isComplete())
            habits.addOffset({}, date->moment().toSecsSinceEpoch(), *date->offsetSeconds);
    return habits.zonesOf({});
}

QString usualAddress(const Predecessors& last, const NewEpisode& episode) {
    std::vector<std::pair<QString, Names>> addresses;
    for (const Predecessor& one : last)
        if (const QString address = valueText(*one.document, "podcast_file");
            !address.isEmpty() && addresses.size() < addressesAlike)
            addresses.emplace_back(address, namesOf(one));
    if (addresses.size() < addressesAlike)
        return {};
    const Names names = namesOf(episode);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QString pattern = namePattern(addresses.front().first, addresses.front().second[i]);
        const bool isUsual = !names[i].isEmpty() && !pattern.isEmpty() &&
                             std::all_of(addresses.begin(), addresses.end(), [&](const auto& one) {
                                 return namePattern(one.first, one.second[i]) == pattern;
                             });
        if (isUsual)
            return QString(pattern).replace(QChar(namePlace), names[i]);
    }
    return {};
}

} // namespace catalog
