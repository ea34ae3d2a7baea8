// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace format {

/// A tag between `<` and `>`, quotes honoured.
struct HtmlTag {
    std::string name; ///< lower case, with `/` where it closes
    std::string_view attributes;
    std::size_t end = 0; ///< behind `>`
};

/// The tag, comment or declaration that begins at the `<` at `open`; it ends with the text where nothing ends
/// it.
HtmlTag htmlTagAt(std::string_view html, std::size_t open);

/// An attribute's value, character references decoded; empty where it is missing. `name` in lower case.
std::string htmlAttribute(std::string_view attributes, std::string_view name);

/// Words on one line: white space collapsed, none at the ends.
std::string onOneLine(std::string_view words);

} // namespace format
