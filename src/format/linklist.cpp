// SPDX-License-Identifier: MIT
#include "format/linklist.h"

#include "format/byteset.h"
#include "format/limits.h"
#include "format/linkitem.h"

#include <algorithm>

namespace format {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";
constexpr ByteSet blankBytes(blanks);

std::string_view trimmedRight(std::string_view line) {
    while (!line.empty() && blankBytes.has(line.back()))
        line.remove_suffix(1);
    return line;
}

std::size_t indentOf(std::string_view line) {
    std::size_t indent = 0;
    while (indent < line.size() && (line[indent] == ' ' || line[indent] == '\t'))
        ++indent;
    return indent;
}

bool isBlank(std::string_view line) {
    return blankBytes.findOtherIn(line) == npos;
}

/// A thematic break (CommonMark 0.30 section 4.1).
bool isRule(std::string_view line) {
    const std::size_t indent = indentOf(line);
    if (indent > 3 || indent == line.size() || std::string_view("*-_").find(line[indent]) == npos)
        return false;
    const std::string_view words = trimmedRight(line).substr(indent);
    return std::count(words.begin(), words.end(), words[0]) >= 3 &&
           std::all_of(words.begin(), words.end(),
                       [sign = words[0]](char byte) { return byte == sign || byte == ' ' || byte == '\t'; });
}

/// An ATX heading's level (section 4.2), or 0.
int headingLevel(std::string_view line) {
    const std::string_view words = line.substr(indentOf(line));
    const std::size_t level = std::min(words.find_first_not_of('#'), words.size());
    const bool isHeading = level >= 1 && level <= 6 && indentOf(line) <= 3 &&
                           (level == words.size() || blanks.find(words[level]) != npos);
    return isHeading ? static_cast<int>(level) : 0;
}

/// A paragraph's line that is bold as a whole.
bool isLabel(std::string_view line) {
    const std::string_view words = trimmedRight(line);
    return words.size() > 4 && words.substr(0, 2) == "**" && words.substr(words.size() - 2) == "**" &&
           words.find("**", 2) == words.size() - 2 && words[2] != ' ' && words[2] != '*';
}

bool isQuote(std::string_view line) {
    return line.substr(indentOf(line), 1) == ">";
}

/// The length of a list marker with its space at the line's first character, or 0.
std::size_t markerLength(std::string_view words) {
    std::size_t length = 0;
    if (!words.empty() && std::string_view("*-+").find(words[0]) != npos) {
        length = 1;
    } else {
        const std::size_t digits = words.find_first_not_of("0123456789");
        if (digits != npos && digits > 0 && digits <= 9 && (words[digits] == '.' || words[digits] == ')'))
            length = digits + 1;
    }
    if (length == 0 || length >= words.size() || (words[length] != ' ' && words[length] != '\t'))
        return 0;
    const std::size_t content = words.find_first_not_of(blanks, length);
    return content == npos ? length + 1 : content; // an empty item has its one space
}

class Reader {
public:
    Reader(std::string_view text, Span body)
        : m_text(text)
        , m_at(body.begin)
        , m_end(body.end) {}

    std::vector<Row> read() {
        const auto lines = std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                                      m_text.begin() + static_cast<std::ptrdiff_t>(m_end), '\n');
        m_rows.reserve(std::min(static_cast<std::size_t>(lines) + 1, limits::noteRows));
        while (m_at < m_end && m_rows.size() + 1 < limits::noteRows)
            readRow();
        if (m_at < m_end)
            readRest();
        return std::move(m_rows);
    }

private:
    Span lineAt(std::size_t at) const {
        const std::size_t end = m_text.find('\n', at);
        return {at, end == npos || end >= m_end ? m_end : end + 1};
    }
    std::string_view line() const { return lineAt(m_at).in(m_text); }

    Row& add(RowKind kind, Span span) {
        Row& row = m_rows.emplace_back();
        row.kind = kind;
        row.span = span;
        row.section = m_section;
        m_at = span.end;
        return row;
    }

    void readRow() {
        const std::string_view words = line();
        const Span span = lineAt(m_at);
        if (isBlank(words))
            add(RowKind::Blank, span);
        else if (const int level = headingLevel(words); level > 0)
            readHeading(span, level);
        else if (isRule(words))
            setContent(add(RowKind::Rule, span), span.begin, trimmedRight(words).size());
        else if (markerLength(words.substr(indentOf(words))) > 0)
            readItem(span);
        else if (isLabel(words))
            readLabel(span);
        else
            readProse(span);
    }

    /// What is left where there are too many rows: kept, and one row of text.
    void readRest() {
        const Span rest{m_at, m_end};
        add(RowKind::Other, rest);
        setContent(m_rows.back(), rest.begin, trimmedRight(rest.in(m_text)).size());
    }

    void setContent(Row& row, std::size_t begin, std::size_t size) {
        row.text = {begin, begin + size};
        row.content = row.text.in(m_text);
    }

    void beginSection(Row& row) {
        row.section = -1;
        row.isEditable = true;
        m_section = static_cast<int>(m_rows.size()) - 1;
        m_itemIndents.clear();
    }

    void readHeading(Span span, int level) {
        Row& row = add(RowKind::Heading, span);
        row.level = level;
        const std::string_view words = trimmedRight(span.in(m_text));
        const std::size_t from =
            words.find_first_not_of(" \t", indentOf(words) + static_cast<std::size_t>(level));
        setContent(row, span.begin + std::min(from, words.size()), from == npos ? 0 : words.size() - from);
        beginSection(row);
    }

    void readLabel(Span span) {
        Row& row = add(RowKind::Label, span);
        setContent(row, span.begin + 2, trimmedRight(span.in(m_text)).size() - 4);
        beginSection(row);
    }

    /// Whether the line at `at` goes on with the paragraph before it.
    bool continues(std::size_t at) const {
        if (at >= m_end)
            return false;
        const std::string_view words = lineAt(at).in(m_text);
        return !isBlank(words) && headingLevel(words) == 0 && !isRule(words) && !isQuote(words) &&
               markerLength(words.substr(indentOf(words))) == 0;
    }

    void readProse(Span span) {
        const bool quote = isQuote(span.in(m_text));
        while (span.end < m_end && (quote ? !isBlank(lineAt(span.end).in(m_text)) &&
                                                (isQuote(lineAt(span.end).in(m_text)) || continues(span.end))
                                          : continues(span.end) && !isLabel(lineAt(span.end).in(m_text))))
            span.end = lineAt(span.end).end;
        setContent(add(RowKind::Other, span), span.begin, trimmedRight(span.in(m_text)).size());
    }

    int levelOf(std::size_t indent) {
        while (!m_itemIndents.empty() && m_itemIndents.back() >= indent)
            m_itemIndents.pop_back();
        m_itemIndents.push_back(indent);
        return static_cast<int>(m_itemIndents.size()) - 1;
    }

    void readItem(Span span) {
        const std::string_view first = span.in(m_text);
        const std::size_t indent = indentOf(first);
        const std::size_t marker = markerLength(first.substr(indent));
        while (continues(span.end))
            span.end = lineAt(span.end).end;
        Row& row = add(RowKind::Item, span);
        row.level = levelOf(indent);
        row.indent = {span.begin, span.begin + indent};
        row.marker = {row.indent.end, row.indent.end + marker};
        row.isEditable = true;
        const std::size_t size = trimmedRight(span.in(m_text)).size();
        setContent(row, row.marker.end, std::max(size, indent + marker) - indent - marker);
        readLinkItem(m_text, row);
    }

    std::string_view m_text;
    std::size_t m_at;
    std::size_t m_end;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_itemIndents;
    int m_section = -1;
};

} // namespace

LinkList LinkList::parse(std::string_view text, Span body) {
    LinkList list;
    list.m_body = body;
    list.m_rows = Reader(text, body).read();
    return list;
}

} // namespace format
