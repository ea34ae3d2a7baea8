// SPDX-License-Identifier: MIT
#include "support/gitfixture.h"

#include <QTest>

#include <sys/stat.h>

/// packaging/ci/pre-commit, in a repository that has it.
class TestHook : public QObject {
    Q_OBJECT

    static QByteArray flawed(int number) {
        return EpisodeFixture::episode(number).replace(
            "2024-03-0" + QByteArray::number(number) + "T18:00:00-08:00", "soon");
    }
    static QByteArray better(int number) {
        return EpisodeFixture::episode(number).replace("Open at night", "Open by day");
    }
    static void install(const GitFixture& git) {
        const QString hook = git.site.absolute(QStringLiteral(".git/hooks/pre-commit"));
        QDir(git.site.root()).mkpath(QStringLiteral(".git/hooks"));
        if (!QFile::copy(QStringLiteral(EPISODE_DESK_CI "/pre-commit"), hook) ||
            ::chmod(hook.toUtf8().constData(), 0755) != 0)
            qFatal("the hook cannot be installed");
        git.run({QStringLiteral("config"), QStringLiteral("episode-desk.cli"), cliProgram()});
    }
    static CliRun commit(const GitFixture& git, const char* options = "", const QString& folder = QString()) {
        return git.tryRun(words("commit -q -m Change") + words(options), folder);
    }
    static QString place(const char* name) {
        return QStringLiteral("content/show/night-desk/") + QString::fromUtf8(name);
    }

private slots:
    void initTestCase() {
        if (!GitFixture::isAvailable())
            QSKIP("git is not installed");
    }

    void anErrorIsRefusedAndACleanOnePasses() {
        const GitFixture git;
        install(git);
        git.site.write(EpisodeFixture::path(2), flawed(2));
        git.run(words("add -A"));
        const CliRun refused = commit(git);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("content/show/night-desk/0002.md:12:11: error: "),
                 refused.err.constData());
        QVERIFY(refused.err.contains("1 issue in 1 episode\n"));
        QVERIFY(refused.err.contains("the commit was refused"));
        QCOMPARE(commit(git, "--no-verify").exitCode, 0);

        git.site.write(EpisodeFixture::path(2), better(2));
        git.run(words("add -A"));
        const CliRun passed = commit(git);
        QVERIFY2(passed.exitCode == 0, passed.err.constData());
        QVERIFY(passed.err.contains("0 issues in 1 episode\n"));
    }

    void whatIsStagedCounts() {
        const GitFixture git;
        install(git);
        git.site.write(EpisodeFixture::path(2), better(2));
        git.run(words("add -A"));
        git.site.write(EpisodeFixture::path(2), flawed(2)); // not added
        git.site.write(EpisodeFixture::path(3), flawed(3));
        const CliRun passed = commit(git);
        QVERIFY2(passed.exitCode == 0, passed.err.constData());

        git.run(words("add -A"));
        git.site.write(EpisodeFixture::path(2), better(2)); // mended, but not added
        git.site.write(EpisodeFixture::path(3), better(3));
        QCOMPARE(commit(git).exitCode, 1);
        QCOMPARE(commit(git, "-a").exitCode, 0); // adds them
    }

    void otherEpisodesAreLookedAtButNotTold() {
        const GitFixture git;
        git.site.write(EpisodeFixture::path(3), flawed(3)); // committed before the hook was there
        git.commitAll();
        install(git);
        git.site.write(EpisodeFixture::path(2), better(2));
        git.run(words("add -A"));
        QCOMPARE(commit(git).exitCode, 0);
        git.site.write(place("0004.md"), EpisodeFixture::episode(1)); // the first one's GUID
        git.run(words("add -A"));
        const CliRun refused = commit(git);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("[guid-duplicate]"), refused.err.constData());
        QVERIFY(!refused.err.contains("0003.md:"));
    }

    void warningsAreRefusedWhereWanted() {
        const GitFixture git;
        install(git);
        git.site.write(EpisodeFixture::path(2),
                       EpisodeFixture::episode(2).replace("T18:00:00-08:00", "T18:00:00"));
        git.run(words("add -A"));
        git.run(words("config episode-desk.severity warning"));
        QCOMPARE(commit(git).exitCode, 1);
        git.run(words("config episode-desk.severity error"));
        QCOMPARE(commit(git).exitCode, 0);
    }

    /// Where no episode is committed, the program is not even started.
    void otherFilesCostNothing() {
        const GitFixture git;
        install(git);
        const QString marker = git.site.absolute(QStringLiteral(".git/marker"));
        const QString program = git.site.absolute(QStringLiteral(".git/program"));
        git.site.write(QStringLiteral(".git/program"), "#!/bin/sh\ntouch '" + marker.toUtf8() + "'\n");
        ::chmod(program.toUtf8().constData(), 0755);
        git.run({QStringLiteral("config"), QStringLiteral("episode-desk.cli"), program});
        git.site.write(QStringLiteral("README.md"), "Read.\n");
        git.site.write(place("_index.md"), "+++\ntitle = \"Night\"\n+++\n");
        git.run(words("rm -q --cached content/show/night-desk/0003.md"));
        git.run(words("add README.md content/show/night-desk/_index.md"));
        QCOMPARE(commit(git).exitCode, 0);
        QVERIFY(!QFile::exists(marker));
        git.run(words("add -A"));
        QCOMPARE(commit(git).exitCode, 0);
        QVERIFY(QFile::exists(marker));
    }

    void itIsSaidWhereTheProgramIsMissing() {
        const GitFixture git;
        install(git);
        git.run(words("config episode-desk.cli /nowhere/episode-desk-cli"));
        git.site.write(EpisodeFixture::path(2), better(2));
        git.run(words("add -A"));
        const CliRun refused = commit(git);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("not in the PATH"), refused.err.constData());
    }

    void fromAnyFolderAndOfAnyName() {
        const GitFixture git;
        install(git);
        const QString folder = git.site.absolute(QStringLiteral("content/show/night-desk"));
        const QString name = place("new \"\u00f6\"\n'x' *.md");
        git.site.write(name, flawed(2));
        git.run(words("add -A"));
        QCOMPARE(commit(git, "", folder).exitCode, 1);
        git.site.write(name, EpisodeFixture::episode(4));
        git.site.write(QStringLiteral(".episode-desk.json"), "{\"rules\": {\"filename-mismatch\": \"off\"}}");
        git.run(words("add -A"));
        const CliRun passed = commit(git, "", folder);
        QVERIFY2(passed.exitCode == 0, passed.err.constData());
    }

    void theFirstCommitAndASiteInAFolder() {
        const GitFixture git;
        git.run(words("update-ref -d HEAD"));
        install(git);
        QDir root(git.site.root());
        QVERIFY(root.mkpath(QStringLiteral("web site")));
        QVERIFY(root.rename(QStringLiteral("content"), QStringLiteral("web site/content")));
        const QString episode = QStringLiteral("web site/") + EpisodeFixture::path(2);
        git.site.write(episode, flawed(2));
        git.run(words("add -A"));
        const CliRun refused = commit(git);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("1 issue in 3 episodes"), refused.err.constData());
        git.site.write(episode, better(2));
        git.run(words("add -A"));
        const CliRun passed = commit(git);
        QVERIFY2(passed.exitCode == 0, passed.err.constData());
        QVERIFY(git.run(words("status --porcelain")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHook)
#include "tst_hook.moc"
