// SPDX-License-Identifier: MIT
#include "format/jsonitems.h"

namespace format {

namespace {

/// Where a child stands among its siblings: a member with its key, or an element.
Span itemSpan(const JsonNode& node) {
    return node.key.isEmpty() ? node.span : Span{node.key.begin, node.span.end};
}

std::string joined(const std::vector<std::string>& texts, const std::string& between) {
    std::string all;
    for (const std::string& text : texts)
        all += (&text == &texts.front() ? std::string() : between) + text;
    return all;
}

} // namespace

std::size_t depthInTree(const JsonTree& tree, JsonId id) {
    std::size_t depth = 0;
    for (JsonId at = tree.node(id).parent; at != noNode; at = tree.node(at).parent)
        ++depth;
    return depth;
}

JsonItems::JsonItems(std::string_view text, const JsonTree& tree, const JsonStyle& style, JsonId container)
    : m_text(text)
    , m_node(tree.node(container))
    , m_style(style)
    , m_depth(depthInTree(tree, container)) {
    for (const JsonId child : m_node.children)
        m_items.push_back(itemSpan(tree.node(child)));
}

TextEdit JsonItems::insert(std::size_t at, const std::vector<std::string>& printed) const {
    if (m_items.empty())
        return {m_node.span, alone(printed)};
    const std::string all = joined(printed, separator());
    if (at == 0)
        return {{m_items[0].begin, m_items[0].begin}, all + separator()};
    return {{m_items[at - 1].end, m_items[at - 1].end}, separator() + all};
}

TextEdit JsonItems::remove(std::size_t from, std::size_t count) const {
    if (count == m_items.size())
        return {m_node.span, m_node.type == JsonType::Array ? "[]" : "{}"};
    if (from > 0)
        return {{m_items[from - 1].end, m_items[from + count - 1].end}, {}};
    return {{m_items[0].begin, m_items[count].begin}, {}};
}

std::string_view JsonItems::lead() const {
    return m_text.substr(m_node.span.begin + 1, m_items[0].begin - m_node.span.begin - 1);
}

std::string JsonItems::separator() const {
    if (m_items.size() > 1)
        return std::string(m_text.substr(m_items[0].end, m_items[1].begin - m_items[0].end));
    if (lead().find('\n') != std::string_view::npos)
        return "," + std::string(lead());
    return m_style.isCompact ? m_style.comma : ", ";
}

std::string JsonItems::alone(const std::vector<std::string>& printed) const {
    const bool isArray = m_node.type == JsonType::Array;
    const std::string open = isArray ? "[" : "{";
    const std::string close = isArray ? "]" : "}";
    if (m_style.isCompact || (isArray && m_style.inlineArrays))
        return open + joined(printed, m_style.isCompact ? m_style.comma : ", ") + close;
    std::string outer = m_style.lineEnd;
    for (std::size_t level = 0; level < m_depth; ++level)
        outer += m_style.indent;
    return open + outer + m_style.indent + joined(printed, "," + outer + m_style.indent) + outer + close;
}

} // namespace format
