// SPDX-License-Identifier: MIT
#include "format/linkitem.h"
#include "format/linklist.h"

#include <algorithm>
#include <utility>

namespace format {

namespace {

constexpr auto npos = std::string_view::npos;

bool isControl(char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
}

/// One line: line breaks and control characters become spaces, white space around goes.
std::string oneLine(std::string_view words) {
    std::string line;
    for (const char byte : words)
        line += isControl(byte) ? ' ' : byte;
    const std::size_t last = line.find_last_not_of(' ');
    const std::size_t first = line.find_first_not_of(' ');
    return first == npos ? std::string() : line.substr(first, last - first + 1);
}

std::string withoutBreaks(std::string words) {
    for (char& byte : words)
        byte = isControl(byte) ? ' ' : byte;
    return words;
}

/// The parts as a link can hold them; those that are as `before` stay so.
LinkParts normalised(LinkParts parts, const LinkParts& before = {}) {
    if (parts.text != before.text)
        parts.text =
            oneLine(parts.text).empty() ? std::string() : withoutBreaks(parts.text); // `[ ]` is a task
    if (parts.url != before.url)
        parts.url = normalisedUrl(parts.url);
    if (parts.title && parts.title != before.title) {
        parts.title = withoutBreaks(*parts.title);
        if (parts.title->empty() || printTitle(*parts.title).empty())
            parts.title.reset();
    }
    if (parts.description != before.description)
        parts.description = oneLine(parts.description);
    return parts;
}

std::string withEscapedBackticks(std::string_view words) {
    std::string escaped;
    for (const char byte : words)
        escaped += byte == '`' ? std::string("\\`") : std::string(1, byte);
    return escaped;
}

/// The one row that `item` is; an Other row where it is several.
Row readItem(const std::string& item) {
    const LinkList list = LinkList::parse(item, {0, item.size()});
    return list.rows().size() == 1 ? list.rows().front() : Row{};
}

/// Between link and description, as the scrapers write it: an em dash.
constexpr std::string_view usualSeparator = " \xE2\x80\x94 ";

/// The edits of one Link row, part by part.
TextEdits partEdits(const Row& row, const LinkParts& parts, const std::string& words,
                    const std::string& separator) {
    TextEdits edits;
    if (parts.text != row.link.text)
        edits.push_back({row.text, words});
    if (parts.url != row.link.url)
        edits.push_back({row.url, printUrl(parts.url)});
    if (parts.title != row.link.title) {
        const std::string title = parts.title ? printTitle(*parts.title) : std::string();
        if (row.title.isEmpty())
            edits.push_back({{row.url.end, row.url.end}, ' ' + title});
        else if (title.empty())
            edits.push_back({{row.url.end, row.title.end}, {}});
        else
            edits.push_back({row.title, title});
    }
    if (parts.description != row.link.description) {
        if (row.description.isEmpty())
            edits.push_back({{row.linkEnd, row.linkEnd}, separator + parts.description});
        else if (parts.description.empty())
            edits.push_back({{row.separator.begin, row.description.end}, {}});
        else
            edits.push_back({row.description, parts.description});
    }
    return edits;
}

bool holds(const Row& row, const LinkParts& parts, bool mayBeMarkdown) {
    return row.kind == RowKind::Link && row.link.text == parts.text && row.link.url == parts.url &&
           row.link.title == parts.title && row.link.description == parts.description &&
           (mayBeMarkdown || !row.textIsMarkdown);
}

} // namespace

std::string linkLine(std::string_view marker, const LinkParts& wanted) {
    LinkParts parts = normalised(wanted);
    const auto print = [](const LinkParts& link) {
        return printLink(link) +
               (link.description.empty() ? std::string() : std::string(usualSeparator) + link.description);
    };
    // A backtick in the title and one behind the link would be code that swallows the link's end.
    const auto isLink = [&print](const LinkParts& link) {
        return readItem("* " + print(link)).kind == RowKind::Link;
    };
    if (!isLink(parts))
        parts.title.reset();
    if (!isLink(parts))
        parts.description = withEscapedBackticks(parts.description);
    return std::string(marker) + print(parts);
}

LinkEditor::LinkEditor(std::string_view text, const LinkList& list, NotesStyle style)
    : m_text(text)
    , m_list(list)
    , m_style(std::move(style)) {}

std::string_view LinkEditor::lineEnd() const {
    const std::size_t lineFeed = m_text.find('\n');
    return lineFeed != npos && lineFeed > 0 && m_text[lineFeed - 1] == '\r' ? "\r\n" : "\n";
}

Result<TextEdits> LinkEditor::setLink(std::size_t index, const LinkParts& wanted) const {
    if (index >= m_list.rows().size() || m_list.rows()[index].kind != RowKind::Link)
        return Error{"This row is no link.", 0};
    const Row& row = m_list.rows()[index];
    // As typed, then on one line with more and more escapes: the first that CommonMark reads back as these
    // parts.
    const LinkParts parts = normalised(wanted, row.link);
    const std::pair<LinkParts, std::string> candidates[] = {{wanted, wanted.text},
                                                            {parts, parts.text},
                                                            {parts, printLinkText(parts.text, false)},
                                                            {parts, printLinkText(parts.text, true)}};
    for (const auto& [candidate, words] : candidates) {
        const TextEdits edits = partEdits(row, candidate, words, std::string(usualSeparator));
        TextEdits local = edits;
        for (TextEdit& edit : local)
            edit.span = {edit.span.begin - row.span.begin, edit.span.end - row.span.begin};
        const auto item = applyEdits(row.span.in(m_text), local);
        if (item && holds(readItem(*item), candidate, row.textIsMarkdown))
            return edits;
    }
    return Error{"These parts cannot be written as a link.", row.span.begin};
}

Result<TextEdits> LinkEditor::setContent(std::size_t index, std::string_view content) const {
    if (index >= m_list.rows().size())
        return Error{"There is no such row.", 0};
    const Row& row = m_list.rows()[index];
    const bool isLine =
        row.kind == RowKind::Heading || row.kind == RowKind::Label || row.kind == RowKind::Item;
    if (row.kind == RowKind::Link || row.kind == RowKind::Blank)
        return Error{"This row has no words of its own.", row.span.begin};
    const std::string words = isLine ? oneLine(content) : std::string(content);
    if (words.empty())
        return Error{"The row would be empty; remove it instead.", row.span.begin};
    if (words == row.content)
        return TextEdits{};
    return TextEdits{{row.text, words}};
}

/// The row whose style a new link takes: the nearest item before, else behind; rows().size() where there is
/// none.
std::size_t LinkEditor::styleRow(std::size_t before) const {
    const auto& rows = m_list.rows();
    const auto isItem = [&](std::size_t i) {
        return rows[i].kind == RowKind::Link || rows[i].kind == RowKind::Item;
    };
    for (std::size_t i = std::min(before, rows.size()); i > 0; --i)
        if (isItem(i - 1))
            return i - 1;
    for (std::size_t i = before; i < rows.size(); ++i)
        if (isItem(i))
            return i;
    return rows.size();
}

std::string LinkEditor::printItem(const LinkParts& wanted, const Row* model) const {
    LinkParts parts = normalised(wanted);
    if (!parts.title && model && !model->title.isEmpty() && !parts.text.empty())
        parts =
            normalised({parts.text, parts.url, oneLine(parts.text), parts.description}); // the show's habit
    const std::string marker =
        model ? std::string(model->indent.in(m_text)) + std::string(model->marker.in(m_text)) : m_style.item;
    return linkLine(marker, parts);
}

TextEdits LinkEditor::insertAt(std::size_t offset, const std::vector<std::string>& lines) const {
    std::string inserted;
    const bool isBehindLastLine = offset > 0 && m_text[offset - 1] != '\n';
    for (const std::string& line : lines)
        inserted += isBehindLastLine ? std::string(lineEnd()) + line : line + std::string(lineEnd());
    return {{{offset, offset}, inserted}};
}

TextEdits LinkEditor::insertIntoEmpty(const std::vector<std::string>& lines) const {
    const auto& rows = m_list.rows();
    const std::string end(lineEnd());
    const auto lastWords =
        std::find_if(rows.rbegin(), rows.rend(), [](const Row& r) { return r.kind != RowKind::Blank; });
    std::string inserted;
    if (lastWords != rows.rend()) { // behind a heading or prose, after one blank line
        const std::size_t at = lastWords->span.end;
        inserted = m_text[at - 1] == '\n' ? end : end + end;
        for (const std::string& line : lines)
            inserted += line + end;
        return {{{at, at}, inserted}};
    }
    // As the scrapers lay a page out: two blank lines, the heading, a blank line, the list, two blank lines.
    const std::string_view body = m_list.body().in(m_text);
    const auto lineFeeds = std::count(body.begin(), body.end(), '\n');
    for (auto have = lineFeeds; have < 3; ++have)
        inserted += end;
    inserted += m_style.heading + end + end;
    for (const std::string& line : lines)
        inserted += line + end;
    inserted += end + end;
    return {{{m_list.body().end, m_list.body().end}, inserted}};
}

Result<TextEdits> LinkEditor::insertLinks(std::size_t before, const std::vector<LinkParts>& links) const {
    const auto& rows = m_list.rows();
    if (links.empty())
        return TextEdits{};
    const std::size_t style = styleRow(before);
    const Row* model = style < rows.size() ? &rows[style] : nullptr;
    std::vector<std::string> lines;
    lines.reserve(links.size());
    for (const LinkParts& link : links)
        lines.push_back(printItem(link, model));
    if (!model)
        return insertIntoEmpty(lines);
    return insertAt(before < rows.size() ? rows[before].span.begin : rows[style].span.end, lines);
}

Result<TextEdits> LinkEditor::removeRows(const std::vector<std::size_t>& indexes) const {
    TextEdits edits;
    for (const std::size_t index : indexes) {
        if (index >= m_list.rows().size())
            return Error{"There is no such row.", 0};
        edits.push_back({m_list.rows()[index].span, {}});
    }
    return edits;
}

} // namespace format
