// SPDX-License-Identifier: MIT
#include "catalog/search/searchtext.h"

#include "catalog/search/searchfold.h"

#include <algorithm>
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

/// Bytes of English in JSON and Markdown, the most frequent first; those that are not here are rarer still.
constexpr std::string_view frequent = " etaonisr\"lhcdu/mp:.,gfywbk-v0123456789xjqz";

/// The byte of the word that stands in the fewest places, so that few are looked at.
std::size_t rarestOf(std::string_view word) {
    const auto rankOf = [](char byte) { return std::min(frequent.find(byte), frequent.size()); };
    const auto rarest =
        std::max_element(word.begin(), word.end(), [&](char a, char b) { return rankOf(a) < rankOf(b); });
    return static_cast<std::size_t>(rarest - word.begin());
}

bool isSame(std::string_view text, std::string_view word) {
    return std::equal(text.begin(), text.end(), word.begin(), word.end(), [](char byte, char wanted) {
        return lower(byte) == static_cast<unsigned char>(wanted);
    });
}

/// Whether `text`, read without the case of ASCII letters, holds `word`, which has no capitals, outside of
/// escapes. It is looked for by its rarest byte, small and capital, which the C library finds many at a time.
bool holdsCaseless(std::string_view text, std::string_view word) {
    constexpr auto npos = std::string_view::npos;
    const std::size_t rarest = rarestOf(word);
    const char small = word[rarest];
    const bool isLetter = small >= 'a' && small <= 'z';
    std::size_t nextSmall = text.find(small, rarest);
    std::size_t nextCapital = isLetter ? text.find(static_cast<char>(small - 32), rarest) : npos;
    while (nextSmall != npos || nextCapital != npos) {
        std::size_t& next = nextSmall < nextCapital ? nextSmall : nextCapital;
        const std::size_t at = next - rarest;
        if (isSame(text.substr(at, word.size()), word) && !touchesEscape(text, at, word.size()))
            return true;
        next = text.find(text[next], next + 1);
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
