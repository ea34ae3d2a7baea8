// SPDX-License-Identifier: MIT
#include "app/samplecatalog.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace {

QString bundledSample() {
    const QString installed =
        QDir(QCoreApplication::applicationDirPath()).filePath("../share/episode-desk/sample");
    return QDir::cleanPath(QFileInfo::exists(installed) ? installed : QString(EPISODE_DESK_SAMPLE_DIR));
}

/// Copies every file below `from`; gives the first path that could not be written, or nothing.
QString copyTree(const QString& from, const QString& to) {
    const QDir source(from);
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        QString target = QDir(to).filePath(source.relativeFilePath(file));
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(file, target))
            return target;
        // Installed files are often read-only; the copy is there to be edited.
        if (!QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner | QFile::ReadOwner))
            return target;
    }
    return {};
}

QString sentence(const char* text) {
    return QCoreApplication::translate("SampleCatalog", text);
}

} // namespace

QString installSampleCatalog(QString* error) {
    QString folder =
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath("sample");
    if (QFileInfo::exists(folder))
        return folder;
    const QString from = bundledSample();
    // Copied beside and then renamed: a copy that breaks off is never taken for the sample.
    const QString partial = folder + ".part";
    QDir(partial).removeRecursively();
    QString reason;
    if (!QFileInfo(from + "/content/show").isDir()) {
        reason = sentence("The sample catalogue is not in %1. Install Episode Desk again.").arg(from);
    } else if (const QString failed = copyTree(from, partial); !failed.isEmpty()) {
        reason = sentence("The sample catalogue could not be copied to %1. Check the folder's free space and "
                          "permissions.")
                     .arg(failed);
    } else if (!QDir().rename(partial, folder)) {
        reason = sentence("The sample catalogue could not be moved to %1. Check the folder's permissions.")
                     .arg(folder);
    }
    if (reason.isEmpty())
        return folder;
    QDir(partial).removeRecursively();
    if (error)
        *error = reason;
    return {};
}
