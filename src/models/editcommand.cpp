// SPDX-License-Identifier: MIT
#include "models/editcommand.h"

#include "catalog/catalog.h"

#include <QDateTime>

#include <algorithm>

namespace models {

namespace {

/// Typing that pauses longer than this begins a new step.
constexpr qint64 mergeWindow = 2'000;

} // namespace

EditCommand::EditCommand(catalog::Catalog& catalog, const QString& name, std::vector<catalog::Edit> edits,
                         std::vector<catalog::Edit> inverses, const QString& mergeKey)
    : QUndoCommand(name)
    , m_catalog(catalog)
    , m_edits(std::move(edits))
    , m_inverses(std::move(inverses))
    , m_mergeKey(mergeKey)
    , m_lastChange(QDateTime::currentMSecsSinceEpoch()) {}

catalog::EpisodeId EditCommand::episode() const {
    return m_edits.empty() ? catalog::EpisodeId{} : m_edits.front().episode;
}

void EditCommand::applyAll(const std::vector<catalog::Edit>& edits) {
    for (const catalog::Edit& edit : edits) {
        // The texts are those that these edits were made for; only a reload from the disk can come between,
        // and it drops the steps.
        if (const auto applied = m_catalog.apply(edit); !applied)
            setObsolete(true);
    }
}

void EditCommand::undo() {
    std::vector<catalog::Edit> backwards(m_inverses.rbegin(), m_inverses.rend());
    applyAll(backwards);
    m_isApplied = false;
}

void EditCommand::redo() {
    if (!m_isApplied) // pushing calls redo() once, when the edits are applied already
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
    return true;
}

ReadingCommand::ReadingCommand(catalog::Catalog& catalog, const QString& name, catalog::EpisodeId id,
                               Text before, Text after)
    : QUndoCommand(name)
    , m_catalog(catalog)
    , m_id(id)
    , m_before(std::move(before))
    , m_after(std::move(after)) {}

void ReadingCommand::put(const Text& text) {
    if (!text)
        m_catalog.refuseAgain(m_id);
    else if (!m_catalog.readAs(m_id, *text))
        setObsolete(true);
}

} // namespace models
