// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace audio {

/// The header of one MPEG audio frame (ISO/IEC 11172-3 section 2.4.1.3, 13818-3, and "MPEG 2.5").
struct MpegHeader {
    int length = 0;  ///< bytes, with the header; 0: not a header of a frame whose length it states
    int padding = 0; ///< of these bytes
    int samples = 0; ///< for each channel
    int sampleRate = 0;
    int bitRate = 0; ///< kbit/s
    int channels = 0;
    int layer = 0;
    int version = 0;          ///< 1, 2, or 3 for 2.5
    bool hasChecksum = false; ///< two bytes behind the header
    bool isFree = false;      ///< free format: the length is the same for all, and not stated (FreeFormat)
    std::uint32_t kind = 0;   ///< the bits that stay the same from frame to frame

    bool isMpeg1() const { return version == 1; }
    std::size_t bytes() const { return static_cast<std::size_t>(length); }
    // Where a Layer III frame's side information stands, and how long it is.
    std::size_t sideInfoAt() const { return hasChecksum ? 6 : 4; }
    std::size_t sideInfoBytes() const {
        return isMpeg1() ? (channels == 1 ? 17 : 32) : (channels == 1 ? 9 : 17);
    }
    /// Whether both can stand in one stream; the bit rate and the channels may change on the way.
    bool goesWith(const MpegHeader& other) const {
        return version == other.version && sampleRate == other.sampleRate && isFree == other.isFree;
    }
};

namespace mpeg {

constexpr int headerLength = 4;
/// More than two of the longest frames and the header behind them.
constexpr int lookahead = 8192;

// By row: MPEG 1 layers I, II, III; MPEG 2 and 2.5 layer I, layers II and III.
constexpr std::array<std::array<std::int16_t, 16>, 5> bitRates{
    {{0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448, 0},
     {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0},
     {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0},
     {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256, 0},
     {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0}}};
constexpr std::array<int, 4> sampleRates{44100, 48000, 32000, 0};

inline std::uint32_t bitsAt(const char* bytes) {
    std::uint32_t bits = 0;
    for (int at = 0; at < headerLength; ++at)
        bits = bits << 8U | static_cast<unsigned char>(bytes[at]);
    return bits;
}

inline MpegHeader readHeader(const char* bytes) {
    const std::uint32_t bits = bitsAt(bytes);
    const std::uint32_t version = bits >> 19U & 3U; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    const std::uint32_t layer = bits >> 17U & 3U;   // 3: layer I, 2: II, 1: III
    MpegHeader header;
    header.sampleRate = sampleRates[bits >> 10U & 3U] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    if ((bits & 0xFFE00000U) != 0xFFE00000U || version == 1 || layer == 0 || header.sampleRate == 0)
        return {};
    header.layer = static_cast<int>(4 - layer);
    header.version = version == 3 ? 1 : version == 2 ? 2 : 3;
    const int row = version == 3 ? header.layer - 1 : header.layer == 1 ? 3 : 4;
    const std::uint32_t rate = bits >> 12U & 15U;
    header.bitRate = bitRates[static_cast<std::size_t>(row)][rate];
    header.isFree = rate == 0;
    header.channels = (bits >> 6U & 3U) == 3U ? 1 : 2;
    header.hasChecksum = (bits >> 16U & 1U) == 0;
    header.kind = bits & 0xFFFE0C00U;
    const bool isHalf = version != 3 && header.layer == 3;
    header.samples = header.layer == 1 ? 384 : isHalf ? 576 : 1152;
    header.padding = static_cast<int>(bits >> 9U & 1U) * (header.layer == 1 ? 4 : 1);
    if (header.bitRate != 0)
        header.length = header.padding +
                        (header.layer == 1 ? 12'000 * header.bitRate / header.sampleRate * 4
                                           : header.samples / 8 * 1000 * header.bitRate / header.sampleRate);
    return header;
}

/// Is it the header of a Layer III frame of known length, with room for its side information?
inline bool isWholeLayerThree(const MpegHeader& header) {
    return header.layer == 3 && header.length > 0 &&
           header.bytes() >= header.sideInfoAt() + header.sideInfoBytes();
}

/// The header of a Layer III frame at the beginning of `bytes`. Nothing where there is none, and for free
/// format, whose frames do not say their length.
inline std::optional<MpegHeader> readLayerThree(std::string_view bytes) {
    const MpegHeader header = bytes.size() < headerLength ? MpegHeader() : readHeader(bytes.data());
    return isWholeLayerThree(header) ? std::optional(header) : std::nullopt;
}

} // namespace mpeg

} // namespace audio
