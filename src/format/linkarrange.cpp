// SPDX-License-Identifier: MIT
// LinkEditor's part that puts whole rows and sections elsewhere.
#include "format/linklist.h"

#include <algorithm>
#include <numeric>

namespace format {

namespace {

bool isSection(const Row& row) {
    return row.kind == RowKind::Heading || row.kind == RowKind::Label;
}

bool isItem(const Row& row) {
    return row.kind == RowKind::Link || row.kind == RowKind::Item;
}

/// Would CommonMark take `row` for a further line of the paragraph `above` (0.30 section 5.2, laziness)?
bool wouldContinue(const Row& above, const Row& row) {
    const bool isParagraph = row.kind == RowKind::Label || row.kind == RowKind::Other;
    return isParagraph && (isItem(above) || above.kind == RowKind::Label || above.kind == RowKind::Other);
}

} // namespace

std::optional<NotesStyle> notesStyleOf(std::string_view text, const LinkList& list) {
    const auto& rows = list.rows();
    const auto item = std::find_if(rows.begin(), rows.end(), isItem);
    if (item == rows.end() || item->section < 0)
        return std::nullopt;
    const Row& section = rows[static_cast<std::size_t>(item->section)];
    std::string heading(section.span.in(text));
    heading.erase(heading.find_last_not_of(" \t\r\n") + 1);
    return NotesStyle{heading, std::string(item->indent.in(text)) + std::string(item->marker.in(text))};
}

Result<TextEdits> LinkEditor::moveRows(const std::vector<std::size_t>& indexes, std::size_t before) const {
    const auto& rows = m_list.rows();
    const auto isMoved = [&](std::size_t i) {
        return std::find(indexes.begin(), indexes.end(), i) != indexes.end();
    };
    if (before > rows.size() ||
        std::any_of(indexes.begin(), indexes.end(), [&](auto i) { return i >= rows.size(); }))
        return Error{"There is no such row.", 0};
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i <= rows.size(); ++i) {
        if (i == before)
            order.insert(order.end(), indexes.begin(), indexes.end());
        if (i < rows.size() && !isMoved(i))
            order.push_back(i);
    }
    const std::string_view body = m_list.body().in(m_text);
    const bool endsWithLine = body.empty() || body.back() == '\n';
    std::string moved;
    std::size_t above = rows.size();
    for (const std::size_t i : order) {
        if (!moved.empty() && moved.back() != '\n')
            moved += lineEnd();
        if (above < rows.size() && i != above + 1 && wouldContinue(rows[above], rows[i]))
            moved += lineEnd();
        moved += rows[i].span.in(m_text);
        above = i;
    }
    // A file whose last line is open keeps it open.
    if (!endsWithLine && !moved.empty() && moved.back() == '\n')
        moved.erase(moved.size() - (moved.size() > 1 && moved[moved.size() - 2] == '\r' ? 2 : 1));
    TextEdits edits = differenceOf(body, moved);
    for (TextEdit& edit : edits)
        edit.span = {edit.span.begin + m_list.body().begin, edit.span.end + m_list.body().begin};
    return edits;
}

Result<TextEdits> LinkEditor::duplicateRows(const std::vector<std::size_t>& indexes) const {
    const auto& rows = m_list.rows();
    if (indexes.empty())
        return TextEdits{};
    if (std::any_of(indexes.begin(), indexes.end(), [&](auto i) { return i >= rows.size(); }))
        return Error{"There is no such row.", 0};
    std::vector<std::string> lines;
    for (const std::size_t i : indexes) {
        std::string line(rows[i].span.in(m_text));
        line.erase(line.find_last_not_of("\r\n") + 1);
        lines.push_back(std::move(line));
    }
    return insertAt(rows[*std::max_element(indexes.begin(), indexes.end())].span.end, lines);
}

Span LinkEditor::sectionOf(std::size_t row) const {
    const auto& rows = m_list.rows();
    if (row >= rows.size() || !isSection(rows[row]))
        return {row, row};
    const bool isLabel = rows[row].kind == RowKind::Label;
    const auto ends = [&](const Row& other) {
        return other.kind == RowKind::Heading ? isLabel || other.level <= rows[row].level
                                              : isLabel && other.kind == RowKind::Label;
    };
    const auto end = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(row) + 1, rows.end(), ends);
    return {row, static_cast<std::size_t>(end - rows.begin())};
}

Result<TextEdits> LinkEditor::insertSection(std::size_t before, std::string_view words) const {
    const auto& rows = m_list.rows();
    const auto isWord = [](char byte) { return static_cast<unsigned char>(byte) > ' '; };
    const auto first = std::find_if(words.begin(), words.end(), isWord);
    if (first == words.end() || words.find_first_of("\r\n") != std::string_view::npos)
        return Error{"A section needs a name of one line.", 0};
    before = std::min(before, rows.size());
    // The nearest section that is not the page's first heading says how sections are written here.
    const Row* model = nullptr;
    for (std::size_t i = 0, seen = 0; i < rows.size(); ++i)
        if (isSection(rows[i]) && seen++ > 0 && (!model || i < before))
            model = &rows[i];
    const bool isHeading = model && model->kind == RowKind::Heading;
    const std::string end(lineEnd());
    std::string inserted =
        isHeading ? std::string(static_cast<std::size_t>(model->level), '#') + ' ' : std::string("**");
    inserted += std::string(words) + (isHeading ? "" : "**") + end + end;
    const std::size_t at = before < rows.size() ? rows[before].span.begin : m_list.body().end;
    const std::string_view above = m_text.substr(0, at);
    const bool isOpen = !above.empty() && above.back() != '\n';
    if (isOpen)
        inserted.insert(0, end);
    if (before > 0 && rows[before - 1].kind != RowKind::Blank)
        inserted.insert(0, end);
    return TextEdits{{{at, at}, inserted}};
}

Result<TextEdits> LinkEditor::moveSection(std::size_t row, std::size_t before) const {
    const Span section = sectionOf(row);
    if (section.isEmpty())
        return Error{"This row begins no section.", 0};
    if (before > section.begin && before <= section.end)
        return TextEdits{};
    std::vector<std::size_t> rows(section.end - section.begin);
    std::iota(rows.begin(), rows.end(), section.begin);
    return moveRows(rows, before);
}

Result<TextEdits> LinkEditor::removeSection(std::size_t row, bool withRows) const {
    const Span section = sectionOf(row);
    if (section.isEmpty())
        return Error{"This row begins no section.", 0};
    const auto& rows = m_list.rows();
    std::size_t end = section.end;
    if (!withRows) {
        end = row + 1;
        if (end < rows.size() && rows[end].kind == RowKind::Blank && row > 0 &&
            rows[row - 1].kind == RowKind::Blank)
            ++end; // of two blank lines one stays
    }
    return TextEdits{{{rows[row].span.begin, rows[end - 1].span.end}, {}}};
}

} // namespace format
