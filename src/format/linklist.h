// SPDX-License-Identifier: MIT
#pragma once

#include "format/result.h"
#include "format/span.h"
#include "format/textedit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace format {

enum class RowKind : std::uint8_t {
    Blank,   ///< only white space
    Heading, ///< ATX heading `### …`
    Label,   ///< a paragraph that is bold as a whole: `**MUSIC:**`
    Link,    ///< a list item that begins with an inline link which CommonMark also sees as one
    Item,    ///< any other list item: text, an autolink, a broken link
    Rule,    ///< `* * *`, `---`
    Other,   ///< quotes, prose, HTML
};

/// A link row's parts as people read them: Markdown escapes and entities decoded where the part holds no
/// other markup; raw Markdown where it does.
struct LinkParts {
    std::string text;
    std::string url;
    std::optional<std::string> title; ///< absent: the link is written without one
    std::string description;          ///< behind the separator; may hold Markdown

    bool operator==(const LinkParts&) const = default;
};

/// One row of the show notes: whole lines, so that the rows joined are the body.
struct Row {
    RowKind kind = RowKind::Other;
    Span span;           ///< whole lines with their line ends, in the file's text
    int section = -1;    ///< index of the Heading or Label row that this row stands under; -1: none
    int level = 0;       ///< heading level, or an item's nesting depth from 0
    std::string content; ///< what to show: a heading's or label's words, an item's text, raw lines otherwise
    LinkParts link;      ///< for Link rows
    bool isEditable =
        false;           ///< Link rows whose printed form equals their bytes; headings and labels likewise
    std::string problem; ///< why an item that looks like a link is none for CommonMark; else empty

    // Where a Link row's parts stand; empty spans where a part is missing. `title` has its quotes. In other
    // rows `text` is where `content` stands.
    Span indent, marker, text, url, title, separator, description;
    std::size_t linkEnd = 0;     ///< behind the link's `)`
    bool textIsMarkdown = false; ///< the text holds markup: link.text is its source
};

/// The body as rows, and edits of them in the style of their neighbours (indent, marker, separator, quotes).
class LinkList {
public:
    LinkList() = default;
    /// Reads `body` of `text`; spans count in `text`. Never fails: what is not understood is an Other row,
    /// and so is all that follows where there are more than `limits::noteRows`.
    static LinkList parse(std::string_view text, Span body);

    const std::vector<Row>& rows() const { return m_rows; }
    Span body() const { return m_body; }

private:
    std::vector<Row> m_rows;
    Span m_body;
};

/// How a body that has no list yet begins one.
struct NotesStyle {
    std::string heading = "### Episode Links"; ///< the line above the first list
    std::string item = "  * ";                 ///< indent and marker
};

/// The style of a body's first list and the heading above it; nothing where it has none.
std::optional<NotesStyle> notesStyleOf(std::string_view text, const LinkList& list);

/// A new list item of this link, without a line end; `marker` is its indent and sign.
std::string linkLine(std::string_view marker, const LinkParts& parts);

/// Makes the text edits for changes of one file's rows. Every link it writes is one for CommonMark (md4c
/// decides); titles are quoted as FORMAT says: no `"` → `"…"`, else no `'` → `'…'`, else `(…)`, else none.
class LinkEditor {
public:
    LinkEditor(std::string_view text, const LinkList& list, NotesStyle style = {});

    /// Changes a Link row; only the parts that differ are rewritten.
    Result<TextEdits> setLink(std::size_t row, const LinkParts& parts) const;
    /// Changes a heading's, label's or item's words, or any row's raw lines.
    Result<TextEdits> setContent(std::size_t row, std::string_view content) const;
    /// Adds links before row `before` (rows().size() appends behind the last item). A body without a list
    /// gets the style's heading first.
    Result<TextEdits> insertLinks(std::size_t before, const std::vector<LinkParts>& links) const;
    Result<TextEdits> removeRows(const std::vector<std::size_t>& rows) const;
    /// Moves rows, in order, so that they stand before row `before` (counted before the move).
    Result<TextEdits> moveRows(const std::vector<std::size_t>& rows, std::size_t before) const;
    /// Copies rows, in order, to behind the last of them.
    Result<TextEdits> duplicateRows(const std::vector<std::size_t>& rows) const;

    /// A Heading or Label row and all rows below it up to the next one that is no smaller: [row, end). A
    /// label's section ends at every heading and label. For other rows the range is empty.
    Span sectionOf(std::size_t row) const;
    /// Adds a section's heading or label, in the kind that this body's sections have, before row `before`.
    Result<TextEdits> insertSection(std::size_t before, std::string_view words) const;
    /// Moves a section with its rows to before row `before`, counted before the move.
    Result<TextEdits> moveSection(std::size_t row, std::size_t before) const;
    /// Removes the section's heading; with its rows, or leaving them to the section above.
    Result<TextEdits> removeSection(std::size_t row, bool withRows) const;

private:
    std::string_view lineEnd() const;
    std::size_t styleRow(std::size_t before) const;
    std::string printItem(const LinkParts& parts, const Row* model) const;
    TextEdits insertAt(std::size_t offset, const std::vector<std::string>& lines) const;
    TextEdits insertIntoEmpty(const std::vector<std::string>& lines) const;

    std::string_view m_text;
    const LinkList& m_list;
    NotesStyle m_style;
};

} // namespace format
