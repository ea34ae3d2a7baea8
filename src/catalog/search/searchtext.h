// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/search/bytegroups.h"
#include "catalog/search/searchword.h"

#include <bitset>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace catalog {

/// An episode's whole text as searches look at it: without case, accents and JSON escapes (foldForSearch).
/// There is no folded copy of it. A signature of the folded text's groups of three bytes says at once of
/// most texts that a word is not in them; in the others it is looked for where the text stands, and only
/// where it is not found there, in a text that is not plain, the text is folded for the moment. Of one or two
/// letters the signature knows without the text. Never changes: may be made and asked on any thread.
class SearchText {
public:
    /// Whether there is a signature: making it takes as long as looking for dozens of words.
    enum class Signature { Made, None };
    explicit SearchText(std::shared_ptr<const std::string> text, Signature signature = Signature::Made);

    /// Whether the folded text holds the word.
    bool holds(const SearchWord& word) const;
    /// The text that this was made of.
    const std::shared_ptr<const std::string>& source() const { return m_source; }

    /// Has the processor fetch what the signature says of these words, so that it is at hand soon; then what
    /// of the text will be read. Both change nothing, and cost less than waiting for it.
    void fetchSignature(std::span<const SearchWord> words) const;
    void fetchText(std::span<const SearchWord> words) const;

private:
    bool mayHold(const SearchWord& word) const;
    void sign();

    std::shared_ptr<const std::string> m_source;
    std::string_view m_text; ///< the source
    bool m_isSigned;
    bool m_isPlain = false; ///< the source is searched itself, without case; not known without a signature
    std::bitset<bytegroups::pairs> m_pairs; ///< all of them, also single letters: what is not here is nowhere
    /// A text of 5 KB fills a fifth of it: of a hundred texts without a word of five letters, one is read.
    std::bitset<bytegroups::groups> m_groups;
};

} // namespace catalog
