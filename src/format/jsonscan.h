// SPDX-License-Identifier: MIT
#pragma once

#include "format/jsontreebuilder.h"

#include <string>
#include <string_view>

namespace format {

/// Reads plain JSON (RFC 8259) quickly: each value with its place, each string decoded. What is not plain is
/// left to nlohmann/json, which decides: anything wrong, very long numbers, escapes of half a character, and
/// what is more than is opened. So whatever is read here, the library reads the same
/// (fuzz_document compares them).
class JsonScan {
public:
    JsonScan(std::string_view text, std::size_t begin, JsonTreeBuilder& builder)
        : m_text(text)
        , m_at(begin)
        , m_builder(builder) {}

    /// Reads one value. False where it is not plain; the builder is of no use then.
    bool run();
    /// Where the value ended.
    std::size_t end() const { return m_at; }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace();
    bool members();
    bool value();
    bool literal(std::string_view word, JsonType type);
    bool number();
    bool string(std::string_view& decoded);
    bool escape();
    bool unicodeEscape(std::uint32_t& unit);

    std::string_view m_text;
    std::size_t m_at;
    JsonTreeBuilder& m_builder;
    std::string m_unescaped; ///< of the string that is read, where it has escapes
};

} // namespace format
