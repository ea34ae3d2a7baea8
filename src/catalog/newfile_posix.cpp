// SPDX-License-Identifier: MIT
// Reading a file without blocking, and making one that was not there.
#include "catalog/leftovers.h"
#include "catalog/posixfile.h"
#include "catalog/savemethods.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

namespace catalog::posix {

namespace {

/// The new file under its temporary name, complete and synced; 0, or the error's number.
int writeNew(int folder, const QByteArray& name, const std::string& text, Descriptor& file) {
    constexpr mode_t asAnyNewFile = 0666;
    file = createAt(folder, name, asAnyNewFile);
    if (!file.isOpen())
        return errno;
    if (const int error = writeAll(file.get(), text))
        return error;
    return ::fsync(file.get()) == 0 ? 0 : errno;
}

} // namespace

QString systemWords(int error) {
    switch (error) {
    case ENOSPC:
        return storeText("The disk is full.");
    case EDQUOT:
        return storeText("Your disk quota is used up.");
    case EROFS:
        return storeText("The disk is read-only.");
    case EACCES:
    case EPERM:
        return storeText("Permission denied.");
    case ENOENT:
        return storeText("The file does not exist.");
    case ELOOP:
        return storeText("The link leads in a circle.");
    case EIO:
        return storeText("The disk reported an error; it may be failing.");
    case ENAMETOOLONG:
        return storeText("The file's name is too long.");
    default:
        return QString::fromLocal8Bit(std::strerror(error)) + QLatin1Char('.');
    }
}

ReadResult readFile(const QString& path, ReadLimit limit) {
    ReadResult result;
    const QByteArray name = QFile::encodeName(path);
    const Descriptor file(
        uninterrupted([&] { return ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC); }));
    struct stat info {};
    if (!file.isOpen() || ::fstat(file.get(), &info) != 0) {
        result.error = systemWords(errno);
    } else if (S_ISDIR(info.st_mode)) {
        result.error = storeText("It is a folder.");
    } else if (!S_ISREG(info.st_mode)) {
        result.error = storeText("It is not a regular file.");
    } else {
        result.size = static_cast<std::uintmax_t>(info.st_size);
        if (const int error = readAll(file.get(), limit.of(result.size), result.bytes, result.size))
            result.error = systemWords(error);
    }
    return result;
}

NewFile createNew(const QString& path, const std::string& text) {
    const QFileInfo info(path);
    const Descriptor folder = openFolder(QFile::encodeName(info.absolutePath()));
    if (!folder.isOpen())
        return {false, systemWords(errno)};
    const QByteArray name = QFile::encodeName(info.fileName());
    const QByteArray temporary = temporaryName(name);
    Descriptor file;
    int error = writeNew(folder.get(), temporary, text, file);
    if (error == 0)
        error = renameToNew(folder.get(), temporary, folder.get(), name);
    if (error != 0) {
        ::unlinkat(folder.get(), temporary.constData(), 0);
        return error == EEXIST ? NewFile{true, {}} : NewFile{false, systemWords(error)};
    }
    if (::fsync(folder.get()) != 0 || ::fsync(file.get()) != 0) { // as when saving
        error = errno;
        ::unlinkat(folder.get(), name.constData(), 0); // told "failed", there is none
        return {false, systemWords(error)};
    }
    return {};
}

} // namespace catalog::posix
