// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// What is too much in a feed. Real ones stay below 20 MB and 3,000 items; whatever goes beyond is refused
/// with the number and the limit, so that no feed can take all memory or all time.
namespace catalog::feedlimits {

inline constexpr std::size_t xmlBytes = 48 * 1024 * 1024;
inline constexpr std::size_t jsonBytes = 16 * 1024 * 1024; ///< each value costs more memory than it is long
inline constexpr int depth = 64;                           ///< elements in each other
inline constexpr std::size_t items = 20'000;
inline constexpr std::size_t notesBytes = 512 * 1024; ///< of one item's notes; longer ones are not taken over
inline constexpr std::size_t listed = 500;            ///< tags, people and transcripts of one item
inline constexpr int entityCharacters = 1024;         ///< that one entity may grow to
inline constexpr std::size_t nameCharacters = 128;    ///< of a person, a funding link: Podcasting 2.0
inline constexpr std::size_t descriptionBytes = 4000; ///< Apple

} // namespace catalog::feedlimits
