// SPDX-License-Identifier: MIT
// Changing names with the system's own calls.
#include "catalog/movemethods.h"
#include "catalog/posixfile.h"
#include "catalog/savemethods.h"

#include <QFile>
#include <QFileInfo>

namespace catalog::posix {

namespace {

Descriptor folderOf(const QString& path) {
    return openFolder(QFile::encodeName(QFileInfo(path).absolutePath()));
}

QByteArray nameOf(const QString& path) {
    return QFile::encodeName(QFileInfo(path).fileName());
}

} // namespace

Renamed renameNew(const QString& from, const QString& to) {
    const Descriptor source = folderOf(from);
    if (!source.isOpen())
        return {false, errno == ENOENT, systemWords(errno)};
    const Descriptor target = folderOf(to);
    if (!target.isOpen())
        return {false, false, systemWords(errno)};
    const int error = renameToNew(source.get(), nameOf(from), target.get(), nameOf(to));
    return {error == EEXIST, error == ENOENT, error == 0 || error == EEXIST ? QString() : systemWords(error)};
}

bool exchange(const QString& one, const QString& other) {
    const Descriptor folder = folderOf(one);
    return folder.isOpen() && exchangeNames(folder.get(), nameOf(one), nameOf(other));
}

QString syncFolder(const QString& path) {
    const Descriptor folder = folderOf(path);
    return folder.isOpen() && ::fsync(folder.get()) == 0 ? QString() : systemWords(errno);
}

} // namespace catalog::posix
