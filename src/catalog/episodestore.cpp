// SPDX-License-Identifier: MIT
#include "catalog/episodestore.h"

#include "catalog/savemethods.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace catalog {

namespace {

#ifdef EPISODE_DESK_POSIX_SAVING
constexpr bool hasPosix = true;
#else
constexpr bool hasPosix = false;
namespace posix = portable;
#endif

bool isPortable(SaveMethod method) {
    return !hasPosix || method == SaveMethod::Portable;
}

NewFile createNew(const QString& path, const std::string& text, SaveMethod method) {
    return isPortable(method) ? portable::createNew(path, text) : posix::createNew(path, text);
}

} // namespace

QString storeText(const char* text) {
    return QCoreApplication::translate("EpisodeStore", text);
}

SaveResult notSaved(const QString& path, SaveResult::Status status, const QString& why) {
    SaveResult result;
    result.status = status;
    result.message = storeText("%1 was not saved. %2").arg(QDir::toNativeSeparators(path), why);
    return result;
}

QString goneWords() {
    return storeText("The file was deleted or renamed by another program.");
}

QString changedWords() {
    return storeText("Another program changed the file since it was opened.");
}

ReadResult readFile(const QString& path, ReadLimit limit, SaveMethod method) {
    return isPortable(method) ? portable::readFile(path, limit) : posix::readFile(path, limit);
}

SaveResult saveFile(const SaveRequest& request) {
    if (request.text == request.base) {
        SaveResult nothing; // no edit, no write
        nothing.status = SaveResult::Status::Saved;
        return nothing;
    }
    return isPortable(request.method) ? portable::save(request) : posix::save(request);
}

QString createFile(const QString& path, const std::string& text, SaveMethod method) {
    const NewFile made = createNew(path, text, method);
    return made.exists ? storeText("There is such a file already; it was not touched.") : made.error;
}

CopyResult saveCopyBeside(const QString& path, const std::string& text, SaveMethod method) {
    const QFileInfo info(path);
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    for (int attempt = 1; attempt < 100; ++attempt) {
        const QString number = attempt == 1 ? QString() : QStringLiteral("-%1").arg(attempt);
        // Hugo publishes every .md file: the copy must not end in it.
        QString copy = QStringLiteral("%1/%2.mine-%3%4.txt")
                           .arg(info.absolutePath(), info.completeBaseName(), stamp, number);
        const NewFile made = createNew(copy, text, method);
        if (made.exists)
            continue;
        if (!made.error.isEmpty())
            return {{}, made.error};
        return {copy, {}};
    }
    return {{}, storeText("Every name for the copy is taken.")};
}

} // namespace catalog
