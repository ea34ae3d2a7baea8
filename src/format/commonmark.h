// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace format {

/// A link as CommonMark 0.30 sees it (md4c): everything decoded.
struct CommonMarkLink {
    std::string text;
    std::string url;
    std::string title;
    bool hasTitle = false;
};

/// Every inline link of a Markdown text in order. Autolinks and images are left out.
std::vector<CommonMarkLink> commonMarkLinks(std::string_view markdown);

} // namespace format
