// SPDX-License-Identifier: MIT
#include "catalog/leftovers.h"

#include "catalog/savemethods.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cerrno>

#ifdef EPISODE_DESK_POSIX_SAVING
#include <csignal>
#endif

namespace catalog {

namespace {

constexpr int largestDepth = 64;
constexpr int longestName = 255; ///< bytes, on every file system that counts
constexpr int endingSize = 64;   ///< of what is added to a name: process, random number, "-old" and the like
constexpr int hashSize = 16;     ///< in letters
constexpr std::size_t mostLeftovers = 1000;

struct Owner {
    QString file;
    qint64 process = 0;
};

/// The file and process of a leftover's name; an empty file for any other name. "-old" is the old file where
/// names cannot be exchanged, ".abcdef" is QSaveFile's.
Owner ownerOf(const QString& name) {
    static const QRegularExpression pattern(
        QStringLiteral(R"(^\.(.+)\.episode-desk-(\d{1,10})-[0-9a-z]{1,13}(?:-old|\.[A-Za-z]{6})?$)"));
    const QRegularExpressionMatch match = pattern.match(name);
    return match.hasMatch() ? Owner{match.captured(1), match.captured(2).toLongLong()} : Owner{};
}

/// What a temporary's name holds of the file's: all of it, where there is room.
QByteArray shortened(const QByteArray& name) {
    if (name.size() <= longestName - endingSize)
        return name;
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(hashSize);
    qsizetype kept = longestName - endingSize - hashSize - 1;
    while (kept > 0 && (static_cast<unsigned char>(name[kept]) & 0xC0U) == 0x80U)
        --kept; // not within a letter
    return name.left(kept) + '~' + hash;
}

/// The file whose name was shortened to this; where it is gone, or nothing was cut, the name itself.
QString fullName(const QDir& folder, const QString& owner) {
    if (!owner.contains(QLatin1Char('~')))
        return owner;
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden))
        if (name != owner && shortened(QFile::encodeName(name)) == QFile::encodeName(owner))
            return name;
    return owner;
}

bool isRunning(const Owner& owner, const QFileInfo& leftover) {
#ifdef EPISODE_DESK_POSIX_SAVING
    Q_UNUSED(leftover)
    return ::kill(static_cast<pid_t>(owner.process), 0) == 0 || errno == EPERM;
#else
    constexpr int aDay = 24 * 60 * 60;
    return owner.process == QCoreApplication::applicationPid() ||
           leftover.lastModified().secsTo(QDateTime::currentDateTime()) < aDay;
#endif
}

void sweepFile(const QFileInfo& info, Sweep& sweep) {
    const Owner owner = ownerOf(info.fileName());
    if (owner.file.isEmpty() || info.isSymLink() || !info.isFile() || isRunning(owner, info) ||
        info.size() > static_cast<qint64>(limits::comparedBytes))
        return;
    ReadResult found = readFile(info.filePath(), limits::comparedBytes);
    if (!found.error.isEmpty())
        return;
    const QFileInfo episode(info.dir(), fullName(info.dir(), owner.file));
    const ReadResult present = readFile(episode.filePath(), limits::comparedBytes);
    const bool isWorthless = found.bytes.empty() || (present.error.isEmpty() && found.bytes == present.bytes);
    if (isWorthless && QFile::remove(info.filePath())) {
        ++sweep.deletedCount;
        return;
    }
    const bool isOlder = episode.exists() && info.lastModified() < episode.lastModified();
    sweep.leftovers.push_back(
        {info.filePath(), episode.filePath(), std::move(found.bytes), info.lastModified(), isOlder});
}

void sweepFolder(const QString& path, int depth, Sweep& sweep) {
    const QDir folder(path);
    const auto hidden = folder.entryInfoList({QStringLiteral(".*.episode-desk-*")},
                                             QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDir::Name);
    for (const QFileInfo& info : hidden)
        if (sweep.leftovers.size() < mostLeftovers)
            sweepFile(info, sweep);
    if (depth == largestDepth)
        return;
    for (const QFileInfo& inner : folder.entryInfoList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot))
        sweepFolder(inner.filePath(), depth + 1, sweep);
}

} // namespace

QByteArray temporaryName(const QByteArray& name) {
    constexpr int base = 36;
    return '.' + shortened(name) + ".episode-desk-" + QByteArray::number(QCoreApplication::applicationPid()) +
           '-' + QByteArray::number(QRandomGenerator::system()->generate64(), base);
}

Sweep sweepLeftovers(const QString& root) {
    Sweep sweep;
    sweepFolder(QDir(root).absolutePath(), 0, sweep);
    return sweep;
}

QString discardLeftover(const Leftover& leftover) {
    const QFileInfo info(leftover.path);
    if (ownerOf(info.fileName()).file.isEmpty() || info.isSymLink())
        return storeText("It is no leftover of an interrupted save.");
    const ReadResult found = readFile(leftover.path, limits::comparedBytes);
    if (!found.error.isEmpty())
        return found.error;
    if (found.bytes != leftover.text)
        return storeText("Another program changed it.");
    QFile file(leftover.path);
    return file.remove() ? QString() : file.errorString();
}

} // namespace catalog
