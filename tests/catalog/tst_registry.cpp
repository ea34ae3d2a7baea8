// SPDX-License-Identifier: MIT
#include "catalog/registry.h"

#include "support/episodefixture.h"

#include <QTest>

class TestRegistry : public QObject {
    Q_OBJECT

private slots:
    void readsPeopleAndShows() {
        const EpisodeFixture site;
        site.write(QStringLiteral("content/show/night-desk/_index.md"),
                   "+++\ntitle = \"Night Desk\"\nhosts = [\n  \"ada\",\n  'ben',\n]\n"
                   "header_image = \"/images/shows/night-desk.png\"\n[links.feed]\ntitle = \"Feed\"\n+++\n");
        const auto registry = catalog::Registry::read(site.absolute(QStringLiteral("content")));
        QVERIFY(registry.knowsPeople);
        QVERIFY(!registry.knowsSponsors); // there is no such folder: nothing is unknown because of it
        QCOMPARE(registry.people.size(), 2);
        QCOMPARE(registry.people.value(QStringLiteral("ada")).name, QStringLiteral("Ada Quill"));
        QVERIFY(registry.people.value(QStringLiteral("ada")).isHost);
        QVERIFY(!registry.people.value(QStringLiteral("ben")).isHost);
        const auto show = registry.shows.value(QStringLiteral("night-desk"));
        QCOMPARE(show.name, QStringLiteral("Night Desk"));
        QCOMPARE(show.hosts, (QStringList{QStringLiteral("ada"), QStringLiteral("ben")}));
        QCOMPARE(show.headerImage, QStringLiteral("/images/shows/night-desk.png"));
    }

    void findsTheContentFolder_data() {
        QTest::addColumn<QString>("below");
        for (const char* below : {"", "/content", "/content/show", "/content/show/night-desk",
                                  "/content/show/night-desk/0001.md"})
            QTest::newRow(qPrintable(QStringLiteral("opened ") + QLatin1String(below)))
                << QString::fromLatin1(below);
    }
    void findsTheContentFolder() {
        QFETCH(QString, below);
        const EpisodeFixture site;
        QCOMPARE(catalog::contentFolderOf(site.root() + below), site.root() + QStringLiteral("/content"));
    }
    void aFolderWithoutContentHasNone() {
        const QTemporaryDir folder;
        QCOMPARE(catalog::contentFolderOf(folder.path()), QString());
        QVERIFY(!catalog::Registry::read({}).knowsPeople);
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
