// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/preparededit.h"
#include "models/textturns.h"

#include <QString>
#include <QUndoCommand>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace catalog {
class Catalog;
}

namespace models {

/// The texts that a step was made for. Its edits count bytes: in any other text they would change something
/// else.
class TextMarks {
public:
    /// Remembers the episode's present text.
    void take(const catalog::Catalog& catalog, catalog::EpisodeId id);
    void take(const catalog::Catalog& catalog, const std::vector<catalog::Edit>& edits);
    void take(const TextMarks& later);
    bool isTrue(const catalog::Catalog& catalog) const;
    bool concerns(catalog::EpisodeId id) const { return m_marks.count(id) > 0; }

private:
    std::map<catalog::EpisodeId, std::size_t> m_marks; ///< hashes of the texts
};

/// A step that knows which episodes it concerns.
class EpisodeCommand : public QUndoCommand {
public:
    using QUndoCommand::QUndoCommand;
    virtual bool concerns(catalog::EpisodeId id) const { return m_marks.concerns(id); }
    /// The last undo or redo could not be done and changed nothing: going the other way does nothing either.
    virtual bool hasFailed() const { return false; }
    /// The episode that the step concerns first, so that the window can show it.
    virtual catalog::EpisodeId episode() const { return {}; }

protected:
    TextMarks m_marks; ///< the texts that it left behind when it was last applied or taken back
};

/// One undo step: edits of one or many episodes that were applied when it was pushed. Steps with the same
/// merge key that follow each other within a moment become one.
class EditCommand : public EpisodeCommand {
public:
    /// `edits` turn the texts before into the texts after, `inverses` the other way; both in the order of
    /// applying.
    EditCommand(catalog::Catalog& catalog, const QString& name, std::vector<catalog::Edit> edits,
                std::vector<catalog::Edit> inverses, const QString& mergeKey);

    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    void undo() override;
    void redo() override;
    bool mergeWith(const QUndoCommand* other) override;

    catalog::EpisodeId episode() const override;

private:
    void applyAll(const std::vector<catalog::Edit>& edits);

    catalog::Catalog& m_catalog;
    std::vector<catalog::Edit> m_edits;
    std::vector<catalog::Edit> m_inverses; ///< applied from the last to the first
    QString m_mergeKey;
    qint64 m_lastChange;     ///< milliseconds since the epoch
    bool m_isApplied = true; ///< pushing calls redo() once, when the edits are applied already
};

/// One undo step of many episodes, whose texts before and after are kept: going back and forth parses
/// nothing. The texts are shared with the episodes, so that the last steps cost no memory. Thousands are
/// taken in turns.
class TextsCommand : public EpisodeCommand {
public:
    /// The texts after are taken when the step is pushed, where they are not `Taken` already.
    enum class Texts { ToBeTaken, Taken };
    TextsCommand(catalog::Catalog& catalog, TextTurns& turns, const QString& name,
                 std::vector<catalog::PreparedEdit> edits, Texts texts = Texts::ToBeTaken);

    void undo() override { go(TextTurns::Way::Back); }
    void redo() override;
    bool concerns(catalog::EpisodeId id) const override;
    catalog::EpisodeId episode() const override;

private:
    void go(TextTurns::Way way);

    catalog::Catalog& m_catalog;
    TextTurns& m_turns;
    TextTurns::Edits m_edits; ///< by episode
    bool m_isTaken = false;   ///< pushing calls redo() once, when the texts are there already
};

/// A refused file read by another table, or given back to being refused.
class ReadingCommand : public EpisodeCommand {
public:
    using Text = std::optional<std::string>; ///< absent: refused
    ReadingCommand(catalog::Catalog& catalog, const QString& name, catalog::EpisodeId id, Text before,
                   Text after);

    void undo() override { put(m_before); }
    void redo() override { put(m_after); }
    catalog::EpisodeId episode() const override { return m_id; }

private:
    void put(const Text& text);

    catalog::Catalog& m_catalog;
    catalog::EpisodeId m_id;
    Text m_before, m_after;
};

} // namespace models
