// SPDX-License-Identifier: MIT
#pragma once

#include "format/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace format {

/// A JSON value on its way into a file, held as JSON text (RFC 8259). Writing gives it the file's style:
/// strings are escaped and containers laid out anew, numbers keep the spelling given here.
class JsonValue {
public:
    static JsonValue null();
    static JsonValue boolean(bool value);
    static JsonValue integer(long long value);
    /// A UTF-8 string; bytes that are not UTF-8 become U+FFFD.
    static JsonValue string(std::string_view utf8);
    static JsonValue strings(const std::vector<std::string>& utf8);
    /// Any JSON text, checked: one value, not deeper than JsonTree::maximumDepth.
    static Result<JsonValue> parse(std::string_view json);

    const std::string& json() const { return m_json; }

    /// Equal as values: escapes, white space and member order in objects do matter not; number spelling does.
    bool isSameValue(const JsonValue& other) const;

private:
    explicit JsonValue(std::string json)
        : m_json(std::move(json)) {}
    std::string m_json;
};

} // namespace format
