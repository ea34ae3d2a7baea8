// SPDX-License-Identifier: MIT
// Saving with Qt and the standard library alone, for systems without the calls of savefile_posix.cpp. Old or
// new, never a part; but a power cut may bring the old file back, and what another program writes between the
// last look and the renaming is not seen.
#include "catalog/leftovers.h"
#include "catalog/savemethods.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>
#include <optional>

namespace catalog::portable {

namespace {

using Status = SaveResult::Status;

std::filesystem::path asPath(const QString& path) {
    return {path.toStdU16String()};
}

QString words(const std::error_code& error) {
    return QString::fromLocal8Bit(error.message().c_str()) + QLatin1Char('.');
}

QString whyNotInside(const SaveRequest& request, QString& real) {
    const QFileInfo info(request.path);
    real = info.canonicalFilePath();
    const QString root = QFileInfo(request.root).canonicalFilePath();
    if (root.isEmpty() || !real.startsWith(root + QLatin1Char('/')))
        return storeText("It is a link that leads out of the opened folder.");
    const QFileInfo file(real);
    if (!file.isFile())
        return storeText("It is not a regular file.");
    if (!file.isWritable())
        return storeText("The file is write-protected. Change its permissions first.");
    return {};
}

/// QSaveFile under our own, dotted name: its commit() syncs the bytes, and a stray never looks like a page.
/// flush() comes first and is checked, for commit() does not notice that the last bytes found no room.
QString writeTemporary(const QString& path, const std::string& text, QFileDevice::Permissions permissions) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (permissions != QFileDevice::Permissions() && !file.setPermissions(permissions))
        return file.errorString();
    const auto size = static_cast<qint64>(text.size());
    if (file.write(text.data(), size) != size || !file.flush()) {
        file.cancelWriting();
        return storeText("Not all was written; the disk may be full."); // Qt does not always know why
    }
    if (!file.commit())
        return file.errorString();
    const ReadResult written = readFile(path, text.size() + 1);
    return written.bytes == text ? written.error : storeText("The disk did not keep what was written to it.");
}

std::optional<SaveResult> whyNotTheBase(const SaveRequest& request, const QString& real) {
    ReadResult disk = readFile(real, limits::comparedBytes);
    if (!disk.error.isEmpty())
        return notSaved(request.path, Status::Failed, disk.error);
    if (disk.bytes == request.base)
        return std::nullopt;
    SaveResult changed = notSaved(request.path, Status::ChangedOnDisk, changedWords());
    changed.diskText = std::move(disk.bytes);
    return changed;
}

/// Removed at the end, if it is still there.
struct Temporary {
    QString path;
    ~Temporary() { QFile::remove(path); }
};

QString temporaryFor(const QFileInfo& file) {
    return file.absolutePath() + QLatin1Char('/') +
           QFile::decodeName(temporaryName(QFile::encodeName(file.fileName())));
}

} // namespace

ReadResult readFile(const QString& path, ReadLimit limit) {
    const QFileInfo info(path);
    if (info.isDir())
        return {{}, storeText("It is a folder."), 0};
    if (info.exists() && !info.isFile())
        return {{}, storeText("It is not a regular file."), 0};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {{}, file.errorString(), 0};
    const auto size = static_cast<std::uintmax_t>(file.size());
    const std::size_t most = limit.of(size);
    std::string bytes;
    bytes.reserve(std::min<std::uintmax_t>(most, size));
    std::string piece(65536, '\0');
    while (bytes.size() < most) {
        const auto wanted = static_cast<qint64>(std::min(piece.size(), most - bytes.size()));
        const qint64 got = file.read(piece.data(), wanted);
        if (got < 0)
            return {{}, file.errorString(), size};
        if (got == 0)
            break;
        bytes.append(piece, 0, static_cast<std::size_t>(got));
    }
    return {std::move(bytes), {}, size};
}

SaveResult save(const SaveRequest& request) {
    std::error_code error;
    const auto type = std::filesystem::status(asPath(request.path), error).type();
    if (type == std::filesystem::file_type::not_found && !QFileInfo(request.path).isSymLink())
        return notSaved(request.path, Status::Deleted, goneWords());
    if (error)
        return notSaved(request.path, Status::Failed, words(error));
    QString real;
    if (const QString why = whyNotInside(request, real); !why.isEmpty())
        return notSaved(request.path, Status::Failed, why);
    const QString temporary = temporaryFor(QFileInfo(real));
    // Compared twice: before anything is written, and as late as can be.
    if (auto stopped = whyNotTheBase(request, real))
        return *stopped;
    const Temporary guard{temporary};
    if (const QString why = writeTemporary(temporary, request.text, QFile::permissions(real)); !why.isEmpty())
        return notSaved(request.path, Status::Failed, why);
    if (auto stopped = whyNotTheBase(request, real))
        return *stopped;
    std::filesystem::rename(asPath(temporary), asPath(real), error);
    if (error)
        return notSaved(request.path, Status::Failed, words(error));
    SaveResult saved;
    saved.status = Status::Saved;
    return saved;
}

NewFile createNew(const QString& path, const std::string& text) {
    const QString temporary = temporaryFor(QFileInfo(path));
    const Temporary guard{temporary};
    if (QString why = writeTemporary(temporary, text, {}); !why.isEmpty())
        return {false, why};
    // A link never takes another file's name, nor goes through one; QFile::rename() may copy.
    std::error_code error;
    std::filesystem::create_hard_link(asPath(temporary), asPath(path), error);
    if (!error)
        return {};
    if (error == std::errc::file_exists || QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return {true, {}};
    QFile file(temporary);
    return {false, file.rename(path) ? QString() : file.errorString()};
}

} // namespace catalog::portable
