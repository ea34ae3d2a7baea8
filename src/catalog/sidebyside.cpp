// SPDX-License-Identifier: MIT
#include "catalog/sidebyside.h"

#include "catalog/commonsubsequence.h"
#include "catalog/unifieddiff.h"

#include <algorithm>
#include <cctype>

namespace catalog {

namespace {

using format::Span;
using Kind = SideRow::Kind;
using Lines = std::vector<std::string_view>;

bool isWordByte(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || std::isalnum(value) != 0;
}

/// Words, and every other character by itself.
std::vector<Span> wordsOf(std::string_view line) {
    std::vector<Span> words;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at + 1;
        while (isWordByte(line[at]) && end < line.size() && isWordByte(line[end]))
            ++end;
        words.push_back({at, end});
        at = end;
    }
    return words;
}

/// The words that are in no pair; what touches becomes one.
std::vector<Span> unpaired(const std::vector<Span>& words, const std::vector<bool>& isPaired) {
    std::vector<Span> changed;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (isPaired[i])
            continue;
        if (!changed.empty() && changed.back().end == words[i].begin)
            changed.back().end = words[i].end;
        else
            changed.push_back(words[i]);
    }
    return changed;
}

SideRow changedRow(SideLine before, SideLine after) {
    const std::vector<Span> a = wordsOf(before.text);
    const std::vector<Span> b = wordsOf(after.text);
    std::vector<bool> pairedA(a.size(), false);
    std::vector<bool> pairedB(b.size(), false);
    const auto same = [&](std::size_t i, std::size_t j) {
        return a[i].in(before.text) == b[j].in(after.text);
    };
    for (const auto& [i, j] : commonSubsequence(a.size(), b.size(), same))
        pairedA[i] = pairedB[j] = true;
    before.changed = unpaired(a, pairedA);
    after.changed = unpaired(b, pairedB);
    return {Kind::Changed, std::move(before), std::move(after), 0};
}

/// Lines that are worth comparing word by word: a third of the longer one begins or ends the other, too.
bool isAlike(std::string_view a, std::string_view b) {
    const auto bare = [](std::string_view line) {
        const std::size_t begin = line.find_first_not_of(" \t*-\"");
        return begin == std::string_view::npos
                   ? std::string_view()
                   : line.substr(begin, line.find_last_not_of("\r\n") + 1 - begin);
    };
    a = bare(a);
    b = bare(b);
    const auto prefix =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const std::size_t rest = std::min(a.size(), b.size()) - prefix;
    const auto suffix = static_cast<std::size_t>(
        std::mismatch(a.rbegin(), a.rbegin() + static_cast<std::ptrdiff_t>(rest), b.rbegin()).first -
        a.rbegin());
    return 3 * (prefix + suffix) >= std::max(a.size(), b.size());
}

class Rows {
public:
    Rows(const Lines& before, const Lines& after)
        : m_before(before)
        , m_after(after) {}

    std::vector<SideRow> all() {
        const auto same = [this](std::size_t i, std::size_t j) { return m_before[i] == m_after[j]; };
        for (const auto& [i, j] : commonSubsequence(m_before.size(), m_after.size(), same)) {
            addDifferent(i, j);
            m_rows.push_back({Kind::Same, before(m_i++), after(m_j++), 0});
        }
        addDifferent(m_before.size(), m_after.size());
        return std::move(m_rows);
    }

private:
    SideLine before(std::size_t i) const { return {static_cast<int>(i) + 1, std::string(m_before[i]), {}}; }
    SideLine after(std::size_t j) const { return {static_cast<int>(j) + 1, std::string(m_after[j]), {}}; }

    void addDifferent(std::size_t endI, std::size_t endJ) {
        constexpr std::size_t limit = 100'000; // comparisons
        if (m_i < endI && m_j < endJ && endI - m_i <= limit / (endJ - m_j)) {
            const std::size_t i = m_i;
            const std::size_t j = m_j;
            for (const auto& [x, y] : commonSubsequence(endI - i, endJ - j, [&](auto x, auto y) {
                     return isAlike(m_before[i + x], m_after[j + y]);
                 })) {
                addAlone(i + x, j + y);
                m_rows.push_back(changedRow(before(m_i++), after(m_j++)));
            }
        }
        addAlone(endI, endJ);
    }

    void addAlone(std::size_t endI, std::size_t endJ) {
        while (m_i < endI)
            m_rows.push_back({Kind::Removed, before(m_i++), {}, 0});
        while (m_j < endJ)
            m_rows.push_back({Kind::Added, {}, after(m_j++), 0});
    }

    const Lines& m_before;
    const Lines& m_after;
    std::size_t m_i = 0, m_j = 0;
    std::vector<SideRow> m_rows;
};

/// Leaves out what is equal and far from every difference.
std::vector<SideRow> folded(std::vector<SideRow> rows, int context) {
    std::vector<bool> isNear(rows.size(), false);
    const auto mark = [&](std::size_t i, int& left) { // how many rows from here on are near
        left = rows[i].kind != Kind::Same ? context + 1 : left;
        if (left > 0)
            isNear[i] = true;
        left = std::max(left - 1, 0);
    };
    int left = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        mark(i, left);
    left = 0;
    for (std::size_t i = rows.size(); i-- > 0;)
        mark(i, left);
    std::vector<SideRow> kept;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isNear[i])
            kept.push_back(std::move(rows[i]));
        else if (!kept.empty() && kept.back().kind == Kind::Skipped)
            ++kept.back().skipped;
        else
            kept.push_back({Kind::Skipped, {}, {}, 1});
    }
    return kept;
}

} // namespace

std::vector<SideRow> sideBySide(std::string_view before, std::string_view after, int context) {
    return folded(Rows(linesOf(before), linesOf(after)).all(), context);
}

} // namespace catalog
