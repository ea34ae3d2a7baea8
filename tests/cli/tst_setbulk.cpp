// SPDX-License-Identifier: MIT
#include "support/clirun.h"
#include "support/episodefixture.h"

#include <QTest>

class TestSetBulk : public QObject {
    Q_OBJECT

    static QByteArrayList texts(const EpisodeFixture& site) {
        QByteArrayList all;
        for (int number = 1; number <= 3; ++number)
            all += site.read(EpisodeFixture::path(number));
        return all;
    }

private slots:
    void changesWhatAsked_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("before"); // of the second episode
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* arguments, const char* before, const char* after) {
            QTest::newRow(arguments) << QString::fromUtf8(arguments) << QByteArray(before)
                                     << QByteArray(after);
        };
        row("--field guests --add ben", "\"guests\": []", "\"guests\": [\n    \"ben\"\n  ]");
        row("--field tags --take-out lamps,wick", "    \"lamps\",\n", "");
        row("--field fireside_url --clear", "\"fireside_url\": \"/2\"", "\"fireside_url\": null");
        row("--field title --replace LANTERNS --by Lamps --ignore-case", "Lanterns, part 2", "Lamps, part 2");
        row("--field title --replace Lant", "Lanterns, part 2", "erns, part 2");
        row("--shift-date 1w", "2024-03-02T18:00:00-08:00", "2024-03-09T18:00:00-08:00");
        row("--shift-date -1d2h30m --elapsed", "2024-03-02T18:00:00-08:00", "2024-03-01T15:30:00-08:00");
        row("--set-time 07:15", "2024-03-02T18:00:00-08:00", "2024-03-02T07:15:00-08:00");
        row("--field draft --value true", "\"draft\": false", "\"draft\": true");
    }
    /// The search stands in place of files; what it does not find stays.
    void changesWhatAsked() {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const EpisodeFixture site;
        const QByteArrayList was = texts(site);
        QVERIFY(was[1].contains(before));
        const QStringList command = words("set --search number:2") + arguments.split(QLatin1Char(' '));
        const CliRun dry = runCli(command + words("--dry-run"), site.root());
        QCOMPARE(dry.exitCode, 0);
        QVERIFY(dry.out.contains("+++"));
        QCOMPARE(texts(site), was);
        const CliRun run = runCli(command, site.root());
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray("content/show/night-desk/0002.md: saved\n"));
        QByteArrayList wanted = was;
        wanted[1].replace(before, after);
        QCOMPARE(texts(site), wanted);
    }

    void numbers() {
        const EpisodeFixture site;
        QCOMPARE(runCli(words("set . --number-from 10 --step 5 --by-date"), site.root()).exitCode, 0);
        for (int number = 1; number <= 3; ++number) {
            const QByteArray now = QByteArray::number(5 + number * 5);
            const QByteArray text = site.read(EpisodeFixture::path(number)); // the file keeps its name
            QVERIFY(text.contains("\"episode\": " + now + ","));
            QVERIFY(text.contains("\"episode_padded\": \"00" + now + "\""));
            QVERIFY(text.contains("\"slug\": \"" + now + "\""));
        }
    }

    void namesWhatItLeavesOut() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), EpisodeFixture::episode(2).replace("\"2024-03-02", "\"soon"));
        site.write(EpisodeFixture::path(3), "{ \"title\": \"torn\n");
        const CliRun run = runCli(words("set . --shift-date 1d"), site.root());
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.out, QByteArray("content/show/night-desk/0001.md: saved\n"));
        QVERIFY(run.err.contains("0002.md: Its date cannot be read."));
        QVERIFY(run.err.contains("0003.md: "));
        const CliRun taken =
            runCli(words("set --only content/show/night-desk/0001.md --number-from 2"), site.root());
        QCOMPARE(taken.exitCode, 1);
        QVERIFY(taken.err.contains("another episode of the show has this number"));
        QVERIFY(site.read(EpisodeFixture::path(1)).contains("\"episode\": 1,"));
    }

    void refuses_data() {
        QTest::addColumn<QString>("arguments");
        for (const char* arguments :
             {"--add ben", "--field title --add ben", "--field tags --add ,",
              "--field title --replace x --clear", "--field title --clear --remove", "--shift-date soon",
              "--shift-date 0d", "--set-time 25:00", "--number-from many", "--number-from 1 --step 0",
              "--field title --number-from 1", "--search has:wings --field draft --value true",
              "--show nowhere --shift-date 1d"})
            QTest::newRow(arguments) << QString::fromLatin1(arguments);
    }
    void refuses() {
        QFETCH(QString, arguments);
        const EpisodeFixture site;
        const QByteArrayList was = texts(site);
        const CliRun run = runCli(words("set .") + arguments.split(QLatin1Char(' ')), site.root());
        QCOMPARE(run.exitCode, 2);
        QVERIFY(!run.err.isEmpty());
        QCOMPARE(texts(site), was);
    }

    void needsFilesOrAChoice() {
        const EpisodeFixture site;
        QCOMPARE(runCli(words("set --field draft --value true"), site.root()).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestSetBulk)
#include "tst_setbulk.moc"
