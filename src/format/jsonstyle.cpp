// SPDX-License-Identifier: MIT
#include "format/jsonstyle.h"

#include "format/span.h"
#include "format/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace format {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

std::string unicodeEscape(std::uint32_t unit) {
    return {'\\',
            'u',
            hexDigits[(unit >> 12U) & 15U],
            hexDigits[(unit >> 8U) & 15U],
            hexDigits[(unit >> 4U) & 15U],
            hexDigits[unit & 15U]};
}

std::string escapedCharacter(std::uint32_t code) {
    if (code < 0x10000)
        return unicodeEscape(code);
    return unicodeEscape(0xD800U + ((code - 0x10000U) >> 10U)) +
           unicodeEscape(0xDC00U + ((code - 0x10000U) & 0x3FFU));
}

/// The character at `at` and its length in bytes; what is not UTF-8 reads as U+FFFD of one byte.
std::pair<std::uint32_t, std::size_t> characterAt(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const std::string_view bytes = text.substr(at, length);
    if (bytes.size() < length || firstInvalidUtf8(bytes) != std::string_view::npos)
        return {0xFFFD, 1};
    return {takeCharacter(text, at), length};
}

std::string shortEscape(char byte) {
    switch (byte) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return {};
    }
}

struct EscapeCounts {
    std::size_t raw = 0;
    std::size_t escaped = 0;
    bool slash = false;
};

EscapeCounts countEscapes(std::string_view json) {
    EscapeCounts counts;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const auto byte = static_cast<unsigned char>(json[at]);
        if (byte >= 0xC0)
            ++counts.raw;
        if (byte != '\\')
            continue;
        const std::string_view next = json.substr(++at, 3);
        counts.slash = counts.slash || next.substr(0, 1) == "/";
        const bool isAscii = next == "u00" && json.substr(at + 3, 1) < "8";
        if (next.substr(0, 1) == "u" && !isAscii)
            ++counts.escaped;
    }
    return counts;
}

StringEscapes escapesOf(const EscapeCounts& counts, const JsonTree& tree) {
    if (counts.raw != counts.escaped)
        return counts.raw > counts.escaped ? StringEscapes::Utf8 : StringEscapes::Ascii;
    // Neither: the writer of the files with these two keys writes raw UTF-8, the older one escapes.
    const bool isNewer =
        tree.member(tree.root(), "transcripts") != noNode || tree.member(tree.root(), "value") != noNode;
    return isNewer ? StringEscapes::Utf8 : StringEscapes::Ascii;
}

bool hasInlineArrays(std::string_view text, const JsonTree& tree) {
    int inlined = 0, spread = 0;
    for (JsonId id = 0; id < static_cast<JsonId>(tree.size()); ++id) {
        const JsonNode& node = tree.node(id);
        if (node.type != JsonType::Array || node.children.empty() ||
            !tree.node(node.children[0]).children.empty())
            continue;
        ++(node.span.in(text).find('\n') == std::string_view::npos ? inlined : spread);
    }
    return inlined > spread;
}

/// Prints one tree in a style.
class Printer {
public:
    Printer(std::string_view text, const JsonTree& tree, const JsonStyle& style)
        : m_text(text)
        , m_tree(tree)
        , m_style(style) {}

    std::string print(JsonId id, std::size_t depth) const {
        const JsonNode& node = m_tree.node(id);
        switch (node.type) {
        case JsonType::String:
            return quoteJson(node.string, m_style);
        case JsonType::Array:
            return printContainer(node, depth, "[", "]");
        case JsonType::Object:
            return printContainer(node, depth, "{", "}");
        default:
            return std::string(node.span.in(m_text));
        }
    }

private:
    bool isOneLine(const JsonNode& node) const {
        const auto isScalar = [this](JsonId child) { return m_tree.node(child).type < JsonType::Array; };
        return m_style.isCompact || (m_style.inlineArrays && node.type == JsonType::Array &&
                                     std::all_of(node.children.begin(), node.children.end(), isScalar));
    }
    std::string lineAt(std::size_t depth) const {
        std::string line = m_style.lineEnd;
        for (std::size_t level = 0; level < depth; ++level)
            line += m_style.indent;
        return line;
    }
    std::string printContainer(const JsonNode& node, std::size_t depth, const char* open,
                               const char* close) const {
        if (node.children.empty())
            return std::string(open) + close;
        const bool oneLine = isOneLine(node);
        const std::string between = !oneLine            ? "," + lineAt(depth + 1)
                                    : m_style.isCompact ? m_style.comma
                                                        : std::string(", ");
        std::string printed = open;
        if (!oneLine)
            printed += lineAt(depth + 1);
        for (const JsonId child : node.children) {
            if (child != node.children.front())
                printed += between;
            if (node.type == JsonType::Object)
                printed += quoteJson(m_tree.node(child).name, m_style) + m_style.colon;
            printed += print(child, depth + 1);
        }
        if (!oneLine)
            printed += lineAt(depth);
        return printed + close;
    }

    std::string_view m_text;
    const JsonTree& m_tree;
    const JsonStyle& m_style;
};

} // namespace

std::string quoteJson(std::string_view utf8, const JsonStyle& style) {
    std::string quoted = "\"";
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [code, length] = characterAt(utf8, at);
        const std::string simple = shortEscape(utf8[at]);
        if (!simple.empty())
            quoted += simple;
        else if (utf8[at] == '/' && style.escapesSlash)
            quoted += "\\/";
        else if (code < 0x20 || (code > 0x7E && style.escapes == StringEscapes::Ascii))
            quoted += escapedCharacter(code);
        else if (code == 0xFFFD && length == 1)
            quoted += "\xEF\xBF\xBD";
        else
            quoted += utf8.substr(at, length);
        at += length;
    }
    return quoted + '"';
}

JsonStyle JsonStyle::of(std::string_view text, const JsonTree& tree) {
    JsonStyle style;
    if (tree.isEmpty())
        return style;
    const JsonNode& root = tree.node(tree.root());
    const EscapeCounts counts = countEscapes(root.span.in(text));
    style.escapes = escapesOf(counts, tree);
    style.escapesSlash = counts.slash;
    const std::size_t lineFeed = root.span.in(text).find('\n');
    const bool isCrLf =
        lineFeed != std::string_view::npos && lineFeed > 0 && root.span.in(text)[lineFeed - 1] == '\r';
    style.lineEnd = isCrLf ? "\r\n" : "\n";
    if (root.type != JsonType::Object || root.children.empty())
        return style;
    const JsonNode& first = tree.node(root.children.front());
    const std::string_view lead = text.substr(root.span.begin + 1, first.key.begin - root.span.begin - 1);
    style.colon = text.substr(first.key.end, first.span.begin - first.key.end);
    style.isCompact = lead.find('\n') == std::string_view::npos;
    if (style.isCompact && root.children.size() > 1)
        style.comma = text.substr(first.span.end, tree.node(root.children[1]).key.begin - first.span.end);
    if (!style.isCompact)
        style.indent = lead.substr(lead.rfind('\n') + 1);
    style.inlineArrays = !style.isCompact && hasInlineArrays(text, tree);
    return style;
}

std::string printJson(const JsonValue& value, const JsonStyle& style, std::size_t depth) {
    const auto tree = JsonTree::parse(value.json(), {0, value.json().size()});
    return tree ? Printer(value.json(), *tree, style).print(tree->root(), depth) : value.json();
}

} // namespace format
