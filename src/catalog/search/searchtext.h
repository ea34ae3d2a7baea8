// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <memory>
#include <string>
#include <string_view>

namespace catalog {

/// An episode's whole text as searches look at it: without case, accents and JSON escapes (foldForSearch).
/// There is no folded copy of it. A signature of the folded text's groups of three bytes says at once of
/// most texts that a word is not in them; in the others it is looked for where the text stands, and only
/// where it is not found there, in a text that is not plain, the text is folded for the moment. Never
/// changes: may be made and asked on any thread.
class SearchText {
public:
    explicit SearchText(std::shared_ptr<const std::string> text);

    /// Whether the folded text holds `word`, which is folded, too.
    bool holds(std::string_view word) const;
    /// The text that this was made of.
    const std::shared_ptr<const std::string>& source() const { return m_source; }

private:
    /// A text of 5 KB fills a fifth of it: of a hundred texts without a word of five letters, one is read.
    static constexpr std::size_t signatureBits = 8192;
    static std::size_t bitOf(unsigned char a, unsigned char b, unsigned char c);

    std::shared_ptr<const std::string> m_source;
    bool m_isPlain; ///< the source is searched itself, without case
    std::bitset<signatureBits> m_signature;
};

} // namespace catalog
