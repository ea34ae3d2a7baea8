// SPDX-License-Identifier: MIT
#pragma once

#include "format/jsonerror.h"
#include "format/jsontree.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace format {

/// Puts a tree together from what a reader finds, in the text's order. Each function says whether to go on:
/// not where there is more than is opened.
class JsonTreeBuilder {
public:
    /// `size`: how many bytes the value has at most.
    explicit JsonTreeBuilder(std::size_t size);

    bool add(JsonType type, Span span);
    bool addString(Span span, std::string_view decoded, bool hasLoneSurrogate = false);
    bool open(JsonType type, std::size_t at);
    void close(std::size_t end);
    bool key(Span span, std::string_view decoded);

    bool isOpen() const { return !m_open.empty(); }
    bool isInObject() const { return m_isInObject; }
    /// What there is too much of, and where, once a function has said no.
    JsonExcess excess() const { return m_excess; }
    std::size_t excessAt() const { return m_excessAt; }

    /// What was put together; once, at the end.
    JsonTree tree();

private:
    struct Open {
        JsonId id;
        std::size_t firstChild; ///< in m_pending
    };
    struct Closed {
        JsonId id;
        std::size_t begin, count; ///< of its children among all
    };
    std::string_view keep(std::string_view decoded);
    bool fail(JsonExcess excess, std::size_t at);

    std::shared_ptr<JsonTree::Values> m_values;
    std::vector<Open> m_open;
    std::vector<JsonId> m_pending; ///< children of what is open
    std::vector<Closed> m_closed;
    Span m_key;
    std::string_view m_name;
    std::size_t m_keys = 0;
    bool m_isInObject = false;
    JsonExcess m_excess = JsonExcess::Values;
    std::size_t m_excessAt = 0;
};

} // namespace format
