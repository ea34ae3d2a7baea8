// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episodestore.h"

#include <vector>

namespace catalog {

/// Another name for a file in its own folder.
struct FileMove {
    QString from; ///< absolute
    QString to;
    bool operator==(const FileMove&) const = default;
};
std::vector<FileMove> reversed(const std::vector<FileMove>& moves);

/// What became of changing names on the disk.
struct FileChange {
    enum class Status {
        Done,
        NotConfirmed, ///< done, but the disk did not confirm that it will survive a power cut
        Failed,       ///< all is called as it was; else the message says what is not
    };
    Status status = Status::Failed;
    QString message; ///< what happened to which file; empty when Done
    bool isDone() const { return status != Status::Failed; }
};

/// Gives files other names, never over another file: all of them or none. Names may go on in a chain (1 to 2,
/// 2 to 3) or round (1 to 2, 2 to 1); at every moment each file has a name of the set, where the file system
/// can exchange two names in one step.
FileChange moveFiles(const std::vector<FileMove>& moves, SaveMethod method = SaveMethod::Best);

/// A file in the trash, and what is needed to bring it back.
struct TrashedFile {
    QString path;     ///< where it was
    QString trashed;  ///< where it is
    QString infoFile; ///< the trash's note on it; empty: none that is ours to remove
    std::string bytes;
    QString error; ///< why it was not moved; the file is where it was
};

/// Moves a file to the trash of its file system (FreeDesktop.org Trash Specification 1.0; elsewhere the
/// system's). It is only renamed, never copied: where there can be no trash beside it, it stays, and `error`
/// says so.
TrashedFile trashFile(const QString& path, SaveMethod method = SaveMethod::Best);
/// Brings it back under its old name, never over another file. Where the trash was emptied meanwhile, the
/// same bytes become a new file; the message says so.
FileChange restoreFile(const TrashedFile& file, SaveMethod method = SaveMethod::Best);

} // namespace catalog
