// SPDX-License-Identifier: MIT
#include "catalog/folderloader.h"

#include "catalog/catalog.h"
#include "catalog/search/searchindex.h"
#include "support/episodefixture.h"
#include "support/realcatalog.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <sys/stat.h>

#include <algorithm>
#include <utility>

using catalog::FolderLoader;
using catalog::listEpisodeFiles;

class TestFolderLoader : public QObject {
    Q_OBJECT

private slots:
    void everyWayToOpenFindsTheEpisodes_data() {
        QTest::addColumn<QString>("below");
        QTest::newRow("site root") << QString();
        QTest::newRow("content") << QStringLiteral("/content");
        QTest::newRow("content/show") << QStringLiteral("/content/show");
        QTest::newRow("one show") << QStringLiteral("/content/show/night-desk");
    }
    void everyWayToOpenFindsTheEpisodes() {
        QFETCH(QString, below);
        const EpisodeFixture site;
        const auto batch = FolderLoader::loadAll(listEpisodeFiles({site.root() + below}));
        QCOMPARE(batch.episodes.size(), std::size_t(3));
        QCOMPARE(batch.otherPages, 1); // _index.md
        QCOMPARE(batch.episodes[0].summary().title, QStringLiteral("Lanterns, part 1"));
    }

    void aSingleFileOpensWhateverItsEnding() {
        const EpisodeFixture site;
        site.write(QStringLiteral("draft.txt"), EpisodeFixture::episode(7));
        const auto batch =
            FolderLoader::loadAll(listEpisodeFiles({site.absolute(QStringLiteral("draft.txt"))}));
        QCOMPARE(batch.episodes.size(), std::size_t(1));
        QVERIFY(!batch.episodes[0].isReadOnly());
        QCOMPARE(batch.episodes[0].text(), EpisodeFixture::episode(7).toStdString());
    }

    /// What searches look at is made while a window's files are loaded; a command reads each text once, which
    /// is not worth it.
    void onlyAWindowSearches() {
        const EpisodeFixture site;
        const auto listing = listEpisodeFiles({site.root()});
        for (const auto& episode : FolderLoader::loadAll(listing).episodes)
            QVERIFY(episode.madeSearchText());
        catalog::Catalog once;
        once.add(FolderLoader::loadAll(listing, FolderLoader::For::CommandLine).episodes);
        const catalog::SearchIndex index(once, catalog::SearchIndex::Asks::Once);
        QVERIFY(index.matches({0}, catalog::SearchQuery(QStringLiteral("lanterns"))));
        QVERIFY(!index.matches({0}, catalog::SearchQuery(QStringLiteral("la -lanterns"))));
        QVERIFY(!once.episode({0}).madeSearchText());
    }

    void aMissingPathIsAnError() {
        QVERIFY(!listEpisodeFiles({QStringLiteral("/nowhere/at/all")}).error.isEmpty());
    }

    void brokenFilesAreListedWithTheirPlace() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(4), "{\n  \"title\": \"x\",\n}\n");
        const auto batch = FolderLoader::loadAll(listEpisodeFiles({site.root()}));
        QCOMPARE(batch.episodes.size(), std::size_t(4));
        const auto& broken = batch.episodes.back();
        QVERIFY(broken.isRefused());
        QVERIFY2(broken.reason().startsWith(QLatin1String("line 3, column 1:")) ||
                     broken.reason().startsWith(QLatin1String("line 2, column 15:")),
                 qPrintable(broken.reason()));
        QCOMPARE(broken.summary().show, QStringLiteral("night-desk"));
    }

    void whatIsNoFileIsSkippedAndListed() {
        const EpisodeFixture site;
        const QString pipe = site.absolute(QStringLiteral("content/show/night-desk/pipe.md"));
        QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
        QVERIFY(QDir().mkpath(site.absolute(QStringLiteral("content/show/night-desk/folder.md"))));
        QVERIFY(QFile::link(QStringLiteral("nowhere.md"),
                            site.absolute(QStringLiteral("content/show/night-desk/dangling.md"))));
        const auto batch = FolderLoader::loadAll(listEpisodeFiles({site.root()}));
        QCOMPARE(batch.episodes.size(), std::size_t(3));
        QCOMPARE(batch.skipped.size(), std::size_t(3));
        for (const auto& skipped : batch.skipped)
            QVERIFY(!skipped.reason.isEmpty());
    }

    void linksThatLoopEnd() {
        const EpisodeFixture site;
        QVERIFY(QFile::link(site.absolute(QStringLiteral("content/show")),
                            site.absolute(QStringLiteral("content/show/night-desk/again"))));
        QCOMPARE(FolderLoader::loadAll(listEpisodeFiles({site.root()})).episodes.size(), std::size_t(3));
    }

    void aFileLinkedFromOutsideIsReadOnly() {
        const EpisodeFixture site, elsewhere;
        QVERIFY(QFile::link(elsewhere.absolute(EpisodeFixture::path(1)),
                            site.absolute(QStringLiteral("content/show/night-desk/0009.md"))));
        const auto batch = FolderLoader::loadAll(listEpisodeFiles({site.root()}));
        QCOMPARE(batch.episodes.size(), std::size_t(4));
        QVERIFY(batch.episodes.back().isReadOnly());
        QVERIFY(!batch.episodes.back().readOnlyReason().isEmpty());
    }

    void loadsOffTheThreadInOrder() {
        const EpisodeFixture site;
        FolderLoader loader;
        QStringList titles;
        QStringList order;
        connect(&loader, &FolderLoader::listed, this, [&] { order += QStringLiteral("listed"); });
        connect(&loader, &FolderLoader::registryRead, this, [&](const catalog::Registry& registry) {
            order += QStringLiteral("registry");
            QVERIFY(registry.people.contains(QStringLiteral("ada")));
        });
        connect(&loader, &FolderLoader::batchLoaded, this, [&](const catalog::LoadBatch& batch) {
            order += QStringLiteral("batch");
            for (const auto& episode : batch.episodes)
                titles += episode.summary().title;
            QCOMPARE(batch.done, batch.total);
        });
        QSignalSpy finished(&loader, &FolderLoader::finished);
        loader.start({site.root()});
        QVERIFY(loader.isRunning());
        QVERIFY(finished.wait(10'000));
        QVERIFY(!finished[0][0].toBool());
        QCOMPARE(order, (QStringList{QStringLiteral("listed"), QStringLiteral("registry"),
                                     QStringLiteral("batch")}));
        QCOMPARE(titles.size(), 3);
        QVERIFY(!loader.isRunning());
    }

    void cancellingStopsAndSaysSo() {
        const EpisodeFixture site;
        for (int number = 10; number < 600; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number));
        FolderLoader loader;
        int loaded = 0;
        connect(&loader, &FolderLoader::batchLoaded, this, [&](const catalog::LoadBatch& batch) {
            loaded += static_cast<int>(batch.episodes.size());
            loader.cancel();
        });
        QSignalSpy finished(&loader, &FolderLoader::finished);
        loader.start({site.root()});
        QVERIFY(finished.wait(20'000));
        QVERIFY(loaded > 0);
    }

    /// Batches that are ready together are told in turns: what else is due comes between them.
    void batchesComeInTurns() {
        const EpisodeFixture site;
        for (int number = 10; number < 600; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number));
        FolderLoader loader;
        int batches = 0, turns = 0, batchesInTurn = 0, most = 0;
        QTimer turn;
        connect(&turn, &QTimer::timeout, this, [&] {
            ++turns;
            batchesInTurn = 0;
        });
        turn.start(0);
        connect(&loader, &FolderLoader::batchLoaded, this, [&] {
            ++batches;
            most = std::max(most, ++batchesInTurn);
            QThread::msleep(20); // as a window that has much to do
        });
        QSignalSpy finished(&loader, &FolderLoader::finished);
        loader.start({site.root()});
        QThread::msleep(200); // all of them are waiting
        QVERIFY(finished.wait(20'000));
        QVERIFY(batches > 3);
        QCOMPARE(most, 1);
        QVERIFY(turns >= batches);
    }

    /// What the one before had still to tell is not taken for the new one's.
    void anotherFolderFromWithinABatch() {
        const EpisodeFixture many, few;
        for (int number = 10; number < 600; ++number)
            many.write(EpisodeFixture::path(number), EpisodeFixture::episode(number));
        FolderLoader loader;
        int loaded = 0;
        bool isOther = false;
        connect(&loader, &FolderLoader::batchLoaded, this, [&](const catalog::LoadBatch& batch) {
            loaded += static_cast<int>(batch.episodes.size());
            if (std::exchange(isOther, true))
                return;
            loaded = 0;
            loader.start({few.root()});
        });
        QSignalSpy finished(&loader, &FolderLoader::finished);
        loader.start({many.root()});
        QThread::msleep(200);
        QVERIFY(finished.wait(20'000));
        QCOMPARE(loaded, 3);
        QCOMPARE(finished.size(), 1);
    }

    void theRealCatalogueOpensWhole() {
        if (realCatalog().isEmpty())
            QSKIP("no real catalogue: set EPISODE_DESK_CATALOG");
        const auto batch = FolderLoader::loadAll(listEpisodeFiles({realCatalog()}));
        QVERIFY(batch.episodes.size() > 100);
        for (const auto& episode : batch.episodes)
            QVERIFY2(!episode.isRefused(), qPrintable(episode.path() + episode.reason()));
        QVERIFY(batch.skipped.empty());
    }
};

QTEST_GUILESS_MAIN(TestFolderLoader)
#include "tst_folderloader.moc"
