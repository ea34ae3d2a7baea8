// SPDX-License-Identifier: MIT
#include "catalog/unifieddiff.h"

#include "catalog/commonsubsequence.h"

#include <algorithm>

namespace catalog {

namespace {

using Lines = std::vector<std::string_view>;

/// Which lines of both texts are common. Where what lies between the common beginning and end is too large,
/// all of it counts as changed.
struct Matching {
    std::vector<bool> before, after; ///< true: the line is common
};

Matching match(const Lines& a, const Lines& b) {
    Matching matching{std::vector<bool>(a.size(), false), std::vector<bool>(b.size(), false)};
    const auto same = [&](std::size_t i, std::size_t j) { return a[i] == b[j]; };
    for (const auto& [i, j] : commonSubsequence(a.size(), b.size(), same))
        matching.before[i] = matching.after[j] = true;
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

std::vector<std::string_view> linesOf(std::string_view text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

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

std::string renamingDiff(std::string_view before, std::string_view after, const std::string& from,
                         const std::string& to) {
    std::string diff = unifiedDiff(before, after, from);
    if (from == to)
        return diff;
    const std::string header = "--- a/" + from + "\n+++ b/" + from + '\n';
    if (!diff.empty())
        diff = "--- a/" + from + "\n+++ b/" + to + '\n' + diff.substr(header.size());
    return "diff --git a/" + from + " b/" + to + (diff.empty() ? "\nsimilarity index 100%" : "") +
           "\nrename from " + from + "\nrename to " + to + '\n' + diff;
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
