// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace format {

/// Show notes as HTML for feeds: CommonMark (md4c) as the site renders it, without what a listener's app must
/// not be given: raw HTML becomes text, pictures their words, links of other schemes than http, https and
/// mailto their words. Bytes that are not UTF-8 give none.
std::string notesHtml(std::string_view markdown);

/// `<`, `>`, `&` and `"` as HTML writes them.
std::string htmlEscaped(std::string_view text);

} // namespace format
