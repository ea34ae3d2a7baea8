// SPDX-License-Identifier: MIT
#pragma once

#include "format/jsontree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace format {

/// An element of a JSON array, for merging.
struct ListElement {
    std::string canonical; ///< equal texts are equal values
    std::string raw;       ///< its bytes
    std::string identity;  ///< a chapter's time; empty: not known
    bool isText = false;
};
using ListElements = std::vector<ListElement>;

ListElements elementsOf(std::string_view text, const JsonTree& tree, JsonId array);
std::string listJson(const ListElements& elements);

/// Lists of different texts (people, tags): what both added and took away, in my order where only I changed
/// it. Other lists: element by element; nothing where both changed the same one.
std::optional<ListElements> mergeLists(const ListElements& base, const ListElements& mine,
                                       const ListElements& theirs);

/// `first`, then what only `second` has.
ListElements unionOf(ListElements first, const ListElements& second);

} // namespace format
