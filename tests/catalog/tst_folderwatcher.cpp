// SPDX-License-Identifier: MIT
#include "catalog/episodestore.h"
#include "catalog/folderwatcher.h"
#include "support/episodefixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using catalog::DiskAnswer;
using catalog::EpisodeId;
using catalog::FolderWatcher;

namespace {

/// A site that is watched; what was found is gathered, and taken as the window takes it.
struct Watched {
    Watched()
        : watcher(catalog) {}
    explicit Watched(const EpisodeFixture& site)
        : watcher(catalog) {
        begin(site);
    }
    void begin(const EpisodeFixture& site) {
        site.openIn(catalog);
        QObject::connect(&watcher, &FolderWatcher::found, &watcher,
                         [this](const DiskAnswer& answer) { take(answer); });
        watcher.watch({site.root()});
        settle();
    }
    void take(const DiskAnswer& answer) {
        ++reports;
        for (const auto& change : answer.changed) {
            changed += change.id.value;
            problems += change.problem;
            if (!change.newPath.isEmpty()) {
                catalog.setPath(change.id, change.newPath);
                renamed += change.newPath;
            }
            if (change.problem.isEmpty())
                QVERIFY(catalog.reload(change.id, change.bytes).hasValue());
        }
        for (const EpisodeId id : answer.missing)
            missing += id.value;
        for (const auto& episode : answer.added)
            added += episode.path();
        catalog.add(answer.added);
        git = answer.git;
        hasRegistry |= answer.registry.has_value();
        hasPolicy |= answer.isPolicyChanged;
    }
    /// Waits until nothing more is looked at.
    void settle() {
        QSignalSpy looked(&watcher, &FolderWatcher::looked);
        watcher.lookSoon();
        QTRY_VERIFY_WITH_TIMEOUT(looked.count() > 0 && !watcher.isBusy(), 30'000);
    }

    catalog::Catalog catalog;
    FolderWatcher watcher;
    int reports = 0;
    QList<int> changed, missing;
    QStringList problems, renamed, added;
    catalog::GitOperation git = catalog::GitOperation::None;
    bool hasRegistry = false, hasPolicy = false;
};

} // namespace

class TestFolderWatcher : public QObject {
    Q_OBJECT

    /// As another program writes it.
    static void writeTitle(const EpisodeFixture& site, int number, const QByteArray& title) {
        site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number).replace("Lanterns", title));
    }

    static constexpr int patience = 30'000;

private slots:
    /// Where the system watches no more, that is said once; looking (as when the window has the focus again)
    /// finds what others did.
    void withoutWatchesLookingIsLeft_data() {
        QTest::addColumn<bool>("watchesSome");
        QTest::newRow("none at all") << false;
        QTest::newRow("folders, but no files") << true;
    }
    void withoutWatchesLookingIsLeft() {
        QFETCH(bool, watchesSome);
        const EpisodeFixture site;
        Watched watched;
        QFileSystemWatcher some;
        watched.watcher.watchBy([watchesSome, &some](const QStringList& paths) {
            QStringList refused;
            for (const QString& path : paths)
                if (!watchesSome || QFileInfo(path).isFile() || !some.addPath(path))
                    refused += path;
            return refused;
        });
        QSignalSpy said(&watched.watcher, &FolderWatcher::cannotWatch);
        watched.begin(site);
        QCOMPARE(said.count(), 1);
        writeTitle(site, 2, "Wicks");
        QTest::qWait(700);
        QVERIFY(watched.changed.isEmpty()); // nobody told
        watched.settle();
        QTRY_COMPARE_WITH_TIMEOUT(watched.changed, QList<int>{1}, 30'000);
        writeTitle(site, 1, "Oil");
        watched.settle();
        QTRY_COMPARE_WITH_TIMEOUT(watched.changed, (QList<int>{1, 0}), 30'000);
        QCOMPARE(said.count(), 1);
        // Another catalogue is told of anew.
        watched.watcher.watch({site.root()});
        watched.settle();
        QCOMPARE(said.count(), 2);
    }

    void whatIsWrittenIsFound_data() {
        QTest::addColumn<bool>("isRename");
        QTest::newRow("into the file") << false;
        QTest::newRow("beside it, then renamed over it") << true;
    }
    void whatIsWrittenIsFound() {
        QFETCH(bool, isRename);
        const EpisodeFixture site;
        Watched watched(site);
        for (const QByteArray title : {"Wicks", "Oil"}) { // the second time the watch must still be there
            watched.changed.clear();
            const QByteArray bytes = EpisodeFixture::episode(2).replace("Lanterns, part 2", title);
            if (isRename) {
                site.write(QStringLiteral(".other"), bytes);
                QCOMPARE(::rename(site.absolute(QStringLiteral(".other")).toUtf8().constData(),
                                  site.absolute(EpisodeFixture::path(2)).toUtf8().constData()),
                         0);
            } else {
                site.write(EpisodeFixture::path(2), bytes);
            }
            QTRY_COMPARE_WITH_TIMEOUT(watched.changed, QList<int>{1}, patience);
            QCOMPARE(watched.catalog.episode({1}).summary().title, QString::fromUtf8(title));
        }
    }

    void ourOwnSavesAreNotReported() {
        const EpisodeFixture site;
        Watched watched(site);
        for (int i = 0; i < 5; ++i) {
            const auto& episode = watched.catalog.episode({0});
            const std::string base = episode.text();
            const auto document = episode.document();
            const auto edits = document->set({std::string("podcast_bytes")}, format::JsonValue::integer(i));
            QVERIFY(watched.catalog.apply({{0}, *edits}).hasValue());
            const auto saved =
                catalog::saveFile({episode.path(), watched.catalog.root(), episode.text(), base, false});
            QVERIFY(saved.isSaved());
            watched.catalog.markSaved({0}, episode.text());
        }
        watched.settle();
        QCOMPARE(watched.reports, 0);
    }

    void newDeletedAndRenamedFiles() {
        const EpisodeFixture site;
        Watched watched(site);
        site.write(EpisodeFixture::path(4), EpisodeFixture::episode(4));
        site.write(QStringLiteral("content/show/night-desk/.hidden.md"), EpisodeFixture::episode(5));
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(1))));
        QVERIFY(QFile::rename(site.absolute(EpisodeFixture::path(2)),
                              site.absolute(QStringLiteral("content/show/night-desk/two.md"))));
        QTRY_COMPARE_WITH_TIMEOUT(watched.missing, QList<int>{0}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(watched.added, QStringList{site.absolute(EpisodeFixture::path(4))},
                                  patience);
        QTRY_COMPARE_WITH_TIMEOUT(watched.renamed.size(), 1, patience);
        QCOMPARE(watched.catalog.relativePath({1}), QStringLiteral("content/show/night-desk/two.md"));
        QCOMPARE(watched.catalog.idOfPath(watched.renamed.first()), EpisodeId{1});
    }

    void aRenamedFileIsKnownByItsGuidToo() {
        const EpisodeFixture site;
        Watched watched(site);
        const QByteArray bytes = EpisodeFixture::episode(2).replace("Lanterns, part 2", "Wicks");
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(2))));
        site.write(QStringLiteral("content/show/night-desk/two.md"), bytes);
        QTRY_COMPARE_WITH_TIMEOUT(watched.renamed.size(), 1, patience);
        QCOMPARE(watched.changed, QList<int>{1});
        QVERIFY(watched.missing.isEmpty());
    }

    void aHalfWrittenFileIsWaitedFor() {
        const EpisodeFixture site;
        Watched watched(site);
        const QByteArray whole = EpisodeFixture::episode(1).replace("Lanterns, part 1", "Wicks");
        site.write(EpisodeFixture::path(1), whole.left(200));
        QSignalSpy looked(&watched.watcher, &FolderWatcher::looked);
        QTRY_VERIFY_WITH_TIMEOUT(looked.count() > 0, patience);
        site.write(EpisodeFixture::path(1), whole);
        QTRY_COMPARE_WITH_TIMEOUT(watched.changed, QList<int>{0}, patience);
        QCOMPARE(watched.problems, QStringList{QString()});
    }

    void aBrokenFileIsSaidInTheEnd() {
        const EpisodeFixture site;
        Watched watched(site);
        site.write(EpisodeFixture::path(1), "<<<<<<< HEAD\n" + EpisodeFixture::episode(1));
        QTRY_COMPARE_WITH_TIMEOUT(watched.problems.size(), 1, patience);
        QVERIFY2(watched.problems.first().contains(QLatin1String("conflict marker")),
                 qPrintable(watched.problems.first()));
    }

    void aCheckoutOfAThousandFilesIsFewReports() {
        const EpisodeFixture site;
        constexpr int many = 1'000;
        for (int i = 4; i <= many; ++i)
            site.write(EpisodeFixture::path(i), EpisodeFixture::episode(i));
        Watched watched(site);
        for (int i = 1; i <= many; ++i)
            site.write(EpisodeFixture::path(i), EpisodeFixture::episode(i).replace("Lanterns", "Lamps"));
        QTRY_COMPARE_WITH_TIMEOUT(watched.changed.size(), many, patience);
        QVERIFY2(watched.reports <= 5, qPrintable(QString::number(watched.reports)));
        for (int i = 0; i < many; ++i)
            QVERIFY(watched.catalog.episode({i}).summary().title.startsWith(QLatin1String("Lamps")));
    }

    /// Several watchers share them; the first and the last are noticed alike.
    void moreFilesThanOneWatcherTakes() {
        const EpisodeFixture site;
        constexpr int many = 1'600;
        for (int i = 4; i <= many; ++i)
            site.write(EpisodeFixture::path(i), EpisodeFixture::episode(i));
        Watched watched(site);
        for (const int number : {1, many, many / 2}) {
            watched.changed.clear();
            writeTitle(site, number, "Wicks");
            QTRY_COMPARE_WITH_TIMEOUT(watched.changed, QList<int>{number - 1}, patience);
        }
        watched.watcher.watch({site.root()}); // all anew
        watched.settle();
        watched.changed.clear();
        writeTitle(site, many, "Oil");
        QTRY_COMPARE_WITH_TIMEOUT(watched.changed, QList<int>{many - 1}, patience);
    }

    void peoplePolicyAndGitAreSeen() {
        const EpisodeFixture site;
        Watched watched(site);
        site.write(QStringLiteral("content/people/cleo.md"),
                   "---\ntitle: Cleo\ntype: guest\nusername: cleo\n---");
        QTRY_VERIFY_WITH_TIMEOUT(watched.hasRegistry, patience);
        site.write(QStringLiteral(".episode-desk.json"), "{\n}\n");
        QTRY_VERIFY_WITH_TIMEOUT(watched.hasPolicy, patience);
        QDir(site.root()).mkpath(QStringLiteral(".git/rebase-merge"));
        watched.watcher.lookSoon();
        QTRY_COMPARE_WITH_TIMEOUT(watched.git, catalog::GitOperation::Rebase, patience);
    }

    /// Our own renaming is no news, even where the disk is looked at in between.
    void ourOwnRenaming() {
        const EpisodeFixture site;
        Watched watched(site);
        const QString from = site.absolute(EpisodeFixture::path(3));
        const QString to = site.absolute(EpisodeFixture::path(4));
        const EpisodeId id = watched.catalog.idOfPath(from);
        QVERIFY(QFile::rename(from, to));
        watched.watcher.lookThoroughly(); // asks for the old name
        QThread::msleep(300);             // and has its answer
        watched.catalog.setPath(id, to);
        watched.settle();
        QCOMPARE(watched.reports, 0);
        QCOMPARE(watched.catalog.idOfPath(to), id);
        site.write(EpisodeFixture::path(4), EpisodeFixture::episode(3).replace("Lanterns", "Wicks"));
        QTRY_COMPARE_WITH_TIMEOUT(watched.changed, QList<int>{id.value}, patience); // it is still watched
        QVERIFY(watched.renamed.isEmpty() && watched.missing.isEmpty() && watched.added.isEmpty());
    }

    void gitOperations_data() {
        QTest::addColumn<QString>("sign");
        QTest::addColumn<catalog::GitOperation>("operation");
        using catalog::GitOperation;
        QTest::newRow("none") << QStringLiteral("HEAD") << GitOperation::None;
        QTest::newRow("merge") << QStringLiteral("MERGE_HEAD") << GitOperation::Merge;
        QTest::newRow("apply") << QStringLiteral("rebase-apply") << GitOperation::Rebase;
        QTest::newRow("cherry-pick") << QStringLiteral("CHERRY_PICK_HEAD") << GitOperation::CherryPick;
        QTest::newRow("revert") << QStringLiteral("REVERT_HEAD") << GitOperation::Revert;
    }
    void gitOperations() {
        QFETCH(QString, sign);
        QFETCH(catalog::GitOperation, operation);
        const EpisodeFixture site;
        QDir(site.root()).mkpath(QStringLiteral("elsewhere"));
        site.write(QStringLiteral("elsewhere/") + sign, "x");
        site.write(QStringLiteral(".git"), "gitdir: elsewhere\n"); // a second work tree
        const QString git = catalog::gitFolderOf(site.absolute(QStringLiteral("content/show")));
        QCOMPARE(git, site.absolute(QStringLiteral("elsewhere")));
        QCOMPARE(catalog::gitOperation(git), operation);
    }
};

QTEST_GUILESS_MAIN(TestFolderWatcher)
#include "tst_folderwatcher.moc"
