// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/field.h"
#include "format/document.h"

#include <QString>
#include <QStringList>

#include <string_view>

namespace catalog {

/// A list as one line: commas between the members, quotes around those that hold one or begin with a quote.
QString joinMembers(const QStringList& members);
/// The members of such a line, without white space around them; empty ones are left out.
QStringList splitMembers(const QString& text);

/// What a field holds as text that can be typed, copied and pasted: dates and durations as the file has them,
/// lists as joinMembers() writes them, other arrays and objects as JSON. Empty for null, an empty list and a
/// missing key.
QString cellText(const format::Document& document, std::string_view key);

/// The same with its type; null for a missing key.
format::JsonValue cellJson(const format::Document& document, std::string_view key);

/// Why the field cannot be changed as text in this episode, whatever the text; empty: it can.
QString whyNotAsText(const format::Document& document, const Field& field);

/// The value that a text typed into the field stands for. Errors say what such a text looks like. `saved` is
/// the saved document: a value that it spells in an unusual way stays so.
format::Result<format::JsonValue> cellValue(const Field& field, const QString& text,
                                            const format::Document* saved);

/// The same without asking whether the text fits: empty is null where the field may be null, digits are a
/// number where a number belongs, unless the saved file has it as a string. `field` may be nullptr.
format::JsonValue valueOfText(const Field* field, std::string_view key, const QString& text,
                              const format::Document* saved);

} // namespace catalog
