// SPDX-License-Identifier: MIT
#include "audio/roughwaveform.h"

#include "audio/waveformlimits.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace audio {

namespace {

/// Reads a frame's side information, which is counted in bits.
class Bits {
public:
    explicit Bits(std::string_view bytes)
        : m_bytes(bytes) {}
    void skip(std::size_t bits) { m_at += bits; }
    unsigned take(unsigned bits) {
        unsigned value = 0;
        for (unsigned i = 0; i < bits; ++i, ++m_at) {
            const std::size_t byte = m_at / 8;
            const unsigned read = byte < m_bytes.size() ? static_cast<unsigned char>(m_bytes[byte]) : 0U;
            value = value << 1U | ((read >> (7U - m_at % 8)) & 1U);
        }
        return value;
    }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

/// A granule's loudness in eighths of an octave: its step (global_gain) times the bits that its numbers take.
/// 0: no sound at all.
std::uint8_t loudness(unsigned part23Length, unsigned gain) {
    constexpr float perOctave = 8, gainsPerOctave = 4, unit = 210, quietest = -20;
    if (part23Length == 0)
        return 0;
    const float octaves = (static_cast<float>(gain) - unit) / gainsPerOctave +
                          std::log2(static_cast<float>(part23Length)) - quietest;
    return static_cast<std::uint8_t>(std::clamp(octaves * perOctave, 0.0F, 255.0F));
}

/// One channel of one granule: 59 bits in MPEG-1, 63 in MPEG-2 and 2.5, of which the first count.
std::uint8_t readGranule(Bits& bits, bool isMpeg1) {
    const unsigned part23Length = bits.take(12);
    bits.skip(9); // big_values
    const unsigned gain = bits.take(8);
    bits.skip(isMpeg1 ? 30 : 34);
    return loudness(part23Length, gain);
}

/// Of the granules of one frame, loudest channel each: two in MPEG-1, one in MPEG-2 and 2.5.
void readLevels(const Mp3Frame& frame, std::vector<std::uint8_t>& levels) {
    const MpegHeader& header = frame.header;
    Bits bits(frame.bytes.substr(header.sideInfoAt(), header.sideInfoBytes()));
    const bool isMono = header.channels == 1;
    bits.skip(header.isMpeg1() ? (isMono ? 9 + 5 + 4 : 9 + 3 + 8) : (isMono ? 8 + 1 : 8 + 2));
    for (int granule = 0; granule < (header.isMpeg1() ? 2 : 1); ++granule) {
        std::uint8_t loudest = 0;
        for (int channel = 0; channel < header.channels; ++channel)
            loudest = std::max(loudest, readGranule(bits, header.isMpeg1()));
        levels.push_back(loudest);
    }
}

/// From octaves to heights. What they mean in full scale hangs on the encoder and its bit rate, so the
/// loudest hundredth is put where it usually is; and encoders save steps where they spend bits, so heights
/// grow more slowly than both say (0.6: by comparison with decoded speech).
void scale(std::vector<std::uint8_t>& levels) {
    constexpr float growth = 0.6F / 8, usualHeight = 0.75F * 255;
    constexpr std::size_t quietReference = 110; // a recording so quiet stays low
    std::array<std::size_t, 256> counts{};
    for (const std::uint8_t level : levels)
        ++counts[level];
    std::size_t reference = 255;
    for (std::size_t louder = 0; reference > quietReference; --reference)
        if ((louder += counts[reference]) > levels.size() / 100)
            break;
    std::array<std::uint8_t, 256> heights{};
    for (std::size_t i = 1; i < heights.size(); ++i) {
        const float above = static_cast<float>(i) - static_cast<float>(reference);
        heights[i] = static_cast<std::uint8_t>(std::min(usualHeight * std::exp2(above * growth), 255.0F));
    }
    // A granule sounds on into the time of the next one.
    unsigned before = 0;
    for (std::uint8_t& level : levels) {
        const unsigned own = heights[level];
        level = static_cast<std::uint8_t>((own + before + 1) / 2);
        before = own;
    }
}

/// How many samples the encoder says it put before and behind the sound (LAME's tag, as FFmpeg reads it).
void readNotes(const Mp3Frame& frame, RoughWaveform& rough) {
    constexpr std::size_t encoderAt = 120, delayAt = 21, encoderBytes = delayAt + 3;
    constexpr unsigned decoderDelay = 529;
    const std::string_view bytes = frame.notes();
    if (bytes.size() < encoderAt + encoderBytes)
        return;
    const std::string_view encoder = bytes.substr(encoderAt);
    if (!encoder.starts_with("LAME") && !encoder.starts_with("Lavf") && !encoder.starts_with("Lavc"))
        return;
    Bits bits(encoder.substr(delayAt));
    const unsigned delay = bits.take(12);
    const unsigned padding = bits.take(12);
    rough.skippedAtStart = delay + decoderDelay;
    rough.skippedAtEnd = padding > decoderDelay ? padding - decoderDelay : 0;
}

} // namespace

qint64 RoughWaveform::duration() const {
    const std::uint64_t skipped = skippedAtStart + skippedAtEnd;
    return sampleRate == 0 || samples <= skipped
               ? 0
               : static_cast<qint64>((samples - skipped) * 1000 / sampleRate);
}

double RoughWaveform::levelBetween(double from, double to) const {
    if (sampleRate == 0 || to <= from)
        return 0;
    const double perMillisecond = sampleRate / 1000.0 / samplesPerLevel;
    const double shift = static_cast<double>(skippedAtStart) / samplesPerLevel;
    const double last = static_cast<double>(levels.size());
    const auto first = static_cast<std::size_t>(std::clamp(from * perMillisecond + shift, 0.0, last));
    const auto end = static_cast<std::size_t>(std::clamp(std::ceil(to * perMillisecond + shift), 0.0, last));
    std::uint8_t loudest = 0;
    for (std::size_t i = first; i < end; ++i)
        loudest = std::max(loudest, levels[i]);
    return loudest / 255.0;
}

RoughWaveform roughWaveform(const ReadAt& read, const std::atomic<bool>& isCancelled) {
    RoughWaveform rough;
    Mp3Frames frames(read);
    bool isFirst = true;
    while (!isCancelled) {
        const auto frame = frames.next();
        if (!frame)
            break;
        if (std::exchange(isFirst, false)) {
            rough.sampleRate = frame->header.sampleRate;
            rough.channels = frame->header.channels;
            rough.freeBytes = frame->header.isFree ? frame->header.length - frame->header.padding : 0;
            if (!frame->notes().empty()) {
                readNotes(*frame, rough);
                continue;
            }
        }
        if (rough.samples >= std::uint64_t{limits::drawnHours} * 3600 * rough.sampleRate) {
            rough.isCut = true;
            break;
        }
        if (rough.frames++ % RoughWaveform::framesPerSeam == 0)
            rough.seams.push_back(frame->offset);
        rough.channels = std::max(rough.channels, static_cast<unsigned>(frame->header.channels));
        readLevels(*frame, rough.levels);
        rough.samples += frame->header.samples;
    }
    scale(rough.levels);
    return rough;
}

} // namespace audio
