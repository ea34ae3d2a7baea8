// SPDX-License-Identifier: MIT
// What the main work costs beside reading the bytes alone: opening, a keystroke in the search box, one edit,
// checking. Usage: bench_catalog [FOLDER]   Medians of interleaved rounds; only the ratios of one run can be
// compared.

#include "catalog/catalog.h"
#include "catalog/episodestore.h"
#include "catalog/folderloader.h"
#include "catalog/validator.h"
#include "models/editsession.h"
#include "models/episodetablemodel.h"
#include "support/realcatalog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <malloc.h>
#include <vector>

namespace {

constexpr int rounds = 9;

struct Task {
    const char* name;
    std::function<void()> run;
    std::vector<double> milliseconds = {};

    double median() {
        std::sort(milliseconds.begin(), milliseconds.end());
        return milliseconds[milliseconds.size() / 2];
    }
};

void measure(std::vector<Task>& tasks) {
    for (int round = 0; round < rounds; ++round)
        for (Task& task : tasks) {
            QElapsedTimer timer;
            timer.start();
            task.run();
            task.milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
}

std::size_t heapInUse() {
    return mallinfo2().uordblks + mallinfo2().hblkhd;
}

struct Opened {
    explicit Opened(const catalog::FolderListing& listing) {
        auto batch = catalog::FolderLoader::loadAll(listing);
        catalog.setRoot(listing.root);
        catalog.setRegistry(catalog::Registry::read(catalog::contentFolderOf(listing.root)));
        catalog.add(std::move(batch.episodes));
    }
    catalog::Catalog catalog;
};

void searchFor(models::EpisodeTableModel& table, const QString& words) {
    models::EpisodeFilter filter;
    filter.query = catalog::SearchQuery(words);
    table.setFilter(filter);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : realCatalog();
    if (folder.isEmpty()) {
        std::puts("No catalogue: name a folder or set EPISODE_DESK_CATALOG.");
        return 0;
    }
    const auto listing = catalog::listEpisodeFiles({folder});
    const std::size_t heapBefore = heapInUse();
    Opened opened(listing);
    const std::size_t heapOpened = heapInUse() - heapBefore;
    const int episodes = std::max(opened.catalog.size(), 1);
    catalog::Validator validator(opened.catalog);
    models::EditSession session(opened.catalog);
    models::EpisodeTableModel table(opened.catalog, validator);
    table.refresh();
    searchFor(table, QStringLiteral("warm")); // the index is folded at the first search
    const std::size_t heapSearchable = heapInUse() - heapBefore;
    std::vector<QString> texts;
    for (int i = 0; i < opened.catalog.size(); ++i)
        texts.push_back(QString::fromStdString(opened.catalog.episode({i}).text()));

    std::size_t sink = 0;
    int typed = 0;
    std::vector<Task> tasks;
    tasks.push_back({"read the bytes alone, one thread", [&] {
                         for (const QString& file : listing.files)
                             sink += catalog::readFile(file, format::Document::maximumSize).bytes.size();
                     }});
    tasks.push_back({"list and open the catalogue", [&] {
                         sink += static_cast<std::size_t>(
                             Opened(catalog::listEpisodeFiles({folder})).catalog.size());
                     }});
    tasks.push_back({"check every episode", [&] { sink += catalog::checkAll(opened.catalog).size(); }});
    tasks.push_back({"QString::contains over every text, case-insensitive", [&] {
                         for (const QString& text : texts)
                             sink += text.contains(QLatin1String("linux"), Qt::CaseInsensitive) ? 1 : 0;
                     }});
    tasks.push_back({"keystroke in the search box: filtered, sorted rows",
                     [&] { searchFor(table, QStringLiteral("linux")); }});
    tasks.push_back({"one edit with its checks and undo step", [&] {
                         session.setValue({0}, {std::string("title")},
                                          format::JsonValue::string("Typed " + std::to_string(++typed)));
                     }});
    measure(tasks);

    std::printf("%d episodes, %d rounds, median of each; ratios of this run only\n", opened.catalog.size(),
                rounds);
    const double floor = tasks.front().median();
    for (Task& task : tasks)
        std::printf("%-52s %9.3f ms  %8.3f x reading\n", task.name, task.median(), task.median() / floor);
    std::printf("%-52s %9.3f x\n", "check all / open all", tasks[2].median() / tasks[1].median());
    std::printf("%-52s %9.3f x\n", "keystroke / QString::contains", tasks[4].median() / tasks[3].median());
    std::printf("%-52s %9.1f KB an episode\n", "memory, opened",
                static_cast<double>(heapOpened) / 1024 / episodes);
    std::printf("%-52s %9.1f KB an episode\n", "memory, opened and searchable",
                static_cast<double>(heapSearchable) / 1024 / episodes);
    return sink == 0 ? 1 : 0;
}
