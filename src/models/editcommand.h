// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"

#include <QString>
#include <QUndoCommand>

#include <optional>
#include <string>
#include <vector>

namespace catalog {
class Catalog;
}

namespace models {

/// One undo step: edits of one or many episodes that were applied when it was pushed. Steps with the same
/// merge key that follow each other within a moment become one.
class EditCommand : public QUndoCommand {
public:
    /// `edits` turn the texts before into the texts after, `inverses` the other way; both in the order of
    /// applying.
    EditCommand(catalog::Catalog& catalog, const QString& name, std::vector<catalog::Edit> edits,
                std::vector<catalog::Edit> inverses, const QString& mergeKey);

    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    void undo() override;
    void redo() override;
    bool mergeWith(const QUndoCommand* other) override;

    /// The episode that the step concerns first, so that the window can show it.
    catalog::EpisodeId episode() const;

private:
    void applyAll(const std::vector<catalog::Edit>& edits);

    catalog::Catalog& m_catalog;
    std::vector<catalog::Edit> m_edits;
    std::vector<catalog::Edit> m_inverses; ///< applied from the last to the first
    QString m_mergeKey;
    qint64 m_lastChange; ///< milliseconds since the epoch
    bool m_isApplied = true;
};

/// A refused file read by another table, or given back to being refused.
class ReadingCommand : public QUndoCommand {
public:
    using Text = std::optional<std::string>; ///< absent: refused
    ReadingCommand(catalog::Catalog& catalog, const QString& name, catalog::EpisodeId id, Text before,
                   Text after);

    void undo() override { put(m_before); }
    void redo() override { put(m_after); }

private:
    void put(const Text& text);

    catalog::Catalog& m_catalog;
    catalog::EpisodeId m_id;
    Text m_before, m_after;
};

} // namespace models
