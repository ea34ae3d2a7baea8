// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episodefiles.h"

/// What the two ways of changing names share, and each way's calls; used by episodefiles alone.
namespace catalog {

/// What became of one change of a name.
struct Renamed {
    bool isTaken = false; ///< the new name
    bool isGone = false;  ///< there is no such file
    QString error;        ///< in words; empty: done
    bool isDone() const { return !isTaken && error.isEmpty(); }
};

#ifdef EPISODE_DESK_POSIX_SAVING
namespace posix {
Renamed renameNew(const QString& from, const QString& to);
/// Both names in one step; false: the file system cannot.
bool exchange(const QString& one, const QString& other);
/// So that the names in a folder survive a power cut; why they may not, or empty.
QString syncFolder(const QString& path);
TrashedFile moveToTrash(const QString& path);
} // namespace posix
#endif

namespace portable {
Renamed renameNew(const QString& from, const QString& to);
bool exchange(const QString& one, const QString& other);
QString syncFolder(const QString& path);
TrashedFile moveToTrash(const QString& path);
} // namespace portable

} // namespace catalog
