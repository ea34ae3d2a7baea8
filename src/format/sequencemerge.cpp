// SPDX-License-Identifier: MIT
#include "format/sequencemerge.h"

#include "format/sequencecontents.h"
#include "format/sequencediff.h"

#include <algorithm>
#include <map>
#include <optional>

namespace format {

namespace {

using Kind = MergedPiece::Kind;
using Side = MergedItem::Side;

bool haveSameKeys(const Sequence& a, Span from, const Sequence& b, Span to) {
    return from.size() == to.size() &&
           std::equal(a.begin() + static_cast<std::ptrdiff_t>(from.begin),
                      a.begin() + static_cast<std::ptrdiff_t>(from.end),
                      b.begin() + static_cast<std::ptrdiff_t>(to.begin),
                      [](const SequenceItem& x, const SequenceItem& y) { return x.key == y.key; });
}

bool areListItems(const Sequence& items, Span range) {
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (!items[i].isListItem)
            return false;
    return true;
}

/// One side's changes, taken one by one in the base's order.
struct Changes {
    std::vector<SequenceHunk> hunks;
    std::size_t next = 0;
    std::size_t at = 0; ///< how far this side's sequence was read

    const SequenceHunk* head() const { return next < hunks.size() ? &hunks[next] : nullptr; }
};

bool overlaps(Span cluster, Span hunk) {
    if (cluster.isEmpty() || hunk.isEmpty()) {
        const Span range = cluster.isEmpty() ? hunk : cluster;
        const std::size_t place = cluster.isEmpty() ? cluster.begin : hunk.begin;
        return range.isEmpty() ? range.begin == place : range.begin < place && place < range.end;
    }
    return hunk.begin < cluster.end && cluster.begin < hunk.end;
}

class Merger {
public:
    Merger(const Sequence& base, const Sequence& mine, const Sequence& theirs)
        : m_base(base)
        , m_mine(mine)
        , m_theirs(theirs)
        , m_mineChanges{sequenceDiff(base, mine)}
        , m_theirChanges{sequenceDiff(base, theirs)} {}

    std::vector<MergedPiece> pieces() {
        std::size_t at = 0;
        for (const SequenceHunk* first = next(); first; first = next()) {
            const Span base = first->base;
            addUnchanged({at, base.begin});
            at = addCluster(base);
        }
        addUnchanged({at, m_base.size()});
        return std::move(m_pieces);
    }

private:
    /// The change that comes first in the base, whosever it is.
    const SequenceHunk* next() const {
        const SequenceHunk* mine = m_mineChanges.head();
        const SequenceHunk* theirs = m_theirChanges.head();
        return !theirs || (mine && mine->base < theirs->base) ? mine : theirs;
    }

    void addUnchanged(Span base) {
        if (base.isEmpty())
            return;
        MergedPiece piece{
            Kind::Same, base, take(m_mineChanges, base.size()), take(m_theirChanges, base.size()), {}};
        putItems(piece, Side::Theirs, piece.theirs);
        m_pieces.push_back(std::move(piece));
    }

    static Span take(Changes& changes, std::size_t count) {
        changes.at += count;
        return {changes.at - count, changes.at};
    }
    static void putItems(MergedPiece& piece, Side side, Span range) {
        for (std::size_t i = range.begin; i < range.end; ++i)
            piece.items.push_back({side, i});
    }

    /// All changes that touch each other, beginning with the one at `base`; returns where it ends.
    std::size_t addCluster(Span base) {
        std::size_t mineHunks = 0;
        std::size_t theirHunks = 0;
        std::size_t mineGrown = 0; // modulo 2^n: shrinking wraps and adds up right
        std::size_t theirsGrown = 0;
        const auto join = [&base](Changes& changes, std::size_t& hunks, std::size_t& grown) {
            const SequenceHunk* head = changes.head();
            if (!head || !(head->base == base || overlaps(base, head->base)))
                return false;
            base = {std::min(base.begin, head->base.begin), std::max(base.end, head->base.end)};
            grown += head->other.size() - head->base.size();
            ++changes.next;
            ++hunks;
            return true;
        };
        while (join(m_mineChanges, mineHunks, mineGrown) || join(m_theirChanges, theirHunks, theirsGrown)) {
        }
        MergedPiece piece{Kind::Same,
                          base,
                          take(m_mineChanges, base.size() + mineGrown),
                          take(m_theirChanges, base.size() + theirsGrown),
                          {}};
        decide(piece, mineHunks > 0, theirHunks > 0);
        m_pieces.push_back(std::move(piece));
        return base.end;
    }

    void decide(MergedPiece& piece, bool mineChanged, bool theirsChanged) const {
        if (!mineChanged || haveSameKeys(m_mine, piece.mine, m_theirs, piece.theirs)) {
            piece.kind = mineChanged ? Kind::Same : Kind::Theirs;
            putItems(piece, Side::Theirs, piece.theirs);
        } else if (!theirsChanged) {
            piece.kind = Kind::Mine;
            putItems(piece, Side::Mine, piece.mine);
        } else if (piece.base.isEmpty() && areListItems(m_mine, piece.mine) &&
                   areListItems(m_theirs, piece.theirs)) {
            piece.kind = Kind::Both;
            putItems(piece, Side::Theirs, piece.theirs);
            putItems(piece, Side::Mine, piece.mine);
        } else {
            piece.kind = Kind::Conflict;
            putItems(piece, Side::Mine, piece.mine);
        }
    }

    const Sequence& m_base;
    const Sequence& m_mine;
    const Sequence& m_theirs;
    Changes m_mineChanges;
    Changes m_theirChanges;
    std::vector<MergedPiece> m_pieces;
};

/// Where items stand that their key alone names.
class Places {
public:
    explicit Places(const Sequence& items) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto [place, isNew] = m_places.emplace(items[i].key, i);
            if (!isNew)
                place->second = std::nullopt;
        }
    }
    bool has(const std::string& key) const { return m_places.count(key) > 0; }
    bool hasOnce(const std::string& key) const {
        const auto place = m_places.find(key);
        return place != m_places.end() && place->second;
    }

private:
    std::map<std::string, std::optional<std::size_t>> m_places;
};

/// Moved items: to a diff they went at one place and came at another.
class Moves {
public:
    Moves(const Sequence& base, const Sequence& mine, const Sequence& theirs,
          const SequenceContents& contents, std::vector<MergedPiece>& pieces)
        : m_base(base)
        , m_mine(mine)
        , m_theirs(theirs)
        , m_basePlaces(base)
        , m_minePlaces(mine)
        , m_theirPlaces(theirs)
        , m_contents(contents)
        , m_pieces(pieces) {}

    void settle() {
        for (MergedPiece& piece : m_pieces)
            if (piece.kind == Kind::Conflict && piece.base.size() == 1)
                settleMovedAndChanged(piece);
        for (const MergedPiece& piece : m_pieces)
            if (piece.kind == Kind::Same && piece.mine.isEmpty() && piece.theirs.isEmpty())
                for (std::size_t i = piece.base.begin; i < piece.base.end; ++i)
                    settleMovedAndRemoved(m_base[i].key);
        settleTwice();
    }

private:
    bool isAdded(const MergedPiece& piece) const {
        return piece.kind == Kind::Mine || piece.kind == Kind::Theirs || piece.kind == Kind::Both;
    }
    const std::string& keyOf(const MergedItem& item) const {
        return (item.side == Side::Mine ? m_mine : m_theirs)[item.index].key;
    }
    bool isSingle(const std::string& key) const {
        return m_basePlaces.hasOnce(key) && (!m_minePlaces.has(key) || m_minePlaces.hasOnce(key)) &&
               (!m_theirPlaces.has(key) || m_theirPlaces.hasOnce(key));
    }

    MergedItem* added(const std::string& key, Side side) {
        for (MergedPiece& piece : m_pieces)
            if (isAdded(piece))
                for (MergedItem& item : piece.items)
                    if (item.side == side && keyOf(item) == key)
                        return &item;
        return nullptr;
    }

    void settleMovedAndChanged(MergedPiece& piece) {
        const std::string& key = m_base[piece.base.begin].key;
        if (!isSingle(key) || piece.mine.size() + piece.theirs.size() != 1)
            return;
        const bool mineMoved = piece.mine.isEmpty();
        MergedItem* moved = added(key, mineMoved ? Side::Mine : Side::Theirs);
        if (!moved)
            return;
        *moved = mineMoved ? MergedItem{Side::Theirs, piece.theirs.begin}
                           : MergedItem{Side::Mine, piece.mine.begin};
        piece.kind = mineMoved ? Kind::Theirs : Kind::Mine;
        piece.items.clear();
    }

    /// Where it stands is no change of what it says: the removal counts.
    void settleMovedAndRemoved(const std::string& key) {
        if (!isSingle(key) || (m_minePlaces.has(key) && m_theirPlaces.has(key)) || m_contents.isChanged(key))
            return;
        for (MergedPiece& piece : m_pieces)
            if (isAdded(piece))
                piece.items.erase(std::remove_if(piece.items.begin(), piece.items.end(),
                                                 [&](const MergedItem& item) { return keyOf(item) == key; }),
                                  piece.items.end());
    }

    /// What both moved, or both added, stands where they put it.
    void settleTwice() {
        for (MergedPiece& piece : m_pieces) {
            if (!isAdded(piece))
                continue;
            const auto isTheirsToo = [&](const MergedItem& item) {
                const std::string& key = keyOf(item);
                return item.side == Side::Mine && m_minePlaces.hasOnce(key) && m_theirPlaces.hasOnce(key) &&
                       added(key, Side::Theirs);
            };
            piece.items.erase(std::remove_if(piece.items.begin(), piece.items.end(), isTheirsToo),
                              piece.items.end());
        }
    }

    const Sequence& m_base;
    const Sequence& m_mine;
    const Sequence& m_theirs;
    Places m_basePlaces, m_minePlaces, m_theirPlaces;
    const SequenceContents& m_contents;
    std::vector<MergedPiece>& m_pieces;
};

} // namespace

std::optional<std::vector<MergedPiece>> mergeSequences(const Sequence& base, const Sequence& mine,
                                                       const Sequence& theirs) {
    const SequenceContents contents(base, mine, theirs);
    const Sequence& a = contents.base();
    const Sequence& b = contents.mine();
    const Sequence& c = contents.theirs();
    auto pieces = Merger(a, b, c).pieces();
    Moves(a, b, c, contents, pieces).settle();
    return contents.decided(pieces);
}

} // namespace format
