// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/gitstate.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace catalog {

/// What tells a file from what it was, without reading it.
struct FileSign {
    quint64 device = 0, inode = 0, size = 0;
    qint64 changed = 0;  ///< nanoseconds: contents or anything else of it
    qint64 modified = 0; ///< nanoseconds: contents

    bool exists() const { return inode != 0; }
    bool operator==(const FileSign&) const = default;
};
FileSign signOf(const QString& path);

/// What is compared with the disk: made where the catalogue lives, looked at elsewhere.
struct DiskQuestion {
    struct File {
        EpisodeId id;
        QString path;
        std::shared_ptr<const std::string> saved;
    };
    QStringList opened; ///< what was opened: folders or files
    QString root;
    std::vector<File> files;
    QHash<QString, FileSign> signs; ///< files that hold what is known of them, or were reported
    QByteArray siteSign;            ///< people, sponsors, shows
    FileSign policySign;
};

/// What another program did.
struct DiskAnswer {
    struct Changed {
        EpisodeId id;
        std::shared_ptr<const std::string> saved; ///< what the bytes were compared with
        std::string bytes;
        QString problem;      ///< why they cannot be opened as an episode; empty where they can
        QString newPath;      ///< the file was renamed
        bool isFresh = false; ///< written a moment ago: perhaps not to its end
    };
    std::vector<Changed> changed;
    std::vector<EpisodeId> missing;
    std::vector<Episode> added;
    bool isUnsettled = false; ///< a new file is perhaps not written to its end
    QHash<QString, FileSign> signs;
    QByteArray siteSign;
    FileSign policySign;
    std::optional<Registry> registry; ///< where it may have changed
    bool isPolicyChanged = false;
    GitOperation git = GitOperation::None;
    QStringList watched; ///< files and folders whose changes matter
};

/// Looks at all files: by their signs, and at the bytes of those whose signs changed.
DiskAnswer lookAtDisk(const DiskQuestion& question);

} // namespace catalog
