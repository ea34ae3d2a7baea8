// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace format {

/// The character at `at` of valid UTF-8 (see firstInvalidUtf8); moves `at` behind it.
inline char32_t takeCharacter(std::string_view utf8, std::size_t& at) {
    const auto first = static_cast<unsigned char>(utf8[at++]);
    if (first < 0x80)
        return first;
    const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    char32_t character = first & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i)
        character = (character << 6U) | (static_cast<unsigned char>(utf8[at++]) & 0x3FU);
    return character;
}

inline void appendCharacter(std::string& utf8, char32_t character) {
    const auto add = [&utf8](char32_t byte) { utf8 += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto tail = [&](unsigned shift) { add(0x80U | ((character >> shift) & 0x3FU)); };
    if (character < 0x80) {
        add(character);
    } else if (character < 0x800) {
        add(0xC0U | (character >> 6U));
        tail(0);
    } else if (character < 0x10000) {
        add(0xE0U | (character >> 12U));
        tail(6);
        tail(0);
    } else {
        add(0xF0U | (character >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace format
