// SPDX-License-Identifier: MIT
#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace catalog {

/// Where this program keeps what belongs to a user's work but not into the catalogue:
/// `$XDG_STATE_HOME/episode-desk`, or `~/.local/state/episode-desk` (XDG Base Directory 0.8).
QString stateRoot();
/// The site that an opened folder belongs to, without links, dots and slashes at the end: the same for the
/// site, its content/show and one show's folder. A folder of no site is its own.
QString siteOf(const QString& openedFolder);
/// The folder of one site's state, named by a hash (SHA-256) of the site's path.
QString stateFolderOf(const QString& root, const QString& site);

/// Only one window may change a site: whoever holds the lock in its state folder. The lock of a process that
/// is no more is taken over.
class WindowLock {
public:
    enum class State {
        Free,     ///< nobody asked for it
        Ours,     ///< this window may write
        Theirs,   ///< another window has it
        Unlocked, ///< there can be no lock here: the folder cannot be written
    };

    State take(const QString& folder);
    void release();
    State state() const { return m_state; }
    /// Theirs: "process 4711 on desk.example.org".
    QString holder() const;

private:
    std::unique_ptr<QLockFile> m_file;
    State m_state = State::Free;
};

} // namespace catalog
