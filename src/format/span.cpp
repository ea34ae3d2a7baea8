// SPDX-License-Identifier: MIT
#include "format/span.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace format {

namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The length of the UTF-8 sequence at `at`, or 0 where it is not valid (RFC 3629, table of well-formed
/// sequences).
std::size_t sequenceLength(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::size_t left = text.size() - at;
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    std::size_t length = 0;
    unsigned char low = 0x80, high = 0xBF; // bounds of the second byte
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        low = first == 0xE0 ? 0xA0 : 0x80;
        high = first == 0xED ? 0x9F : 0xBF;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        low = first == 0xF0 ? 0x90 : 0x80;
        high = first == 0xF4 ? 0x8F : 0xBF;
    }
    if (length == 0 || length > left || byte(1) < low || byte(1) > high)
        return 0;
    for (std::size_t i = 2; i < length; ++i)
        if (!isContinuation(text[at + i]))
            return 0;
    return length;
}

} // namespace

Position positionAt(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    while (offset > 0 && offset < text.size() && isContinuation(text[offset]))
        --offset; // within a character: its place
    Position position;
    std::size_t at = text.substr(0, bom.size()) == bom ? bom.size() : 0;
    for (; at < offset; ++at) {
        const char byte = text[at];
        const bool isCrOfCrLf = byte == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (byte == '\n' || (byte == '\r' && !isCrOfCrLf)) {
            ++position.line;
            position.column = 1;
        } else if (!isContinuation(byte)) {
            ++position.column;
        }
    }
    return position;
}

std::size_t firstInvalidUtf8(std::string_view text) {
    constexpr std::uint64_t notAscii = 0x8080808080808080U;
    for (std::size_t at = 0; at < text.size();) {
        // Nearly all of a text is ASCII: eight bytes at a time.
        std::uint64_t eight = 0;
        while (at + sizeof eight <= text.size() &&
               (std::memcpy(&eight, text.data() + at, sizeof eight), (eight & notAscii) == 0))
            at += sizeof eight;
        if (at == text.size())
            break;
        const std::size_t length = sequenceLength(text, at);
        if (length == 0)
            return at;
        at += length;
    }
    return std::string_view::npos;
}

} // namespace format
