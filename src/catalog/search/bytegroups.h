// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace catalog {

/// The groups of bytes that a text is made of, as numbers: what its signature remembers of it, and what is
/// asked of the signature. All of it without the case of ASCII.
namespace bytegroups {

constexpr std::size_t smallOf(std::size_t byte) {
    return byte >= 'A' && byte <= 'Z' ? byte + 32 : byte;
}

/// Small letters for capitals, all else as it is.
inline constexpr std::array<unsigned char, 256> smallBytes = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = static_cast<unsigned char>(smallOf(byte));
    return table;
}();

/// Letters and digits as 1 to 36, all else as 0.
inline constexpr std::array<unsigned char, 256> plainNumbers = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        const std::size_t small = smallOf(byte);
        table[byte] = static_cast<unsigned char>(small >= 'a' && small <= 'z'   ? small - 'a' + 1
                                                 : small >= '0' && small <= '9' ? small - '0' + 27
                                                                                : 0);
    }
    return table;
}();

inline unsigned char lower(char byte) {
    return smallBytes[static_cast<unsigned char>(byte)];
}

/// Three bytes, the last one lowest; several share a number.
inline constexpr std::size_t groups = 8192;
inline std::size_t groupOf(std::uint32_t three) {
    static_assert(groups == std::size_t{1} << 13);
    return ((three & 0xFFFFFFU) * 0x9E3779B1U) >> 19; // the 13 highest bits
}

/// One letter or digit, or two of them: each has a number of its own; 0: something else.
inline constexpr std::size_t pairs = 37 * 37;
inline std::size_t singleOf(char byte) {
    return plainNumbers[static_cast<unsigned char>(byte)] * std::size_t{37};
}
inline std::size_t pairOf(char first, char second) {
    const std::size_t single = singleOf(first), other = plainNumbers[static_cast<unsigned char>(second)];
    return single > 0 && other > 0 ? single + other : 0;
}

} // namespace bytegroups

} // namespace catalog
