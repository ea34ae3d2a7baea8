// SPDX-License-Identifier: MIT
#include "audio/waveform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

namespace audio {

namespace {

constexpr std::size_t step = 4; ///< from one level to the next
constexpr int fullScale = 32'768;

/// One peak for several; unknown ones do not count.
WavePeak merged(std::span<const WavePeak> peaks) {
    WavePeak all;
    unsigned known = 0;
    std::uint64_t squares = 0;
    for (const WavePeak& peak : peaks) {
        if (!peak.isKnown())
            continue;
        all.low = known == 0 ? peak.low : std::min(all.low, peak.low);
        all.high = known == 0 ? peak.high : std::max(all.high, peak.high);
        squares += unsigned{peak.rms} * peak.rms;
        ++known;
    }
    if (known > 0)
        all.rms = static_cast<std::uint8_t>(std::lround(std::sqrt(static_cast<double>(squares) / known)));
    return all;
}

std::vector<WavePeak> coarser(const std::vector<WavePeak>& peaks) {
    std::vector<WavePeak> result;
    result.reserve(peaks.size() / step + 1);
    for (std::size_t at = 0; at < peaks.size(); at += step)
        result.push_back(merged(std::span(peaks).subspan(at, std::min(step, peaks.size() - at))));
    return result;
}

struct Extremes {
    int low, high;
    double squares;
};

/// In lanes of a fixed number, which compilers turn into vector instructions.
Extremes extremesOf(std::span<const std::int16_t> values) {
    constexpr std::size_t lanes = 16;
    std::array<std::int16_t, lanes> low{}, high{};
    std::array<float, lanes> squares{};
    low.fill(values[0]);
    high.fill(values[0]);
    std::size_t at = 0;
    for (; at + lanes <= values.size(); at += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const std::int16_t value = values[at + lane];
            low[lane] = std::min(low[lane], value);
            high[lane] = std::max(high[lane], value);
            squares[lane] += static_cast<float>(value) * static_cast<float>(value);
        }
    for (; at < values.size(); ++at) {
        low[0] = std::min(low[0], values[at]);
        high[0] = std::max(high[0], values[at]);
        squares[0] += static_cast<float>(values[at]) * static_cast<float>(values[at]);
    }
    return {*std::min_element(low.begin(), low.end()), *std::max_element(high.begin(), high.end()),
            std::accumulate(squares.begin(), squares.end(), 0.0)};
}

} // namespace

WaveformBuilder::WaveformBuilder(unsigned samplesPerPeak)
    : m_samplesPerPeak(samplesPerPeak) {}

void WaveformBuilder::add(const std::int16_t* samples, std::size_t count, unsigned channels) {
    m_samples += count;
    while (count > 0) {
        const std::size_t part = std::min<std::size_t>(count, m_samplesPerPeak - m_open);
        const std::span<const std::int16_t> values(samples, part * channels);
        const Extremes own = extremesOf(values);
        m_low = m_open == 0 ? own.low : std::min(m_low, own.low);
        m_high = m_open == 0 ? own.high : std::max(m_high, own.high);
        m_squares += own.squares;
        m_values += values.size();
        m_open += static_cast<unsigned>(part);
        samples += values.size();
        count -= part;
        if (m_open == m_samplesPerPeak)
            close();
    }
}

void WaveformBuilder::close() {
    constexpr int perStep = 256, largest = 127;
    constexpr double rmsScale = 255.0 / fullScale;
    const bool isLoud = std::max(m_high, -m_low) > static_cast<int>(Waveform::silence * fullScale);
    if (isLoud) {
        m_extent.first = std::min<std::uint64_t>(m_extent.first, m_peaks.size());
        m_extent.last = m_peaks.size();
    }
    WavePeak peak;
    peak.low = static_cast<std::int8_t>(std::floor(static_cast<double>(m_low) / perStep));
    peak.high = static_cast<std::int8_t>(
        std::min(static_cast<int>(std::ceil(static_cast<double>(m_high) / perStep)), largest));
    peak.rms = static_cast<std::uint8_t>(
        std::min<long>(std::lround(std::sqrt(m_squares / static_cast<double>(m_values)) * rmsScale), 255));
    m_peaks.push_back(peak);
    m_open = 0;
    m_values = 0;
    m_squares = 0;
}

void WaveformBuilder::finish() {
    if (m_open > 0)
        close();
}

Waveform::Waveform(const WaveShape& shape, std::vector<WavePeak> peaks, const SoundExtent& extent,
                   bool isWhole)
    : m_shape(shape)
    , m_extent(extent)
    , m_isWhole(isWhole) {
    m_levels.push_back(std::move(peaks));
    while (m_levels.back().size() > step)
        m_levels.push_back(coarser(m_levels.back()));
}

qint64 Waveform::duration() const {
    const std::uint64_t skipped = std::uint64_t{m_shape.skippedAtStart} + m_shape.skippedAtEnd;
    if (m_shape.sampleRate == 0 || m_shape.samples <= skipped)
        return 0;
    return static_cast<qint64>((m_shape.samples - skipped) * 1000 / m_shape.sampleRate);
}

qint64 Waveform::timeOf(std::uint64_t peak) const {
    const auto sample = static_cast<qint64>(peak * m_shape.samplesPerPeak) - m_shape.skippedAtStart;
    return std::clamp<qint64>(sample * 1000 / std::max(m_shape.sampleRate, 1U), 0, duration());
}

WavePeak Waveform::between(double from, double to) const {
    if (to <= from || m_shape.sampleRate == 0)
        return {};
    const double perMillisecond = m_shape.sampleRate / 1000.0 / m_shape.samplesPerPeak;
    const double shift = static_cast<double>(m_shape.skippedAtStart) / m_shape.samplesPerPeak;
    double first = from * perMillisecond + shift, end = to * perMillisecond + shift;
    std::size_t level = 0;
    for (; end - first >= step && level + 1 < m_levels.size(); ++level) {
        first /= step;
        end /= step;
    }
    const std::vector<WavePeak>& peaks = m_levels[level];
    const auto count = static_cast<double>(peaks.size());
    const auto begin = static_cast<std::size_t>(std::clamp(std::floor(first), 0.0, count));
    const auto behind = static_cast<std::size_t>(std::clamp(std::ceil(end), 0.0, count));
    return merged(std::span(peaks).subspan(begin, behind - std::min(begin, behind)));
}

qint64 Waveform::silentUntil() const {
    if (m_extent.first == SoundExtent::none)
        return m_isWhole ? duration() : 0;
    const qint64 until = timeOf(m_extent.first);
    return until >= leastSilence ? until : 0;
}

qint64 Waveform::silentFrom() const {
    if (!m_isWhole || m_extent.first == SoundExtent::none)
        return duration();
    const qint64 from = timeOf(m_extent.last + 1);
    return duration() - from >= leastSilence ? from : duration();
}

} // namespace audio
