// SPDX-License-Identifier: MIT
#include "format/jsonscan.h"

#include "format/byteset.h"
#include "format/utf8.h"

#include <algorithm>
#include <cstdint>

namespace format {

namespace {

/// Where the plain part of a string ends: what it cannot hold as it is, quote, backslash.
constexpr ByteSet endsPlain = [] {
    ByteSet ends("\"\\");
    for (char control = 0; control < 0x20; ++control)
        ends.add(control);
    return ends;
}();

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

} // namespace

void JsonScan::skipSpace() {
    while (m_at < m_text.size() &&
           (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
        ++m_at;
}

bool JsonScan::run() {
    const std::size_t begin = m_at;
    if (!value())
        return false;
    while (m_builder.isOpen())
        if (!members())
            return false;
    return firstInvalidUtf8(m_text.substr(begin, m_at - begin)) == std::string_view::npos;
}

/// What stands in the innermost container, until it closes or another one opens in it.
bool JsonScan::members() {
    const char closing = m_builder.isInObject() ? '}' : ']';
    bool isFirst = m_text[m_at - 1] == '{' || m_text[m_at - 1] == '[';
    for (;; isFirst = false) {
        skipSpace();
        if (peek() == closing) {
            m_builder.close(++m_at);
            return true;
        }
        if (!isFirst) {
            if (peek() != ',')
                return false;
            ++m_at;
            skipSpace();
        }
        if (closing == '}') {
            const std::size_t begin = m_at;
            std::string_view name;
            if (!string(name) || !m_builder.key({begin, m_at}, name))
                return false;
            skipSpace();
            if (peek() != ':')
                return false;
            ++m_at;
            skipSpace();
        }
        const bool opens = peek() == '{' || peek() == '[';
        if (!value())
            return false;
        if (opens)
            return true;
    }
}

bool JsonScan::value() {
    const std::size_t begin = m_at;
    switch (peek()) {
    case '{':
        return m_builder.open(JsonType::Object, m_at++);
    case '[':
        return m_builder.open(JsonType::Array, m_at++);
    case '"': {
        std::string_view decoded;
        return string(decoded) && m_builder.addString({begin, m_at}, decoded);
    }
    case 't':
        return literal("true", JsonType::Boolean);
    case 'f':
        return literal("false", JsonType::Boolean);
    case 'n':
        return literal("null", JsonType::Null);
    default:
        return number();
    }
}

bool JsonScan::literal(std::string_view word, JsonType type) {
    if (m_text.substr(m_at, word.size()) != word)
        return false;
    m_at += word.size();
    return m_builder.add(type, {m_at - word.size(), m_at});
}

/// So short that it is none beyond a double's range.
bool JsonScan::number() {
    constexpr std::size_t longest = 100;
    constexpr std::size_t exponentDigits = 2;
    const std::size_t begin = m_at;
    const auto digits = [this] {
        const std::size_t first = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at - first;
    };
    if (peek() == '-')
        ++m_at;
    const bool startsWithZero = peek() == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (startsWithZero && whole > 1))
        return false;
    if (peek() == '.') {
        ++m_at;
        if (digits() == 0)
            return false;
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        if (const std::size_t count = digits(); count == 0 || count > exponentDigits)
            return false;
    }
    if (m_at - begin > longest)
        return false;
    return m_builder.add(JsonType::Number, {begin, m_at});
}

/// From quote to quote. What it decodes to lives until the next one is read.
bool JsonScan::string(std::string_view& decoded) {
    if (peek() != '"')
        return false;
    std::size_t from = ++m_at;
    bool hasEscapes = false;
    for (;; ++m_at) {
        m_at = std::min(endsPlain.findIn(m_text, m_at), m_text.size());
        const std::string_view plain = m_text.substr(from, m_at - from);
        if (peek() == '"' && !hasEscapes)
            decoded = plain;
        else if (peek() == '"')
            decoded = m_unescaped += plain;
        if (peek() == '"') {
            ++m_at;
            return true;
        }
        if (peek() != '\\')
            return false;
        if (!hasEscapes)
            m_unescaped.clear();
        hasEscapes = true;
        m_unescaped += plain;
        ++m_at;
        if (!escape())
            return false;
        from = m_at + 1;
    }
}

/// What stands behind a backslash; ends on its last byte.
bool JsonScan::escape() {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (const std::size_t which = letters.find(peek()); which != std::string_view::npos) {
        m_unescaped += meanings[which];
        return true;
    }
    std::uint32_t unit = 0;
    if (!unicodeEscape(unit))
        return false;
    if (unit >= 0xD800 && unit <= 0xDFFF) {
        std::uint32_t low = 0;
        const bool isPair = unit <= 0xDBFF && m_text.substr(m_at + 1, 2) == "\\u";
        m_at += isPair ? 2 : 0;
        if (!isPair || !unicodeEscape(low) || low < 0xDC00 || low > 0xDFFF)
            return false;
        unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    }
    appendCharacter(m_unescaped, unit);
    return true;
}

/// `u` and four hexadecimal digits; ends on the last.
bool JsonScan::unicodeEscape(std::uint32_t& unit) {
    constexpr std::size_t digits = 4;
    if (peek() != 'u')
        return false;
    for (std::size_t i = 0; i < digits; ++i) {
        ++m_at;
        const char byte = peek();
        const auto value = isDigit(byte)                ? byte - '0'
                           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                                        : -1;
        if (value < 0)
            return false;
        unit = unit * 16 + static_cast<std::uint32_t>(value);
    }
    return true;
}

} // namespace format
