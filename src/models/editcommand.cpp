// SPDX-License-Identifier: MIT
#include "models/editcommand.h"

#include "catalog/catalog.h"

#include <QDateTime>

#include <algorithm>
#include <functional>
#include <utility>

namespace models {

namespace {

/// Typing that pauses longer than this begins a new step.
constexpr qint64 mergeWindow = 2'000;

} // namespace

void TextMarks::take(const catalog::Catalog& catalog, catalog::EpisodeId id) {
    m_marks[id] = std::hash<std::string>()(catalog.episode(id).text());
}

void TextMarks::take(const catalog::Catalog& catalog, const std::vector<catalog::Edit>& edits) {
    for (const catalog::Edit& edit : edits)
        m_marks[edit.episode] = 0;
    for (const auto& mark : m_marks)
        take(catalog, mark.first);
}

void TextMarks::take(const TextMarks& later) {
    for (const auto& [id, hash] : later.m_marks)
        m_marks[id] = hash;
}

bool TextMarks::isTrue(const catalog::Catalog& catalog) const {
    return std::all_of(m_marks.begin(), m_marks.end(), [&catalog](const auto& mark) {
        return catalog.contains(mark.first) &&
               std::hash<std::string>()(catalog.episode(mark.first).text()) == mark.second;
    });
}

EditCommand::EditCommand(catalog::Catalog& catalog, const QString& name, std::vector<catalog::Edit> edits,
                         std::vector<catalog::Edit> inverses, const QString& mergeKey)
    : EpisodeCommand(name)
    , m_catalog(catalog)
    , m_edits(std::move(edits))
    , m_inverses(std::move(inverses))
    , m_mergeKey(mergeKey)
    , m_lastChange(QDateTime::currentMSecsSinceEpoch()) {
    m_marks.take(catalog, m_edits);
}

catalog::EpisodeId EditCommand::episode() const {
    return m_edits.empty() ? catalog::EpisodeId{} : m_edits.front().episode;
}

void EditCommand::applyAll(const std::vector<catalog::Edit>& edits) {
    if (!m_marks.isTrue(m_catalog)) {
        setObsolete(true);
        return;
    }
    for (const catalog::Edit& edit : edits)
        if (const auto applied = m_catalog.apply(edit); !applied)
            setObsolete(true);
    m_marks.take(m_catalog, edits);
}

void EditCommand::undo() {
    std::vector<catalog::Edit> backwards(m_inverses.rbegin(), m_inverses.rend());
    applyAll(backwards);
    m_isApplied = false;
}

void EditCommand::redo() {
    if (!m_isApplied)
        applyAll(m_edits);
    m_isApplied = true;
}

bool EditCommand::mergeWith(const QUndoCommand* other) {
    const auto* next = dynamic_cast<const EditCommand*>(other);
    if (!next || next->m_mergeKey != m_mergeKey || next->m_lastChange - m_lastChange > mergeWindow)
        return false;
    m_edits.insert(m_edits.end(), next->m_edits.begin(), next->m_edits.end());
    m_inverses.insert(m_inverses.end(), next->m_inverses.begin(), next->m_inverses.end());
    m_lastChange = next->m_lastChange;
    m_marks.take(next->m_marks);
    return true;
}

TextsCommand::TextsCommand(catalog::Catalog& catalog, TextTurns& turns, const QString& name,
                           std::vector<catalog::PreparedEdit> edits, Texts texts)
    : EpisodeCommand(name)
    , m_catalog(catalog)
    , m_turns(turns)
    , m_isTaken(texts == Texts::Taken) {
    std::sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    m_edits = std::make_shared<const std::vector<catalog::PreparedEdit>>(std::move(edits));
}

void TextsCommand::redo() {
    if (!std::exchange(m_isTaken, false))
        go(TextTurns::Way::Forth);
}

void TextsCommand::go(TextTurns::Way way) {
    if (TextTurns::mayGo(m_catalog, *m_edits, way))
        m_turns.start(m_edits, way);
    else
        setObsolete(true);
}

bool TextsCommand::concerns(catalog::EpisodeId id) const {
    const auto place = std::lower_bound(
        m_edits->begin(), m_edits->end(), id,
        [](const catalog::PreparedEdit& edit, catalog::EpisodeId wanted) { return edit.id < wanted; });
    return place != m_edits->end() && place->id == id;
}

catalog::EpisodeId TextsCommand::episode() const {
    return m_edits->empty() ? catalog::EpisodeId{} : m_edits->front().id;
}

ReadingCommand::ReadingCommand(catalog::Catalog& catalog, const QString& name, catalog::EpisodeId id,
                               Text before, Text after)
    : EpisodeCommand(name)
    , m_catalog(catalog)
    , m_id(id)
    , m_before(std::move(before))
    , m_after(std::move(after)) {
    m_marks.take(catalog, id);
}

void ReadingCommand::put(const Text& text) {
    if (!m_marks.isTrue(m_catalog)) {
        setObsolete(true);
        return;
    }
    if (!text)
        m_catalog.refuseAgain(m_id);
    else if (!m_catalog.readAs(m_id, *text))
        setObsolete(true);
    m_marks.take(m_catalog, m_id);
}

} // namespace models
