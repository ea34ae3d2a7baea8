// SPDX-License-Identifier: MIT
#include "format/linkitem.h"

#include "format/byteset.h"
#include "format/commonmark.h"

#include <algorithm>
#include <array>
#include <optional>

namespace format {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";
constexpr ByteSet blankBytes(blanks);

/// Where a link's parts stand in an item's content, offsets in that content.
struct LinkSpans {
    Span text, url, title; ///< the title with its quotes
    std::size_t end = 0;   ///< behind `)`
};

/// The `]` that ends the link text begun at 0: brackets balanced, backslashes and code spans honoured.
std::size_t textEnd(std::string_view content) {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < content.size(); ++at) {
        const char byte = content[at];
        if (byte == '\\') {
            ++at;
        } else if (byte == '`') {
            const std::size_t run = std::min(content.find_first_not_of('`', at), content.size()) - at;
            const std::size_t close = content.find(std::string(run, '`'), at + run);
            at = close == npos ? at + run - 1 : close + run - 1;
        } else if (byte == '[') {
            ++depth;
        } else if (byte == ']' && --depth == 0) {
            return at;
        }
    }
    return npos;
}

/// The destination's end: no white space, parentheses balanced, backslashes honoured; `<…>` as a whole.
std::size_t urlEnd(std::string_view content, std::size_t from) {
    if (content.substr(from, 1) == "<") {
        const std::size_t close = content.find('>', from);
        return close == npos ? from : close + 1;
    }
    std::size_t depth = 0;
    for (std::size_t at = from; at < content.size(); ++at) {
        const char byte = content[at];
        if (byte == '\\')
            ++at;
        else if (blankBytes.has(byte) || (byte == ')' && depth == 0))
            return at;
        else if (byte == '(')
            ++depth;
        else if (byte == ')')
            --depth;
    }
    return content.size();
}

std::size_t titleEnd(std::string_view content, std::size_t from) {
    const char close = content[from] == '(' ? ')' : content[from];
    for (std::size_t at = from + 1; at < content.size(); ++at) {
        if (content[at] == '\\')
            ++at;
        else if (content[at] == close)
            return at + 1;
    }
    return npos;
}

std::optional<LinkSpans> spansOf(std::string_view content) {
    const std::size_t close = content.substr(0, 1) == "[" ? textEnd(content) : npos;
    if (close == npos || content.substr(close + 1, 1) != "(")
        return std::nullopt;
    LinkSpans spans;
    spans.text = {1, close};
    const std::size_t url = content.find_first_not_of(blanks, close + 2);
    if (url == npos)
        return std::nullopt;
    spans.url = {url, urlEnd(content, url)};
    std::size_t at = content.find_first_not_of(blanks, spans.url.end);
    if (at != npos && at > spans.url.end && std::string_view("\"'(").find(content[at]) != npos) {
        const std::size_t end = titleEnd(content, at);
        if (end == npos)
            return std::nullopt;
        spans.title = {at, end};
        at = content.find_first_not_of(blanks, end);
    }
    if (at == npos || content[at] != ')')
        return std::nullopt;
    spans.end = at + 1;
    return spans;
}

std::string_view withoutBrackets(std::string_view url) {
    return url.size() > 1 && url.front() == '<' ? url.substr(1, url.size() - 2) : url;
}

/// The dash, colon or white space between link and description; a `\-` is html2text's dash.
std::size_t separatorLength(std::string_view rest) {
    const std::size_t first = std::min(rest.find_first_not_of(blanks), rest.size());
    for (const std::string_view sign : {"\xE2\x80\x94", "\xE2\x80\x93", "\\-", "-", ":"}) {
        if (rest.substr(first, sign.size()) != sign)
            continue;
        const std::size_t after = first + sign.size();
        const std::size_t next = rest.find_first_not_of(blanks, after);
        if (next != npos && (next > after || sign == ":"))
            return next;
    }
    return first;
}

std::string whyNoLink(std::string_view content) {
    const std::size_t open = content.find("](");
    if (open == npos)
        return "A bracket or parenthesis is missing, so the site shows this row as raw Markdown.";
    const std::size_t titleStart = content.find('"', open);
    const std::size_t last = content.rfind("\")");
    if (titleStart != npos && last != npos && last > titleStart &&
        content.substr(titleStart + 1, last - titleStart - 1).find('"') != npos)
        return "The title holds an unescaped quote, so the site shows this row as raw Markdown.";
    if (content.find('`') != npos)
        return "A backtick pairs with another one and swallows the link.";
    if (titleStart != npos && last == npos)
        return "The title is not closed in this paragraph, so the site shows this row as raw Markdown.";
    return "A bracket, parenthesis or quote is out of place, so the site shows this row as raw Markdown.";
}

void takeParts(std::string_view content, const LinkSpans& spans, const CommonMarkLink& seen, Row& row) {
    const std::size_t origin = row.text.begin;
    const auto placed = [origin](Span span) { return Span{origin + span.begin, origin + span.end}; };
    const std::string_view rest = content.substr(spans.end);
    const std::size_t separator = separatorLength(rest);
    row.kind = RowKind::Link;
    row.linkEnd = origin + spans.end;
    row.separator = {row.linkEnd, row.linkEnd + separator};
    row.description = {row.separator.end, row.text.end};
    if (row.description.isEmpty())
        row.separator.end = row.separator.begin;
    const std::string_view rawText = spans.text.in(content);
    const std::string decoded = decodeMarkdown(rawText);
    row.textIsMarkdown = decoded != seen.text;
    row.link.text = row.textIsMarkdown ? std::string(rawText) : decoded;
    row.link.url = decodeMarkdown(withoutBrackets(spans.url.in(content)));
    if (!spans.title.isEmpty()) {
        const std::string_view title = spans.title.in(content);
        row.link.title = decodeMarkdown(title.substr(1, title.size() - 2));
    }
    row.link.description = rest.substr(separator);
    row.text = placed(spans.text);
    row.url = placed(spans.url);
    row.title = spans.title.isEmpty() ? Span{} : placed(spans.title);
    row.content = row.link.text;
}

bool isControl(char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
}

/// A set of what may be markup in a part of a link, and of control characters.
constexpr ByteSet markupOf(std::string_view signs) {
    ByteSet set(signs);
    for (unsigned char control = 0; control < 0x20; ++control)
        set.add(static_cast<char>(control));
    set.add('\x7F');
    return set;
}
constexpr ByteSet textMarkup = markupOf("\\`[]<&*_");
constexpr ByteSet urlMarkup = markupOf("\\`[]<>&()\" ");
constexpr ByteSet titleMarkup = markupOf("\\`[]<&\"");

/// Whether CommonMark sees such a link whatever stands behind it, and just as it is written: nothing in it is
/// markup, an escape or an entity. Most links are so; md4c need not be asked.
bool isPlainLink(std::string_view content, const LinkSpans& spans) {
    const std::string_view text = spans.text.in(content);
    const std::string_view url = spans.url.in(content);
    const std::string_view title = spans.title.in(content);
    const std::string_view between = content.substr(spans.url.end, spans.end - spans.url.end);
    const bool isClosed = title.empty() ? between == ")"
                                        : title.front() == '"' && between.size() == title.size() + 2 &&
                                              between.front() == ' ' && between.back() == ')';
    return isClosed && spans.url.begin == spans.text.end + 2 && !text.empty() && text.front() != ' ' &&
           text.back() != ' ' && textMarkup.findIn(text) == npos && urlMarkup.findIn(url) == npos &&
           std::all_of(url.begin(), url.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; }) &&
           (title.empty() || titleMarkup.findIn(title.substr(1, title.size() - 2)) == npos);
}

} // namespace

void readLinkItem(std::string_view text, Row& row) {
    const std::string_view content = row.text.in(text);
    if (content.substr(0, 1) != "[" || content.substr(0, 3) == "[ ]" || content.substr(0, 4) == "[x] ")
        return;
    const auto spans = spansOf(content);
    if (spans && isPlainLink(content, *spans))
        return takeParts(content, *spans, {std::string(spans->text.in(content)), {}, {}, false}, row);
    const auto links = spans ? commonMarkLinks(content) : std::vector<CommonMarkLink>();
    const bool isSeen =
        !links.empty() && links.front().url == decodeMarkdown(withoutBrackets(spans->url.in(content)));
    if (isSeen)
        takeParts(content, *spans, links.front(), row);
    else if (content.find("](") != npos || content.find("] (") != npos)
        row.problem = whyNoLink(content);
}

std::string normalisedUrl(std::string_view url) {
    const std::size_t first = url.find_first_not_of(blanks);
    const std::size_t last = url.find_last_not_of(blanks);
    std::string normal;
    for (std::size_t at = first; first != npos && at <= last; ++at) {
        constexpr std::string_view hex = "0123456789ABCDEF";
        const char byte = url[at];
        if (byte == ' ' || byte == '<' || byte == '>' || isControl(byte)) {
            const auto value = static_cast<unsigned char>(byte);
            normal += {'%', hex[value >> 4U], hex[value & 15U]};
        } else {
            normal += byte;
        }
    }
    return normal;
}

std::string printLinkText(std::string_view text, bool hard) {
    std::string printed;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        constexpr std::string_view always = "\\`[]<";
        constexpr std::string_view all = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
        if (byte == '\n' || byte == '\r' || isControl(byte)) {
            printed += ' ';
            continue;
        }
        if ((hard ? all : always).find(byte) != npos || isReferenceAt(text, at))
            printed += '\\';
        printed += byte;
    }
    return printed;
}

std::string printUrl(std::string_view url) {
    const std::string normal = normalisedUrl(url);
    std::size_t depth = 0;
    bool isBalanced = true;
    for (const char byte : normal) {
        depth += byte == '(' ? 1 : 0;
        isBalanced = isBalanced && !(byte == ')' && depth == 0);
        depth -= byte == ')' && depth > 0 ? 1 : 0;
    }
    isBalanced = isBalanced && depth == 0;
    std::string printed;
    for (std::size_t at = 0; at < normal.size(); ++at) {
        const char byte = normal[at];
        if (byte == '\\' || byte == '`' || ((byte == '(' || byte == ')') && !isBalanced) ||
            isReferenceAt(normal, at))
            printed += '\\';
        printed += byte;
    }
    return printed;
}

std::string printTitle(std::string_view title) {
    std::string words;
    for (std::size_t at = 0; at < title.size(); ++at) {
        if (isReferenceAt(title, at) || title[at] == '\\')
            words += '\\';
        words += title[at];
    }
    if (words.find('"') == std::string::npos)
        return '"' + words + '"';
    if (words.find('\'') == std::string::npos)
        return '\'' + words + '\'';
    if (words.find_first_of("()") == std::string::npos)
        return '(' + words + ')';
    return {};
}

std::string printLink(const LinkParts& parts, bool plainText) {
    std::string tail = "](" + printUrl(parts.url);
    if (const std::string title = parts.title ? printTitle(*parts.title) : std::string(); !title.empty())
        tail += ' ' + title;
    tail += ')';
    if (!plainText)
        return '[' + parts.text + tail;
    // The lightest escaping that gives the same text is kept.
    for (const bool hard : {false, true}) {
        std::string printed = '[' + printLinkText(parts.text, hard) + tail;
        const auto seen = commonMarkLinks(printed);
        if (hard || (seen.size() == 1 && seen[0].text == parts.text))
            return printed;
    }
    return {};
}

} // namespace format
