// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

/// How much of a sound file is looked at and drawn.
namespace audio::limits {

inline constexpr std::size_t readAtOnce = 256 * 1024;                ///< bytes
inline constexpr std::uint64_t junkBetweenFrames = 16 * 1024 * 1024; ///< bytes; more ends the file
inline constexpr unsigned drawnHours = 24;
inline constexpr std::size_t peaksAtMost = 4'000'000; ///< at the finest step, 3 bytes each
inline constexpr unsigned samplesPerPeak = 256;       ///< at the finest step; doubled for very long files
inline constexpr std::uint64_t waveformCacheBytes = 256 * 1024 * 1024; ///< on the disk, in all
inline constexpr std::uint64_t mediaCacheBytes = std::uint64_t{2} * 1024 * 1024 * 1024;

} // namespace audio::limits
