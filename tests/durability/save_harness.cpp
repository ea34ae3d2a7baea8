// SPDX-License-Identifier: MIT
// The saving core without a window, for the scripts beside it, which kill it, fail its calls and fill its
// disk.
//   save_harness save FILE --text-from FILE [--base-from FILE] [--root DIR] [--portable] [--consent] [--cut
//   MOUNT] save_harness create FILE --text-from FILE [--portable] save_harness sweep DIR [--discard]
//   save_harness cut MOUNT
//   save_harness move FOLDER --moves "a>b b>c", save_harness trash FILE, save_harness trashed FILE (and
//   brings it back)
// save and create print one line "saved|unconfirmed|failed|changed|deleted|consent: message"; --cut cuts the
// power of the file system at MOUNT as soon as the result is known.
#include "catalog/episodefiles.h"
#include "catalog/leftovers.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <cstdio>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

using Status = catalog::SaveResult::Status;

struct Outcome {
    Status status;
    const char* word;
    int exitCode;
};
constexpr std::array outcomes = {
    Outcome{Status::Saved, "saved", 0},
    Outcome{Status::Failed, "failed", 1},
    Outcome{Status::DurabilityNotConfirmed, "unconfirmed", 3},
    Outcome{Status::ChangedOnDisk, "changed", 4},
    Outcome{Status::Deleted, "deleted", 5},
    Outcome{Status::NeedsConsent, "consent", 6},
};

/// The file system stops at once, as by a power cut: what is not on the disk is gone.
int cutPower(const QString& mount) {
    constexpr unsigned long shutdown = _IOR('X', 125, unsigned);
    unsigned withoutFlushing = 2;
    const int folder = ::open(mount.toUtf8().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return folder >= 0 && ::ioctl(folder, shutdown, &withoutFlushing) == 0 ? 0 : 1;
}

int print(const catalog::SaveResult& result) {
    for (const Outcome& outcome : outcomes)
        if (outcome.status == result.status) {
            std::printf("%s: %s\n", outcome.word, qPrintable(result.message));
            return outcome.exitCode;
        }
    return 2;
}

std::string contentOf(const QString& path) {
    const catalog::ReadResult read = catalog::readFile(path, 64 * 1024 * 1024);
    if (!read.error.isEmpty())
        qFatal("%s: %s", qPrintable(path), qPrintable(read.error));
    return read.bytes;
}

/// Tells the system calls of the save from those of starting and ending.
void mark(const char* path) {
    [[maybe_unused]] const int ignored = ::access(path, F_OK);
}

int save(const QCommandLineParser& parser, const QString& file, catalog::SaveMethod method) {
    catalog::SaveRequest request;
    request.path = file;
    request.root = parser.isSet(QStringLiteral("root")) ? parser.value(QStringLiteral("root"))
                                                        : QFileInfo(file).absolutePath();
    request.text = contentOf(parser.value(QStringLiteral("text-from")));
    request.base = contentOf(
        parser.isSet(QStringLiteral("base-from")) ? parser.value(QStringLiteral("base-from")) : file);
    request.hasConsent = parser.isSet(QStringLiteral("consent"));
    request.method = method;
    mark("/save-begins");
    const catalog::SaveResult result = catalog::saveFile(request);
    mark("/save-ends");
    if (parser.isSet(QStringLiteral("cut")) && cutPower(parser.value(QStringLiteral("cut"))) != 0)
        return 2;
    return print(result);
}

int create(const QCommandLineParser& parser, const QString& file, catalog::SaveMethod method) {
    const std::string text = contentOf(parser.value(QStringLiteral("text-from")));
    mark("/save-begins");
    catalog::SaveResult result;
    result.message = catalog::createFile(file, text, method);
    mark("/save-ends");
    result.status = result.message.isEmpty() ? Status::Saved : Status::Failed;
    return print(result);
}

#ifdef EPISODE_DESK_MOVES
int print(const catalog::FileChange& change) {
    using Change = catalog::FileChange::Status;
    const bool isConfirmed = change.status == Change::Done;
    std::printf("%s: %s\n",
                !change.isDone() ? "failed"
                : isConfirmed    ? "saved"
                                 : "unconfirmed",
                qPrintable(change.message));
    return !change.isDone() ? 1 : isConfirmed ? 0 : 3;
}

int move(const QCommandLineParser& parser, const QString& folder) {
    std::vector<catalog::FileMove> moves;
    for (const QString& one : parser.value(QStringLiteral("moves")).split(QLatin1Char(' ')))
        moves.push_back({folder + QLatin1Char('/') + one.section(QLatin1Char('>'), 0, 0),
                         folder + QLatin1Char('/') + one.section(QLatin1Char('>'), 1)});
    mark("/save-begins");
    const catalog::FileChange change = catalog::moveFiles(moves);
    mark("/save-ends");
    return print(change);
}

/// To the trash, and back where that is asked for.
int trash(const QString& file, bool andBack) {
    mark("/save-begins");
    const catalog::TrashedFile trashed = catalog::trashFile(file);
    const catalog::FileChange back = andBack && trashed.error.isEmpty()
                                         ? catalog::restoreFile(trashed)
                                         : catalog::FileChange{catalog::FileChange::Status::Done, {}};
    mark("/save-ends");
    return trashed.error.isEmpty() ? print(back)
                                   : print({catalog::FileChange::Status::Failed, trashed.error});
}
#endif

int sweep(const QCommandLineParser& parser, const QString& folder) {
    const catalog::Sweep found = catalog::sweepLeftovers(folder);
    std::printf("deleted %d\n", found.deletedCount);
    for (const catalog::Leftover& leftover : found.leftovers) {
        std::printf("leftover %s %s\n", leftover.isOlderThanFile ? "older" : "newer",
                    qPrintable(leftover.path));
        if (!parser.isSet(QStringLiteral("discard")))
            continue;
        if (const QString error = catalog::discardLeftover(leftover); !error.isEmpty())
            std::printf("not discarded: %s\n", qPrintable(error));
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    for (const char* name : {"text-from", "base-from", "root", "cut", "moves"})
        parser.addOption({QLatin1String(name), QString(), QStringLiteral("value")});
    for (const char* name : {"portable", "consent", "discard"})
        parser.addOption(QCommandLineOption(QLatin1String(name)));
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() != 2)
        return 2;
    const auto method =
        parser.isSet(QStringLiteral("portable")) ? catalog::SaveMethod::Portable : catalog::SaveMethod::Best;
    const QString& command = arguments[0];
    if (command == QLatin1String("save"))
        return save(parser, arguments[1], method);
    if (command == QLatin1String("create"))
        return create(parser, arguments[1], method);
    if (command == QLatin1String("sweep"))
        return sweep(parser, arguments[1]);
#ifdef EPISODE_DESK_MOVES
    if (command == QLatin1String("move"))
        return move(parser, arguments[1]);
    if (command.startsWith(QLatin1String("trash")))
        return trash(arguments[1], command == QLatin1String("trashed"));
#endif
    return command == QLatin1String("cut") ? cutPower(arguments[1]) : 2;
}
