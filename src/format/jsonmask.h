// SPDX-License-Identifier: MIT
#pragma once

#include "format/span.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace format {

/// A copy of a JSON object, of the same length, in which what nlohmann/json refuses but RFC 8259 allows
/// stands masked: lone surrogate escapes as \ufffd, numbers beyond a double's range as 0. Places are the same
/// in both.
class JsonMask {
public:
    JsonMask() = default;
    static JsonMask of(std::string_view text, Span object);

    bool isEmpty() const { return m_text.empty(); }
    std::string_view text() const { return m_text; }
    bool hasLoneSurrogateIn(Span span) const;
    /// The true span of the masked number that begins at `offset`.
    std::optional<Span> numberAt(std::size_t offset) const;

private:
    void maskString(std::size_t begin, std::size_t end);
    std::size_t maskNumber(std::size_t begin);

    std::string m_text;
    std::size_t m_origin = 0;
    std::vector<std::size_t> m_surrogates; ///< offsets, ascending
    std::vector<Span> m_numbers;           ///< ascending
};

} // namespace format
