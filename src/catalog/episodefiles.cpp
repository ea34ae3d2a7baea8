// SPDX-License-Identifier: MIT
#include "catalog/episodefiles.h"

#include "catalog/leftovers.h"
#include "catalog/movemethods.h"
#include "catalog/savemethods.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace catalog {

namespace {

using Status = FileChange::Status;

/// The calls of one way.
struct Calls {
    Renamed (*renameNew)(const QString& from, const QString& to);
    bool (*exchange)(const QString& one, const QString& other);
    QString (*syncFolder)(const QString& path);
    TrashedFile (*moveToTrash)(const QString& path);
};

Calls callsOf(SaveMethod method) {
#ifdef EPISODE_DESK_POSIX_SAVING
    if (method != SaveMethod::Portable)
        return {posix::renameNew, posix::exchange, posix::syncFolder, posix::moveToTrash};
#endif
    Q_UNUSED(method)
    return {portable::renameNew, portable::exchange, portable::syncFolder, portable::moveToTrash};
}

QString shown(const QString& path) {
    return QDir::toNativeSeparators(path);
}

FileChange failed(const QString& message) {
    return {Status::Failed, message};
}

FileChange confirmed(const Calls& calls, const QStringList& folders) {
    for (const QString& folder : folders)
        if (const QString why = calls.syncFolder(folder); !why.isEmpty())
            return {Status::NotConfirmed,
                    storeText("The names were changed, but the disk did not confirm that they will survive a "
                              "power cut. %1")
                        .arg(why)};
    return {Status::Done, {}};
}

bool isThere(const QString& path) {
    return QFileInfo::exists(path) || QFileInfo(path).isSymLink();
}

QString takenWords(const QString& path) {
    return storeText("There is a file %1 already; no file was renamed.").arg(shown(path));
}

/// One run: plain moves first, each to a name that is free by then, then what goes round. What was done is
/// kept, to be taken back.
class Moving {
public:
    Moving(const std::vector<FileMove>& moves, const Calls& calls)
        : m_calls(calls) {
        for (const FileMove& move : moves)
            if (move.from != move.to)
                m_pending.push_back(move);
    }

    FileChange run() {
        if (QString why = whyNot(); !why.isEmpty())
            return failed(why);
        for (const FileMove& move : m_pending)
            m_folders.insert(move.from);
        while (!m_pending.empty())
            if (const QString why = moveFree() ? m_why : goRound(); !why.isEmpty())
                return failed(why + takeBack());
        return confirmed(m_calls, oneOfEachFolder());
    }

private:
    struct Step {
        QString from, to;
        bool isExchange = false;
    };

    QString whyNot() const;
    QString rename(const QString& from, const QString& to);
    bool moveFree();
    QString goRound();
    QString takeBack();
    QStringList oneOfEachFolder() const;

    Calls m_calls;
    std::vector<FileMove> m_pending;
    std::vector<Step> m_done;
    QSet<QString> m_folders;
    QString m_why;
};

QString Moving::whyNot() const {
    QSet<QString> sources;
    QSet<QString> targets;
    for (const FileMove& move : m_pending)
        sources.insert(move.from);
    for (const FileMove& move : m_pending) {
        if (targets.contains(move.to))
            return storeText("Two files cannot both be called %1; no file was renamed.").arg(shown(move.to));
        targets.insert(move.to);
        if (!isThere(move.from))
            return storeText("%1 is no longer there; no file was renamed.").arg(shown(move.from));
        if (!sources.contains(move.to) && isThere(move.to))
            return takenWords(move.to);
    }
    return {};
}

QString Moving::rename(const QString& from, const QString& to) {
    const Renamed renamed = m_calls.renameNew(from, to);
    if (renamed.isTaken)
        return takenWords(to);
    if (!renamed.isDone())
        return storeText("%1 was not renamed. %2").arg(shown(from), renamed.error);
    m_done.push_back({from, to});
    return {};
}

/// Every move whose new name is free; false where none is.
bool Moving::moveFree() {
    QSet<QString> sources;
    for (const FileMove& move : m_pending)
        sources.insert(move.from);
    std::vector<FileMove> blocked;
    for (const FileMove& move : m_pending) {
        if (sources.contains(move.to) || !m_why.isEmpty()) {
            blocked.push_back(move);
            continue;
        }
        m_why = rename(move.from, move.to);
        sources.remove(move.from); // the next one may go there
    }
    const bool isAny = blocked.size() < m_pending.size();
    m_pending = std::move(blocked);
    return isAny;
}

/// All are blocked by each other: the first one changes names with the file in its place. Without such an
/// exchange it steps aside under a dotted name, which no site publishes.
QString Moving::goRound() {
    const FileMove move = m_pending.front();
    const QFileInfo file(move.from);
    if (m_calls.exchange(move.from, move.to)) {
        m_done.push_back({move.from, move.to, true});
        m_pending.erase(m_pending.begin());
        for (FileMove& other : m_pending)
            if (other.from == move.to)
                other.from = move.from; // there it is now
        m_pending.erase(std::remove_if(m_pending.begin(), m_pending.end(),
                                       [](const FileMove& one) { return one.from == one.to; }),
                        m_pending.end());
        return {};
    }
    const QString aside = file.absolutePath() + QLatin1Char('/') +
                          QFile::decodeName(temporaryName(QFile::encodeName(file.fileName())));
    m_pending.front().from = aside;
    return rename(move.from, aside);
}

/// What was done goes back; a sentence on what cannot.
QString Moving::takeBack() {
    QStringList left;
    for (auto step = m_done.rbegin(); step != m_done.rend(); ++step) {
        const bool isBack = step->isExchange ? m_calls.exchange(step->from, step->to)
                                             : m_calls.renameNew(step->to, step->from).isDone();
        if (!isBack)
            left += storeText("%1 is called %2 now").arg(shown(step->from), QFileInfo(step->to).fileName());
    }
    for (const QString& folder : oneOfEachFolder())
        (void)m_calls.syncFolder(folder);
    return left.isEmpty()
               ? QString()
               : QLatin1Char(' ') +
                     storeText("Not all could be taken back: %1.").arg(left.join(QLatin1String(", ")));
}

QStringList Moving::oneOfEachFolder() const {
    QHash<QString, QString> files;
    for (const QString& file : m_folders)
        files.insert(QFileInfo(file).absolutePath(), file);
    return files.values();
}

FileChange restoredAnew(const TrashedFile& file, SaveMethod method) {
    const QString error = file.bytes.size() < limits::comparedBytes
                              ? createFile(file.path, file.bytes, method)
                              : storeText("It is no longer in the trash.");
    if (!error.isEmpty())
        return failed(storeText("%1 was not brought back. %2").arg(shown(file.path), error));
    return {Status::Done,
            storeText("%1 is no longer in the trash; it was written anew.").arg(shown(file.path))};
}

} // namespace

std::vector<FileMove> reversed(const std::vector<FileMove>& moves) {
    std::vector<FileMove> back;
    for (auto move = moves.rbegin(); move != moves.rend(); ++move)
        back.push_back({move->to, move->from});
    return back;
}

FileChange moveFiles(const std::vector<FileMove>& moves, SaveMethod method) {
    return Moving(moves, callsOf(method)).run();
}

TrashedFile trashFile(const QString& path, SaveMethod method) {
    const ReadResult read = readFile(path, limits::comparedBytes, method);
    if (!read.error.isEmpty())
        return {path, {}, {}, {}, storeText("%1 was not deleted. %2").arg(shown(path), read.error)};
    const Calls calls = callsOf(method);
    TrashedFile file = calls.moveToTrash(path);
    file.bytes = read.bytes;
    if (!file.error.isEmpty())
        file.error = storeText("%1 was not deleted. %2").arg(shown(path), file.error);
    else
        (void)calls.syncFolder(path); // a power cut may bring it back, which loses nothing
    return file;
}

FileChange restoreFile(const TrashedFile& file, SaveMethod method) {
    const Calls calls = callsOf(method);
    const Renamed renamed = calls.renameNew(file.trashed, file.path);
    if (renamed.isGone)
        return restoredAnew(file, method);
    if (renamed.isTaken)
        return failed(
            storeText("%1 was not brought back: there is such a file again. The deleted one stays in "
                      "the trash.")
                .arg(shown(file.path)));
    if (!renamed.isDone())
        return failed(
            storeText("%1 was not brought back from the trash. %2").arg(shown(file.path), renamed.error));
    if (!file.infoFile.isEmpty())
        QFile::remove(file.infoFile);
    return confirmed(calls, {file.path});
}

} // namespace catalog
