// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace format {

/// An `<a href>` of a piece of HTML: its address made absolute where the page names a base, its words on one
/// line.
struct HtmlLink {
    std::string text;
    std::string url;
};

/// The links of a piece of HTML as a clipboard carries it, in order. Reads tags only, by one pass: no markup
/// is too broken or too deep.
std::vector<HtmlLink> htmlLinks(std::string_view html);

} // namespace format
