// SPDX-License-Identifier: MIT
#pragma once

#include "audio/mp3frames.h"

#include <QtGlobal>

#include <atomic>
#include <cstdint>
#include <vector>

namespace audio {

/// The loudness that each granule of an MP3 file states of itself, and what the walk over its frames tells
/// besides. Nothing is decoded: an hour takes about 20 ms.
struct RoughWaveform {
    static constexpr unsigned samplesPerLevel = 576; ///< a granule (ISO/IEC 11172-3 section 2.4.1.7)
    static constexpr unsigned framesPerSeam = 256;

    unsigned sampleRate = 0; ///< Hz; 0: the file has no frames
    unsigned channels = 0;
    int freeBytes = 0;           ///< of an unpadded frame, where the stream is of free format; else 0
    std::uint64_t samples = 0;   ///< of each channel, the encoder's own at both ends included
    unsigned skippedAtStart = 0; ///< samples that players leave out, as the encoder noted
    unsigned skippedAtEnd = 0;
    bool isCut = false;               ///< there is more than limits::drawnHours
    std::vector<std::uint8_t> levels; ///< about how high; 255: full scale
    std::vector<std::uint64_t> seams; ///< where every framesPerSeam-th frame begins in the file
    std::uint64_t frames = 0;

    qint64 duration() const; ///< milliseconds
    /// The loudest level from one time to another (milliseconds), 0 to 1; 0 beyond the ends.
    double levelBetween(double from, double to) const;
};

/// Walks all frames. A flag that becomes true ends it early; the result is then of no use.
RoughWaveform roughWaveform(const ReadAt& read, const std::atomic<bool>& isCancelled);

} // namespace audio
