// SPDX-License-Identifier: MIT
#include "format/htmltags.h"

#include "format/commonmark.h"

#include <algorithm>
#include <cctype>

namespace format {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n\f";

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& byte : lower)
        byte = static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    return lower;
}

} // namespace

HtmlTag htmlTagAt(std::string_view html, std::size_t open) {
    std::size_t nameEnd = std::min(html.find_first_of(" \t\r\n\f>", open + 1), html.size());
    HtmlTag tag{lowered(html.substr(open + 1, nameEnd - open - 1)), {}, html.size()};
    if (html.substr(open, 4) == "<!--") {
        const std::size_t close = html.find("-->", open + 4);
        tag.end = close == npos ? html.size() : close + 3;
        return tag;
    }
    char quote = 0;
    for (std::size_t at = nameEnd; at < html.size(); ++at) {
        const char byte = html[at];
        if (quote != 0)
            quote = byte == quote ? 0 : quote;
        else if ((byte == '"' || byte == '\'') && html[at - 1] == '=')
            quote = byte;
        else if (byte == '>') {
            tag.attributes = html.substr(nameEnd, at - nameEnd);
            tag.end = at + 1;
            break;
        }
    }
    return tag;
}

std::string htmlAttribute(std::string_view attributes, std::string_view name) {
    while (true) {
        attributes.remove_prefix(std::min(attributes.find_first_not_of(blanks), attributes.size()));
        if (attributes.empty())
            return {};
        const std::size_t nameEnd = std::min(attributes.find_first_of(" \t\r\n\f="), attributes.size());
        const std::string found = lowered(attributes.substr(0, nameEnd));
        attributes.remove_prefix(nameEnd);
        std::string_view value;
        if (!attributes.empty() && attributes.front() == '=') {
            attributes.remove_prefix(1);
            const char quote = attributes.empty() ? '\0' : attributes.front();
            const bool isQuoted = quote == '"' || quote == '\'';
            const std::size_t from = isQuoted ? 1 : 0;
            const std::size_t end = std::min(
                isQuoted ? attributes.find(quote, 1) : attributes.find_first_of(blanks), attributes.size());
            value = attributes.substr(from, end - from);
            attributes.remove_prefix(std::min(end + from, attributes.size()));
        }
        if (found == name)
            return decodeReferences(value);
    }
}

std::string onOneLine(std::string_view words) {
    std::string line;
    for (const char byte : words) {
        const bool isBlank = static_cast<unsigned char>(byte) <= ' ';
        if (!isBlank)
            line += byte;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

} // namespace format
