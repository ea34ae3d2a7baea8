// SPDX-License-Identifier: MIT
#pragma once

#include "format/limits.h"

#include <cstddef>
#include <cstdint>

/// What is too much in a folder. An episode's own limits are in format/limits.h.
namespace catalog::limits {

inline constexpr std::size_t firstBytes =
    64 * 1024; ///< tell a page's kind where the file is too large to read
inline constexpr std::size_t sitePageBytes =
    64 * 1024; ///< of a person's, sponsor's or show's page; the rest is not read
inline constexpr std::size_t siteImages = 100'000; ///< below static/images; with more, none is missed
inline constexpr std::size_t policyBytes = 4 * 1024 * 1024;        ///< of .episode-desk.json
inline constexpr std::size_t linkFindingBytes = 64 * 1024 * 1024;  ///< of what checks of addresses found
inline constexpr std::size_t mediaFindingBytes = 64 * 1024 * 1024; ///< of what measuring enclosures found
inline constexpr std::size_t comparedBytes =
    2 * format::limits::fileBytes;                  ///< of a file that saving compares with
inline constexpr std::size_t fileNameBytes = 100;   ///< of a name that we make, without its ending
inline constexpr std::size_t diffCells = 4'000'000; ///< of a diff's table; beyond, a coarser diff

// Regular expressions that somebody typed: PCRE gives up after so many steps from one place of a text.
inline constexpr int patternSteps = 100'000;
inline constexpr int longTextSteps = 1'000; ///< in texts with more characters than these:
inline constexpr std::ptrdiff_t patternPatientUpTo = 20'000;
inline constexpr std::ptrdiff_t patternMilliseconds = 2'000; ///< for the texts of one episode together
// An expression of the search, for all episodes together: it is not asked any more after
inline constexpr std::int64_t searchMilliseconds = 1'000;
inline constexpr std::int64_t searchMillisecondsForText = 1; ///< and so much more for each text
inline constexpr std::size_t replaceMatches = 10'000;        ///< that are shown at once

} // namespace catalog::limits
