// SPDX-License-Identifier: MIT
#pragma once

#include "format/linklist.h"

#include <string>
#include <string_view>

namespace format {

/// Reads a list item's content (row.text): where it begins with an inline link that CommonMark sees too, the
/// row becomes a Link row with its parts; where it only looks like one, `problem` says why it is none.
void readLinkItem(std::string_view text, Row& row);

/// The URL as a link can hold it: no white space, angle brackets or control characters (percent-encoded),
/// trimmed.
std::string normalisedUrl(std::string_view url);

/// A link's Markdown from its parts: text and destination escaped, the title in the quotes that it allows.
/// `plainText` false writes the text as the Markdown that it is.
std::string printLink(const LinkParts& parts, bool plainText = true);
std::string printLinkText(std::string_view text, bool hard);
std::string printUrl(std::string_view url);
/// The title with its quotes: no `"` → `"…"`, else no `'` → `'…'`, else no parenthesis → `(…)`, else empty.
std::string printTitle(std::string_view title);

} // namespace format
