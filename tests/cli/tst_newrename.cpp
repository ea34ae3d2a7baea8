// SPDX-License-Identifier: MIT
#include "catalog/values.h"
#include "support/clirun.h"
#include "support/gitfixture.h"
#include "support/soundfixture.h"

#include <QJsonObject>
#include <QTest>

class TestNewRename : public QObject {
    Q_OBJECT

    static CliRun cli(const EpisodeFixture& site, const QStringList& arguments) {
        return runCli(arguments, site.absolute(QStringLiteral("content/show/night-desk")));
    }
    static CliRun make(const EpisodeFixture& site, const QStringList& more) {
        return cli(site, QStringList{QStringLiteral("new"), QStringLiteral(".")} + more);
    }
    static QString files(const EpisodeFixture& site) {
        return QDir(site.absolute(QStringLiteral("content/show/night-desk")))
            .entryList({QStringLiteral("0*")}, QDir::Files | QDir::Hidden, QDir::Name)
            .join(QLatin1Char(' '));
    }

private slots:
    void theNextOne() {
        const EpisodeFixture site;
        const CliRun done = make(site, {QStringLiteral("--title"), QStringLiteral("Wicks & wax")});
        QCOMPARE(done.exitCode, 0);
        QCOMPARE(done.out, QByteArray("0004.md: written\n"));
        const QByteArray made = site.read(EpisodeFixture::path(4));
        for (const char* part : {"\"title\": \"Wicks & wax\"", "\"episode\": 4", "\"slug\": \"4\"",
                                 "\"draft\": true", "\"date\": \"2024-03-04T18:00:00-08:00\""})
            QVERIFY2(made.contains(part), part);
    }

    void printOnlyPrints() {
        const EpisodeFixture site;
        const CliRun done = make(site, words("--title Wicks --number 12 --slug wicks --publish --print "
                                             "--date 2024-05-06"));
        QCOMPARE(done.exitCode, 0);
        for (const char* part : {"\"episode_padded\": \"0012\"", "\"slug\": \"wicks\"", "\"draft\": false",
                                 "\"date\": \"2024-05-06\""})
            QVERIFY2(done.out.contains(part), part);
        QCOMPARE(files(site), QStringLiteral("0001.md 0002.md 0003.md"));
    }

    void asJson() {
        const EpisodeFixture site;
        const CliRun done = make(site, words("--title Wicks --format json"));
        QCOMPARE(done.rows().size(), 1);
        const QJsonObject row = done.rows()[0].toObject();
        QCOMPARE(row[QStringLiteral("file")].toString(), QStringLiteral("0004.md"));
        QCOMPARE(row[QStringLiteral("status")].toString(), QStringLiteral("written"));
        QCOMPARE(catalog::guidStateOf(row[QStringLiteral("guid")].toString()), catalog::GuidState::Valid);
        QVERIFY(
            site.read(EpisodeFixture::path(4)).contains(row[QStringLiteral("guid")].toString().toLatin1()));
    }

    void fromAnMp3() {
        const EpisodeFixture site;
        const QByteArray mp3 = id3TagOf(id3Text("TIT2", "Wicks and wax")) + silentMp3(7);
        site.write(QStringLiteral("new.mp3"), mp3);
        const CliRun done = make(site, {QStringLiteral("--mp3"), site.absolute(QStringLiteral("new.mp3"))});
        QCOMPARE(done.exitCode, 0);
        const QByteArray made = site.read(EpisodeFixture::path(4));
        QVERIFY(made.contains("Wicks and wax"));
        QVERIFY(made.contains("\"podcast_duration\": \"00:00:07\""));
        QVERIFY(made.contains("\"podcast_bytes\": " + QByteArray::number(mp3.size())));
        QVERIFY(made.contains("https://media.example.org/night-desk-4.mp3"));
    }

    void copies() {
        const EpisodeFixture site;
        const CliRun done = make(site, words("--from 0001.md"));
        QCOMPARE(done.exitCode, 0);
        QVERIFY(site.read(EpisodeFixture::path(4)).contains("https://lamps.example.org/"));
        site.write(QStringLiteral("broken.md"), "{\n  \"title\": oops\n}\n");
        const CliRun broken =
            make(site, {QStringLiteral("--template"), site.absolute(QStringLiteral("broken.md")),
                        QStringLiteral("--title"), QStringLiteral("Wax")});
        QCOMPARE(broken.exitCode, 2);
        QVERIFY2(broken.err.contains("broken.md: line 2, column 12:"), broken.err.constData());
    }

    void refusals_data() {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("why");
        const auto row = [](const char* name, const char* options, int exitCode, const char* why) {
            QTest::newRow(name) << QString::fromLatin1(options) << exitCode << QByteArray(why);
        };
        row("no title", "new .", 1, "title is needed");
        row("number taken", "new . --title x --number 2", 1, "taken");
        row("slug taken", "new . --title x --slug 2", 1, "The slug 2 is taken");
        row("leads out", "new . --title x --number ../9 --slug x", 1, "cannot be called");
        row("no such show", "new . --title x --show dawn", 2, "dawn");
        row("no date", "new . --title x --date soon", 1, "date");
        row("no MP3", "new . --title x --mp3 0001.md", 2, "0001.md");
        row("rename: nothing named", "rename 0001.md", 2, "--number");
        row("rename: two at once", "rename 0001.md 0002.md --number 9", 2, "--number-from");
        row("rename: taken", "rename 0001.md --number 2", 1, "taken");
        row("rename: leads out", "rename 0001.md --file ../9.md", 1, "cannot be called");
        row("rename: no such file", "rename 0009.md --number 12", 2, "0009.md");
        row("rename: no number", "rename . --number-from x", 2, "number");
        row("rename: onto another", "rename 0001.md 0002.md --number-from 2", 1, "taken");
    }
    void refusals() {
        QFETCH(QString, options);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, why);
        const EpisodeFixture site;
        const CliRun done = cli(site, options.split(QLatin1Char(' ')));
        QVERIFY2(done.err.contains(why), done.err.constData());
        QCOMPARE(done.exitCode, exitCode);
        QCOMPARE(files(site), QStringLiteral("0001.md 0002.md 0003.md"));
        for (int number = 1; number <= 3; ++number)
            QCOMPARE(site.read(EpisodeFixture::path(number)), EpisodeFixture::episode(number));
    }

    static QByteArray renumbered(int number, int to) {
        const QByteArray n = QByteArray::number(number);
        const QByteArray t = QByteArray::number(to);
        return EpisodeFixture::episode(number)
            .replace("\"episode\": " + n, "\"episode\": " + t)
            .replace('"' + n.rightJustified(4, '0') + '"', '"' + t.rightJustified(4, '0') + '"')
            .replace("\"slug\": \"" + n, "\"slug\": \"" + t);
    }

    void oneIsRenamed() {
        const EpisodeFixture site;
        const CliRun done = cli(site, words("rename 0003.md --number 12"));
        QCOMPARE(done.exitCode, 0);
        QCOMPARE(done.out, QByteArray("0003.md: renamed 0012.md\n"));
        QCOMPARE(files(site), QStringLiteral("0001.md 0002.md 0012.md"));
        QCOMPARE(site.read(EpisodeFixture::path(12)), renumbered(3, 12));
    }

    void severalInAChain() {
        const EpisodeFixture site;
        const CliRun done = cli(site, words("rename . --number-from 2 --format json"));
        QCOMPARE(done.exitCode, 0);
        QCOMPARE(done.rows().size(), 3);
        QCOMPARE(done.rows()[2][QStringLiteral("to")].toString(), QStringLiteral("0004.md"));
        for (int number = 1; number <= 3; ++number)
            QCOMPARE(site.read(EpisodeFixture::path(number + 1)), renumbered(number, number + 1));
        QCOMPARE(files(site), QStringLiteral("0002.md 0003.md 0004.md"));
    }

    /// Git takes it as a rename, and the dry run's diff does the same.
    void gitSeesARename() {
        if (!GitFixture::isAvailable())
            QSKIP("There is no git here.");
        const GitFixture git;
        const CliRun dry = cli(git.site, words("rename 0003.md --number 12 --dry-run"));
        QCOMPARE(dry.exitCode, 0);
        QCOMPARE(files(git.site), QStringLiteral("0001.md 0002.md 0003.md"));
        git.site.write(QStringLiteral("a.patch"), dry.out);
        git.run(words("apply a.patch"));
        QCOMPARE(git.site.read(EpisodeFixture::path(12)), renumbered(3, 12));
        git.run(words("clean -q -f -d"));
        git.run(words("checkout -q ."));
        QCOMPARE(cli(git.site, words("rename 0003.md --number 12")).exitCode, 0);
        git.run(words("add -A"));
        const QByteArray status = git.run(words("diff --cached --name-status -M"));
        QVERIFY2(status.startsWith("R") && status.endsWith("0003.md\tcontent/show/night-desk/0012.md\n"),
                 status.constData());
    }
};

QTEST_GUILESS_MAIN(TestNewRename)
#include "tst_newrename.moc"
