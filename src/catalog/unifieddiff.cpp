// SPDX-License-Identifier: MIT
#include "catalog/unifieddiff.h"

#include "catalog/limits.h"

#include <algorithm>

namespace catalog {

namespace {

using Lines = std::vector<std::string_view>;

Lines linesOf(std::string_view text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

/// Which lines of both texts are common: the longest common subsequence between the common beginning and end.
/// Where that middle is too large for the table, all of it counts as changed.
struct Matching {
    std::vector<bool> before, after; ///< true: the line is common
};

void matchMiddle(const Lines& a, const Lines& b, std::size_t prefix, std::size_t aEnd, std::size_t bEnd,
                 Matching& matching) {
    const std::size_t rows = aEnd - prefix;
    const std::size_t columns = bEnd - prefix;
    if (rows == 0 || columns == 0 || rows > limits::diffCells / columns)
        return;
    std::vector<int> length((rows + 1) * (columns + 1), 0); // of the rest from (i, j)
    const auto at = [columns](std::size_t i, std::size_t j) { return i * (columns + 1) + j; };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            length[at(i, j)] = a[prefix + i] == b[prefix + j]
                                   ? length[at(i + 1, j + 1)] + 1
                                   : std::max(length[at(i + 1, j)], length[at(i, j + 1)]);
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (a[prefix + i] == b[prefix + j]) {
            matching.before[prefix + i++] = true;
            matching.after[prefix + j++] = true;
        } else if (length[at(i + 1, j)] >= length[at(i, j + 1)]) {
            ++i;
        } else {
            ++j;
        }
    }
}

Matching match(const Lines& a, const Lines& b) {
    Matching matching{std::vector<bool>(a.size(), false), std::vector<bool>(b.size(), false)};
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t prefix = 0;
    while (prefix < shorter && a[prefix] == b[prefix])
        ++prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && a[a.size() - 1 - suffix] == b[b.size() - 1 - suffix])
        ++suffix;
    for (std::size_t i = 0; i < prefix; ++i)
        matching.before[i] = matching.after[i] = true;
    for (std::size_t i = 1; i <= suffix; ++i)
        matching.before[a.size() - i] = matching.after[b.size() - i] = true;
    matchMiddle(a, b, prefix, a.size() - suffix, b.size() - suffix, matching);
    return matching;
}

struct DiffLine {
    char sign;
    std::string_view text;
    std::size_t before, after; ///< lines of each text that precede it
};

std::vector<DiffLine> allLines(const Lines& a, const Lines& b) {
    const Matching matching = match(a, b);
    std::vector<DiffLine> lines;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        if (i < a.size() && !matching.before[i]) {
            lines.push_back({'-', a[i], i, j});
            ++i;
        } else if (j < b.size() && !matching.after[j]) {
            lines.push_back({'+', b[j], i, j});
            ++j;
        } else {
            lines.push_back({' ', a[i], i, j});
            ++i;
            ++j;
        }
    }
    return lines;
}

std::string range(std::size_t start, std::size_t count) {
    return std::to_string(count == 0 ? start : start + 1) + ',' + std::to_string(count);
}

std::string printHunk(const std::vector<DiffLine>& lines, std::size_t from, std::size_t to) {
    std::size_t removed = 0, added = 0;
    std::string body;
    for (std::size_t i = from; i < to; ++i) {
        removed += lines[i].sign != '+' ? 1 : 0;
        added += lines[i].sign != '-' ? 1 : 0;
        body += lines[i].sign;
        body += lines[i].text;
        if (lines[i].text.back() != '\n')
            body += "\n\\ No newline at end of file\n";
    }
    return "@@ -" + range(lines[from].before, removed) + " +" + range(lines[from].after, added) + " @@\n" +
           body;
}

} // namespace

std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view path,
                        std::size_t context) {
    if (before == after)
        return {};
    const std::vector<DiffLine> lines = allLines(linesOf(before), linesOf(after));
    std::string diff = "--- a/" + std::string(path) + "\n+++ b/" + std::string(path) + '\n';
    for (std::size_t i = 0; i < lines.size();) {
        if (lines[i].sign == ' ') {
            ++i;
            continue;
        }
        const std::size_t from = i - std::min(i, context);
        std::size_t end = i + 1; // behind the hunk's last changed line
        for (std::size_t j = i; j < lines.size() && j < end + 2 * context; ++j)
            if (lines[j].sign != ' ')
                end = j + 1;
        diff += printHunk(lines, from, std::min(end + context, lines.size()));
        i = end;
    }
    return diff;
}

std::vector<int> changedLines(std::string_view before, std::string_view after) {
    const Lines b = linesOf(after);
    const Matching matching = match(linesOf(before), b);
    std::vector<int> changed;
    for (std::size_t i = 0; i < b.size(); ++i)
        if (!matching.after[i])
            changed.push_back(static_cast<int>(i));
    return changed;
}

} // namespace catalog
