// SPDX-License-Identifier: MIT
#pragma once

#include "format/linklist.h"

#include <string>
#include <vector>

namespace format {

/// Links as other programs take them from the clipboard: a list of `<a href>`, escaped.
std::string linksAsHtml(const std::vector<LinkParts>& links);

/// Words, description and address of each link: `Words — description`, and below it the address.
std::string linksAsPlainText(const std::vector<LinkParts>& links);

/// A list of Markdown links in CommonMark, titles left out.
std::string linksAsMarkdown(const std::vector<LinkParts>& links);

} // namespace format
