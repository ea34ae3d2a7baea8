// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace format {

/// Some of the 256 bytes: asking a table is much quicker than looking through a text for each byte.
class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view bytes) {
        for (const char byte : bytes)
            add(byte);
    }
    constexpr void add(char byte) { m_has[static_cast<unsigned char>(byte)] = true; }
    constexpr bool has(char byte) const { return m_has[static_cast<unsigned char>(byte)]; }
    /// The first of them in `text` at or behind `from`, or npos.
    constexpr std::size_t findIn(std::string_view text, std::size_t from = 0) const {
        while (from < text.size() && !has(text[from]))
            ++from;
        return from < text.size() ? from : std::string_view::npos;
    }
    /// The first byte of `text` at or behind `from` that is none of them, or npos.
    constexpr std::size_t findOtherIn(std::string_view text, std::size_t from = 0) const {
        while (from < text.size() && has(text[from]))
            ++from;
        return from < text.size() ? from : std::string_view::npos;
    }

private:
    std::array<bool, 256> m_has{};
};

} // namespace format
