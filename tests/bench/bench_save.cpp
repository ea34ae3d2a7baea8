// SPDX-License-Identifier: MIT
// bench_save FOLDER [COUNT]: the saving protocol beside QSaveFile, on COUNT (2,000) files of 4.8 KB that are
// made in FOLDER and removed again: one after the other, and all of them as the program saves many.
#include "bench/rounds.h"
#include "catalog/savemany.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr int rounds = 5;
constexpr std::size_t few = 40;

void syncFolder(const QString& folder) {
    const int handle = ::open(folder.toLocal8Bit().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0 || ::fsync(handle) != 0)
        std::exit(1);
    ::close(handle);
}

void saveByQt(const QString& path, const std::string& text, const QString& folder = {}) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 ||
        !file.commit())
        std::exit(1);
    if (!folder.isEmpty())
        syncFolder(folder);
}

/// What stands in a file after so many saves.
std::string textAfter(int saves) {
    return std::string(4800, 'a') + std::to_string(saves) + "\n";
}

/// The same number of files in a folder of its own, each with the number of its saves.
struct Files {
    Files(const QString& folder, std::size_t count)
        : root(folder)
        , saves(count, 0) {
        QDir().mkpath(root);
        for (std::size_t i = 0; i < count; ++i)
            saveByQt(path(i), textAfter(0));
    }
    QString path(std::size_t file) const {
        return root + QStringLiteral("/%1.md").arg(file, 5, 10, QLatin1Char('0'));
    }
    void save(std::size_t most) {
        for (std::size_t i = 0; i < std::min(most, saves.size()); ++i)
            check(catalog::saveFile(request(i)));
    }
    void saveSideBySide() {
        std::vector<catalog::SaveRequest> requests;
        for (std::size_t i = 0; i < saves.size(); ++i)
            requests.push_back(request(i));
        for (const auto& result : catalog::saveMany(requests))
            check(result);
    }
    catalog::SaveRequest request(std::size_t file) {
        const int before = saves[file]++;
        return {path(file), root, textAfter(before + 1), textAfter(before)};
    }
    static void check(const catalog::SaveResult& result) {
        if (result.status != catalog::SaveResult::Status::Saved) {
            std::fprintf(stderr, "%s\n", qPrintable(result.message));
            std::exit(1);
        }
    }
    void saveByQSaveFile(std::size_t most, bool isFolderSynced) {
        for (std::size_t i = 0; i < std::min(most, saves.size()); ++i)
            saveByQt(path(i), textAfter(++saves[i]), isFolderSynced ? root : QString());
    }
    QString root;
    std::vector<int> saves;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: bench_save FOLDER [COUNT]\n", stderr);
        return 2;
    }
    const QTemporaryDir folder(QString::fromLocal8Bit(argv[1]) + QStringLiteral("/bench-save"));
    const auto count = static_cast<std::size_t>(argc > 2 ? std::atoi(argv[2]) : 2000);
    Files ours(folder.filePath(QStringLiteral("ours")), count);
    Files theirs(folder.filePath(QStringLiteral("qt")), count);
    Rounds all;
    all.add("save many, QSaveFile", [&] { theirs.saveByQSaveFile(count, false); });
    all.add("save many", [&] { ours.saveSideBySide(); });
    all.add("save few, QSaveFile and folder", [&] { theirs.saveByQSaveFile(few, true); });
    all.add("save few", [&] { ours.save(few); });
    all.run(rounds);
    all.print();
    return 0;
}
