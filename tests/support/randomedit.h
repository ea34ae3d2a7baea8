// SPDX-License-Identifier: MIT
#pragma once

#include "format/document.h"

#include <functional>
#include <optional>
#include <string>

/// One edit of a document as a user could make it, drawn by chance (or by a fuzzer's bytes).
struct RandomEdit {
    enum class Place { Value, Notes, Source };
    Place place = Place::Value;
    std::string what;                       ///< for the report of a failure
    std::string key;                        ///< Value: the top-level key that may change; empty: several may
    format::TextEdits edits;                ///< none where the editor refused, saying so
    std::optional<format::JsonValue> value; ///< what `key` must read as afterwards
};

/// A number below `limit` (> 0).
using Chooser = std::function<std::size_t(std::size_t limit)>;

/// Draws one edit: fields of every kind, members and elements added, removed and moved, link rows and
/// sections, words of the source.
RandomEdit drawEdit(const format::Document& document, const Chooser& below);

/// Why the document after the edit is not as promised: bytes changed that were not edited, a value that reads
/// otherwise; empty where all is well. `after` is before.withEdits(edit.edits).
std::string whatBroke(const format::Document& before, const RandomEdit& edit,
                      const format::Result<format::Document>& after);
