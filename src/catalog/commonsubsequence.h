// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/limits.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace catalog {

/// Pairs of places (i, j) of two sequences, rising in both.
using PlacePairs = std::vector<std::pair<std::size_t, std::size_t>>;

namespace detail {

/// The pairs of [begin, aEnd) and [begin, bEnd), by the table of the longest common subsequence.
template <typename Same>
void pairMiddle(std::size_t begin, std::size_t aEnd, std::size_t bEnd, const Same& same, PlacePairs& pairs) {
    const std::size_t rows = aEnd - begin;
    const std::size_t columns = bEnd - begin;
    if (rows == 0 || columns == 0 || rows > limits::diffCells / columns)
        return;
    std::vector<int> length((rows + 1) * (columns + 1), 0); // of the rest from (i, j)
    const auto at = [columns](std::size_t i, std::size_t j) { return i * (columns + 1) + j; };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            length[at(i, j)] = same(begin + i, begin + j)
                                   ? length[at(i + 1, j + 1)] + 1
                                   : std::max(length[at(i + 1, j)], length[at(i, j + 1)]);
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (same(begin + i, begin + j))
            pairs.emplace_back(begin + i++, begin + j++);
        else if (length[at(i + 1, j)] >= length[at(i, j + 1)])
            ++i;
        else
            ++j;
    }
}

} // namespace detail

/// The longest common subsequence of two sequences of `a` and `b` places, where `same(i, j)` compares them.
/// What lies between the common beginning and the common end is left unpaired where it is too large for the
/// table.
template <typename Same>
PlacePairs commonSubsequence(std::size_t a, std::size_t b, const Same& same) {
    const std::size_t shorter = std::min(a, b);
    std::size_t prefix = 0;
    while (prefix < shorter && same(prefix, prefix))
        ++prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && same(a - 1 - suffix, b - 1 - suffix))
        ++suffix;
    PlacePairs pairs;
    for (std::size_t i = 0; i < prefix; ++i)
        pairs.emplace_back(i, i);
    detail::pairMiddle(prefix, a - suffix, b - suffix, same, pairs);
    for (std::size_t i = suffix; i > 0; --i)
        pairs.emplace_back(a - i, b - i);
    return pairs;
}

} // namespace catalog
