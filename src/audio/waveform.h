// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <vector>

namespace audio {

/// What a stretch of sound looks like: its lowest and highest sample over all channels, rounded outwards, and
/// its root mean square.
struct WavePeak {
    std::int8_t low = 1, high = -1; ///< 127: full scale; low above high: not known yet
    std::uint8_t rms = 0;           ///< 255: full scale

    bool isKnown() const { return low <= high; }
    friend bool operator==(const WavePeak&, const WavePeak&) = default;
};

/// How the samples of a file lie in time.
struct WaveShape {
    unsigned sampleRate = 0; ///< Hz
    unsigned samplesPerPeak = 256;
    std::uint64_t samples = 0;   ///< of each channel
    unsigned skippedAtStart = 0; ///< samples of the encoder's own, before time 0
    unsigned skippedAtEnd = 0;
    friend bool operator==(const WaveShape&, const WaveShape&) = default;
};

/// Where sound begins and ends: the first and the last peak that is louder than silence.
struct SoundExtent {
    static constexpr std::uint64_t none = ~std::uint64_t{0};
    std::uint64_t first = none, last = none; ///< in peaks; none: silent throughout
    friend bool operator==(const SoundExtent&, const SoundExtent&) = default;
};

/// Makes peaks of samples as they come.
class WaveformBuilder {
public:
    explicit WaveformBuilder(unsigned samplesPerPeak);

    /// So many samples of each channel, the channels one after the other.
    void add(const std::int16_t* samples, std::size_t count, unsigned channels);
    void finish(); ///< makes a peak of the rest

    const std::vector<WavePeak>& peaks() const { return m_peaks; }
    const SoundExtent& extent() const { return m_extent; }
    std::uint64_t samples() const { return m_samples; }

private:
    void close();

    unsigned m_samplesPerPeak;
    std::vector<WavePeak> m_peaks;
    SoundExtent m_extent;
    std::uint64_t m_samples = 0;
    std::uint64_t m_values = 0; ///< in the open peak, of all channels
    unsigned m_open = 0;        ///< samples in the open peak
    int m_low = 0, m_high = 0;
    double m_squares = 0;
};

/// Peaks in steps of time, each four times as long as the one before, so that any stretch of time is looked
/// at in a few steps. Times in milliseconds, as players count them.
class Waveform {
public:
    static constexpr double silence = 0.001;    ///< of full scale: -60 dBFS
    static constexpr qint64 leastSilence = 500; ///< milliseconds; less at an end is none

    /// Peaks that are not known yet may be among them; the extent then tells of no silence at the end.
    Waveform(const WaveShape& shape, std::vector<WavePeak> peaks, const SoundExtent& extent, bool isWhole);

    const WaveShape& shape() const { return m_shape; }
    const std::vector<WavePeak>& peaks() const { return m_levels.front(); }
    const SoundExtent& extent() const { return m_extent; }
    bool isWhole() const { return m_isWhole; }
    qint64 duration() const;
    WavePeak between(double from, double to) const;
    qint64 silentUntil() const; ///< 0: sound from the start
    qint64 silentFrom() const;  ///< duration(): sound to the end

private:
    qint64 timeOf(std::uint64_t peak) const;

    WaveShape m_shape;
    std::vector<std::vector<WavePeak>> m_levels;
    SoundExtent m_extent;
    bool m_isWhole;
};

} // namespace audio
