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

/// Every link of a Markdown text in order, autolinks included; images are left out.
std::vector<CommonMarkLink> commonMarkLinks(std::string_view markdown);

/// Text with backslash escapes (CommonMark 0.30 section 2.4) and character references (2.5: numeric ones and
/// the few named ones that show notes have) decoded.
std::string decodeMarkdown(std::string_view raw);

/// Character references decoded, backslashes kept: what HTML holds.
std::string decodeReferences(std::string_view raw);

/// Whether `raw` at `at` (an `&`) begins something that CommonMark may read as a character reference.
bool isReferenceAt(std::string_view raw, std::size_t at);

} // namespace format
