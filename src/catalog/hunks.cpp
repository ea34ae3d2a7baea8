// SPDX-License-Identifier: MIT
#include "catalog/hunks.h"

#include "catalog/commonsubsequence.h"

#include <algorithm>
#include <utility>

namespace catalog {

namespace {

using format::Document;
using format::JsonId;
using format::JsonNode;
using format::JsonType;
using format::Span;
using Kind = Hunk::Kind;

std::string withoutCr(std::string_view text) {
    std::string plain(text);
    plain.erase(std::remove(plain.begin(), plain.end(), '\r'), plain.end());
    return plain;
}

/// An object's member, a list's element or a row of the notes.
struct Part {
    Span span;
    std::string key; ///< parts of equal keys are the same part
    JsonId node = format::noNode;
    int row = -1;
};

/// Parts with what separates them: `gap(0)` stands before the first, `gap(size())` behind the last.
struct Sequence {
    const Document* document;
    Span whole;
    std::vector<Part> parts;

    std::size_t size() const { return parts.size(); }
    std::string_view bytes(Span span) const { return span.in(document->text()); }
    Span gap(std::size_t i) const {
        return {i == 0 ? whole.begin : parts[i - 1].span.end, i == size() ? whole.end : parts[i].span.begin};
    }
    Span withGapBefore(std::size_t i) const { return {gap(i).begin, parts[i].span.end}; }
    Span withGapBehind(std::size_t i) const { return {parts[i].span.begin, gap(i + 1).end}; }
};

Sequence partsOf(const Document& document, JsonId container) {
    const JsonNode& node = document.json().node(container);
    Sequence sequence{&document, {node.span.begin + 1, node.span.end - 1}, {}};
    for (const JsonId child : node.children) {
        const JsonNode& part = document.json().node(child);
        const bool isMember = node.type == JsonType::Object;
        sequence.parts.push_back({isMember ? Span{part.key.begin, part.span.end} : part.span,
                                  isMember ? std::string(part.name) : withoutCr(document.raw(part)), child,
                                  -1});
    }
    return sequence;
}

/// Whole lines of the notes, in the file's text.
std::vector<Span> linesOf(std::string_view text, Span body) {
    std::vector<Span> lines;
    for (std::size_t at = body.begin; at < body.end;) {
        const std::size_t end = std::min(text.find('\n', at), body.end - 1) + 1;
        lines.push_back({at, end});
        at = end;
    }
    return lines;
}

/// Rows without their line ends, which separate them: behind a last line end stands one more, empty row.
Sequence rowsOf(const Document& document, bool asLines) {
    const std::string& text = document.text();
    const Span body = document.frontMatter().body;
    std::vector<Span> rows;
    if (asLines)
        rows = linesOf(text, body);
    else
        for (const format::Row& row : document.links().rows())
            rows.push_back(row.span);
    Sequence sequence{&document, body, {}};
    const auto add = [&](Span span) {
        const int row = asLines || sequence.size() >= rows.size() ? -1 : static_cast<int>(sequence.size());
        sequence.parts.push_back({span, withoutCr(span.in(text)), format::noNode, row});
    };
    bool endsLine = true;
    for (Span row : rows) {
        const std::size_t end = row.end;
        if (row.begin < row.end && text[row.end - 1] == '\n')
            --row.end;
        if (row.begin < row.end && row.end < end && text[row.end - 1] == '\r')
            --row.end;
        endsLine = row.end < end;
        add(row);
    }
    if (endsLine)
        add({body.end, body.end});
    return sequence;
}

/// At least half of the longer one stands in the other, at the beginning or the end.
bool isAlike(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t prefix = 0;
    while (prefix < shorter && a[prefix] == b[prefix])
        ++prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && a[a.size() - 1 - suffix] == b[b.size() - 1 - suffix])
        ++suffix;
    return 2 * (prefix + suffix) >= std::max(a.size(), b.size());
}

bool isAlike(const format::Row& a, const format::Row& b) {
    if (a.kind != b.kind)
        return false;
    if (a.kind == format::RowKind::Heading || a.kind == format::RowKind::Label)
        return true;
    const bool isLink = a.kind == format::RowKind::Link;
    return (isLink && (a.link.url == b.link.url || a.link.text == b.link.text)) ||
           isAlike(isLink ? a.link.description : a.content, isLink ? b.link.description : b.content);
}

class Comparer {
public:
    Comparer(const Document& saved, const Document& now)
        : m_saved(saved)
        , m_now(now) {}

    std::vector<Hunk> hunks() {
        const Span savedObject = m_saved.frontMatter().object;
        const Span nowObject = m_now.frontMatter().object;
        compareGap({0, savedObject.begin}, {0, nowObject.begin}, Kind::Lead);
        compareParts(partsOf(m_saved, m_saved.json().root()), partsOf(m_now, m_now.json().root()));
        const bool asLines = m_saved.isBodyLocked() || m_now.isBodyLocked();
        m_isInNotes = true;
        compareParts(rowsOf(m_saved, asLines), rowsOf(m_now, asLines));
        return std::move(m_hunks);
    }

private:
    std::string_view savedBytes(Span span) const { return span.in(m_saved.text()); }
    std::string_view nowBytes(Span span) const { return span.in(m_now.text()); }

    Hunk& add(Kind kind, Span saved, Span now) {
        Hunk hunk;
        hunk.kind = kind;
        hunk.saved = saved;
        hunk.now = now;
        hunk.isInNotes = m_isInNotes;
        hunk.container = m_container;
        m_hunks.push_back(std::move(hunk));
        return m_hunks.back();
    }

    void compareGap(Span saved, Span now, Kind kind) {
        const std::string_view before = savedBytes(saved);
        const std::string_view after = nowBytes(now);
        if (before != after)
            add(withoutCr(before) == withoutCr(after) ? Kind::LineEnds : kind, saved, now);
    }

    void compareParts(const Sequence& a, const Sequence& b) {
        const int outer = std::exchange(m_container, ++m_containers);
        comparePairs(a, b);
        m_container = outer;
    }

    void comparePairs(const Sequence& a, const Sequence& b) {
        PlacePairs pairs = commonSubsequence(a.size(), b.size(), [&](std::size_t i, std::size_t j) {
            return a.parts[i].key == b.parts[j].key;
        });
        pairs = withAlike(a, b, pairs);
        if (pairs.empty() && (a.size() > 0 || b.size() > 0))
            return exchangeAll(a, b);
        std::size_t i = 0;
        std::size_t j = 0;
        for (const auto& [pairedA, pairedB] : pairs) {
            compareRun(a, i, pairedA, b, j, pairedB);
            comparePart(a.parts[pairedA], b.parts[pairedB]);
            i = pairedA + 1;
            j = pairedB + 1;
        }
        compareRun(a, i, a.size(), b, j, b.size());
    }

    /// Between the pairs of equal parts: pairs of parts that were changed.
    PlacePairs withAlike(const Sequence& a, const Sequence& b, const PlacePairs& equal) const {
        PlacePairs pairs;
        std::size_t i = 0;
        std::size_t j = 0;
        const auto fill = [&](std::size_t endA, std::size_t endB) {
            constexpr std::size_t limit = 40'000; // comparisons
            if (i < endA && j < endB && (endA - i) <= limit / (endB - j))
                for (const auto& [x, y] : commonSubsequence(endA - i, endB - j, [&](auto x, auto y) {
                         return isAlike(a.parts[i + x], b.parts[j + y]);
                     }))
                    pairs.emplace_back(i + x, j + y);
        };
        for (const auto& pair : equal) {
            fill(pair.first, pair.second);
            pairs.push_back(pair);
            i = pair.first + 1;
            j = pair.second + 1;
        }
        fill(a.size(), b.size());
        return pairs;
    }

    bool isAlike(const Part& a, const Part& b) const {
        if (a.node == format::noNode)
            return a.row >= 0 && b.row >= 0
                       ? catalog::isAlike(m_saved.links().rows()[static_cast<std::size_t>(a.row)],
                                          m_now.links().rows()[static_cast<std::size_t>(b.row)])
                       : !a.key.empty() && !b.key.empty() && catalog::isAlike(a.key, b.key);
        const JsonNode& before = m_saved.json().node(a.node);
        const JsonNode& after = m_now.json().node(b.node);
        // Members are known by their names; of lists, elements that have a member in common.
        if (!before.key.isEmpty() || before.type != JsonType::Object || after.type != JsonType::Object)
            return false;
        return std::any_of(before.children.begin(), before.children.end(), [&](JsonId child) {
            const JsonNode& member = m_saved.json().node(child);
            const JsonId same = m_now.json().member(b.node, member.name);
            return same != format::noNode && m_saved.raw(member) == m_now.raw(m_now.json().node(same));
        });
    }

    /// Nothing is common: all of the one stands in place of all of the other.
    void exchangeAll(const Sequence& a, const Sequence& b) {
        Hunk& hunk = add(Kind::Changed, a.whole, b.whole);
        const auto items = [](const Sequence& s) {
            return s.parts.empty() ? Span{s.whole.begin, s.whole.begin}
                                   : Span{s.parts.front().span.begin, s.parts.back().span.end};
        };
        hunk.savedItem = items(a);
        hunk.nowItem = items(b);
        hunk.kind = a.parts.empty() ? Kind::Added : b.parts.empty() ? Kind::Removed : Kind::Changed;
        hunk.path = m_path;
        hunk.parts = static_cast<int>(std::max(a.size(), b.size()));
    }

    /// Parts without a partner, between two pairs: each goes with the gap before it, at the beginning with
    /// the gap behind it, so that what stays has one gap more than parts.
    void compareRun(const Sequence& a, std::size_t i, std::size_t endA, const Sequence& b, std::size_t j,
                    std::size_t endB) {
        const bool atStart = i == 0 && j == 0;
        if (atStart)
            compareGap(a.gap(0), b.gap(0), Kind::Layout);
        const std::size_t placeA = atStart ? a.gap(0).end : a.gap(i).begin;
        const std::size_t placeB = atStart ? b.gap(0).end : b.gap(j).begin;
        const std::size_t first = m_hunks.size();
        for (std::size_t at = i; at < endA; ++at)
            leave(a, at, atStart ? a.withGapBehind(at) : a.withGapBefore(at), {placeB, placeB});
        joinBlanks(first);
        const std::size_t second = m_hunks.size();
        for (std::size_t at = j; at < endB; ++at)
            enter(b, at, atStart ? b.withGapBehind(at) : b.withGapBefore(at), {placeA, placeA});
        joinBlanks(second);
        if (!atStart)
            compareGap(a.gap(endA), b.gap(endB), Kind::Layout);
    }

    void leave(const Sequence& a, std::size_t at, Span saved, Span now) {
        const Part& part = a.parts[at];
        Hunk& hunk = add(Kind::Removed, saved, now);
        hunk.savedItem = part.span;
        hunk.savedRow = part.row;
        hunk.identity = part.key;
        hunk.path = pathOf(m_saved, part);
    }
    void enter(const Sequence& b, std::size_t at, Span now, Span saved) {
        const Part& part = b.parts[at];
        Hunk& hunk = add(Kind::Added, saved, now);
        hunk.nowItem = part.span;
        hunk.nowRow = part.row;
        hunk.identity = part.key;
        hunk.path = pathOf(m_now, part);
    }

    /// Blank lines come and go with the row beside them.
    void joinBlanks(std::size_t first) {
        const auto isBlank = [this](std::size_t i) {
            return m_isInNotes && m_hunks[i].identity.find_first_not_of(" \t\n") == std::string::npos;
        };
        for (std::size_t i = first; i < m_hunks.size(); ++i) {
            if (!isBlank(i))
                continue;
            std::size_t other = i;
            while (other < m_hunks.size() && isBlank(other))
                ++other;
            if (other == m_hunks.size())
                for (other = i; other > first && isBlank(other);)
                    --other;
            if (!isBlank(other))
                m_hunks[i].joins = static_cast<int>(other);
        }
    }

    static format::JsonPath pathOf(const Document& document, const Part& part) {
        return part.node == format::noNode ? format::JsonPath() : document.json().pathOf(part.node);
    }

    void comparePart(const Part& a, const Part& b) {
        if (savedBytes(a.span) == nowBytes(b.span))
            return;
        if (a.node != format::noNode)
            return compareValues(a.node, b.node);
        Hunk& hunk = add(a.key == b.key ? Kind::LineEnds : Kind::Changed, a.span, b.span);
        hunk.savedItem = a.span;
        hunk.nowItem = b.span;
        hunk.savedRow = a.row;
        hunk.nowRow = b.row;
    }

    void compareValues(JsonId a, JsonId b) {
        const JsonNode& before = m_saved.json().node(a);
        const JsonNode& after = m_now.json().node(b);
        if (!before.key.isEmpty() && !after.key.isEmpty())
            compareGap({before.key.begin, before.span.begin}, {after.key.begin, after.span.begin},
                       Kind::Layout);
        if (m_saved.raw(before) == m_now.raw(after))
            return;
        const format::JsonPath outer = std::exchange(m_path, m_now.json().pathOf(b));
        const bool areContainers =
            before.type == after.type && (before.type == JsonType::Array || before.type == JsonType::Object);
        if (areContainers) {
            compareParts(partsOf(m_saved, a), partsOf(m_now, b));
        } else {
            const bool isSame = m_saved.value(before).isSameValue(m_now.value(after));
            Hunk& hunk = add(isSame ? Kind::Spelling : Kind::Changed, before.span, after.span);
            hunk.savedItem = before.span;
            hunk.nowItem = after.span;
            hunk.path = m_path;
        }
        m_path = outer;
    }

    const Document& m_saved;
    const Document& m_now;
    std::vector<Hunk> m_hunks;
    format::JsonPath m_path; ///< of the container whose parts are compared
    bool m_isInNotes = false;
    int m_container = 0;
    int m_containers = 0; ///< how many were compared
};

} // namespace

std::vector<Hunk> hunksOf(const Document& saved, const Document& now) {
    return saved.text() == now.text() ? std::vector<Hunk>() : Comparer(saved, now).hunks();
}

} // namespace catalog
