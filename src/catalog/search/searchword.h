// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// A word that is looked for in many texts, folded (foldForSearch), with what is worked out of it once for
/// all of them.
class SearchWord {
public:
    explicit SearchWord(std::string folded);

    const std::string& text() const { return m_text; }
    bool isEmpty() const { return m_text.empty(); }
    /// The groups of its bytes, as `bytegroups` number them; none of a word that is too short.
    const std::vector<std::uint16_t>& groups() const { return m_groups; }
    /// The pair or the single letter or digit that it is, as `bytegroups` number them; 0: something else.
    std::uint16_t pair() const { return m_pair; }
    /// Whether it stands in a text that is not folded, read without the case of ASCII letters, outside of
    /// escapes.
    bool standsIn(std::string_view text) const;

private:
    bool standsAt(std::string_view text, std::size_t at) const;

    std::string m_text;
    std::vector<std::uint16_t> m_groups;
    std::uint16_t m_pair = 0;
    std::size_t m_rarest = 0; ///< place of the byte that stands in the fewest places
    std::size_t m_second = 0; ///< of the next one, or the same
};

} // namespace catalog
