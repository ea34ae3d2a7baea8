// SPDX-License-Identifier: MIT
// Undo steps that take files away, and those that made new ones.
#include "catalog/folderloader.h"
#include "format/merge.h"
#include "models/filecommand.h"
#include "models/filecommands.h"

#include <QFileInfo>

#include <algorithm>

namespace models {

namespace {

using catalog::EpisodeId;
using catalog::FileChange;

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
        if (isStaying())
            return;
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
        if (isStaying() || !m_isUndone)
            return;
        if (!m_marks.isTrue(all()))
            return giveUp(commandText("%1: the text was changed since by other means.").arg(text()));
        if (const QString why = start(); !why.isEmpty())
            return stay(why);
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

/// New files, written before: going back moves them to the trash as long as they are as they were written.
class CreateCommand : public FileCommand {
public:
    CreateCommand(EditSession& session, const QString& name, const std::vector<EpisodeId>& ids)
        : FileCommand(session, name) {
        for (const EpisodeId id : ids) {
            m_items.push_back({id, all().episode(id).sharedSavedText(), {}});
            m_marks.take(all(), id);
        }
    }

    void undo() override {
        if (isStaying())
            return;
        for (const Item& item : m_items)
            if (const QString why = whyNotBack(item); !why.isEmpty())
                return stay(why);
        for (Item& item : m_items) {
            item.file = all().episode(item.id).isGone() ? catalog::TrashedFile{}
                                                        : catalog::trashFile(all().episode(item.id).path());
            if (!item.file.error.isEmpty())
                return stay(item.file.error + restored(&item));
        }
        for (const Item& item : m_items)
            if (!item.file.path.isEmpty())
                all().forget(item.id);
        mark();
        m_isUndone = true;
    }
    void redo() override {
        if (isStaying() || !m_isUndone)
            return;
        for (Item& item : m_items)
            if (const QString why = bringBack(item); !why.isEmpty())
                return stay(why + removedAgain(&item));
        mark();
        m_isUndone = false;
    }
    EpisodeId episode() const override { return m_items.front().id; }

private:
    struct Item {
        EpisodeId id;
        std::shared_ptr<const std::string> written;
        catalog::TrashedFile file; ///< no path: another program had taken the file away
    };
    void mark() {
        for (const Item& item : m_items)
            m_marks.take(all(), item.id);
    }
    QString whyNotBack(const Item& item) const {
        const catalog::Episode& episode = all().episode(item.id);
        if (episode.isGone())
            return {};
        const bool isAsWritten =
            episode.text() == *item.written && episode.savedText() == *item.written &&
            catalog::readFile(episode.path(), item.written->size() + 1).bytes == *item.written;
        return isAsWritten ? QString()
                           : commandText("%1 was changed since it was made, so it stays. Move to Trash takes "
                                         "it away.")
                                 .arg(all().relativePath(item.id));
    }
    /// Gives back what went before this one; why that was not possible.
    QString restored(const Item* end) {
        QString why;
        for (const Item* done = &m_items.front(); done != end; ++done)
            if (!done->file.path.isEmpty())
                if (const FileChange back = catalog::restoreFile(done->file); !back.isDone())
                    why += QLatin1Char(' ') + back.message;
        return why;
    }
    QString bringBack(const Item& item) const {
        if (item.file.path.isEmpty() || !all().episode(item.id).isGone())
            return {};
        const FileChange back = catalog::restoreFile(item.file);
        if (!back.isDone())
            return back.message;
        say(back);
        const catalog::LoadedFile loaded = catalog::loadFile(item.file.path, all().root());
        if (!loaded.episode)
            return commandText("%1 cannot be read.").arg(item.file.path);
        all().replace(item.id, *loaded.episode);
        return {};
    }
    /// Takes away again what came back before this one.
    QString removedAgain(const Item* end) {
        QString why;
        for (Item* done = &m_items.front(); done != end; ++done) {
            done->file = catalog::trashFile(all().episode(done->id).path());
            if (done->file.error.isEmpty())
                all().forget(done->id);
            why += done->file.error;
        }
        return why;
    }

    std::vector<Item> m_items;
    bool m_isUndone = false;
};

} // namespace

bool deleteEpisodes(EditSession& session, const std::vector<EpisodeId>& ids) {
    if (ids.empty())
        return true;
    if (const QString why = session.catalog().readOnlyReason(); !why.isEmpty()) {
        emit session.refused(why);
        return false;
    }
    session.settle();
    const auto count = static_cast<int>(ids.size());
    const QString name =
        count == 1 ? commandText("Delete %1").arg(session.catalog().episode(ids.front()).fileName())
                   : QCoreApplication::translate("FileCommands", "Delete %n Episode(s)", nullptr, count);
    return pushStarted(session, std::make_unique<DeleteCommand>(session, name, ids));
}

void addCreatedStep(EditSession& session, const std::vector<EpisodeId>& ids) {
    if (ids.empty())
        return;
    session.settle();
    const auto count = static_cast<int>(ids.size());
    const QString name =
        count == 1
            ? commandText("New Episode %1").arg(session.catalog().episode(ids.front()).fileName())
            : QCoreApplication::translate("FileCommands", "New Files of %n Episode(s)", nullptr, count);
    session.undoStack().push(new CreateCommand(session, name, ids));
}

} // namespace models
