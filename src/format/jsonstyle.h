// SPDX-License-Identifier: MIT
#pragma once

#include "format/jsontree.h"
#include "format/jsonvalue.h"

#include <string>
#include <string_view>

namespace format {

enum class StringEscapes {
    Ascii, ///< every character above U+007E as \uXXXX, lower-case hex, surrogate pairs
    Utf8,  ///< raw UTF-8
};

/// How one file writes its JSON, measured from its own bytes.
struct JsonStyle {
    bool isCompact = false;    ///< members of the root stand on one line
    std::string indent = "  "; ///< one level
    std::string colon = ": ";  ///< between key and value
    std::string comma = ",";   ///< between members, before the line end or (compact) with its space
    std::string lineEnd = "\n";
    StringEscapes escapes = StringEscapes::Utf8;
    bool escapesSlash = false; ///< writes `\/`
    bool inlineArrays = false; ///< arrays of scalars stand on one line while the object does not

    static JsonStyle of(std::string_view text, const JsonTree& tree);
};

/// A UTF-8 string as a JSON string token in this style; bytes that are not UTF-8 become U+FFFD.
std::string quoteJson(std::string_view utf8, const JsonStyle& style);

/// The value's text in this style as it stands `depth` levels deep (the root object's members are at depth
/// 1).
std::string printJson(const JsonValue& value, const JsonStyle& style, std::size_t depth);

} // namespace format
