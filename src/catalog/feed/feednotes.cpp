// SPDX-License-Identifier: MIT
#include "catalog/feed/feednotes.h"

#include "catalog/feed/limits.h"
#include "catalog/xmltext.h"
#include "format/htmllinks.h"
#include "format/htmlnotes.h"
#include "format/htmltags.h"
#include "format/noteshtml.h"

#include <algorithm>

namespace catalog {

namespace {

using format::NotesBlock;

bool isItem(const NotesBlock& block) {
    return block.kind == NotesBlock::Kind::Link || block.kind == NotesBlock::Kind::Item;
}

/// A heading, or words that stand for one: "Links:".
bool isHead(const NotesBlock& block) {
    return block.kind == NotesBlock::Kind::Heading || block.kind == NotesBlock::Kind::Label ||
           (block.kind == NotesBlock::Kind::Paragraph && block.words.back() == ':');
}

/// One list, with or without words above it: the show has its own for those.
bool isOneList(const std::vector<NotesBlock>& blocks) {
    const auto first = blocks.begin() + (isHead(blocks.front()) ? 1 : 0);
    return first != blocks.end() && std::all_of(first, blocks.end(), isItem);
}

std::vector<NotesBlock> blocksOf(const FeedItem& item, const FeedHabits& habits) {
    std::vector<NotesBlock> blocks = format::notesBlocks(item.notes.toStdString());
    const std::string description = format::onOneLine(item.description.toStdString());
    std::erase_if(blocks, [&](const NotesBlock& block) {
        return block.kind == NotesBlock::Kind::Paragraph && block.words == description;
    });
    for (NotesBlock& block : blocks)
        if (block.kind == NotesBlock::Kind::Link && habits.linksHaveTitles && !block.link.title)
            block.link.title = block.link.text;
    return blocks;
}

std::string withLineEnds(const std::string& text, std::string_view lineEnd) {
    if (lineEnd == "\n")
        return text;
    std::string result;
    for (const char byte : text)
        result += byte == '\n' ? std::string(lineEnd) : std::string(1, byte);
    return result;
}

std::vector<std::string> addressesOf(std::string_view html) {
    std::vector<std::string> addresses;
    for (const format::HtmlLink& link : format::htmlLinks(html))
        addresses.push_back(link.url);
    return addresses;
}

} // namespace

bool saySame(std::string_view markdown, const QString& html) {
    const std::string mine = xmlText(QString::fromStdString(format::notesHtml(markdown))).toStdString();
    const std::string theirs = html.toStdString();
    if (format::onOneLine(mine) == format::onOneLine(theirs))
        return true;
    return format::plainTextOf(mine) == format::plainTextOf(theirs) &&
           addressesOf(mine) == addressesOf(theirs);
}

std::string bodyOf(const FeedItem& item, const FeedHabits& habits, std::string_view lineEnd) {
    if (static_cast<std::size_t>(item.notes.size()) > feedlimits::notesBytes)
        return {};
    std::vector<NotesBlock> blocks = blocksOf(item, habits);
    if (blocks.empty())
        return {};
    std::string text;
    if (isOneList(blocks)) {
        if (isHead(blocks.front()))
            blocks.erase(blocks.begin());
        text = habits.notes.heading + "\n\n";
    }
    text += format::notesMarkdown(blocks, habits.notes);
    return withLineEnds("\n\n\n" + text + "\n\n", lineEnd);
}

void takeNotesHabits(const format::Document& document, FeedHabits& habits) {
    const auto style = format::notesStyleOf(document.text(), document.links());
    if (!style)
        return;
    habits.notes = *style;
    int titles = 0;
    for (const format::Row& row : document.links().rows())
        if (row.kind == format::RowKind::Link)
            titles += row.link.title ? 1 : -1;
    habits.linksHaveTitles = titles > 0;
}

} // namespace catalog
