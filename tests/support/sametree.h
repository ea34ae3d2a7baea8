// SPDX-License-Identifier: MIT
#pragma once

#include "format/jsontree.h"

#include <algorithm>
#include <string>
#include <string_view>

/// Whether `object` of `text` is read the same by the quick reader and by the library alone: the same values,
/// or the same refusal. Empty where it is; else what differs.
inline std::string whereReadersDiffer(std::string_view text, format::Span object) {
    const auto quick = format::JsonTree::parse(text, object);
    const auto library = format::JsonTree::parseByLibrary(text, object);
    if (bool(quick) != bool(library))
        return quick ? "only the quick reader reads it" : "only the library reads it";
    if (!quick)
        return quick.error().message == library.error().message &&
                       quick.error().offset == library.error().offset
                   ? ""
                   : "the refusals differ";
    if (quick->size() != library->size())
        return "the numbers of values differ";
    for (format::JsonId id = 0; id < static_cast<format::JsonId>(quick->size()); ++id) {
        const format::JsonNode& a = quick->node(id);
        const format::JsonNode& b = library->node(id);
        const bool isSame =
            a.type == b.type && a.hasLoneSurrogate == b.hasLoneSurrogate &&
            a.isDuplicateKey == b.isDuplicateKey && a.mayHaveAlikeNames == b.mayHaveAlikeNames &&
            a.parent == b.parent && a.span == b.span && a.key == b.key && a.name == b.name &&
            a.string == b.string &&
            std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end());
        if (!isSame)
            return "value " + std::to_string(id) + " differs";
    }
    return "";
}
