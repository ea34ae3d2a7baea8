// SPDX-License-Identifier: MIT
// Undo steps that give files other names.
#include "models/filecommands.h"
#include "models/filecommand.h"

#include <QFileInfo>

#include <algorithm>

namespace models {

namespace {

using catalog::EpisodeId;
using catalog::FileChange;
using catalog::FileMove;

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
    void undo() override {
        if (!isStaying())
            change(catalog::reversed(m_moves), m_inverses, m_edits, true);
    }
    void redo() override {
        if (!isStaying() && m_isUndone) // pushed when it was done
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
            return stay(moved.message);
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

} // namespace

bool renameEpisodes(EditSession& session, const catalog::RenamePlan& plan) {
    session.settle();
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

} // namespace models
