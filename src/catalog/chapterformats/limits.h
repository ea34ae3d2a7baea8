// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <cstddef>

/// What is too much in a file of chapters. Real ones have some dozen chapters and a few kilobytes.
namespace catalog::chapterlimits {

inline constexpr std::size_t fileBytes = 2 * 1024 * 1024;
/// Three digits, which is what the numbered forms have; as JSON they stay below what an episode's file may
/// hold of keys.
inline constexpr std::size_t chapters = 999;
inline constexpr qint64 milliseconds = qint64{1000} * 3600 * 1000; ///< no chapter starts later
inline constexpr std::size_t mp4TitleBytes = 1023;                 ///< of a title, where mp4chaps reads it
inline constexpr std::size_t cueTracks = 99;
inline constexpr int xmlEntityCharacters = 1024;   ///< that one entity may grow to
inline constexpr std::size_t timedLineStart = 256; ///< characters in which a line's time is looked for

} // namespace catalog::chapterlimits
