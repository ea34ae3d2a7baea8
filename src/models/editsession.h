// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/chapterops.h"
#include "catalog/issue.h"
#include "format/jsonvalue.h"
#include "format/linklist.h"
#include "models/textturns.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <utility>
#include <vector>

namespace models {

/// The catalogue with undo: every change that a user makes comes through here and becomes one named undo
/// step. Functions return false, and `refused` says why, where a change cannot be made; nothing has changed
/// then. An edit that changes nothing makes no step and returns true.
class EditSession : public QObject {
    Q_OBJECT
public:
    explicit EditSession(catalog::Catalog& catalog, QObject* parent = nullptr);

    catalog::Catalog& catalog() { return m_catalog; }
    const catalog::Catalog& catalog() const { return m_catalog; }
    QUndoStack& undoStack() { return m_undo; }
    /// Takes the last step back, or makes it again. A step of files that cannot be stays where it is, and
    /// `refused` says why. A step of thousands is taken in turns of the event loop.
    void undo();
    void redo();
    /// Ends a step that is being taken in turns, at once: for whoever needs its texts now. Every change of
    /// this class does.
    void settle() { m_turns.finish(); }
    bool isSettling() const { return m_turns.isRunning(); }
    /// The same for whoever comes with edits; false where an episode got another text than they are of.
    bool settleUnder(const std::vector<catalog::Edit>& edits);

    /// Whether steps of the same place that follow each other become one.
    enum class Merge { No, Typing };

    /// Sets one value: {"title"}, or deeper: {"podcast_chapters", "title"}. A missing top-level key is
    /// inserted at its place. A value set back to what the file had gets the file's spelling back.
    bool setValue(catalog::EpisodeId id, const format::JsonPath& path, const format::JsonValue& value,
                  Merge merge = Merge::No);
    bool removeValue(catalog::EpisodeId id, const format::JsonPath& path);
    bool insertElement(catalog::EpisodeId id, const format::JsonPath& array, std::size_t at,
                       const format::JsonValue& value);
    bool insertMember(catalog::EpisodeId id, const format::JsonPath& object, std::string_view key,
                      const format::JsonValue& value);
    bool moveElement(catalog::EpisodeId id, const format::JsonPath& element, std::size_t to);
    /// Puts the saved value of a top-level key back; removes the key where the saved file had none.
    bool revertField(catalog::EpisodeId id, std::string_view key);

    bool setLink(catalog::EpisodeId id, std::size_t row, const format::LinkParts& parts,
                 Merge merge = Merge::No);
    bool setRowContent(catalog::EpisodeId id, std::size_t row, std::string_view content,
                       Merge merge = Merge::No);
    bool insertLinks(catalog::EpisodeId id, std::size_t before, const std::vector<format::LinkParts>& links);
    bool removeRows(catalog::EpisodeId id, const std::vector<std::size_t>& rows);
    bool moveRows(catalog::EpisodeId id, const std::vector<std::size_t>& rows, std::size_t before);

    /// Adds links behind the last one of `to`, and removes `leaving` from `from`; one undo step.
    bool sendLinks(catalog::EpisodeId from, const std::vector<std::size_t>& leaving, catalog::EpisodeId to,
                   const std::vector<format::LinkParts>& links);

    bool duplicateRows(catalog::EpisodeId id, const std::vector<std::size_t>& rows);
    /// Sections of the notes: format::LinkEditor says what they are.
    bool insertSection(catalog::EpisodeId id, std::size_t before, std::string_view words);
    bool moveSection(catalog::EpisodeId id, std::size_t row, std::size_t before);
    bool removeSection(catalog::EpisodeId id, std::size_t row, bool withRows);

    /// Brings the episode's chapters to these; catalog::setChapters says what `origins` are. The first ones
    /// look as those of the show's last episodes.
    bool setChapters(catalog::EpisodeId id, const catalog::ChapterChange& change, const QString& name,
                     Merge merge = Merge::No);

    /// Replaces the whole text (the Source and Notes pages). Only the part that differs becomes the edit.
    bool setText(catalog::EpisodeId id, std::string_view text, Merge merge = Merge::No,
                 const QString& name = {});
    /// Takes `text`, a file's bytes read by another table, for an episode that is not UTF-8: a refused one,
    /// or one whose notes are locked. Nothing is written before it is saved; one undo step.
    bool readAs(catalog::EpisodeId id, const std::string& text);
    /// Puts the saved text back; one undo step.
    bool revert(catalog::EpisodeId id);
    bool apply(const std::vector<catalog::Edit>& edits, const QString& name);
    /// The same for edits that were prepared (models::LargeStep): quick for thousands, which are taken in
    /// turns. All or nothing; refused where an episode has another text by now, or cannot be changed any
    /// more.
    bool applyPrepared(std::vector<catalog::PreparedEdit> edits, const QString& name);
    /// Says why an episode was not changed; false.
    bool refuse(catalog::EpisodeId id, const QString& why);

    /// What the disk holds of an episode now, and the text that brings it and the unsaved changes together.
    struct FromDisk {
        catalog::EpisodeId id;
        std::string disk;
        std::string text;
    };
    /// Takes another program's changes. Episodes that no step concerns and of which nothing is unsaved are
    /// read again quietly; the others' changes become one step together, so that all steps below stay true.
    /// Files that cannot be taken are left out of it and returned, each with why.
    std::vector<std::pair<catalog::EpisodeId, QString>> takeFromDisk(const std::vector<FromDisk>& files);
    /// Whether any step of the stack concerns it.
    bool hasSteps(catalog::EpisodeId id) const;

signals:
    void refused(const QString& message);
    /// Episodes of a large step that have their new texts; equal numbers: all have.
    void settling(int done, int total);

private:
    using EditMaker = std::function<format::Result<format::TextEdits>(const format::Document&)>;
    bool change(catalog::EpisodeId id, const QString& name, const QString& mergeKey,
                const std::string& restoreKey, const EditMaker& make);
    bool changeBody(catalog::EpisodeId id, const QString& name, const QString& mergeKey,
                    const std::function<format::Result<format::TextEdits>(const format::LinkEditor&)>& make);
    format::Result<format::LinkEditor> editorFor(catalog::EpisodeId id,
                                                 const format::Document& document) const;

    void go(bool isBack);

    catalog::Catalog& m_catalog;
    TextTurns m_turns;
    QUndoStack m_undo;
};

} // namespace models
