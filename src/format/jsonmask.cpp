// SPDX-License-Identifier: MIT
#include "format/jsonmask.h"

#include <algorithm>
#include <cstdlib>

namespace format {

namespace {

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// The value of the four hex digits of a `\uXXXX` at `at` (its backslash), or -1.
int escapeAt(std::string_view text, std::size_t at) {
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    const std::string digits(text.substr(at + 2, 4));
    if (digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
        return -1;
    return static_cast<int>(std::strtol(digits.c_str(), nullptr, 16));
}

bool isHigh(int unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
bool isLow(int unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// The end of the number token at `at` (RFC 8259 section 6), or `at` where there is none.
std::size_t numberEnd(std::string_view text, std::size_t at) {
    std::size_t end = at;
    const auto digits = [&] {
        const std::size_t from = end;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        return end > from;
    };
    if (end < text.size() && text[end] == '-')
        ++end;
    const bool startsWithZero = end < text.size() && text[end] == '0';
    if (startsWithZero)
        ++end;
    else if (!digits())
        return at;
    if (end + 1 < text.size() && text[end] == '.' && isDigit(text[end + 1])) {
        ++end;
        digits();
    }
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        const std::size_t mantissa = end;
        ++end;
        if (end < text.size() && (text[end] == '+' || text[end] == '-'))
            ++end;
        if (!digits())
            end = mantissa;
    }
    return end;
}

/// The end of all that could be taken for one number or word at `at`.
std::size_t wordEnd(std::string_view text, std::size_t at) {
    const auto isWordByte = [](char byte) {
        return isDigit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '.' ||
               byte == '+' || byte == '-';
    };
    while (at < text.size() && isWordByte(text[at]))
        ++at;
    return at;
}

} // namespace

JsonMask JsonMask::of(std::string_view text, Span object) {
    JsonMask mask;
    mask.m_text = object.in(text);
    mask.m_origin = object.begin;
    const std::string& masked = mask.m_text;
    for (std::size_t at = 0; at < masked.size();) {
        if (masked[at] == '"') {
            std::size_t end = at + 1;
            while (end < masked.size() && masked[end] != '"')
                end += masked[end] == '\\' ? 2 : 1;
            mask.maskString(at, std::min(end, masked.size()));
            at = end + 1;
        } else if (isDigit(masked[at]) || masked[at] == '-') {
            at = mask.maskNumber(at);
        } else {
            ++at;
        }
    }
    return mask;
}

void JsonMask::maskString(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        if (m_text[at] != '\\')
            continue;
        const int unit = escapeAt(m_text, at);
        if (isHigh(unit) && isLow(escapeAt(m_text, at + 6))) {
            at += 11;
        } else if (isHigh(unit) || isLow(unit)) {
            m_text.replace(at, 6, "\\ufffd");
            m_surrogates.push_back(m_origin + at);
            at += 5;
        } else {
            ++at; // the escaped character is no escape's beginning
        }
    }
}

std::size_t JsonMask::maskNumber(std::size_t begin) {
    constexpr std::size_t surelyInRange = 18;
    const std::size_t end = numberEnd(m_text, begin);
    if (end == begin ||
        end != wordEnd(m_text, begin)) // `12-3` is no number, and no part of it may become one
        return std::max(wordEnd(m_text, begin), begin + 1);
    const bool hasExponent = m_text.find_first_of("eE", begin) < end;
    if (hasExponent || end - begin > surelyInRange) {
        m_numbers.push_back({m_origin + begin, m_origin + end});
        m_text.replace(begin, end - begin, "0" + std::string(end - begin - 1, ' '));
    }
    return end;
}

bool JsonMask::hasLoneSurrogateIn(Span span) const {
    const auto first = std::lower_bound(m_surrogates.begin(), m_surrogates.end(), span.begin);
    return first != m_surrogates.end() && *first < span.end;
}

std::optional<Span> JsonMask::numberAt(std::size_t offset) const {
    const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(), Span{offset, offset});
    return found != m_numbers.end() && found->begin == offset ? std::optional<Span>(*found) : std::nullopt;
}

} // namespace format
