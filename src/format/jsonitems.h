// SPDX-License-Identifier: MIT
#pragma once

#include "format/jsonstyle.h"
#include "format/jsontree.h"
#include "format/textedit.h"

#include <string>
#include <string_view>
#include <vector>

namespace format {

/// How deep a value stands; the root object's members are at depth 1.
std::size_t depthInTree(const JsonTree& tree, JsonId id);

/// The members or elements of one container as they stand in the text, and the edits that add and remove some
/// with their commas and white space.
class JsonItems {
public:
    JsonItems(std::string_view text, const JsonTree& tree, const JsonStyle& style, JsonId container);

    std::size_t size() const { return m_items.size(); }
    Span item(std::size_t index) const { return m_items[index]; }
    std::size_t itemDepth() const { return m_depth + 1; }

    /// Adds items, one at least, before the one at `at`.
    TextEdit insert(std::size_t at, const std::vector<std::string>& printed) const;
    TextEdit remove(std::size_t from, std::size_t count) const;

private:
    std::string_view lead() const;
    std::string separator() const;
    std::string alone(const std::vector<std::string>& printed) const;

    std::string_view m_text;
    const JsonNode& m_node;
    const JsonStyle& m_style;
    std::size_t m_depth;
    std::vector<Span> m_items;
};

} // namespace format
