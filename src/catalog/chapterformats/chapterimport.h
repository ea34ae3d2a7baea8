// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace catalog {

enum class ImportMode : std::uint8_t {
    Replace, ///< the imported chapters in place of those that are there
    Merge,   ///< what starts together becomes one; the others come between
};

/// One row of what an import does: a chapter that is there, the one that comes in its place, or both.
struct ImportRow {
    std::optional<Chapter> before;
    std::optional<Chapter> after; ///< absent: it goes
};

/// Chapters that start within half a second are the same one.
inline constexpr qint64 sameStartMilliseconds = 500;

/// What becomes of each chapter, in order of the starts.
std::vector<ImportRow> importRows(const Chapters& current, const Chapters& imported, ImportMode mode);

/// Merging: a chapter that starts within half a second of one that is there gives it its title, address,
/// picture, end and place, each where it has one, and keeps that one's start; the others are put in order.
Chapters mergedChapters(const Chapters& current, const Chapters& imported);

/// All times rounded to the nearest second.
Chapters roundedToSeconds(Chapters chapters);

} // namespace catalog
