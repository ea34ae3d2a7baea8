// SPDX-License-Identifier: MIT
#include "format/sequencecontents.h"

#include <algorithm>
#include <set>

namespace format {

namespace {

using Kind = MergedPiece::Kind;
using Side = MergedItem::Side;

enum { Base, Mine, Theirs, SideCount };

/// How often each text of `part` occurs.
template <typename Part>
std::map<std::string, int> countsOf(const Sequence& items, const Part& part) {
    std::map<std::string, int> counts;
    for (const SequenceItem& item : items)
        ++counts[part(item)];
    return counts;
}

const std::string& identityOf(const SequenceItem& item) {
    return item.identity;
}
const std::string& aliasOf(const SequenceItem& item) {
    return item.alias;
}

/// An item whose identity is new, but whose alias is that of one that went: it is the same one.
void followAliases(const Sequence& base, Sequence& other) {
    const auto basic = countsOf(base, identityOf);
    const auto there = countsOf(other, identityOf);
    const auto aliases = countsOf(base, aliasOf);
    const auto otherAliases = countsOf(other, aliasOf);
    for (SequenceItem& item : other) {
        if (item.alias.empty() || item.identity.empty() || basic.count(item.identity) > 0 ||
            otherAliases.at(item.alias) != 1)
            continue;
        const auto alias = aliases.find(item.alias);
        if (alias == aliases.end() || alias->second != 1)
            continue;
        const auto before = std::find_if(base.begin(), base.end(), [&](const SequenceItem& candidate) {
            return candidate.alias == item.alias;
        });
        if (!before->identity.empty() && there.count(before->identity) == 0)
            item.identity = before->identity;
    }
}

Span one(const std::optional<std::size_t>& index, std::size_t otherwise) {
    return index ? Span{*index, *index + 1} : Span{otherwise, otherwise};
}

} // namespace

SequenceContents::SequenceContents(const Sequence& base, const Sequence& mine, const Sequence& theirs)
    : m_texts{base, mine, theirs}
    , m_places{base, mine, theirs} {
    followAliases(base, m_places[Mine]);
    followAliases(base, m_places[Theirs]);
    std::set<std::string> ambiguous{std::string()};
    for (const Sequence& items : m_places)
        for (const auto& [identity, count] : countsOf(items, identityOf))
            if (count > 1)
                ambiguous.insert(identity);
    for (int side = 0; side < SideCount; ++side)
        for (std::size_t i = 0; i < m_places[side].size(); ++i) {
            SequenceItem& item = m_places[side][i];
            if (ambiguous.count(item.identity) > 0) {
                item.identity.clear();
                item.key = "=" + item.key;
                continue;
            }
            item.key = "#" + item.identity;
            Known& place = m_known[item.key];
            (side == Base ? place.base : side == Mine ? place.mine : place.theirs) = i;
        }
}

const SequenceContents::Known* SequenceContents::known(const Sequence& places, std::size_t index) const {
    const auto place = m_known.find(places[index].key);
    return place == m_known.end() ? nullptr : &place->second;
}

const std::string* SequenceContents::text(int side, const Index& index) const {
    return index ? &m_texts[side][*index].key : nullptr;
}

bool SequenceContents::areSame(int a, const Index& i, int b, const Index& j) const {
    const std::string* first = text(a, i);
    const std::string* second = text(b, j);
    return first && second ? *first == *second : first == second;
}

bool SequenceContents::isChanged(const std::string& key) const {
    const auto place = m_known.find(key);
    if (place == m_known.end())
        return false;
    const Known& item = place->second;
    return (item.mine && !areSame(Base, item.base, Mine, item.mine)) ||
           (item.theirs && !areSame(Base, item.base, Theirs, item.theirs));
}

std::optional<std::vector<MergedPiece>>
SequenceContents::decided(const std::vector<MergedPiece>& pieces) const {
    std::vector<MergedPiece> out;
    for (const MergedPiece& piece : pieces)
        decide(piece, out);
    return areAllThereOnce(out) ? std::optional(std::move(out)) : std::nullopt;
}

void SequenceContents::decide(const MergedPiece& piece, std::vector<MergedPiece>& out) const {
    bool holdsKnown = false;
    for (std::size_t i = piece.base.begin; i < piece.base.end; ++i)
        holdsKnown |= known(m_places[Base], i) != nullptr;
    for (const MergedItem& item : piece.items)
        holdsKnown |= known(m_places[item.side == Side::Mine ? Mine : Theirs], item.index) != nullptr;
    if (!holdsKnown || piece.kind == Kind::Conflict) {
        out.push_back(piece);
        return;
    }
    decideRemoved(piece, out);
    for (const MergedItem& item : piece.items)
        decideItem(piece, item, out);
}

/// What one side removed and the other changed.
void SequenceContents::decideRemoved(const MergedPiece& piece, std::vector<MergedPiece>& out) const {
    for (std::size_t i = piece.base.begin; i < piece.base.end; ++i) {
        const Known* item = known(m_places[Base], i);
        const bool isRemoved = item ? !item->mine || !item->theirs : piece.kind != Kind::Same;
        if (!isRemoved)
            continue;
        MergedPiece single{piece.kind,
                           {i, i + 1},
                           {piece.mine.begin, piece.mine.begin},
                           {piece.theirs.begin, piece.theirs.begin},
                           {}};
        const bool stood = item && !(item->mine || item->theirs);
        const bool minesChanged = item && item->mine && !areSame(Base, item->base, Mine, item->mine);
        const bool theirsChanged = item && item->theirs && !areSame(Base, item->base, Theirs, item->theirs);
        // Where it still stands on the side that changed it; moved, it is decided at its new place.
        const bool isMineHere = minesChanged && piece.mine.contains(*item->mine);
        const bool isTheirsHere = theirsChanged && piece.theirs.contains(*item->theirs);
        if (!stood && (isMineHere || isTheirsHere)) {
            single.kind = Kind::Conflict;
            single.mine = one(item->mine, piece.mine.begin);
            single.theirs = one(item->theirs, piece.theirs.begin);
            if (item->mine)
                single.items.push_back({Side::Mine, *item->mine});
        }
        out.push_back(std::move(single));
    }
}

void SequenceContents::decideItem(const MergedPiece& piece, MergedItem item,
                                  std::vector<MergedPiece>& out) const {
    const bool isMine = item.side == Side::Mine;
    const Known* place = known(m_places[isMine ? Mine : Theirs], item.index);
    MergedPiece single{piece.kind,
                       {piece.base.begin, piece.base.begin},
                       isMine ? one(item.index, 0) : Span{piece.mine.begin, piece.mine.begin},
                       isMine ? Span{piece.theirs.begin, piece.theirs.begin} : one(item.index, 0),
                       {item}};
    if (place) {
        single.base = one(place->base, piece.base.begin);
        single.mine = one(place->mine, piece.mine.begin);
        single.theirs = one(place->theirs, piece.theirs.begin);
        const bool mineIsOld = areSame(Base, place->base, Mine, place->mine);
        const bool theirsIsOld = areSame(Base, place->base, Theirs, place->theirs);
        if (place->mine && place->theirs && areSame(Mine, place->mine, Theirs, place->theirs)) {
            single.items = {{Side::Theirs, *place->theirs}};
        } else if (place->theirs && (mineIsOld || (!place->mine && !place->base))) {
            single.items = {{Side::Theirs, *place->theirs}};
            single.kind = Kind::Theirs;
        } else if (place->mine && (theirsIsOld || (!place->theirs && !place->base))) {
            single.items = {{Side::Mine, *place->mine}};
            single.kind = Kind::Mine;
        } else {
            single.kind = Kind::Conflict;
            single.items.clear();
            if (place->mine)
                single.items.push_back({Side::Mine, *place->mine});
        }
    }
    out.push_back(std::move(single));
}

bool SequenceContents::areAllThereOnce(const std::vector<MergedPiece>& pieces) const {
    std::map<std::string, int> asMine;
    std::map<std::string, int> asTheirs;
    const auto count = [this](std::map<std::string, int>& counts, int side, Span range) {
        for (std::size_t i = range.begin; i < range.end; ++i)
            ++counts[m_places[side][i].key];
    };
    for (const MergedPiece& piece : pieces) {
        if (piece.kind == Kind::Conflict) {
            count(asMine, Mine, piece.mine);
            count(asTheirs, Theirs, piece.theirs);
            continue;
        }
        for (const MergedItem& item : piece.items) {
            const std::string& key = m_places[item.side == Side::Mine ? Mine : Theirs][item.index].key;
            ++asMine[key];
            ++asTheirs[key];
        }
    }
    return std::all_of(m_known.begin(), m_known.end(), [&](const auto& entry) {
        const bool isBoth = entry.second.mine && entry.second.theirs;
        const int mine = asMine[entry.first];
        const int theirs = asTheirs[entry.first];
        return isBoth ? mine == 1 && theirs == 1 : mine <= 1 && theirs <= 1;
    });
}

} // namespace format
