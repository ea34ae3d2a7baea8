// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

/// RFC 8259's grammar, rule by rule and nothing else: whether a text is JSON. A second opinion for tests,
/// written apart from the reader that the program uses; no positions, no values, no limits but the depth.
class RfcJson {
public:
    /// `depth` keeps this recursive reader from running out of stack; deeper texts are not JSON for it.
    static bool isValid(std::string_view text, std::size_t depth = 1000) {
        RfcJson reader(text, depth);
        reader.space();
        if (!reader.value())
            return false;
        reader.space();
        return reader.m_at == text.size();
    }

private:
    RfcJson(std::string_view text, std::size_t depth)
        : m_text(text)
        , m_depth(depth) {}

    bool has(std::string_view bytes) const {
        return bytes.find(peek()) != std::string_view::npos && !ended();
    }
    bool ended() const { return m_at >= m_text.size(); }
    char peek() const { return ended() ? '\0' : m_text[m_at]; }
    bool take(char byte) {
        const bool isIt = !ended() && m_text[m_at] == byte;
        m_at += isIt ? 1 : 0;
        return isIt;
    }
    bool take(std::string_view word) {
        const bool isIt = m_text.substr(m_at, word.size()) == word;
        m_at += isIt ? word.size() : 0;
        return isIt;
    }
    /// Section 2: ws
    void space() {
        while (has(" \t\n\r"))
            ++m_at;
    }
    bool digits() {
        const std::size_t from = m_at;
        while (has("0123456789"))
            ++m_at;
        return m_at > from;
    }
    /// Section 3
    bool value() {
        if (has("{["))
            return container();
        if (has("\""))
            return string();
        return take("true") || take("false") || take("null") || number();
    }
    /// Sections 4 and 5
    bool container() {
        if (m_depth == 0)
            return false;
        --m_depth;
        const bool isObject = m_text[m_at++] == '{';
        const char close = isObject ? '}' : ']';
        space();
        if (!take(close)) {
            do {
                space();
                if (isObject && !(string() && colon()))
                    return false;
                if (!value())
                    return false;
                space();
            } while (take(','));
            if (!take(close))
                return false;
        }
        ++m_depth;
        return true;
    }
    bool colon() {
        space();
        const bool isThere = take(':');
        space();
        return isThere;
    }
    /// Section 6
    bool number() {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return digits();
        }
        return true;
    }
    /// Section 7
    bool string() {
        if (!take('"'))
            return false;
        while (!ended() && m_text[m_at] != '"') {
            if (static_cast<unsigned char>(m_text[m_at]) < 0x20)
                return false;
            if (take('\\')) {
                if (!(has("\"\\/bfnrt") ? ++m_at > 0 : take('u') && fourHex()))
                    return false;
            } else {
                ++m_at;
            }
        }
        return take('"');
    }
    bool fourHex() {
        for (int i = 0; i < 4; ++i, ++m_at)
            if (!has("0123456789abcdefABCDEF"))
                return false;
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_depth;
};
