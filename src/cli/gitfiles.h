// SPDX-License-Identifier: MIT
#pragma once

#include "format/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <string>

namespace cli {

/// The files of one commit, as git keeps them, to tell which files differ from it. Git is asked for the list
/// of the commit's files only, with commands that look at neither the index nor the files, so that nothing
/// that a repository's own configuration names (fsmonitor, filters, textconv, hooks, aliases, a pager) is
/// ever run; files are compared here, by their hashes.
class GitFiles {
public:
    /// Reads the list of the commit `revision` of the repository that `folder` lies in. Errors are sentences,
    /// with git's own words where it refuses.
    static format::Result<GitFiles> read(const QString& folder, const QString& revision);

    /// Whether the file (absolute) is not in the commit, or holds other bytes there. Where git turns line
    /// ends into CRLF on this machine (core.autocrlf), these are no difference.
    bool isChanged(const QString& path, const std::string& bytes) const;

private:
    QString m_top;                       ///< the repository's folder, links resolved
    QHash<QString, QByteArray> m_hashes; ///< of the files' bytes, by path below `m_top`
    bool m_turnsLineEnds = false;
};

} // namespace cli
