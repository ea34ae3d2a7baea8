// SPDX-License-Identifier: MIT
#include "support/clirun.h"
#include "support/episodefixture.h"
#include "support/feedfixture.h"
#include "support/httpserver.h"

#include <QTest>

/// Commands on feeds: import and export.
class TestFeeds : public QObject {
    Q_OBJECT

    static CliRun import(const EpisodeFixture& site, const QString& feed, const char* options) {
        return runCli(QStringList{QStringLiteral("import"), feed, site.root(), QStringLiteral("--show"),
                                  QStringLiteral("night-desk")} +
                      words(options));
    }
    static QString feedIn(const EpisodeFixture& site, const QByteArray& bytes) {
        site.write(QStringLiteral("feed.xml"), bytes);
        return site.absolute(QStringLiteral("feed.xml"));
    }
    static CliRun exported(const EpisodeFixture& site, const QString& options) {
        return runCli(QStringList{QStringLiteral("export"), site.root(), QStringLiteral("--show"),
                                  QStringLiteral("night-desk")} +
                      options.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

private slots:
    void couldNotRun_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* arguments, const char* said) {
            QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(said);
        };
        row("no feed", "import SITE --show night-desk", "Name the feed");
        row("no show", "import SITE/feed.xml SITE", "Name the show");
        row("another show", "import SITE/feed.xml SITE --show dawn", "night-desk");
        row("no such file", "import SITE/no.xml SITE --show night-desk", "no.xml");
        row("a folder", "import SITE SITE --show night-desk", "SITE");
        row("no feed in it", "import SITE/content/people/ada.md SITE --show night-desk", "neither");
        row("an unknown field", "import SITE/feed.xml SITE --show night-desk --update mood", "mood");
        row("a private redirect", "import ftp://127.0.0.1/feed SITE --show night-desk", "ftp");
        row("export no show", "export SITE", "Name the show");
        row("export no number", "export SITE --show night-desk --limit 0", "no number");
    }
    void couldNotRun() {
        QFETCH(QString, arguments);
        QFETCH(QString, said);
        const EpisodeFixture site;
        feedIn(site, feedfixture::rss(feedfixture::item(3)));
        const auto filled = [&site](QString text) {
            return text.replace(QLatin1String("SITE"), site.root());
        };
        const CliRun result = runCli(filled(arguments).split(QLatin1Char(' ')));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains(filled(said).toUtf8()), result.err.constData());
    }

    void listsNewAndDiffering() {
        const EpisodeFixture site;
        const QString feed =
            feedIn(site, feedfixture::rss(feedfixture::fullItem() +
                                          feedfixture::item(3).replace("Lanterns, part", "Lamps")));
        const CliRun text = import(site, feed, "");
        QCOMPARE(text.exitCode, 1);
        QVERIFY2(text.out.contains("0012.md: new: 12: Wicks & Wax"), text.out.constData());
        QVERIFY2(text.out.contains("0003.md: title: Lanterns, part 3 | feed: Lamps 3"), text.out.constData());
        QVERIFY(text.out.contains("1 new, 1 known, 1 differing"));
        QVERIFY2(text.err.contains("season"), text.err.constData());
        const CliRun json = import(site, feed, "--format json");
        QCOMPARE(json.rows().size(), 2);
        QCOMPARE(json.rows()[0].toObject()[QStringLiteral("status")], QJsonValue(QStringLiteral("new")));
        const QJsonObject known = json.rows()[1].toObject();
        QCOMPARE(known[QStringLiteral("known_by")], QJsonValue(QStringLiteral("guid")));
        QCOMPARE(known[QStringLiteral("differences")].toArray().size(), 1);
        QVERIFY(!QFile::exists(site.absolute(EpisodeFixture::path(12))));
        QCOMPARE(site.read(EpisodeFixture::path(3)), EpisodeFixture::episode(3));
    }

    void makesNewEpisodes() {
        const EpisodeFixture site;
        const QString feed = feedIn(site, feedfixture::rss(feedfixture::fullItem()));
        const CliRun dry = import(site, feed, "--new --dry-run");
        QCOMPARE(dry.exitCode, 0);
        QVERIFY(dry.out.contains("would be made"));
        QVERIFY(!QFile::exists(site.absolute(EpisodeFixture::path(12))));
        const CliRun made = import(site, feed, "--new --draft");
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QByteArray text = site.read(EpisodeFixture::path(12));
        QVERIFY(text.contains("\"title\": \"Wicks & Wax\"") && text.contains("\"draft\": true"));
        const CliRun again = import(site, feed, "--new --update all");
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(again.out.contains("0 new, 1 known, 0 differing"), again.out.constData());
        QCOMPARE(site.read(EpisodeFixture::path(12)), text);
    }

    /// Files that lie in the way stay as they are.
    void neverOverAFile() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(12), "words of somebody");
        const QString feed = feedIn(site, feedfixture::rss(feedfixture::fullItem()));
        const CliRun result = import(site, feed, "--new");
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.err.contains("There is a file"), result.err.constData());
        QCOMPARE(site.read(EpisodeFixture::path(12)), QByteArray("words of somebody"));
    }

    void updates_data() {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<bool>("title");
        QTest::addColumn<bool>("guests");
        QTest::newRow("all") << QStringLiteral("all") << true << true;
        QTest::newRow("empty") << QStringLiteral("empty") << false << true;
        QTest::newRow("one") << QStringLiteral("title") << true << false;
        QTest::newRow("another") << QStringLiteral("date,guests") << false << true;
    }
    void updates() {
        QFETCH(QString, fields);
        QFETCH(bool, title);
        QFETCH(bool, guests);
        const EpisodeFixture site;
        const QString feed =
            feedIn(site, feedfixture::rss(feedfixture::item(3, "<podcast:person role=\"guest\">Ben Harrow"
                                                               "</podcast:person>")
                                              .replace("Lanterns, part", "Lamps")));
        QByteArray expected = EpisodeFixture::episode(3);
        if (title)
            expected.replace("Lanterns, part 3", "Lamps 3");
        if (guests)
            expected.replace("\"guests\": []", "\"guests\": [\n    \"ben\"\n  ]");
        const QByteArray options = "--update " + fields.toLatin1();
        const CliRun dry = import(site, feed, (options + " --dry-run").constData());
        QVERIFY(dry.out.contains("+++ ") && dry.exitCode == 0);
        QCOMPARE(site.read(EpisodeFixture::path(3)), EpisodeFixture::episode(3));
        QCOMPARE(import(site, feed, options.constData()).exitCode, 0);
        QCOMPARE(site.read(EpisodeFixture::path(3)), expected);
    }

    void fromAnAddress() {
        const EpisodeFixture site;
        HttpServer server;
        HttpServer::Answer feed, gone404;
        feed.body = feedfixture::rss(feedfixture::fullItem());
        gone404.status = "404 Not Found";
        server.on("/rss", feed);
        server.on("/gone", gone404);
        const auto ask = [&](const QByteArray& path) {
            QProcess process;
            process.start(cliProgram(), {QStringLiteral("import"), server.url(path).toString(), site.root(),
                                         QStringLiteral("--show"), QStringLiteral("night-desk")});
            while (process.state() != QProcess::NotRunning)
                QTest::qWait(10);
            return CliRun{process.exitCode(), process.readAllStandardOutput(),
                          process.readAllStandardError()};
        };
        const CliRun result = ask("/rss");
        QVERIFY2(result.out.contains("1 new"), result.err.constData());
        const CliRun gone = ask("/gone");
        QCOMPARE(gone.exitCode, 2);
        QVERIFY2(gone.err.contains("404"), gone.err.constData());
    }

    /// What is exported brings nothing new.
    void exportedAndImported() {
        const EpisodeFixture site;
        const QString file = site.absolute(QStringLiteral("out.xml"));
        const CliRun written = exported(site, QStringLiteral("--output ") + file);
        QVERIFY2(written.exitCode == 0, written.err.constData());
        QVERIFY2(written.err.contains("language"), written.err.constData()); // what the show does not say
        const QByteArray bytes = site.read(QStringLiteral("out.xml"));
        QVERIFY(bytes.contains("<title>Lanterns, part 3</title>"));
        QCOMPARE(exported(site, {}).out, bytes);
        QVERIFY(!exported(site, QStringLiteral("--limit 1")).out.contains("part 2"));
        const CliRun again = import(site, file, "--new --update all");
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(again.out.contains("0 new, 3 known, 0 differing"), again.out.constData());
        QCOMPARE(exported(site, QStringLiteral("--output ") + file).exitCode, 1); // it is there
        QCOMPARE(exported(site, QStringLiteral("--force --output ") + file).exitCode, 0);
    }

    void checks() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), EpisodeFixture::episode(2).replace("\"podcast_bytes\": 14000002",
                                                                               "\"podcast_bytes\": null"));
        const CliRun text = exported(site, QStringLiteral("--check"));
        QCOMPARE(text.exitCode, 1);
        QVERIFY2(text.out.contains("0002.md: required: ") && text.out.contains("item-enclosure-length"),
                 text.out.constData());
        const CliRun json = exported(site, QStringLiteral("--check --format json"));
        QCOMPARE(json.exitCode, 1);
        QVERIFY(json.rows().size() > 3);
        QCOMPARE(json.rows()[0].toObject()[QStringLiteral("file")], QJsonValue());
    }
};

QTEST_GUILESS_MAIN(TestFeeds)
#include "tst_feeds.moc"
