// SPDX-License-Identifier: MIT
#include "support/clirun.h"
#include "support/gitfixture.h"

#include <QTest>

class TestFix : public QObject {
    Q_OBJECT

    /// An unescaped quote, whose fix is safe.
    static QByteArray broken(int number) {
        return EpisodeFixture::episode(number).replace("\"The lamp museum\"", "\"The \"lamp\" museum\"");
    }
    static QByteArray mended(int number) {
        return EpisodeFixture::episode(number).replace("\"The lamp museum\"", "'The \"lamp\" museum'");
    }
    static CliRun fix(const EpisodeFixture& site, const char* options) {
        return runCli(words("fix --rule link-title-unescaped-quote") + QStringList{site.root()} +
                      words(options));
    }

private slots:
    void itTellsWhatItDid() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1), broken(1));
        site.write(EpisodeFixture::path(2), broken(2));
        const CliRun done = fix(site, "");
        QCOMPARE(done.exitCode, 0);
        QCOMPARE(done.out, QByteArray("content/show/night-desk/0001.md: saved\n"
                                      "content/show/night-desk/0002.md: saved\n"
                                      "Mended 2 issues in 2 episodes.\n"));
        QCOMPARE(site.read(EpisodeFixture::path(2)), mended(2));
        QCOMPARE(fix(site, "").out, QByteArray("Nothing to mend.\n"));
    }

    void aDryRunPrintsAPatchAndNothingElse() {
        const GitFixture git;
        git.site.write(EpisodeFixture::path(2), broken(2));
        const CliRun dry = fix(git.site, "--dry-run");
        QCOMPARE(dry.exitCode, 0);
        QVERIFY(dry.err.contains("Would mend 1 issue in 1 episode."));
        QCOMPARE(git.site.read(EpisodeFixture::path(2)), broken(2));
        git.site.write(QStringLiteral("fix.patch"), dry.out);
        git.run(words("apply fix.patch"));
        QCOMPARE(git.site.read(EpisodeFixture::path(2)), mended(2));
    }

    void jsonNamesTheRules() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), broken(2));
        const QJsonArray rows = fix(site, "--format json").rows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0][QStringLiteral("status")].toString(), QStringLiteral("saved"));
        QCOMPARE(rows[0][QStringLiteral("rules")].toArray(),
                 QJsonArray{QStringLiteral("link-title-unescaped-quote")});
        QVERIFY(rows[0][QStringLiteral("diff")].toString().contains(QLatin1String("'The \"lamp\" museum'")));
    }

    void guessesAreLeftUntilAskedFor() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), EpisodeFixture::episode(2).replace("https://oil", "http://oil"));
        const QStringList command = words("fix --rule link-url-http") + QStringList{site.root()};
        const CliRun safe = runCli(command);
        QCOMPARE(safe.out,
                 QByteArray("Nothing to mend. 1 issue left: 1 with a fix that is a guess (--guesses "
                            "makes it).\n"));
        const CliRun all = runCli(command + words("--guesses"));
        QVERIFY2(all.out.endsWith("Mended 1 issue in 1 episode.\n"), all.out.constData());
    }

    void whatHasNoFixIsCounted() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("2024-03-02T18:00:00-08:00", "soon"));
        const CliRun run = runCli(words("fix --rule date-invalid") + QStringList{site.root()});
        QCOMPARE(run.out, QByteArray("Nothing to mend. 1 issue left: 1 without a fix.\n"));
        QCOMPARE(run.exitCode, 0);
    }

    void onlyTheChosenAreMended() {
        const GitFixture git;
        git.site.write(EpisodeFixture::path(1), broken(1));
        git.commitAll();
        git.site.write(EpisodeFixture::path(2), broken(2));
        git.site.write(EpisodeFixture::path(3), broken(3));
        QVERIFY(fix(git.site, "--changed-since HEAD").out.endsWith("Mended 2 issues in 2 episodes.\n"));
        QCOMPARE(git.site.read(EpisodeFixture::path(1)), broken(1));
        QCOMPARE(git.site.read(EpisodeFixture::path(2)), mended(2));
        QVERIFY(fix(git.site, "--show night-desk").out.endsWith("Mended 1 issue in 1 episode.\n"));
        QCOMPARE(git.site.read(EpisodeFixture::path(1)), mended(1));
    }

    void mutedRulesAreNotMended() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), broken(2));
        site.write(QStringLiteral(".episode-desk.json"),
                   "{\"rules\": {\"link-title-unescaped-quote\": \"off\"}}");
        QCOMPARE(fix(site, "").out, QByteArray("Nothing to mend.\n"));
        QCOMPARE(site.read(EpisodeFixture::path(2)), broken(2));
    }
};

QTEST_GUILESS_MAIN(TestFix)
#include "tst_fix.moc"
