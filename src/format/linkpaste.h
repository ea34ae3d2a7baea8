// SPDX-License-Identifier: MIT
#pragma once

#include "format/linklist.h"

#include <string_view>
#include <vector>

namespace format {

/// What people paste, as links, `limits::pastedLinks` at most: Markdown links with their titles and
/// descriptions, addresses alone or in lines with words, words above or below an address, host names that
/// look like one, bookmark files. A link without words of its own has its address as text. Text that is not
/// UTF-8 gives none.
std::vector<LinkParts> linksFromText(std::string_view text);

/// Every `<a href>` of a piece of HTML with an http, https or mailto address, in order. Addresses that follow
/// each other twice (picture and words) become one. Linear in the text's length, whatever it holds.
std::vector<LinkParts> linksFromHtml(std::string_view html);

} // namespace format
