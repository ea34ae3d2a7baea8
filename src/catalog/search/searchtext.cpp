// SPDX-License-Identifier: MIT
#include "catalog/search/searchtext.h"

#include "catalog/search/fetching.h"
#include "catalog/search/searchfold.h"

#include <algorithm>

namespace catalog {

SearchText::SearchText(std::shared_ptr<const std::string> text, Signature signature)
    : m_source(std::move(text))
    , m_text(*m_source)
    , m_isSigned(signature == Signature::Made) {
    if (m_isSigned)
        sign();
}

void SearchText::sign() {
    m_isPlain = isPlainForSearch(m_text);
    const std::string folded = m_isPlain ? std::string() : foldForSearch(m_text);
    const std::string_view bytes = m_isPlain ? m_text : std::string_view(folded);
    std::uint32_t last = 0;
    char before = '\0';
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        last = last << 8 | bytegroups::lower(bytes[at]);
        m_pairs[bytegroups::singleOf(bytes[at])] = true;
        m_pairs[bytegroups::pairOf(before, bytes[at])] = true;
        if (at >= 2)
            m_groups[bytegroups::groupOf(last)] = true;
        before = bytes[at];
    }
}

bool SearchText::mayHold(const SearchWord& word) const {
    const auto& groups = word.groups();
    return !m_isSigned ||
           std::all_of(groups.begin(), groups.end(), [this](std::uint16_t group) { return m_groups[group]; });
}

bool SearchText::holds(const SearchWord& word) const {
    if (m_isSigned && word.pair() > 0)
        return m_pairs[word.pair()];
    return mayHold(word) &&
           (word.standsIn(m_text) || (!(m_isSigned ? m_isPlain : isPlainForSearch(m_text)) &&
                                      foldForSearch(m_text).find(word.text()) != std::string::npos));
}

void SearchText::fetchSignature(std::span<const SearchWord> words) const {
    constexpr std::size_t bitsOfByte = 8;
    constexpr std::size_t firstGroups = 8; // of a whole sentence the first ones tell most texts apart
    fetch(this, 1);                        // the members that say where the text is lie side by side
    const auto* pairs = static_cast<const char*>(static_cast<const void*>(&m_pairs));
    const auto* groups = static_cast<const char*>(static_cast<const void*>(&m_groups));
    for (const SearchWord& word : words) {
        if (word.pair() > 0)
            fetch(pairs + word.pair() / bitsOfByte, 1);
        for (const std::uint16_t group :
             std::span(word.groups()).first(std::min(word.groups().size(), firstGroups)))
            fetch(groups + group / bitsOfByte, 1);
    }
}

void SearchText::fetchText(std::span<const SearchWord> words) const {
    constexpr std::size_t firstBytes = 768; // most words that stand in a text at all begin to be found here
    if (std::any_of(words.begin(), words.end(),
                    [this](const SearchWord& word) { return word.pair() == 0 && mayHold(word); }))
        fetch(m_text.data(), std::min(m_text.size(), firstBytes));
}

} // namespace catalog
