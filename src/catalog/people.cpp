// SPDX-License-Identifier: MIT
#include "catalog/people.h"

#include "catalog/facts.h"
#include "format/frontmatter.h"

#include <QMultiHash>

#include <algorithm>

namespace catalog {

namespace {

constexpr int fewUses = 2;
constexpr qsizetype leastLetters = 5;  ///< shorter ids differ by one letter all the time
constexpr qsizetype mostLetters = 100; ///< no id is this long; bounds the work on hostile ones

bool isDoubtful(const PersonEntry& entry) {
    return entry.lacksPage || entry.allUses() <= fewUses;
}

/// One letter replaced, added or left out. Numbers count: "guest1" and "guest2" are two.
bool differByOneLetter(const QString& one, const QString& other) {
    const QString& shorter = one.size() <= other.size() ? one : other;
    const QString& longer = one.size() <= other.size() ? other : one;
    if (shorter.size() < leastLetters || longer.size() - shorter.size() > 1)
        return false;
    const auto [left, right] = std::mismatch(shorter.begin(), shorter.end(), longer.begin(), longer.end());
    if (right == longer.end() || right->isDigit())
        return false;
    const auto step = longer.size() == shorter.size() ? 1 : 0;
    return std::equal(left + step, shorter.end(), right + 1, longer.end());
}

/// Texts of which two ids with at most one letter's difference share one: itself, and it without each letter.
QStringList neighbourhood(const QString& folded) {
    QStringList texts{folded};
    if (folded.size() >= leastLetters && folded.size() <= mostLetters)
        for (qsizetype at = 0; at < folded.size(); ++at)
            texts += folded.left(at) + folded.mid(at + 1);
    texts.removeDuplicates();
    return texts;
}

void findSimilar(std::vector<PersonEntry>& entries) {
    QMultiHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (const QString& text : neighbourhood(foldedId(entries[i].key.id))) {
            for (auto place = places.constFind(text); place != places.constEnd() && place.key() == text;
                 ++place) {
                PersonEntry& other = entries[place.value()];
                if (other.similar.contains(entries[i].key.id) || !areNearlyEqual(entries[i], other))
                    continue;
                other.similar += entries[i].key.id;
                entries[i].similar += other.key.id;
            }
            places.insert(text, i);
        }
    }
    for (PersonEntry& entry : entries)
        entry.similar.sort();
}

} // namespace

UsedIds usedIdsOf(const Episode& episode) {
    UsedIds ids;
    if (episode.isRefused())
        return ids;
    const std::string& text = episode.text();
    const auto front = format::splitFrontMatter(text);
    const auto tree = front ? format::JsonTree::parse(text, front->object)
                            : format::Result<format::JsonTree>(front.error());
    if (!tree)
        return ids;
    for (std::size_t list = 0; list < ids.size(); ++list) {
        const format::JsonId id = tree->member(tree->root(), idListKeys[list]);
        if (id == format::noNode || tree->node(id).type != format::JsonType::Array)
            continue;
        for (const format::JsonId item : tree->node(id).children)
            if (tree->node(item).type == format::JsonType::String)
                ids[list] += QString::fromUtf8(tree->node(item).string);
        ids[list].removeDuplicates();
    }
    return ids;
}

QString foldedId(const QString& id) {
    QString folded = id.toLower();
    folded.removeIf(
        [](QChar c) { return c == QLatin1Char('-') || c == QLatin1Char('_') || c == QLatin1Char('.'); });
    return folded;
}

bool areNearlyEqual(const PersonEntry& one, const PersonEntry& other) {
    if (one.key == other.key || one.key.isSponsor != other.key.isSponsor)
        return false;
    const QString left = foldedId(one.key.id);
    const QString right = foldedId(other.key.id);
    if (left == right)
        return !left.isEmpty();
    // The same sponsor of two shows: "acme-cr" and "acme-lr" are meant to differ.
    const bool isOfTwoShows = one.key.isSponsor && acronymOf(one.key.id) != acronymOf(other.key.id);
    return !isOfTwoShows && (isDoubtful(one) || isDoubtful(other)) && differByOneLetter(left, right);
}

void PeopleUsage::clear() {
    m_episodes.clear();
    m_uses.clear();
}

void PeopleUsage::count(const UsedIds& ids, int by) {
    for (std::size_t list = 0; list < ids.size(); ++list)
        for (const QString& id : ids[list]) {
            const PersonKey key{id, list == static_cast<std::size_t>(IdList::Sponsors)};
            auto& uses = m_uses[key];
            uses[list] += by;
            if (uses == std::array<int, idListKeys.size()>{})
                m_uses.remove(key);
        }
}

bool PeopleUsage::set(EpisodeId episode, const UsedIds& ids) {
    const auto at = static_cast<std::size_t>(episode.value);
    if (at >= m_episodes.size())
        m_episodes.resize(at + 1);
    if (m_episodes[at] == ids)
        return false;
    count(m_episodes[at], -1);
    count(ids, 1);
    m_episodes[at] = ids;
    return true;
}

bool PeopleUsage::isUsed(EpisodeId episode, IdList list, const QString& id) const {
    const auto at = static_cast<std::size_t>(episode.value);
    return at < m_episodes.size() && m_episodes[at][static_cast<std::size_t>(list)].contains(id);
}

std::vector<EpisodeId> PeopleUsage::episodesOf(const PersonKey& key) const {
    std::vector<EpisodeId> episodes;
    for (int i = 0; i < static_cast<int>(m_episodes.size()); ++i)
        for (const IdList list : {IdList::Hosts, IdList::Guests, IdList::Sponsors})
            if (holds(list, key) && isUsed({i}, list, key.id)) {
                episodes.push_back({i});
                break;
            }
    return episodes;
}

std::vector<PersonEntry> PeopleUsage::entries(const Registry& registry) const {
    QHash<PersonKey, PersonEntry> found;
    const auto add = [&found](const PersonKey& key, const QString& name, PersonKind kind) {
        PersonEntry& entry = found[key];
        entry.key = key;
        entry.name = name;
        entry.kind = kind;
        entry.hasPage = true;
    };
    for (const Person& person : registry.people)
        add({person.id, false}, person.name, person.isHost ? PersonKind::Host : PersonKind::Guest);
    for (const Sponsor& sponsor : registry.sponsors)
        add({sponsor.id, true}, sponsor.title, PersonKind::Sponsor);
    for (auto use = m_uses.begin(); use != m_uses.end(); ++use) {
        PersonEntry& entry = found[use.key()];
        entry.key = use.key();
        entry.uses = use.value();
        if (!entry.hasPage) {
            entry.lacksPage = entry.key.isSponsor ? registry.knowsSponsors : registry.knowsPeople;
            entry.kind = entry.key.isSponsor ? PersonKind::Sponsor : PersonKind::Unknown;
        }
    }
    std::vector<PersonEntry> entries(found.begin(), found.end());
    std::sort(entries.begin(), entries.end(),
              [](const PersonEntry& left, const PersonEntry& right) { return left.key < right.key; });
    findSimilar(entries);
    return entries;
}

} // namespace catalog
