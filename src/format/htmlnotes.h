// SPDX-License-Identifier: MIT
#pragma once

#include "format/linklist.h"

#include <string>
#include <string_view>
#include <vector>

namespace format {

/// One piece of show notes that came as HTML.
struct NotesBlock {
    enum class Kind {
        Heading,   ///< h1 to h6
        Label,     ///< a paragraph that is bold as a whole
        Paragraph, ///< any other text
        Link,      ///< a list's item that begins with its link
        Item,      ///< any other item
        Rule
    };
    Kind kind = Kind::Paragraph;
    std::string words;    ///< plain text, on one line
    std::string markdown; ///< the same with its links as Markdown
    LinkParts link;       ///< of a Link
    int depth = 0;        ///< of an item in lists of lists

    bool operator==(const NotesBlock&) const = default;
};

/// Reads the HTML of a feed's notes: paragraphs, headings, lists and their links; pictures, scripts, styles
/// and all other markup are left out. Linear in the text's length, whatever it holds. Text that is not UTF-8
/// gives none.
std::vector<NotesBlock> notesBlocks(std::string_view html);

/// The words alone, on one line.
std::string plainTextOf(std::string_view html);

/// Whether this is HTML rather than plain text.
bool looksLikeHtml(std::string_view text);

/// Blocks as notes of this style: headings with the marks that the style's heading has, list items with its
/// indent and marker. Every link is one for CommonMark.
std::string notesMarkdown(const std::vector<NotesBlock>& blocks, const NotesStyle& style);

} // namespace format
