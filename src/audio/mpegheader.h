// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace audio {

/// The header of an MPEG audio Layer III frame (ISO/IEC 11172-3 section 2.4.1.3 and 13818-3; MPEG 2.5 is what
/// encoders made of it for low sampling rates).
struct MpegHeader {
    bool isMpeg1 = true;
    bool hasChecksum = false; ///< two bytes behind the header
    unsigned channels = 2;
    unsigned bitRate = 0;    ///< kbit/s
    unsigned sampleRate = 0; ///< Hz
    unsigned samples = 0;    ///< of each channel
    std::size_t bytes = 0;   ///< of the whole frame

    std::size_t sideInfoAt() const { return hasChecksum ? 6 : 4; }
    std::size_t sideInfoBytes() const {
        return isMpeg1 ? (channels == 1 ? 17 : 32) : (channels == 1 ? 9 : 17);
    }
    /// Whether both can stand in one stream; the bit rate and the channels may change on the way.
    bool goesWith(const MpegHeader& other) const {
        return isMpeg1 == other.isMpeg1 && sampleRate == other.sampleRate;
    }
};

/// The header at the beginning of `bytes`. Nothing where there is none, and for free format, whose frames do
/// not say their length.
inline std::optional<MpegHeader> readMpegHeader(std::string_view bytes) {
    constexpr std::array<unsigned, 16> rates1{0,   32,  40,  48,  56,  64,  80,  96,
                                              112, 128, 160, 192, 224, 256, 320, 0};
    constexpr std::array<unsigned, 16> rates2{0,  8,  16, 24,  32,  40,  48,  56,
                                              64, 80, 96, 112, 128, 144, 160, 0};
    constexpr std::array<unsigned, 4> samplings{44100, 48000, 32000, 0};
    constexpr unsigned mpeg25 = 0, reserved = 1, mpeg1 = 3, layer3 = 1, mono = 3;
    if (bytes.size() < 4)
        return {};
    const auto at = [bytes](std::size_t i) {
        return static_cast<unsigned>(static_cast<unsigned char>(bytes[i]));
    };
    const unsigned version = (at(1) >> 3U) & 3U;
    if (at(0) != 0xFF || (at(1) & 0xE0U) != 0xE0U || version == reserved || ((at(1) >> 1U) & 3U) != layer3)
        return {};
    MpegHeader header;
    header.isMpeg1 = version == mpeg1;
    header.hasChecksum = (at(1) & 1U) == 0;
    header.channels = (at(3) >> 6U) == mono ? 1 : 2;
    header.bitRate = (header.isMpeg1 ? rates1 : rates2)[at(2) >> 4U];
    header.sampleRate = samplings[(at(2) >> 2U) & 3U] / (header.isMpeg1 ? 1U : version == mpeg25 ? 4U : 2U);
    if (header.bitRate == 0 || header.sampleRate == 0)
        return {};
    header.samples = header.isMpeg1 ? 1152 : 576;
    header.bytes = header.samples / 8 * 1000 * header.bitRate / header.sampleRate + ((at(2) >> 1U) & 1U);
    if (header.bytes < header.sideInfoAt() + header.sideInfoBytes())
        return {};
    return header;
}

} // namespace audio
