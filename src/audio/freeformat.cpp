// SPDX-License-Identifier: MIT
#include "audio/freeformat.h"

#include <cstddef>

namespace audio {

namespace {

MpegHeader headerAt(std::string_view bytes, std::size_t at) {
    return at + mpeg::headerLength <= bytes.size() ? mpeg::readHeader(bytes.data() + at) : MpegHeader();
}

bool isSame(const MpegHeader& one, const MpegHeader& other) {
    return other.isFree && one.kind == other.kind;
}

/// Without padding; 0 where nothing is found.
int frameBytesIn(std::string_view bytes) {
    constexpr std::size_t most = 4000; // bytes: 640 kbit/s at 24 kHz needs 3840
    const MpegHeader first = headerAt(bytes, 0);
    // A Layer III frame holds its side information at least.
    const std::size_t least = first.layer == 3 ? first.sideInfoAt() + first.sideInfoBytes() : 12;
    for (std::size_t at = bytes.find('\xFF', least); at <= most; at = bytes.find('\xFF', at + 1)) {
        const MpegHeader second = headerAt(bytes, at);
        if (!isSame(first, second))
            continue;
        const std::size_t unpadded = at - static_cast<std::size_t>(first.padding);
        if (isSame(first, headerAt(bytes, at + unpadded + static_cast<std::size_t>(second.padding))))
            return static_cast<int>(unpadded);
    }
    return 0;
}

} // namespace

MpegHeader FreeFormat::completed(MpegHeader header, std::string_view bytes) {
    constexpr int mostTries = 256;
    if (!header.isFree)
        return header;
    if (m_bytes == 0 && m_tries < mostTries) {
        ++m_tries;
        m_bytes = frameBytesIn(bytes);
    }
    header.length = m_bytes > 0 ? m_bytes + header.padding : 0;
    return header;
}

} // namespace audio
