// SPDX-License-Identifier: MIT
#pragma once

#include "format/result.h"
#include "format/span.h"

#include <string_view>

namespace format {

enum class PageKind {
    Episode,   ///< begins with a JSON object, as Hugo reads it: optional BOM and white space, then `{`
    OtherPage, ///< YAML (`---`), TOML (`+++`) or no front matter: no episode, and no error
};

/// Where the parts of an episode file lie.
struct FrontMatter {
    bool hasBom = false;
    Span object; ///< the JSON object, its braces included
    Span body;   ///< everything behind the object, the line end behind `}` included
};

/// UTF-16 by its mark, or by the zero in every other byte of Latin letters.
bool isUtf16(std::string_view text);

/// Tells an episode from other pages by its first characters.
PageKind pageKindOf(std::string_view text);

/// Finds the JSON object's end as Hugo does (pagelexer_intro.go): counts braces outside strings, honouring
/// `\`.
Result<FrontMatter> splitFrontMatter(std::string_view text);

} // namespace format
