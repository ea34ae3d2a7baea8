// SPDX-License-Identifier: MIT
// Changes of the show notes: links, rows, sections.
#include "catalog/showlinks.h"
#include "models/editsession.h"

#include <algorithm>

namespace models {

/// A first list begins as the show's others do.
format::Result<format::LinkEditor> EditSession::editorFor(catalog::EpisodeId id,
                                                          const format::Document& document) const {
    const auto& rows = document.links().rows();
    const bool hasList = std::any_of(rows.begin(), rows.end(), [](const format::Row& row) {
        return row.kind == format::RowKind::Link || row.kind == format::RowKind::Item;
    });
    return document.linkEditor(hasList ? format::NotesStyle() : catalog::notesStyleFor(m_catalog, id));
}

bool EditSession::changeBody(
    catalog::EpisodeId id, const QString& name, const QString& mergeKey,
    const std::function<format::Result<format::TextEdits>(const format::LinkEditor&)>& make) {
    return change(id, name, mergeKey, "body",
                  [&](const format::Document& document) -> format::Result<format::TextEdits> {
                      const auto editor = editorFor(id, document);
                      return editor ? make(*editor) : format::Result<format::TextEdits>(editor.error());
                  });
}

bool EditSession::setLink(catalog::EpisodeId id, std::size_t row, const format::LinkParts& parts,
                          Merge merge) {
    const QString key = merge == Merge::Typing ? QStringLiteral("link/%1").arg(row) : QString();
    return changeBody(id, tr("Change Link"), key,
                      [&](const format::LinkEditor& editor) { return editor.setLink(row, parts); });
}

bool EditSession::setRowContent(catalog::EpisodeId id, std::size_t row, std::string_view content,
                                Merge merge) {
    const QString key = merge == Merge::Typing ? QStringLiteral("row/%1").arg(row) : QString();
    return changeBody(id, tr("Change Show Notes"), key,
                      [&](const format::LinkEditor& editor) { return editor.setContent(row, content); });
}

bool EditSession::insertLinks(catalog::EpisodeId id, std::size_t before,
                              const std::vector<format::LinkParts>& links) {
    return changeBody(id, tr("Add %n Link(s)", nullptr, static_cast<int>(links.size())), {},
                      [&](const format::LinkEditor& editor) { return editor.insertLinks(before, links); });
}

bool EditSession::removeRows(catalog::EpisodeId id, const std::vector<std::size_t>& rows) {
    return changeBody(id, tr("Remove %n Row(s)", nullptr, static_cast<int>(rows.size())), {},
                      [&](const format::LinkEditor& editor) { return editor.removeRows(rows); });
}

bool EditSession::moveRows(catalog::EpisodeId id, const std::vector<std::size_t>& rows, std::size_t before) {
    return changeBody(id, tr("Move %n Row(s)", nullptr, static_cast<int>(rows.size())), {},
                      [&](const format::LinkEditor& editor) { return editor.moveRows(rows, before); });
}

bool EditSession::sendLinks(catalog::EpisodeId from, const std::vector<std::size_t>& leaving,
                            catalog::EpisodeId to, const std::vector<format::LinkParts>& links) {
    settle();
    const auto document = m_catalog.episode(to).document();
    if (links.empty() || !document || m_catalog.episode(to).isReadOnly())
        return links.empty() || refuse(to, m_catalog.episode(to).readOnlyReason());
    const auto editor = editorFor(to, *document);
    const auto rows = document->links().rows().size();
    const auto added =
        editor ? editor->insertLinks(rows, links) : format::Result<format::TextEdits>(editor.error());
    if (!added)
        return refuse(to, QString::fromStdString(added.error().message));
    std::vector<catalog::Edit> edits{{to, *added}};
    if (!leaving.empty()) {
        const auto old = m_catalog.episode(from).document();
        const auto oldEditor = editorFor(from, *old);
        const auto removed =
            oldEditor ? oldEditor->removeRows(leaving) : format::Result<format::TextEdits>(oldEditor.error());
        if (!removed)
            return refuse(from, QString::fromStdString(removed.error().message));
        edits.push_back({from, *removed});
    }
    const auto count = static_cast<int>(links.size());
    return apply(edits, leaving.empty() ? tr("Copy %n Link(s) to Another Episode", nullptr, count)
                                        : tr("Move %n Link(s) to Another Episode", nullptr, count));
}

bool EditSession::duplicateRows(catalog::EpisodeId id, const std::vector<std::size_t>& rows) {
    return changeBody(id, tr("Duplicate %n Row(s)", nullptr, static_cast<int>(rows.size())), {},
                      [&](const format::LinkEditor& editor) { return editor.duplicateRows(rows); });
}

bool EditSession::insertSection(catalog::EpisodeId id, std::size_t before, std::string_view words) {
    return changeBody(id, tr("Add Section"), {},
                      [&](const format::LinkEditor& editor) { return editor.insertSection(before, words); });
}

bool EditSession::moveSection(catalog::EpisodeId id, std::size_t row, std::size_t before) {
    return changeBody(id, tr("Move Section"), {},
                      [&](const format::LinkEditor& editor) { return editor.moveSection(row, before); });
}

bool EditSession::removeSection(catalog::EpisodeId id, std::size_t row, bool withRows) {
    return changeBody(id, tr("Remove Section"), {},
                      [&](const format::LinkEditor& editor) { return editor.removeSection(row, withRows); });
}

} // namespace models
