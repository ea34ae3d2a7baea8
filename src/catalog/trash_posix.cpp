// SPDX-License-Identifier: MIT
// The trash of the FreeDesktop.org Trash Specification 1.0. Not QFile::moveToTrash(): where it cannot make
// the trash's folder it takes the current one, and says that all is well.
#include "catalog/movemethods.h"
#include "catalog/posixfile.h"
#include "catalog/savemethods.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sys/stat.h>

namespace catalog::posix {

namespace {

struct Trash {
    QString folder; ///< with `files` and `info` in it; empty: none
    QString top;    ///< paths in it are relative to this; empty: absolute
};

struct stat statOf(const QString& path) {
    struct stat info {};
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0)
        info.st_mode = 0; // there is none
    return info;
}

/// A folder of our own, made where it is missing; no link.
bool isOurFolder(const QString& path) {
    constexpr mode_t forUsAlone = 0700;
    ::mkdir(QFile::encodeName(path).constData(), forUsAlone);
    const struct stat info = statOf(path);
    return S_ISDIR(info.st_mode) && info.st_uid == ::geteuid();
}

bool isUsable(const QString& trash) {
    return isOurFolder(trash) && isOurFolder(trash + QLatin1String("/files")) &&
           isOurFolder(trash + QLatin1String("/info"));
}

/// The user's data folder, in which their own trash is.
QString dataFolder() {
    const QString set = qEnvironmentVariable("XDG_DATA_HOME");
    const QString data = QDir::isAbsolutePath(set) ? set : QDir::homePath() + QLatin1String("/.local/share");
    QDir().mkpath(data);
    return QFileInfo(data).canonicalFilePath();
}

/// The highest folder on the file system of `folder`.
QString topFolderOf(const QString& folder) {
    QString top = QFileInfo(folder).canonicalFilePath();
    const dev_t device = statOf(top).st_dev;
    while (top != QLatin1String("/") && statOf(QFileInfo(top).path()).st_dev == device)
        top = QFileInfo(top).path();
    return top;
}

/// The user's own trash for the file system that it is on; else the administrator's `.Trash`, which must be
/// sticky and no link; else one of the user's beside that.
Trash trashFor(const QString& folder) {
    const QString data = dataFolder();
    const QString real = QFileInfo(folder).canonicalFilePath();
    const struct stat here = statOf(real);
    const struct stat home = statOf(data);
    if (data.isEmpty() || !S_ISDIR(here.st_mode) || !S_ISDIR(home.st_mode))
        return {};
    if (const QString own = data + QLatin1String("/Trash"); here.st_dev == home.st_dev)
        return isUsable(own) ? Trash{own, {}} : Trash{};
    const QString top = topFolderOf(real);
    const QString user = QString::number(::getuid());
    const QString shared = QDir(top).filePath(QStringLiteral(".Trash"));
    if (const struct stat info = statOf(shared);
        S_ISDIR(info.st_mode) && (info.st_mode & S_ISVTX) != 0 && isUsable(shared + QLatin1Char('/') + user))
        return {shared + QLatin1Char('/') + user, top};
    const QString own = QDir(top).filePath(QStringLiteral(".Trash-") + user);
    return isUsable(own) ? Trash{own, top} : Trash{};
}

std::string noteOn(const QString& path, const QString& top) {
    const QString real =
        QFileInfo(QFileInfo(path).path()).canonicalFilePath() + QLatin1Char('/') + QFileInfo(path).fileName();
    const QString said = top.isEmpty() ? real : QDir(top).relativeFilePath(real);
    return "[Trash Info]\nPath=" + QUrl::toPercentEncoding(said, "/").toStdString() + "\nDeletionDate=" +
           QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toStdString() + '\n';
}

/// "0605.md", "0605 2.md" …: the note comes first and takes the name.
QString nameFor(const QString& path, int attempt) {
    const QFileInfo file(path);
    return attempt == 1 ? file.fileName()
                        : QStringLiteral("%1 %2.%3")
                              .arg(file.completeBaseName().left(100)) // with room for the number
                              .arg(attempt)
                              .arg(file.suffix());
}

/// 0, or the error's number; EEXIST where the name is taken.
int writeNote(const QString& infoFile, const std::string& text) {
    constexpr mode_t forUsAlone = 0600;
    const Descriptor folder = openFolder(QFile::encodeName(QFileInfo(infoFile).path()));
    const QByteArray name = QFile::encodeName(QFileInfo(infoFile).fileName());
    const Descriptor note = folder.isOpen() ? createAt(folder.get(), name, forUsAlone) : Descriptor();
    if (!note.isOpen())
        return errno;
    const int error = writeAll(note.get(), text);
    return error != 0 ? error : ::fsync(note.get()) == 0 ? 0 : errno;
}

/// False where the name is taken in the trash.
bool moveAs(const QString& name, const Trash& trash, TrashedFile& file) {
    file.infoFile = trash.folder + QLatin1String("/info/") + name + QLatin1String(".trashinfo");
    file.trashed = trash.folder + QLatin1String("/files/") + name;
    const int noted = writeNote(file.infoFile, noteOn(file.path, trash.top));
    if (noted == EEXIST)
        return false;
    const Renamed moved =
        noted == 0 ? renameNew(file.path, file.trashed) : Renamed{false, false, systemWords(noted)};
    if (!moved.isDone())
        QFile::remove(file.infoFile);
    file.error = moved.error;
    return !moved.isTaken;
}

} // namespace

TrashedFile moveToTrash(const QString& path) {
    TrashedFile file{path, {}, {}, {}, {}};
    const Trash trash = trashFor(QFileInfo(path).absolutePath());
    if (trash.folder.isEmpty()) {
        file.error = storeText("Its disk has no trash, and none can be made there.");
        return file;
    }
    constexpr int attempts = 1000;
    for (int attempt = 1; attempt <= attempts; ++attempt)
        if (moveAs(nameFor(path, attempt), trash, file))
            return file;
    file.error = storeText("The trash has too many files of that name.");
    return file;
}

} // namespace catalog::posix
