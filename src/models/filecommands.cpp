// SPDX-License-Identifier: MIT
#include "models/filecommands.h"

#include "catalog/folderloader.h"
#include "format/merge.h"
#include "models/editcommand.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace models {

namespace {

using catalog::EpisodeId;
using catalog::FileChange;
using catalog::FileMove;

QString commandText(const char* text) {
    return QCoreApplication::translate("FileCommands", text);
}

/// A step that changes names on the disk. What cannot be done is said, and the step is gone.
class FileCommand : public EpisodeCommand {
public:
    FileCommand(EditSession& session, const QString& name)
        : EpisodeCommand(name)
        , m_session(session) {}

protected:
    catalog::Catalog& all() const { return m_session.catalog(); }
    void giveUp(const QString& why) {
        setObsolete(true);
        emit m_session.refused(why);
    }
    void say(const FileChange& change) const {
        if (!change.message.isEmpty())
            emit m_session.refused(change.message);
    }

    EditSession& m_session;
};

class RenameCommand : public FileCommand {
public:
    RenameCommand(EditSession& session, const QString& name, std::vector<FileMove> moves,
                  std::vector<catalog::Edit> edits)
        : FileCommand(session, name)
        , m_moves(std::move(moves))
        , m_edits(std::move(edits)) {
        for (const FileMove& move : m_moves)
            m_ids.push_back(all().idOfPath(move.from));
    }

    /// Empty where it was done.
    QString start() {
        const FileChange moved = move(m_moves);
        if (!moved.isDone())
            return moved.message;
        if (QString why = applyAll(m_edits, m_inverses); !why.isEmpty()) {
            (void)move(catalog::reversed(m_moves));
            return why;
        }
        mark();
        say(moved);
        return {};
    }
    void undo() override { change(catalog::reversed(m_moves), m_inverses, m_edits, true); }
    void redo() override {
        if (m_isUndone) // pushed when it was done
            change(m_moves, m_edits, m_inverses, false);
    }
    EpisodeId episode() const override {
        return !m_ids.empty() ? m_ids.front() : m_edits.empty() ? EpisodeId() : m_edits.front().episode;
    }

private:
    using Edits = std::vector<catalog::Edit>;

    FileChange move(const std::vector<FileMove>& moves) {
        for (const FileMove& one : moves)
            if (const EpisodeId id = all().idOfPath(one.from);
                std::find(m_ids.begin(), m_ids.end(), id) == m_ids.end())
                return {FileChange::Status::Failed,
                        commandText("%1 has another name by now.").arg(QFileInfo(one.from).fileName())};
        FileChange moved = catalog::moveFiles(moves);
        if (moved.isDone()) {
            std::vector<catalog::Catalog::NewPath> paths;
            paths.reserve(moves.size());
            for (const FileMove& one : moves)
                paths.push_back({all().idOfPath(one.from), one.to});
            all().setPaths(paths);
        }
        return moved;
    }
    /// Applies the edits, the last first where they are inverses; what leads back is put into `inverses`.
    QString applyAll(const Edits& edits, Edits& inverses) {
        Edits back;
        for (const catalog::Edit& edit : edits) {
            auto inverse = all().apply(edit);
            if (!inverse) {
                for (auto one = back.rbegin(); one != back.rend(); ++one)
                    (void)all().apply(*one);
                return QString::fromStdString(inverse.error().message);
            }
            back.push_back(std::move(inverse).value());
        }
        inverses = std::move(back);
        return {};
    }
    void mark() {
        m_marks.take(all(), m_edits);
        for (const EpisodeId id : m_ids)
            m_marks.take(all(), id);
    }
    void change(const std::vector<FileMove>& moves, const Edits& edits, Edits& inverses, bool isUndone) {
        if (!m_marks.isTrue(all()))
            return giveUp(commandText("%1: the text was changed since by other means.").arg(text()));
        const FileChange moved = move(moves);
        if (!moved.isDone())
            return giveUp(moved.message);
        if (const QString why = applyAll(edits, inverses); !why.isEmpty()) {
            (void)move(catalog::reversed(moves));
            return giveUp(why);
        }
        m_isUndone = isUndone;
        mark();
        say(moved);
    }

    std::vector<FileMove> m_moves;
    Edits m_edits;    ///< each of another episode
    Edits m_inverses; ///< likewise
    std::vector<EpisodeId> m_ids;
    bool m_isUndone = false;
};

class DeleteCommand : public FileCommand {
public:
    DeleteCommand(EditSession& session, const QString& name, const std::vector<EpisodeId>& ids)
        : FileCommand(session, name) {
        for (const EpisodeId id : ids)
            m_items.push_back({id, {}, {}, {}});
    }

    /// Empty where all of them are in the trash.
    QString start() {
        for (Item& item : m_items) {
            item.text = all().episode(item.id).sharedText();
            item.saved = all().episode(item.id).sharedSavedText();
            item.file = catalog::trashFile(all().episode(item.id).path());
            if (item.file.error.isEmpty())
                continue;
            QString why = item.file.error;
            for (Item* done = &m_items.front(); done != &item; ++done)
                if (const FileChange back = catalog::restoreFile(done->file); !back.isDone())
                    why += QLatin1Char(' ') + back.message;
            return why;
        }
        for (const Item& item : m_items) {
            all().forget(item.id);
            m_marks.take(all(), item.id);
        }
        return {};
    }
    void undo() override {
        QStringList failures;
        for (const Item& item : m_items)
            if (const QString why = bringBack(item); !why.isEmpty())
                failures += why;
        m_isUndone = true;
        for (const Item& item : m_items)
            m_marks.take(all(), item.id);
        if (!failures.isEmpty())
            giveUp(failures.join(QLatin1Char(' ')));
    }
    void redo() override {
        if (!m_isUndone)
            return;
        if (!m_marks.isTrue(all()))
            return giveUp(commandText("%1: the text was changed since by other means.").arg(text()));
        if (const QString why = start(); !why.isEmpty())
            return giveUp(why);
        m_isUndone = false;
    }
    EpisodeId episode() const override { return m_items.front().id; }

private:
    struct Item {
        EpisodeId id;
        catalog::TrashedFile file;
        std::shared_ptr<const std::string> text;  ///< as it was in the window
        std::shared_ptr<const std::string> saved; ///< what was taken to be on the disk
    };
    /// What the window shows again: another program's change that nobody had seen yet stays.
    static std::string textFor(const Item& item) {
        if (item.file.bytes == *item.saved)
            return *item.text;
        return *item.text == *item.saved ? item.file.bytes
                                         : format::mergeTexts(*item.saved, *item.text, item.file.bytes).text;
    }

    /// Why it could not be; empty where the episode is as it was.
    QString bringBack(const Item& item) const {
        const bool isBack = !all().episode(item.id).isGone(); // another program did it
        if (!isBack) {
            const FileChange back = catalog::restoreFile(item.file);
            if (!back.isDone())
                return back.message + keptText(item);
            say(back);
            const catalog::LoadedFile loaded = catalog::loadFile(item.file.path, all().root());
            if (!loaded.episode)
                return commandText("%1 cannot be read.").arg(item.file.path);
            all().replace(item.id, *loaded.episode);
        }
        const catalog::Episode& episode = all().episode(item.id);
        if (isBack && episode.text() != item.file.bytes)
            return commandText("%1 is there again, with another text.").arg(all().relativePath(item.id)) +
                   keptText(item);
        if (episode.isRefused())
            return {};
        const catalog::Edit edit{item.id, format::differenceOf(episode.text(), textFor(item))};
        if (!edit.isEmpty() && !all().apply(edit))
            return commandText("%1 is back as it was saved.").arg(all().relativePath(item.id)) +
                   keptText(item);
        return {};
    }
    /// The unsaved text goes beside the file where it cannot go back into the window.
    static QString keptText(const Item& item) {
        if (*item.text == item.file.bytes)
            return {};
        const auto copy = catalog::saveCopyBeside(item.file.path, *item.text);
        return QLatin1Char(' ') +
               (copy.error.isEmpty()
                    ? commandText("What was unsaved is in %1.").arg(QFileInfo(copy.path).fileName())
                    : commandText("What was unsaved could not be kept: %1").arg(copy.error));
    }

    std::vector<Item> m_items;
    bool m_isUndone = false;
};

template <typename Command>
bool pushStarted(EditSession& session, std::unique_ptr<Command> command) {
    if (const QString why = command->start(); !why.isEmpty()) {
        emit session.refused(why);
        return false;
    }
    session.undoStack().push(command.release());
    return true;
}

} // namespace

bool renameEpisodes(EditSession& session, const catalog::RenamePlan& plan) {
    auto edits = plan.edits();
    const QString why = edits ? plan.whyNot() : QString::fromStdString(edits.error().message);
    if (!why.isEmpty()) {
        emit session.refused(why);
        return false;
    }
    return pushStarted(session,
                       std::make_unique<RenameCommand>(session, commandText("Rename %1").arg(plan.name()),
                                                       plan.moves(), std::move(edits).value()));
}

bool deleteEpisodes(EditSession& session, const std::vector<EpisodeId>& ids) {
    if (ids.empty())
        return true;
    if (const QString why = session.catalog().readOnlyReason(); !why.isEmpty()) {
        emit session.refused(why);
        return false;
    }
    const auto count = static_cast<int>(ids.size());
    const QString name =
        count == 1 ? commandText("Delete %1").arg(session.catalog().episode(ids.front()).fileName())
                   : QCoreApplication::translate("FileCommands", "Delete %n Episode(s)", nullptr, count);
    return pushStarted(session, std::make_unique<DeleteCommand>(session, name, ids));
}

} // namespace models
