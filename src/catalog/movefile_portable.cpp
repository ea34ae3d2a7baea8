// SPDX-License-Identifier: MIT
// Changing names with Qt and the standard library alone: between looking and renaming another program may
// take the name, and a power cut may bring the old name back.
#include "catalog/movemethods.h"
#include "catalog/savemethods.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace catalog::portable {

Renamed renameNew(const QString& from, const QString& to) {
    if (QFileInfo::exists(to) || QFileInfo(to).isSymLink())
        return {true, false, {}};
    // Not QFile::rename(), which may copy.
    std::error_code error;
    std::filesystem::rename(std::filesystem::path(from.toStdU16String()),
                            std::filesystem::path(to.toStdU16String()), error);
    if (!error)
        return {};
    return {false, error == std::errc::no_such_file_or_directory && QFileInfo(QFileInfo(to).path()).isDir(),
            QString::fromLocal8Bit(error.message().c_str()) + QLatin1Char('.')};
}

bool exchange(const QString& one, const QString& other) {
    Q_UNUSED(one)
    Q_UNUSED(other)
    return false;
}

QString syncFolder(const QString& path) {
    Q_UNUSED(path)
    return {};
}

TrashedFile moveToTrash(const QString& path) {
    TrashedFile file{path, {}, {}, {}, {}};
#ifdef Q_OS_LINUX
    // Where Qt cannot make the trash's folder, it uses the current one instead.
    file.error = storeText("There is no trash that can be used.");
#else
    if (!QFile::moveToTrash(path, &file.trashed))
        file.error = storeText("There is no trash that can be used.");
#endif
    return file;
}

} // namespace catalog::portable
