// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// What is too much in a file. Real episodes stay far below; whoever goes beyond is refused with the number
/// and the limit, or read no further, so that no file can take all memory or all time.
namespace format::limits {

inline constexpr std::size_t fileBytes = 8 * 1024 * 1024; ///< of an episode's file
inline constexpr std::size_t jsonDepth = 256;             ///< arrays and objects in each other
inline constexpr std::size_t jsonKeys = 10'000;           ///< of all objects of a file
inline constexpr std::size_t jsonValues = 500'000; ///< of a file: each costs more memory than it is long
inline constexpr std::size_t noteRows = 50'000;    ///< what follows is one row of text
inline constexpr std::size_t pastedLinks = 2'000;  ///< come of one paste
inline constexpr std::size_t renderedNotesBytes = 512 * 1024; ///< of notes as HTML; more is shown as text
inline constexpr std::size_t htmlDepth = 64;                  ///< lists and quotes in each other, in notes
inline constexpr std::size_t sequenceCells =
    4'000'000;                           ///< of the table that compares two lists; beyond, all differs
inline constexpr int mojibakeRounds = 3; ///< a text was misread so many times at most

} // namespace format::limits
