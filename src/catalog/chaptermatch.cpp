// SPDX-License-Identifier: MIT
#include "catalog/chapteredit.h"
#include "catalog/chapterstyle.h"
#include "catalog/limits.h"

#include <algorithm>
#include <charconv>

namespace catalog {

using format::Document;
using format::JsonId;
using format::JsonNode;
using format::JsonType;

namespace {

/// How surely the one is the other: a title tells more than a start.
int likeness(const Chapter& a, const Chapter& b) {
    const bool isSameTitle = a.title == b.title && !a.title.isEmpty();
    return (isSameTitle ? 2 : 0) + (a.start == b.start ? 1 : 0);
}

/// The pairs that are most like each other in all, in both lists' order, between the places given.
class BestPairs {
public:
    BestPairs(const Chapters& before, const Chapters& after, std::size_t begin, std::size_t beforeEnd,
              std::size_t afterEnd)
        : m_before(before)
        , m_after(after)
        , m_begin(begin)
        , m_rows(beforeEnd - begin)
        , m_columns(afterEnd - begin) {}

    void find(ChapterOrigins& origins) {
        if (m_rows == 0 || m_columns == 0 || m_rows > limits::diffCells / m_columns)
            return;
        m_score.assign((m_rows + 1) * (m_columns + 1), 0);
        for (std::size_t i = m_rows; i-- > 0;)
            for (std::size_t j = m_columns; j-- > 0;)
                at(i, j) = std::max({at(i + 1, j), at(i, j + 1), paired(i, j)});
        for (std::size_t i = 0, j = 0; i < m_rows && j < m_columns;) {
            if (like(i, j) > 0 && at(i, j) == paired(i, j))
                origins[m_begin + j++] = m_begin + i++;
            else if (at(i, j) == at(i + 1, j))
                ++i;
            else
                ++j;
        }
    }

private:
    int& at(std::size_t i, std::size_t j) { return m_score[i * (m_columns + 1) + j]; }
    int like(std::size_t i, std::size_t j) const {
        return likeness(m_before[m_begin + i], m_after[m_begin + j]);
    }
    int paired(std::size_t i, std::size_t j) { return like(i, j) + at(i + 1, j + 1); }

    const Chapters& m_before;
    const Chapters& m_after;
    std::size_t m_begin, m_rows, m_columns;
    std::vector<int> m_score; ///< of the rest from (i, j)
};

bool isSameNumber(std::string_view a, std::string_view b) {
    double x = 0, y = 0;
    const auto readA = std::from_chars(a.data(), a.data() + a.size(), x);
    const auto readB = std::from_chars(b.data(), b.data() + b.size(), y);
    return a == b || (readA.ec == std::errc() && readB.ec == std::errc() && x == y);
}

/// Equal but for white space, escapes and how numbers are spelled.
bool saysTheSame(const Document& a, JsonId i, const Document& b, JsonId j) {
    const JsonNode& x = a.json().node(i);
    const JsonNode& y = b.json().node(j);
    if (x.type != y.type || x.children.size() != y.children.size() || x.name != y.name ||
        x.hasLoneSurrogate || y.hasLoneSurrogate)
        return false;
    if (x.type == JsonType::String)
        return x.string == y.string;
    if (x.type == JsonType::Number)
        return isSameNumber(a.raw(x), b.raw(y));
    if (x.type < JsonType::Array)
        return a.raw(x) == b.raw(y);
    return std::equal(x.children.begin(), x.children.end(), y.children.begin(),
                      [&](JsonId k, JsonId l) { return saysTheSame(a, k, b, l); });
}

} // namespace

ChapterOrigins matchChapters(const Chapters& before, const Chapters& after) {
    ChapterOrigins origins(after.size());
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t prefix = 0;
    for (; prefix < shorter && before[prefix] == after[prefix]; ++prefix)
        origins[prefix] = prefix;
    std::size_t suffix = 0;
    for (;
         suffix < shorter - prefix && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix];
         ++suffix)
        origins[after.size() - 1 - suffix] = before.size() - 1 - suffix;
    BestPairs(before, after, prefix, before.size() - suffix, after.size() - suffix).find(origins);
    return origins;
}

format::TextEdits restoreChapters(const Document& document, const Document& saved) {
    const JsonNode* now = document.member(chaptersKey);
    const JsonNode* then = saved.member(chaptersKey);
    if (!now || !then || document.raw(*now) == saved.raw(*then))
        return {};
    const JsonId mine = document.json().member(document.json().root(), chaptersKey);
    const JsonId theirs = saved.json().member(saved.json().root(), chaptersKey);
    if (!saysTheSame(document, mine, saved, theirs))
        return {};
    return {{now->span, std::string(saved.raw(*then))}};
}

} // namespace catalog
