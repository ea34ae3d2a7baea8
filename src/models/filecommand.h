// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episodefiles.h"
#include "models/editcommand.h"
#include "models/editsession.h"

#include <QCoreApplication>

#include <memory>
#include <utility>

namespace models {

inline QString commandText(const char* text) {
    return QCoreApplication::translate("FileCommands", text);
}

/// A step that changes names on the disk: where that cannot be done, the session's `refused` says why.
class FileCommand : public EpisodeCommand {
public:
    FileCommand(EditSession& session, const QString& name)
        : EpisodeCommand(name)
        , m_session(session) {}

    bool hasFailed() const override { return m_hasFailed; }

protected:
    catalog::Catalog& all() const { return m_session.catalog(); }
    /// It can never be done: the step is gone.
    void giveUp(const QString& why) {
        setObsolete(true);
        emit m_session.refused(why);
    }
    /// It may be done another time: nothing has changed, and the step stays.
    void stay(const QString& why) {
        m_hasFailed = true;
        emit m_session.refused(why);
    }
    /// Whether the other way was refused, so that there is nothing to do on this one.
    bool isStaying() { return std::exchange(m_hasFailed, false); }
    void say(const catalog::FileChange& change) const {
        if (!change.message.isEmpty())
            emit m_session.refused(change.message);
    }

    EditSession& m_session;

private:
    bool m_hasFailed = false;
};

/// Does what the command begins with, and makes it a step; false, and `refused` says why, where it cannot.
template <typename Command>
bool pushStarted(EditSession& session, std::unique_ptr<Command> command) {
    if (const QString why = command->start(); !why.isEmpty()) {
        emit session.refused(why);
        return false;
    }
    session.undoStack().push(command.release());
    return true;
}

} // namespace models
