// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace format {

/// A half-open range of bytes [begin, end) of a text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
    bool isEmpty() const { return begin == end; }
    bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
    bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }

    auto operator<=>(const Span&) const = default;
};

/// Line and column as people count: both from 1, the column in characters (Unicode code points, a BOM not
/// counted). LF, CRLF and a lone CR each end a line.
struct Position {
    int line = 1;
    int column = 1;

    auto operator<=>(const Position&) const = default;
};

/// The position of byte `offset` of `text`; past the end it is the position of the end.
Position positionAt(std::string_view text, std::size_t offset);

/// The offset of the first byte that is not valid UTF-8 (RFC 3629), or npos where all is valid.
std::size_t firstInvalidUtf8(std::string_view text);

} // namespace format
