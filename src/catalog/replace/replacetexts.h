// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/replace/replacequery.h"
#include "format/document.h"

#include <vector>

namespace catalog {

/// A text of an episode in which something may be replaced.
struct ReplaceText {
    QString place;       ///< a field's label with the way to the text in it; "Show notes"
    format::Span span;   ///< in the file: within a string's quotes, or Markdown
    bool isJson = false; ///< written with JSON's escapes
    QString locked;      ///< why nothing can be replaced in it; else empty
};

/// The texts that a search looks at, in the file's order. Numbers, true, false and keys are none.
std::vector<ReplaceText> replaceTexts(const format::Document& document, const ReplacePlaces& places);

/// A text as people read it, and where each of its characters begins in the file: one entry a UTF-16 unit,
/// and one more for its end.
struct DecodedText {
    QString text;
    std::vector<std::size_t> offsets;
};
DecodedText decodeText(std::string_view file, const ReplaceText& text);

} // namespace catalog
