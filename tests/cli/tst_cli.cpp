// SPDX-License-Identifier: MIT
#include "support/clirun.h"
#include "support/episodefixture.h"
#include "support/httpserver.h"
#include "support/realcatalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <sys/stat.h>

class TestCli : public QObject {
    Q_OBJECT

    struct Run {
        int exitCode = -1;
        QByteArray out, err;
        QJsonArray rows() const { return QJsonDocument::fromJson(out).array(); }
    };
    static Run run(const QStringList& arguments) {
        QProcess process;
        process.start(cliProgram(), arguments);
        if (!process.waitForFinished(60'000))
            qFatal("episode-desk-cli did not finish");
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QString file(const EpisodeFixture& site, int number) {
        return site.absolute(EpisodeFixture::path(number));
    }

private slots:
    void usage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const auto words = [](const char* text) {
            return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        QTest::newRow("nothing") << words("") << 2;
        QTest::newRow("help") << words("--help") << 0;
        QTest::newRow("version") << words("--version") << 0;
        QTest::newRow("no such command") << words("mend x") << 2;
        for (const char* command : {"roundtrip", "list", "show", "set", "check", "links", "fix", "rules",
                                    "chapters", "import", "export"})
            QTest::addRow("%s --help", command) << words(command) + words("--help") << 0;
        QTest::newRow("no path") << words("check") << 2;
        QTest::newRow("missing path") << words("check /nowhere/at/all") << 2;
        QTest::newRow("unknown option") << words("list --colour /") << 2;
        QTest::newRow("unknown format") << words("list --format xml /") << 2;
        QTest::newRow("unknown field") << words("list --fields mood /") << 2;
        QTest::newRow("unknown severity") << words("check --severity fatal /") << 2;
        QTest::newRow("unknown rule") << words("check --rule no-such-rule /") << 2;
        QTest::newRow("chapters without a verb") << words("chapters /") << 2;
        QTest::newRow("fix without rule") << words("fix /") << 2;
        QTest::newRow("set without field") << words("set --value x /") << 2;
        QTest::newRow("set no date") << words("set --field date --value soon /") << 2;
        QTest::newRow("set no size") << words("set --field podcast_bytes --value much /") << 2;
        QTest::newRow("set two ways") << words("set --field title --value x --remove /") << 2;
    }
    void usage() {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Run result = run(arguments);
        QCOMPARE(result.exitCode, exitCode);
        QVERIFY(!(exitCode == 0 ? result.out : result.err).isEmpty());
    }

    void roundtripCounts() {
        const EpisodeFixture site;
        const Run good = run({QStringLiteral("roundtrip"), site.root()});
        QCOMPARE(good.exitCode, 0);
        QVERIFY(good.out.contains("3 of 3 files identical"));
        site.write(EpisodeFixture::path(2), "{\n  \"title\": nope\n}\n");
        const Run broken = run(
            {QStringLiteral("roundtrip"), site.root(), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(broken.exitCode, 0); // all that open are identical
        QCOMPARE(broken.rows().size(), 3);
        QVERIFY(broken.rows()[1].toObject()[QStringLiteral("error")].toString().startsWith(
            QLatin1String("line 2, column 12")));
    }

    void listPrintsTheFieldsAsked() {
        const EpisodeFixture site;
        const Run csv = run({QStringLiteral("list"), site.root(), QStringLiteral("--fields"),
                             QStringLiteral("file,episode,tags")});
        QCOMPARE(csv.exitCode, 0);
        QCOMPARE(csv.out.split('\n').at(0), QByteArray("file,episode,tags"));
        QCOMPARE(csv.out.split('\n').at(1), QByteArray("content/show/night-desk/0001.md,1,\"lamps, oil\""));
        const Run tsv =
            run({QStringLiteral("list"), site.root(), QStringLiteral("--fields"),
                 QStringLiteral("file,episode,tags"), QStringLiteral("--format"), QStringLiteral("tsv")});
        QCOMPARE(tsv.out.split('\n').at(1), QByteArray("content/show/night-desk/0001.md\t1\tlamps, oil"));
        const Run json =
            run({QStringLiteral("list"), site.root(), QStringLiteral("--fields"),
                 QStringLiteral("episode,tags"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(json.rows()[2].toObject()[QStringLiteral("episode")].toInt(), 3);
        QCOMPARE(json.rows()[2].toObject()[QStringLiteral("tags")].toArray().size(), 2);
    }

    void showPrintsFieldsAndLinks() {
        const EpisodeFixture site;
        const Run text = run({QStringLiteral("show"), file(site, 1)});
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.out.contains("The lamp museum <https://lamps.example.org/>"));
        const Run json =
            run({QStringLiteral("show"), file(site, 1), QStringLiteral("--format"), QStringLiteral("json")});
        const QJsonObject shown = json.rows()[0].toObject();
        QCOMPARE(shown[QStringLiteral("fields")].toObject()[QStringLiteral("slug")].toString(),
                 QStringLiteral("1"));
        QCOMPARE(shown[QStringLiteral("links")].toArray().size(), 2);
    }

    void setChangesOnlyItsBytes_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char* name, const QStringList& arguments, const char* from,
                            const char* to) {
            QTest::newRow(name) << arguments << QByteArray(from) << QByteArray(to);
        };
        const QString field = QStringLiteral("--field"), value = QStringLiteral("--value"),
                      json = QStringLiteral("--json");
        row("text", {field, QStringLiteral("title"), value, QStringLiteral("Wicks")}, "Lanterns, part 1",
            "Wicks");
        row("text in the file's escapes", {field, QStringLiteral("title"), value, QString::fromUtf8("Öl")},
            "Lanterns, part 1", "\\u00d6l");
        row("number", {field, QStringLiteral("podcast_bytes"), value, QStringLiteral("5")}, "14000001", "5");
        row("list", {field, QStringLiteral("tags"), value, QStringLiteral("lamps, oil, wicks")}, "\"oil\"",
            "\"oil\",\n    \"wicks\"");
        row("a member with a comma",
            {field, QStringLiteral("tags"), value, QStringLiteral("lamps, \"oil, cheap\"")}, "\"oil\"",
            "\"oil, cheap\"");
        row("a short duration", {field, QStringLiteral("podcast_duration"), value, QStringLiteral("46:01")},
            "00:31:01", "00:46:01");
        row("null", {field, QStringLiteral("fireside_url"), value, QString()}, "\"/1\"", "null");
        row("boolean", {field, QStringLiteral("draft"), value, QStringLiteral("true")}, "\"draft\": false",
            "\"draft\": true");
        row("JSON",
            {field, QStringLiteral("podcast_chapters"), json,
             QStringLiteral("{\"version\":\"1.2.0\",\"chapters\":[]}")},
            "\"podcast_chapters\": null",
            "\"podcast_chapters\": {\n    \"version\": \"1.2.0\",\n    \"chapters\": []\n  }");
        row("pointer", {field, QStringLiteral("/tags/0"), value, QStringLiteral("lanterns")}, "\"lamps\"",
            "\"lanterns\"");
        row("remove", {field, QStringLiteral("sponsors"), QStringLiteral("--remove")},
            "  \"sponsors\": [],\n", "");
    }
    void setChangesOnlyItsBytes() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const EpisodeFixture site;
        const QByteArray before = site.read(EpisodeFixture::path(1));
        QVERIFY(before.contains(from));
        QByteArray expected = before;
        expected.replace(before.indexOf(from), from.size(), to);
        const QStringList command = QStringList{QStringLiteral("set"), file(site, 1)} + arguments;

        const Run dry = run(command + QStringList{QStringLiteral("--dry-run")});
        QCOMPARE(dry.exitCode, 0);
        QVERIFY(dry.out.startsWith("--- a/0001.md\n+++ b/0001.md\n@@ "));
        QCOMPARE(site.read(EpisodeFixture::path(1)), before);

        QCOMPARE(run(command).exitCode, 0);
        QCOMPARE(site.read(EpisodeFixture::path(1)), expected);
    }

    void setWithoutChangeDoesNotWrite() {
        const EpisodeFixture site;
        struct stat before {
        }, after{};
        QCOMPARE(::stat(file(site, 1).toUtf8().constData(), &before), 0);
        const Run result =
            run({QStringLiteral("set"), file(site, 1), QStringLiteral("--field"), QStringLiteral("title"),
                 QStringLiteral("--value"), QStringLiteral("Lanterns, part 1"), QStringLiteral("--format"),
                 QStringLiteral("json")});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.rows()[0].toObject()[QStringLiteral("status")].toString(),
                 QStringLiteral("unchanged"));
        QCOMPARE(::stat(file(site, 1).toUtf8().constData(), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
    }

    void setNamesWhatFails() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), "{\n  \"title\": nope\n}\n");
        const Run result = run({QStringLiteral("set"), site.root(), QStringLiteral("--field"),
                                QStringLiteral("title"), QStringLiteral("--value"), QStringLiteral("Same")});
        QCOMPARE(result.exitCode, 1); // the others are saved all the same
        QVERIFY(result.err.contains("0002.md") && result.err.contains("line 2, column 12"));
        QVERIFY(site.read(EpisodeFixture::path(3)).contains("\"title\": \"Same\""));
        const Run badJson =
            run({QStringLiteral("set"), file(site, 1), QStringLiteral("--field"), QStringLiteral("title"),
                 QStringLiteral("--json"), QStringLiteral("{\"a\" 1}")});
        QCOMPARE(badJson.exitCode, 2);
        QVERIFY2(badJson.err.contains("line 1, column 6"), badJson.err.constData());
    }

    void checkTellsPlaceAndRule() {
        const EpisodeFixture site;
        const Run clean = run({QStringLiteral("check"), site.root()});
        QVERIFY2(clean.exitCode == 0, clean.out.constData());
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("2024-03-02T18:00:00-08:00", "soon"));
        const Run found =
            run({QStringLiteral("check"), site.root(), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(found.exitCode, 1);
        QCOMPARE(found.rows().size(), 1);
        const QJsonObject issue = found.rows()[0].toObject();
        QCOMPARE(issue[QStringLiteral("file")].toString(), EpisodeFixture::path(2));
        QCOMPARE(issue[QStringLiteral("line")].toInt(), 12);
        QCOMPARE(issue[QStringLiteral("column")].toInt(), 11);
        QCOMPARE(issue[QStringLiteral("field")].toString(), QStringLiteral("date"));
        QCOMPARE(issue[QStringLiteral("rule")].toString(), QStringLiteral("date-invalid"));
        QCOMPARE(issue[QStringLiteral("severity")].toString(), QStringLiteral("error"));
        QVERIFY(!issue[QStringLiteral("message")].toString().isEmpty());
    }

    void checkLooksOnlyForTheRulesNamed() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("2024-03-02T18:00:00-08:00", "soon"));
        const auto found = [&](const char* rules) {
            return run(
                {QStringLiteral("check"), site.root(), QStringLiteral("--rule"), QLatin1String(rules)});
        };
        QCOMPARE(found("date-invalid").exitCode, 1);
        QCOMPARE(found("date-*,guid-invalid").exitCode, 1);
        QCOMPARE(found("guid-*").exitCode, 0);
    }

    void rulesAreListed() {
        const Run rules = run({QStringLiteral("rules"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(rules.exitCode, 0);
        QSet<QString> ids;
        for (const QJsonValue& row : rules.rows()) {
            const QJsonObject rule = row.toObject();
            ids.insert(rule[QStringLiteral("rule")].toString());
            QVERIFY(!rule[QStringLiteral("summary")].toString().isEmpty());
            QVERIFY(rule[QStringLiteral("explanation")].toString().size() > 50);
            QVERIFY((QStringList{QStringLiteral("none"), QStringLiteral("safe"), QStringLiteral("look")})
                        .contains(rule[QStringLiteral("fix")].toString()));
        }
        QCOMPARE(ids.size(), rules.rows().size());
        QVERIFY(ids.contains(QStringLiteral("link-title-unescaped-quote")));
    }

    void rulesAreExplained() {
        const Run all = run({QStringLiteral("rules")});
        QCOMPARE(all.exitCode, 0);
        for (const QByteArray& line : all.out.split('\n'))
            QVERIFY2(line.size() <= 80, line.constData());
        const Run some =
            run({QStringLiteral("rules"), QStringLiteral("--rule"), QStringLiteral("guid-n*,file-bom")});
        QCOMPARE(some.exitCode, 0);
        QStringList heads;
        for (const QByteArray& line : some.out.split('\n'))
            if (!line.isEmpty() && line[0] != ' ')
                heads += QString::fromUtf8(line);
        QCOMPARE(heads, (QStringList{QStringLiteral("file-bom  warning, safe fix"),
                                     QStringLiteral("guid-nil  warning, no fix"),
                                     QStringLiteral("guid-not-canonical  information, no fix")}));
        QVERIFY(some.out.contains("byte order mark"));
        QCOMPARE(run({QStringLiteral("rules"), QStringLiteral("--rule"), QStringLiteral("no-rule")}).exitCode,
                 2);
    }

    void linksAreListedBrokenOnesToo() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("\"The lamp museum\"", "\"The \"lamp\"\""));
        const Run csv = run({QStringLiteral("links"), site.root()});
        QCOMPARE(csv.exitCode, 0);
        const QList<QByteArray> lines = csv.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines[0].trimmed(), QByteArray("file,line,section,text,url,title,description,problem"));
        const Run json =
            run({QStringLiteral("links"), file(site, 2), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(json.rows().size(), 2);
        QVERIFY(!json.rows()[0].toObject()[QStringLiteral("problem")].toString().isEmpty());
        const QJsonObject oil = json.rows()[1].toObject();
        QCOMPARE(oil[QStringLiteral("url")].toString(), QStringLiteral("https://oil.example.org/"));
        QCOMPARE(oil[QStringLiteral("section")].toString(), QStringLiteral("Episode Links"));
        QCOMPARE(oil[QStringLiteral("line")].toInt(), 44);
    }

    void linksAreCheckedWhenAsked() {
        HttpServer server;
        server.on("/here", {});
        HttpServer::Answer gone;
        gone.status = "404 Not Found";
        server.on("/gone", gone);
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1),
                   EpisodeFixture::episode(1)
                       .replace("https://lamps.example.org/", server.url("/here").toEncoded())
                       .replace("https://oil.example.org/", server.url("/gone").toEncoded()));
        QProcess process; // the server answers meanwhile
        process.start(cliProgram(), {QStringLiteral("links"), file(site, 1), QStringLiteral("--check"),
                                     QStringLiteral("--format"), QStringLiteral("json")});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process.exitCode(), 1);
        const QJsonArray rows = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
        QCOMPARE(rows[0].toObject()[QStringLiteral("outcome")].toString(), QStringLiteral("ok"));
        QCOMPARE(rows[1].toObject()[QStringLiteral("outcome")].toString(), QStringLiteral("gone"));
        QVERIFY(!rows[1].toObject()[QStringLiteral("checked")].toString().isEmpty());
    }

    void fixMendsOnlyTheRuleNamed() {
        const EpisodeFixture site;
        const QByteArray quote = "\"The \"lamp\" museum\"";
        const QByteArray broken =
            EpisodeFixture::episode(2).replace("\"The lamp museum\"", quote).replace("\"2\",", "\"2\" ,");
        site.write(EpisodeFixture::path(2), broken);
        const QStringList fix{QStringLiteral("fix"), site.root(), QStringLiteral("--rule"),
                              QStringLiteral("link-title-unescaped-quote")};
        const Run dry = run(fix + QStringList{QStringLiteral("--dry-run")});
        QCOMPARE(dry.exitCode, 0);
        QVERIFY(dry.out.contains("--- a/content/show/night-desk/0002.md"));
        QCOMPARE(site.read(EpisodeFixture::path(2)), broken);
        const Run mended = run(fix);
        QCOMPARE(mended.exitCode, 0);
        QByteArray expected = broken;
        QCOMPARE(site.read(EpisodeFixture::path(2)), expected.replace(quote, "'The \"lamp\" museum'"));
        QCOMPARE(run(fix).out, QByteArray("Nothing to mend.\n"));
    }

    void aFifoIsSkippedAndSaid() {
        const EpisodeFixture site;
        const QString pipe = site.absolute(QStringLiteral("content/show/night-desk/0009.md"));
        QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
        const Run result = run({QStringLiteral("roundtrip"), site.root()});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.err.contains("0009.md"));
    }

    void theSampleIsAsIntended() {
        const Run roundtrip = run({QStringLiteral("roundtrip"), QStringLiteral(EPISODE_DESK_SAMPLE)});
        QCOMPARE(roundtrip.exitCode, 0);
        QVERIFY(roundtrip.out.contains("12 of 12 files identical"));
    }

    void theRealCatalogueRoundTrips() {
        if (realCatalog().isEmpty())
            QSKIP("no real catalogue: set EPISODE_DESK_CATALOG");
        QCOMPARE(run({QStringLiteral("roundtrip"), realCatalog()}).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
