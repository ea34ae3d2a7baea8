// SPDX-License-Identifier: MIT
#include "catalog/search/searchtext.h"

#include "catalog/search/searchfold.h"

#include <array>
#include <cstdint>

namespace catalog {

namespace {

/// ASCII without case, byte by byte.
constexpr std::array<unsigned char, 256> lowered = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    return table;
}();

unsigned char lower(char byte) {
    return lowered[static_cast<unsigned char>(byte)];
}

/// Whether a byte shortly before `from`, or one of `count` behind it, begins an escape: what is read there is
/// something else than what stands there.
bool touchesEscape(std::string_view text, std::size_t from, std::size_t count) {
    constexpr std::size_t longest = 6; // backslash, u, four digits
    const std::size_t begin = from < longest ? 0 : from - longest;
    return text.substr(begin, from - begin + count).find('\\') != std::string_view::npos;
}

/// Whether `text`, read without the case of ASCII letters, holds `word`, which has no capitals, outside of
/// escapes.
bool holdsCaseless(std::string_view text, std::string_view word) {
    if (word.size() > text.size())
        return false;
    const auto first = static_cast<unsigned char>(word.front());
    const std::size_t last = text.size() - word.size();
    for (std::size_t at = 0; at <= last; ++at) {
        if (lower(text[at]) != first)
            continue;
        std::size_t same = 1;
        while (same < word.size() && lower(text[at + same]) == static_cast<unsigned char>(word[same]))
            ++same;
        if (same == word.size() && !touchesEscape(text, at, word.size()))
            return true;
    }
    return false;
}

} // namespace

std::size_t SearchText::bitOf(unsigned char a, unsigned char b, unsigned char c) {
    const std::uint32_t group = std::uint32_t{a} << 16 | std::uint32_t{b} << 8 | std::uint32_t{c};
    return (group * 0x9E3779B1U) >> 19; // the 13 highest bits: as many values as the signature has
}

SearchText::SearchText(std::shared_ptr<const std::string> text)
    : m_source(std::move(text))
    , m_isPlain(isPlainForSearch(*m_source)) {
    static_assert(signatureBits == std::size_t{1} << 13);
    const std::string folded = m_isPlain ? std::string() : foldForSearch(*m_source);
    const std::string_view bytes = m_isPlain ? *m_source : folded;
    for (std::size_t at = 2; at < bytes.size(); ++at)
        m_signature.set(bitOf(lower(bytes[at - 2]), lower(bytes[at - 1]), lower(bytes[at])));
}

bool SearchText::holds(std::string_view word) const {
    if (word.empty())
        return true;
    for (std::size_t at = 2; at < word.size(); ++at)
        if (!m_signature.test(bitOf(lower(word[at - 2]), lower(word[at - 1]), lower(word[at]))))
            return false;
    return holdsCaseless(*m_source, word) ||
           (!m_isPlain && foldForSearch(*m_source).find(word) != std::string::npos);
}

} // namespace catalog
