// SPDX-License-Identifier: MIT
#pragma once

#include "format/jsonstyle.h"
#include "format/jsontree.h"
#include "format/textedit.h"

#include <optional>
#include <string_view>

namespace format {

/// An item as a list or an object shall hold it: one that it holds already, or a new one.
struct ArrangedItem {
    std::optional<std::size_t> from; ///< the place of the item that it is
    TextEdits edits;                 ///< what changes inside that one
    std::string text = {};           ///< a new one as it is written; a member with its key
};

/// Makes the text edits for changes of one parsed object, in the file's own style. Nothing outside the value,
/// element or member concerned (and the comma and white space that belong to it) is touched.
/// Errors: the path names nothing, or a place that cannot hold what is asked.
class JsonEditor {
public:
    JsonEditor(std::string_view text, const JsonTree& tree);

    /// Replaces the value at `path`. Equal values give no edits; in arrays and objects only the parts that
    /// differ are rewritten.
    Result<TextEdits> set(const JsonPath& path, const JsonValue& value) const;

    /// Adds a member to the object at `object`, behind the member `after` (at the front where it is empty, at
    /// the end where it is absent). Refuses a key that is there already.
    Result<TextEdits> insertMember(const JsonPath& object, std::string_view key, const JsonValue& value,
                                   std::optional<std::string_view> after = std::nullopt) const;

    /// Adds an element before index `at` (`at` == size appends) of the array at `array`.
    Result<TextEdits> insertElement(const JsonPath& array, std::size_t at, const JsonValue& value) const;

    /// Removes a member or an element with its comma.
    Result<TextEdits> remove(const JsonPath& path) const;

    /// Moves a member or element to index `to` among its siblings, its raw text unchanged.
    Result<TextEdits> move(const JsonPath& path, std::size_t to) const;

    /// Brings the items of the list or object at `container` to exactly these. Items that keep their order
    /// keep their bytes where they stand, others take theirs along.
    Result<TextEdits> arrange(const JsonPath& container, const std::vector<ArrangedItem>& items) const;

    /// Writes `raw`, a value's bytes as they once stood in this file, in place of the value at `path`.
    Result<TextEdits> setRaw(const JsonPath& path, std::string_view raw) const;

    const JsonStyle& style() const { return m_style; }

private:
    std::string_view m_text;
    const JsonTree& m_tree;
    JsonStyle m_style;
};

} // namespace format
