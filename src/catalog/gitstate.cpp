// SPDX-License-Identifier: MIT
#include "catalog/gitstate.h"

#include "catalog/episodestore.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace catalog {

namespace {

/// In a second work tree `.git` is a file: "gitdir: /where/it/is".
QString gitFolderIn(const QString& folder) {
    const QFileInfo entry(folder + QLatin1String("/.git"));
    if (entry.isDir())
        return entry.filePath();
    if (!entry.isFile())
        return {};
    constexpr std::size_t limit = 4096;
    const QString line = QString::fromStdString(readFile(entry.filePath(), limit).bytes).trimmed();
    const QLatin1String prefix("gitdir:");
    if (!line.startsWith(prefix))
        return {};
    return QDir::cleanPath(QDir(folder).absoluteFilePath(line.mid(prefix.size()).trimmed()));
}

} // namespace

QString gitFolderOf(const QString& folder) {
    for (QDir at(folder); !folder.isEmpty(); at = QDir(QFileInfo(at.path()).path())) {
        if (QString found = gitFolderIn(at.absolutePath()); !found.isEmpty())
            return found;
        if (at.isRoot() || at.path() == QFileInfo(at.path()).path())
            break;
    }
    return {};
}

GitOperation gitOperation(const QString& gitFolder) {
    if (gitFolder.isEmpty())
        return GitOperation::None;
    constexpr std::pair<const char*, GitOperation> signs[] = {
        {"rebase-merge", GitOperation::Rebase}, {"rebase-apply", GitOperation::Rebase},
        {"MERGE_HEAD", GitOperation::Merge},    {"CHERRY_PICK_HEAD", GitOperation::CherryPick},
        {"REVERT_HEAD", GitOperation::Revert},
    };
    for (const auto& [name, operation] : signs)
        if (QFileInfo::exists(gitFolder + QLatin1Char('/') + QLatin1String(name)))
            return operation;
    return GitOperation::None;
}

} // namespace catalog
