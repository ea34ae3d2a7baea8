// SPDX-License-Identifier: MIT
#pragma once

#include "format/result.h"
#include "format/span.h"

#include <string>
#include <string_view>
#include <vector>

namespace format {

/// "Replace these bytes by those." An empty span inserts, an empty replacement deletes.
struct TextEdit {
    Span span;
    std::string replacement;

    bool operator==(const TextEdit&) const = default;
};

/// Edits of one text; every span counts in the text before any of them is applied.
using TextEdits = std::vector<TextEdit>;

/// Applies the edits. Refuses overlapping edits and spans outside the text; two insertions at one place are
/// applied in their order.
Result<std::string> applyEdits(std::string_view text, TextEdits edits);

/// The edits that turn applyEdits(text, edits) back into `text`.
TextEdits invertEdits(std::string_view text, TextEdits edits);

/// One edit, as short as a common prefix and suffix allow (whole UTF-8 characters), that turns `before` into
/// `after`; none where they are equal.
TextEdits differenceOf(std::string_view before, std::string_view after);

} // namespace format
