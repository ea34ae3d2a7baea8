// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <span>
#include <string_view>
#include <vector>

namespace catalog {

enum class FieldKind {
    Text,
    LongText,
    EpisodeNumber,
    Boolean,
    Date,
    Guid,
    Slug,
    Path,
    Url,
    Bytes,
    Duration,
    YouTube,
    Hosts,
    Guests,
    Sponsors,
    Tags,
    TextList,
    Json
};
enum class FieldGroup { Details, People, Media, Structure };

/// One of the front matter's keys: everything that form, columns and command line need to know of it.
struct Field {
    std::string_view key; ///< as the file writes it
    const char* label;    ///< English source text, translated in context "Field"
    const char* help;     ///< one sentence, likewise
    FieldKind kind;
    FieldGroup group;
    bool isRequired; ///< every episode has this key
    bool isNullable; ///< null stands for "none"
};

/// All fields in the order in which episodes write them. Adding one is one row in field.cpp.
std::span<const Field> fields();
/// The field of that key, or nullptr: a key that is not part of the episode model.
const Field* fieldOf(std::string_view key);
QString labelOf(const Field& field); ///< translated
QString helpOf(const Field& field);  ///< translated
/// Every key in file order, for Document::set.
const std::vector<std::string_view>& keyOrder();
bool isList(FieldKind kind); ///< an array of strings: hosts, guests, sponsors, tags, categories

} // namespace catalog
