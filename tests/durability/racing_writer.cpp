// SPDX-License-Identifier: MIT
// racing_writer FOLDER ROUNDS: another process changes the file, by renaming over it and in place, at a
// random moment of each save. Each of its changes must afterwards be in the file, in what the save reported,
// or in a copy beside it; exit 1 when one is in none of them. A run in which no change fell into a save
// proves nothing: on a busy machine it goes on until enough did, and fails, saying so, where they never do.
#include "catalog/episodestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <thread>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
using Status = catalog::SaveResult::Status;

enum Kind { RenameOver, Truncate, OpenedBefore, Append, KindCount };

/// What both processes see.
struct Shared {
    std::atomic<int> round{0};        ///< set by the saver
    std::atomic<int> ready{0};        ///< set by the writer, which then waits for the time
    std::atomic<Clock::rep> start{0}; ///< set by the saver: when it begins
    std::atomic<int> done{0};         ///< set by the writer
    std::atomic<int> kind{0};
    std::atomic<int> delay{0}; ///< microseconds
};

void waitUntil(Clock::time_point time) {
    while (Clock::now() < time)
        ;
}

void write(int file, const std::string& text) {
    if (file < 0 || ::write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        std::perror("the other writer");
        std::_Exit(3);
    }
}

std::string theirs(int round) {
    return "theirs of round " + std::to_string(round) + ";";
}

void renameOver(const std::string& path, const std::string& text) {
    const std::string temporary = path + ".theirs";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    write(file, text);
    ::close(file);
    ::rename(temporary.c_str(), path.c_str());
}

void change(const std::string& path, const Shared& shared, int round, Clock::time_point when) {
    const int kind = shared.kind;
    if (kind == RenameOver) {
        waitUntil(when);
        renameOver(path, theirs(round));
        return;
    }
    const int flags = kind == Append ? O_APPEND : kind == Truncate ? O_TRUNC : 0;
    if (kind != OpenedBefore)
        waitUntil(when);
    const int file = ::open(path.c_str(), O_WRONLY | flags);
    waitUntil(when);
    if (kind == Append)
        std::this_thread::sleep_for(std::chrono::microseconds(shared.delay / 4));
    write(file, theirs(round));
    ::close(file);
}

[[noreturn]] void writer(const std::string& path, Shared& shared) {
    for (int round = 1;; ++round) {
        while (shared.round < round)
            std::this_thread::yield();
        if (shared.kind == KindCount)
            std::_Exit(0);
        shared.ready = round;
        while (shared.start == 0)
            ;
        const Clock::time_point start{Clock::duration(shared.start)};
        change(path, shared, round, start + std::chrono::microseconds(shared.delay));
        shared.done = round;
    }
}

std::string contentOf(const QString& path) {
    return catalog::readFile(path, 1024 * 1024).bytes;
}

struct Tally {
    int rounds = 0, saved = 0, changed = 0, whileSaving = 0, failed = 0, copies = 0, lost = 0;
};

/// Whether the other's change is to be found; removes what lies beside the file.
bool isKept(const QString& path, const catalog::SaveResult& result, const std::string& change, Tally& tally) {
    QDir folder = QFileInfo(path).dir();
    bool kept = contentOf(path).find(change) != std::string::npos ||
                result.diskText.find(change) != std::string::npos;
    for (const QString& name : folder.entryList({QStringLiteral(".*")}, QDir::Files | QDir::Hidden)) {
        kept = kept || contentOf(folder.filePath(name)).find(change) != std::string::npos;
        ++tally.copies;
        folder.remove(name);
    }
    return kept;
}

void count(const catalog::SaveResult& result, Tally& tally) {
    tally.saved += result.isSaved();
    tally.changed += result.status == Status::ChangedOnDisk;
    tally.whileSaving += result.message.contains(QLatin1String("while it was saved"));
    tally.failed += result.status == Status::Failed;
}

void race(const QString& path, int round, int duration, Shared& shared, Tally& tally) {
    const std::string base = "base of round " + std::to_string(round);
    const std::string ours = "ours of round " + std::to_string(round);
    renameOver(path.toStdString(), base);
    shared.start = 0;
    shared.round = round;
    while (shared.ready < round)
        std::this_thread::yield();
    const auto start = Clock::now() + std::chrono::microseconds(20);
    shared.start = start.time_since_epoch().count();
    waitUntil(start + std::chrono::microseconds(duration / 2));
    const auto result = catalog::saveFile({path, QFileInfo(path).absolutePath(), ours, base, false});
    while (shared.done < round)
        std::this_thread::yield();
    count(result, tally);
    const bool isOursThere = contentOf(path) == ours;
    if (!isKept(path, result, theirs(round), tally) || (isOursThere && !result.isSaved())) {
        ++tally.lost;
        std::printf("BROKEN: round %d, kind %d: %s\n", round, shared.kind.load(), qPrintable(result.message));
    }
}

/// How long a save takes here, in microseconds: the others' changes are spread over that time.
int durationOfSaves(const QString& path) {
    constexpr int saves = 50;
    const auto start = Clock::now();
    for (int i = 0; i < saves; ++i) {
        renameOver(path.toStdString(), "base");
        catalog::saveFile({path, QFileInfo(path).absolutePath(), "ours", "base", false});
    }
    return static_cast<int>(
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count() / saves);
}

/// Rounds until `rounds` are over and enough changes fell into a save; false: they did not, within bounds.
bool raceUntilMet(const QString& path, int rounds, int& duration, Shared& shared, Tally& tally) {
    constexpr int enough = 3;
    constexpr int mostRuns = 40;
    constexpr auto longest = std::chrono::minutes(3);
    std::mt19937 random(20240309);
    const auto until = Clock::now() + longest;
    for (int run = 0; run < mostRuns; ++run) {
        if (run > 0) // the machine has become another one meanwhile
            duration = durationOfSaves(path);
        for (int round = 0; round < rounds; ++round) {
            shared.kind = static_cast<int>(random() % KindCount);
            shared.delay = static_cast<int>(random() % static_cast<unsigned>(duration * 3 / 2 + 1));
            race(path, ++tally.rounds, duration, shared, tally);
            if (run > 0 && (tally.whileSaving >= enough || Clock::now() > until))
                return tally.whileSaving >= enough;
        }
        if (tally.whileSaving >= enough)
            return true;
    }
    return false;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc != 3)
        return 2;
    const QString path = QFileInfo(QString::fromUtf8(argv[1])).absoluteFilePath() + QLatin1String("/0001.md");
    const int rounds = std::atoi(argv[2]);
    void* memory = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    auto& shared = *new (memory) Shared;
    int duration = durationOfSaves(path);
    if (::fork() == 0)
        writer(path.toStdString(), shared);
    Tally tally;
    const bool isMet = raceUntilMet(path, rounds, duration, shared, tally);
    shared.kind = KindCount;
    shared.round = tally.rounds + 1;
    ::wait(nullptr);
    std::printf(
        "%d rounds against a racing writer (a save takes %d us): %d saved, %d found changed before and %d "
        "while saving, %d failed, %d copies beside, %d changes lost\n",
        tally.rounds, duration, tally.saved, tally.changed - tally.whileSaving, tally.whileSaving,
        tally.failed, tally.copies, tally.lost);
    if (!isMet)
        std::printf("PROVES NOTHING: the writer hardly ever met a save; the machine is too busy\n");
    return tally.lost == 0 && isMet ? 0 : 1;
}
