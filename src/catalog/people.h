// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"
#include "catalog/registry.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <vector>

namespace catalog {

/// The lists of an episode that hold ids of people and sponsors; `idListKeys` are their keys.
enum class IdList { Hosts, Guests, Sponsors };
inline constexpr std::array<const char*, 3> idListKeys = {"hosts", "guests", "sponsors"};

/// Names a person or a sponsor: the same letters may stand for one of each.
struct PersonKey {
    QString id;
    bool isSponsor = false;

    bool operator==(const PersonKey&) const = default;
    /// People first, then sponsors, each by id.
    bool operator<(const PersonKey& other) const {
        return isSponsor != other.isSponsor ? other.isSponsor : id < other.id;
    }
};
inline size_t qHash(const PersonKey& key, size_t seed = 0) {
    return qHashMulti(seed, key.id, key.isSponsor);
}
/// Whether a list holds ids of that kind.
inline bool holds(IdList list, const PersonKey& key) {
    return (list == IdList::Sponsors) == key.isSponsor;
}

/// The ids in one episode's lists, each once, by IdList.
using UsedIds = std::array<QStringList, idListKeys.size()>;
/// Reads them from the text, without keeping its parsed form; nothing where the file was refused.
UsedIds usedIdsOf(const Episode& episode);

enum class PersonKind { Unknown, Host, Guest, Sponsor };

/// All that is known of one id.
struct PersonEntry {
    PersonKey key;
    QString name; ///< as the page says; empty without one
    PersonKind kind = PersonKind::Unknown;
    bool hasPage = false;
    bool lacksPage = false; ///< the site has a folder for such pages, and none for this id
    std::array<int, idListKeys.size()> uses{};
    QStringList similar; ///< ids of the same kind that are nearly the same

    int allUses() const { return uses[0] + uses[1] + uses[2]; }
    bool operator==(const PersonEntry&) const = default;
};

/// The id without `-`, `_`, `.` and in lower case: what "the same letters" are.
QString foldedId(const QString& id);
/// Whether two ids may mean one person: the same letters, or one letter's difference in ids of five letters
/// or more, of which at least one has no page or few uses.
bool areNearlyEqual(const PersonEntry& one, const PersonEntry& other);

/// Who is used where. Episodes are counted, not mentions.
class PeopleUsage {
public:
    void clear();
    /// Takes an episode's ids in place of what it had before; false where that changes nothing.
    bool set(EpisodeId episode, const UsedIds& ids);

    std::vector<EpisodeId> episodesOf(const PersonKey& key) const;
    bool isUsed(EpisodeId episode, IdList list, const QString& id) const;
    /// Everybody who has a page or is used, in the order of the keys.
    std::vector<PersonEntry> entries(const Registry& registry) const;

private:
    void count(const UsedIds& ids, int by);

    std::vector<UsedIds> m_episodes; ///< by EpisodeId
    QHash<PersonKey, std::array<int, idListKeys.size()>> m_uses;
};

} // namespace catalog
