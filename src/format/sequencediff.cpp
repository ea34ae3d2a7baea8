// SPDX-License-Identifier: MIT
#include "format/sequencediff.h"

#include "format/limits.h"

#include <algorithm>
#include <functional>

namespace format {

namespace {

using Same = std::function<bool(const SequenceItem&, const SequenceItem&)>;

/// Pairs of items that both sequences have, in order: the longest common subsequence between the common
/// beginning and end. Where that middle is too large for the table, none of it is common.
class Matcher {
public:
    Matcher(const Sequence& base, const Sequence& other, Same same)
        : m_base(base)
        , m_other(other)
        , m_same(std::move(same)) {}

    std::vector<SequenceHunk> pairs(Span base, Span other) {
        std::vector<SequenceHunk> found;
        while (!base.isEmpty() && !other.isEmpty() && same(base.begin, other.begin))
            found.push_back(pair(base.begin++, other.begin++));
        std::vector<SequenceHunk> tail;
        while (!base.isEmpty() && !other.isEmpty() && same(base.end - 1, other.end - 1))
            tail.push_back(pair(--base.end, --other.end));
        matchMiddle(base, other, found);
        found.insert(found.end(), tail.rbegin(), tail.rend());
        return found;
    }

private:
    bool same(std::size_t base, std::size_t other) const { return m_same(m_base[base], m_other[other]); }
    static SequenceHunk pair(std::size_t base, std::size_t other) {
        return {{base, base + 1}, {other, other + 1}};
    }

    void matchMiddle(Span base, Span other, std::vector<SequenceHunk>& found) const {
        const std::size_t rows = base.size();
        const std::size_t columns = other.size();
        if (rows == 0 || columns == 0 || rows > limits::sequenceCells / columns)
            return;
        std::vector<int> length((rows + 1) * (columns + 1), 0); // of the rest from (i, j)
        const auto at = [columns](std::size_t i, std::size_t j) { return i * (columns + 1) + j; };
        for (std::size_t i = rows; i-- > 0;)
            for (std::size_t j = columns; j-- > 0;)
                length[at(i, j)] = same(base.begin + i, other.begin + j)
                                       ? length[at(i + 1, j + 1)] + 1
                                       : std::max(length[at(i + 1, j)], length[at(i, j + 1)]);
        for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
            if (same(base.begin + i, other.begin + j))
                found.push_back(pair(base.begin + i++, other.begin + j++));
            else if (length[at(i + 1, j)] >= length[at(i, j + 1)])
                ++i;
            else
                ++j;
        }
    }

    const Sequence& m_base;
    const Sequence& m_other;
    Same m_same;
};

/// Calls `visit` for what lies between the pairs, and `meet` for every pair.
template <typename Visit, typename Meet>
void walk(const std::vector<SequenceHunk>& pairs, Span base, Span other, const Visit& visit,
          const Meet& meet) {
    for (const SequenceHunk& pair : pairs) {
        visit(Span{base.begin, pair.base.begin}, Span{other.begin, pair.other.begin});
        meet(pair);
        base.begin = pair.base.end;
        other.begin = pair.other.end;
    }
    visit(base, other);
}

bool haveIdentities(const Sequence& items, Span range) {
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (items[i].identity.empty())
            return false;
    return true;
}

/// Items that are about different things: some went, others came.
void addExchange(Span base, Span other, std::vector<SequenceHunk>& hunks) {
    for (std::size_t i = base.begin; i < base.end; ++i)
        hunks.push_back({{i, i + 1}, {other.begin, other.begin}});
    if (!other.isEmpty())
        hunks.push_back({{base.end, base.end}, other});
}

/// Of what nothing is known, as many items on both sides changed one by one.
void addUnknown(Span base, Span other, std::vector<SequenceHunk>& hunks) {
    if (base.size() == other.size())
        for (std::size_t i = 0; i < base.size(); ++i)
            hunks.push_back({{base.begin + i, base.begin + i + 1}, {other.begin + i, other.begin + i + 1}});
    else
        hunks.push_back({base, other});
}

} // namespace

std::vector<SequenceHunk> sequenceDiff(const Sequence& base, const Sequence& other) {
    std::vector<SequenceHunk> hunks;
    Matcher byKey(base, other, [](const SequenceItem& a, const SequenceItem& b) { return a.key == b.key; });
    const Span allBase{0, base.size()};
    const Span allOther{0, other.size()};
    walk(
        byKey.pairs(allBase, allOther), allBase, allOther,
        [&](Span from, Span to) {
            if (from.isEmpty() || to.isEmpty() || (haveIdentities(base, from) && haveIdentities(other, to)))
                addExchange(from, to, hunks);
            else
                addUnknown(from, to, hunks);
        },
        [](const SequenceHunk&) {});
    return hunks;
}

} // namespace format
