// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <cstdint>
#include <string>
#include <vector>

/// MPEG audio Layer III frames that state a loudness and hold no sound.
struct FrameKind {
    const char* head; ///< header of four bytes, in hexadecimal
    bool isMpeg1;
    int channels;
    bool hasChecksum;
    int bytes; ///< of the frame
};

constexpr FrameKind stereo44{"fffb9000", true, 2, false, 417};  // MPEG-1, 128 kbit/s
constexpr FrameKind mono44{"fffb90c0", true, 1, false, 417};    //
constexpr FrameKind checked48{"fffa9400", true, 2, true, 384};  // with a checksum, 48 kHz
constexpr FrameKind stereo22{"fff38000", false, 2, false, 208}; // MPEG-2, 64 kbit/s, 22.05 kHz
constexpr FrameKind mono11{"ffe380c0", false, 1, false, 417};   // MPEG-2.5, 64 kbit/s, 11.025 kHz

inline void putBits(std::string& bits, unsigned value, int count) {
    for (int bit = count - 1; bit >= 0; --bit)
        bits += (std::uint64_t{value} >> static_cast<unsigned>(bit)) & 1U ? '1' : '0';
}

/// A frame whose channels' granules state these global gains (ISO/IEC 11172-3 section 2.4.1.7), granule by
/// granule.
inline QByteArray frameWith(const FrameKind& kind, const std::vector<unsigned>& gains) {
    std::string bits;
    const int ahead = kind.isMpeg1 ? (kind.channels == 1 ? 18 : 20) : (kind.channels == 1 ? 9 : 10);
    putBits(bits, 0, ahead);
    for (const unsigned gain : gains) {
        putBits(bits, gain > 0 ? 100 : 0, 12);
        putBits(bits, 0, 9);
        putBits(bits, gain, 8);
        putBits(bits, 0, kind.isMpeg1 ? 30 : 34);
    }
    QByteArray frame = QByteArray::fromHex(kind.head) + QByteArray(kind.hasChecksum ? 2 : 0, '\0');
    for (std::size_t at = 0; at < bits.size(); at += 8)
        frame += static_cast<char>(std::stoi((bits.substr(at, 8) + "00000000").substr(0, 8), nullptr, 2));
    return frame.leftJustified(kind.bytes, '\0');
}
