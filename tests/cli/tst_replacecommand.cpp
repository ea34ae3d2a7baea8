// SPDX-License-Identifier: MIT
#include "support/clirun.h"
#include "support/episodefixture.h"

#include <QTest>

/// `episode-desk-cli replace`, run as people do.
class TestReplaceCommand : public QObject {
    Q_OBJECT

    static CliRun replace(const EpisodeFixture& site, QStringList arguments) {
        return runCli(QStringList{QStringLiteral("replace"), QStringLiteral(".")} + arguments, site.root());
    }
    static QByteArray first(const EpisodeFixture& site) { return site.read(EpisodeFixture::path(1)); }

private slots:
    void replaces_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("from"); // in the first episode; both empty: nothing changes
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, QStringList arguments, const char* from, const char* to,
                            const char* said) {
            QTest::newRow(name) << std::move(arguments) << QByteArray(from) << QByteArray(to)
                                << QByteArray(said);
        };
        row("everywhere", {"--find", "Lanterns", "--replace", "Torches"}, "Lanterns", "Torches",
            "Replaced 3 matches in 3 episodes.");
        row("case matters", {"--find", "lanterns", "--replace", "x"}, "", "",
            "Replaced 0 matches in 0 episodes.");
        row("or not",
            {"--find", "lanterns", "--replace", "x", "--ignore-case", "--only",
             "content/show/night-desk/0001.md"},
            "Lanterns", "x", "Replaced 1 match in 1 episode.");
        row("groups", {"--find", "part (\\d)$", "--replace", "$1 of 3", "--regex", "--search", "number:1"},
            "part 1", "1 of 3", "Replaced 1 match in 1 episode.");
        row("one field", {"--find", "lamps", "--replace", "x", "--field", "tags,title"}, "\"lamps\"", "\"x\"",
            "Replaced 3 matches in 3 episodes.");
        row("the notes", {"--find", "Oil", "--replace", "Wax", "--notes"}, "[Oil]", "[Wax]",
            "Replaced 3 matches in 3 episodes.");
        row("addresses", {"--find", "oil.example.org", "--replace", "wax.example.org", "--urls"},
            "oil.example.org", "wax.example.org", "Replaced 3 matches in 3 episodes.");
        row("whole words", {"--find", "lamp", "--replace", "x", "--whole-words", "--field", "tags"}, "", "",
            "Replaced 0 matches in 0 episodes.");
        row("with an accent", {"--find", "caf\u00e9", "--replace", "th\u00e9", "--show", "night-desk"},
            "caf\\u00e9", "th\\u00e9", "Replaced 3 matches in 3 episodes.");
    }
    void replaces() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, said);
        const EpisodeFixture site;
        const QByteArray before = first(site);
        const CliRun run = replace(site, arguments);
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.endsWith(said + '\n'), run.out.constData());
        QCOMPARE(first(site), from.isEmpty() ? before : QByteArray(before).replace(from, to));
    }

    void dryRunIsAPatch() {
        const EpisodeFixture site;
        const QByteArray before = first(site);
        const CliRun run =
            replace(site, {"--find", "Oil", "--replace", "Wax", "--dry-run", "--search", "number:1"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray("episode-desk-cli: Would replace 1 match in 1 episode.\n"));
        QVERIFY(
            run.out.contains("-  * [Oil](https://oil.example.org/)\n+  * [Wax](https://oil.example.org/)\n"));
        QCOMPARE(first(site), before);
    }

    void leftOutIsToldOf() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), "{ \"title\": \n");
        CliRun run = replace(site, {"--find", "museum", "--replace", "mu\"seum", "--notes"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(
            run.err.contains("0001.md: left out: Show notes, line 43: the link would be none any more\n"));
        QVERIFY(run.err.contains("0002.md: left out: "));
        run = replace(site, {"--find", "museum", "--replace", "mu\"seum", "--notes", "--format", "json",
                             "--show", "night-desk"});
        QCOMPARE(run.rows().size(), 3);
        const QJsonObject row = run.rows().at(0).toObject();
        QCOMPARE(row.value(QLatin1String("replaced")).toInt(),
                 0); // the text went before, the title cannot
        QVERIFY(!row.value(QLatin1String("left_out")).toArray().isEmpty());
    }

    void refusals_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, QStringList arguments, const char* said) {
            QTest::newRow(name) << std::move(arguments) << QByteArray(said);
        };
        row("nothing to put", {"--find", "a"},
            "Say what to --find and what to --replace it with; the latter may be empty.\n");
        row("nothing to find", {"--find", "", "--replace", "b"},
            "--find, column 1: There is nothing to look for yet.\n");
        row("no expression", {"--find", "a(b", "--replace", "", "--regex"},
            "--find, column 4: This is no regular expression: missing closing parenthesis at character 4.\n");
        row("no group", {"--find", "a", "--replace", "b$1", "--regex"},
            "--replace, column 2: There is no group 1: the expression has 0.\n");
        row("no field", {"--find", "a", "--replace", "b", "--field", "titel"}, "\"titel\" is no field.\n");
        row("half a search", {"--find", "a", "--replace", "b", "--search", "(x"},
            "--search, column 1: This parenthesis is not closed.\n");
    }
    void refusals() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, said);
        const EpisodeFixture site;
        const QByteArray before = first(site);
        const CliRun run = replace(site, arguments);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.err, "episode-desk-cli: " + said);
        QCOMPARE(first(site), before);
    }
};

QTEST_GUILESS_MAIN(TestReplaceCommand)
#include "tst_replacecommand.moc"
