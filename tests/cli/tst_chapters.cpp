// SPDX-License-Identifier: MIT
#include "support/clirun.h"
#include "support/episodefixture.h"
#include "support/soundfixture.h"

#include <QTest>

class TestChapters : public QObject {
    Q_OBJECT

    static QString episode(const EpisodeFixture& site) { return site.absolute(EpisodeFixture::path(1)); }
    static QByteArray text(const EpisodeFixture& site) { return site.read(EpisodeFixture::path(1)); }
    /// An episode that has chapters already.
    static void setUp(const EpisodeFixture& site) {
        site.write(
            EpisodeFixture::path(1),
            EpisodeFixture::episode(1).replace(
                "\"podcast_chapters\": null",
                "\"podcast_chapters\": {\"version\": \"1.2.0\", \"chapters\": [{\"startTime\": 0, \"title\": "
                "\"Intro\", \"mood\": 7}, {\"startTime\": 60, \"title\": \"Oil\"}]}"));
    }
    static CliRun chapters(const QStringList& arguments) {
        return runCli(QStringList{QStringLiteral("chapters")} + arguments);
    }
    static QStringList arguments(const char* verb, const QString& first, const QStringList& more = {}) {
        return QStringList{QLatin1String(verb), first} + more;
    }

private slots:
    void importsAndShowsFirst() {
        const EpisodeFixture site;
        const QByteArray before = text(site);
        site.write(QStringLiteral("in.vtt"),
                   "WEBVTT\n\n00:00.000 --> 00:01:19.600\nIntro\n\n00:01:19.600 --> "
                   "00:31:01.000\nOil\n");
        const QStringList command =
            arguments("import", episode(site), {site.absolute(QStringLiteral("in.vtt"))});
        const CliRun dry = chapters(command + words("--dry-run"));
        QVERIFY2(dry.exitCode == 0, dry.err.constData());
        QVERIFY2(dry.out.contains("+        \"startTime\": 80,"), dry.out.constData()); // whole seconds
        QVERIFY(!dry.out.contains("endTime\": 1861"));                                  // the end of all
        QCOMPARE(text(site), before);
        QCOMPARE(chapters(command).exitCode, 0);
        QVERIFY(text(site).contains("\"startTime\": 80"));
        QCOMPARE(text(site).left(before.indexOf("\"podcast_chapters\"")),
                 before.left(before.indexOf("\"podcast_chapters\"")));
        QCOMPARE(chapters(command).out, QByteArray()); // nothing is left to be changed
    }

    void replacesOrMerges() {
        const EpisodeFixture site;
        setUp(site);
        site.write(QStringLiteral("in.txt"), "0:00 Opening\n2:00 Lamps\n");
        const QString in = site.absolute(QStringLiteral("in.txt"));
        const CliRun replaced =
            chapters(arguments("import", episode(site), {in, QStringLiteral("--dry-run")}));
        QVERIFY(replaced.out.contains("Opening") && replaced.out.contains("Lamps"));
        QCOMPARE(chapters(arguments("import", episode(site), {in, QStringLiteral("--merge")})).exitCode, 0);
        const CliRun out = chapters(arguments("export", episode(site), words("--format timestamps")));
        QCOMPARE(out.out, QByteArray("0:00 Opening\n1:00 Oil\n2:00 Lamps\n"));
        QVERIFY(text(site).contains("\"mood\": 7")); // what is not known stays
        QCOMPARE(chapters(arguments("import", episode(site), {in})).exitCode, 0);
        QCOMPARE(chapters(arguments("export", episode(site), words("--format timestamps"))).out,
                 QByteArray("0:00 Opening\n2:00 Lamps\n"));
    }

    void readsTheShowNotes() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1),
                   EpisodeFixture::episode(1) + "* 0:00 Intro\n* 1:00 [Oil](https://oil.example.org/)\n");
        QCOMPARE(chapters(arguments("import", episode(site), words("--from-notes"))).exitCode, 0);
        QCOMPARE(chapters(arguments("export", episode(site), words("--format markdown"))).out,
                 QByteArray("* 0:00 Intro\n* 1:00 [Oil](https://oil.example.org/)\n"));
        const CliRun none =
            chapters(arguments("import", site.absolute(EpisodeFixture::path(2)), words("--from-notes")));
        QCOMPARE(none.exitCode, 2);
        QVERIFY(none.err.contains("No line has a time"));
    }

    void saysWhereItBreaks_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a line") << QByteArray("00:00:00.000 A\n00:00:99.000 B\n") << QStringList()
                                << QByteArray("in.txt: line 2, column 1: ");
        QTest::newRow("as another format")
            << QByteArray("0:00 A\n") << words("--format webvtt")
            << QByteArray("in.txt: line 1, column 1: The first line must be WEBVTT.");
        QTest::newRow("no format") << QByteArray("Hello\n") << words("--format opml")
                                   << QByteArray("is no format of chapters");
        QTest::newRow("no time") << QByteArray("Hello\n") << QStringList()
                                 << QByteArray("in.txt: line 1, column 1: ");
        QTest::newRow("too large") << QByteArray(2'200'000, '\n') << QStringList() << QByteArray("in.txt: ");
    }
    void saysWhereItBreaks() {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, options);
        QFETCH(QByteArray, said);
        const EpisodeFixture site;
        const QByteArray before = text(site);
        site.write(QStringLiteral("in.txt"), bytes);
        const CliRun run = chapters(arguments(
            "import", episode(site), QStringList{site.absolute(QStringLiteral("in.txt"))} + options));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(said), run.err.constData());
        QCOMPARE(text(site), before);
    }

    void exportsToAFileButNotOverOne() {
        const EpisodeFixture site;
        setUp(site);
        const QString out = site.absolute(QStringLiteral("out.cue"));
        const QStringList command = arguments("export", episode(site), {QStringLiteral("--output"), out});
        const CliRun made = chapters(command);
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QByteArray sheet = site.read(QStringLiteral("out.cue"));
        QVERIFY2(sheet.startsWith(
                     "PERFORMER \"Night Desk\"\nTITLE \"Lanterns, part 1\"\nFILE \"night-desk-1.mp3\" MP3\n"),
                 sheet.constData());
        site.write(QStringLiteral("out.cue"), "mine");
        QCOMPARE(chapters(command).exitCode, 1);
        QCOMPARE(site.read(QStringLiteral("out.cue")), QByteArray("mine"));
        QCOMPARE(chapters(command + words("--force")).exitCode, 0);
        QCOMPARE(site.read(QStringLiteral("out.cue")), sheet);
    }

    void saysWhatIsLost() {
        const EpisodeFixture site;
        setUp(site);
        const CliRun run = chapters(arguments("export", episode(site), words("--format timestamps")));
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.err.contains("YouTube wants three chapters at least."));
        const CliRun none = chapters(arguments("export", site.absolute(EpisodeFixture::path(2))));
        QCOMPARE(none.exitCode, 1);
        QVERIFY(none.err.contains("there are no chapters"));
    }

    /// A tag states every end; an episode keeps those that do not follow from the others.
    void endsOfATag_data() {
        QTest::addColumn<QByteArray>("frames");
        QTest::addColumn<QByteArray>("list");
        const auto tag = [](quint32 start, quint32 end) {
            return id3Chapter(QByteArray::number(start), start, end, id3Text("TIT2", "C"));
        };
        const auto said = [](const QByteArray& start, const QByteArray& end) {
            return "    {\n      \"startTime\": " + start +
                   (end.isEmpty() ? "" : ",\n      \"endTime\": " + end) + ",\n      \"title\": \"C\"\n    }";
        };
        const QByteArray next = ",\n";
        QTest::newRow("each where the next starts")
            << tag(0, 60'000) + tag(60'000, 90'000) << said("0", "") + next + said("60", "");
        QTest::newRow("a gap") << tag(0, 40'000) + tag(60'000, 90'000)
                               << said("0", "40") + next + said("60", "");
        QTest::newRow("over the next start")
            << tag(0, 70'000) + tag(60'000, 90'000) << said("0", "70") + next + said("60", "");
        QTest::newRow("before its start")
            << tag(5'000, 1'000) + tag(60'000, 90'000) << said("5", "") + next + said("60", "");
        QTest::newRow("not stated") << tag(0, 0xFFFFFFFF) + tag(60'000, 0xFFFFFFFF)
                                    << said("0", "") + next + said("60", "");
        QTest::newRow("in another order")
            << tag(60'000, 90'000) + tag(0, 60'000) << said("0", "") + next + said("60", "");
    }
    void endsOfATag() {
        QFETCH(QByteArray, frames);
        QFETCH(QByteArray, list);
        const EpisodeFixture site;
        site.write(QStringLiteral("a.mp3"), id3TagOf(frames) + silentMp3(3));
        QCOMPARE(
            chapters(arguments("import", episode(site), {site.absolute(QStringLiteral("a.mp3"))})).exitCode,
            0);
        const QByteArray out = chapters(arguments("export", episode(site), words("--format json"))).out;
        QVERIFY2(out.contains("[\n" + list + "\n  ]"), out.constData());
    }

    void endsGoIntoATag() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1),
                   EpisodeFixture::episode(1).replace(
                       "\"podcast_chapters\": null",
                       "\"podcast_chapters\": {\"version\": \"1.2.0\", \"chapters\": [{\"startTime\": 0, "
                       "\"endTime\": 1, \"title\": \"A\"}, {\"startTime\": 2, \"title\": \"B\"}, "
                       "{\"startTime\": 3, \"title\": \"C\"}]}"));
        site.write(QStringLiteral("a.mp3"), silentMp3(4));
        const QString copy = site.absolute(QStringLiteral("b.mp3"));
        QCOMPARE(chapters(arguments("export", episode(site),
                                    {QStringLiteral("--mp3"), site.absolute(QStringLiteral("a.mp3")),
                                     QStringLiteral("--into"), copy}))
                     .exitCode,
                 0);
        const QByteArray tag = site.read(QStringLiteral("b.mp3"));
        QVERIFY(tag.contains(QByteArray::fromHex("000003e8ffffffff"))); // stated: 1 s
        QVERIFY(
            tag.contains(QByteArray::fromHex("000007d000000bb8ffffffff"))); // 2 s to where the next starts
        QVERIFY(tag.contains(QByteArray::fromHex("00000bb800000fb7ffffffff"))); // 3 s to the end of the sound
    }

    void detailsOfTheListAreExported() {
        const EpisodeFixture site;
        site.write(
            EpisodeFixture::path(1),
            EpisodeFixture::episode(1).replace(
                "\"podcast_chapters\": null",
                "\"podcast_chapters\": {\"version\": \"1.1.0\", \"author\": \"Ada\", \"title\": \"Own\", "
                "\"podcastName\": null, \"description\": \"About \\\"oil\\\"\", \"waypoints\": true, "
                "\"chapters\": [{\"startTime\": 0, \"title\": \"A\"}]}"));
        const CliRun run = chapters(arguments("export", episode(site), words("--format json")));
        QVERIFY2(
            run.out.startsWith("{\n  \"version\": \"1.2.0\",\n  \"author\": \"Ada\",\n  \"title\": \"Own\",\n"
                               "  \"podcastName\": \"Night Desk\",\n"
                               "  \"description\": \"About \\\"oil\\\"\",\n"
                               "  \"fileName\": \"night-desk-1.mp3\",\n  \"waypoints\": true,\n"),
            run.out.constData());
    }

    void goesThroughAnMp3() {
        const EpisodeFixture site;
        setUp(site);
        site.write(QStringLiteral("a.mp3"), silentMp3(3));
        const QString copy = site.absolute(QStringLiteral("b.mp3"));
        const CliRun made =
            chapters(arguments("export", episode(site),
                               {QStringLiteral("--mp3"), site.absolute(QStringLiteral("a.mp3")),
                                QStringLiteral("--into"), copy}));
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const QString other = site.absolute(EpisodeFixture::path(2));
        const CliRun read = chapters(arguments("import", other, {copy}));
        QVERIFY2(read.exitCode == 0, read.err.constData());
        QCOMPARE(chapters(arguments("export", other, words("--format timestamps"))).out,
                 QByteArray("0:00 Intro\n1:00 Oil\n"));
        const CliRun none = chapters(arguments("import", other, {site.absolute(QStringLiteral("a.mp3"))}));
        QCOMPARE(none.exitCode, 2);
        QVERIFY(none.err.contains("no chapters in its tag"));
    }
};

QTEST_GUILESS_MAIN(TestChapters)
#include "tst_chapters.moc"
