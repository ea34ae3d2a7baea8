// SPDX-License-Identifier: MIT
#include "catalog/search/searchword.h"

#include "catalog/search/bytegroups.h"

#include <algorithm>

namespace catalog {

namespace {

using bytegroups::lower;

/// Whether a byte shortly before `from`, or one of `count` behind it, begins an escape: what is read there is
/// something else than what stands there.
bool touchesEscape(std::string_view text, std::size_t from, std::size_t count) {
    constexpr std::size_t longest = 6; // backslash, u, four digits
    const std::size_t begin = from < longest ? 0 : from - longest;
    return text.substr(begin, from - begin + count).find('\\') != std::string_view::npos;
}

/// Bytes of English in JSON and Markdown, the most frequent first; those that are not here are rarer still.
constexpr std::string_view frequentBytes = " etaonisr\"lhcdu/mp:.,gfywbk-v0123456789xjqz";

/// The byte of the word that stands in the fewest places, so that few are looked at; not that at `but`.
std::size_t rarestOf(std::string_view word, std::size_t but) {
    const auto rankOf = [](char byte) { return std::min(frequentBytes.find(byte), frequentBytes.size()); };
    std::size_t rarest = but == 0 && word.size() > 1 ? 1 : 0;
    for (std::size_t at = rarest + 1; at < word.size(); ++at)
        if (at != but && rankOf(word[at]) > rankOf(word[rarest]))
            rarest = at;
    return rarest;
}

} // namespace

SearchWord::SearchWord(std::string folded)
    : m_text(std::move(folded)) {
    std::uint32_t last = 0;
    for (std::size_t at = 0; at < m_text.size(); ++at) {
        last = last << 8 | lower(m_text[at]);
        if (at >= 2)
            m_groups.push_back(static_cast<std::uint16_t>(bytegroups::groupOf(last)));
    }
    if (m_text.size() == 1)
        m_pair = static_cast<std::uint16_t>(bytegroups::singleOf(m_text[0]));
    else if (m_text.size() == 2)
        m_pair = static_cast<std::uint16_t>(bytegroups::pairOf(m_text[0], m_text[1]));
    m_rarest = rarestOf(m_text, std::string::npos);
    m_second = rarestOf(m_text, m_rarest);
}

bool SearchWord::standsAt(std::string_view text, std::size_t at) const {
    return std::equal(m_text.begin(), m_text.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char wanted, char byte) { return lower(byte) == lower(wanted); }) &&
           !touchesEscape(text, at, m_text.size());
}

/// The rarest byte, small and capital, is found by the C library, many bytes at a time. Not small in the
/// whole text and then capital: the word mostly stands near its beginning where it stands there at all.
bool SearchWord::standsIn(std::string_view text) const {
    constexpr std::size_t windowSize = 512;
    if (m_text.size() > text.size() || m_text.empty())
        return m_text.empty();
    const char small = m_text[m_rarest];
    const bool isLetter = small >= 'a' && small <= 'z';
    const std::size_t end = text.size() - m_text.size() + 1;
    for (std::size_t from = 0; from < end; from += windowSize) {
        const std::string_view window =
            text.substr(m_rarest + from, std::min(windowSize, end - from)); // of the rarest byte's places
        for (const bool isCapitals : {false, true}) {
            if (isCapitals && !isLetter)
                break;
            const char wanted = static_cast<char>(isCapitals ? small - 32 : small);
            for (std::size_t in = window.find(wanted); in != std::string_view::npos;
                 in = window.find(wanted, in + 1)) {
                const std::size_t at = from + in;
                if (lower(text[at + m_second]) == lower(m_text[m_second]) && standsAt(text, at))
                    return true;
            }
        }
    }
    return false;
}

} // namespace catalog
