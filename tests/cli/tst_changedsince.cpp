// SPDX-License-Identifier: MIT
#include "support/gitfixture.h"

#include <QTest>

#include <sys/stat.h>

/// `check --changed-since` on real repositories, harmless and hostile ones.
class TestChangedSince : public QObject {
    Q_OBJECT

    /// Every file holds an issue of this rule, so that those that are told are those that were looked at.
    static QByteArray flawed(int number) {
        return EpisodeFixture::episode(number).replace(
            "2024-03-0" + QByteArray::number(number) + "T18:00:00-08:00", "soon");
    }
    static void flawAll(const GitFixture& git) {
        for (int number = 1; number <= 3; ++number)
            git.site.write(EpisodeFixture::path(number), flawed(number));
        git.commitAll();
    }
    static CliRun check(const GitFixture& git, const QString& revision = QStringLiteral("HEAD"),
                        const QString& below = QString()) {
        return runProgram(cliProgram(),
                          words("check --rule date-invalid --format json --changed-since") +
                              QStringList{revision, git.site.absolute(below)},
                          QString(), GitFixture::environment());
    }
    static QStringList filesOf(const CliRun& run) {
        QStringList files;
        for (const QJsonValue& row : run.rows())
            files += QString(row[QStringLiteral("file")].toString())
                         .remove(QStringLiteral("content/show/night-desk/"));
        return files;
    }
    static QString place(const char* name) {
        return QStringLiteral("content/show/night-desk/") + QString::fromUtf8(name);
    }
    static QByteArray touched(int number) { return flawed(number) + "More.\n"; }

private slots:
    void initTestCase() {
        if (!GitFixture::isAvailable())
            QSKIP("git is not installed");
    }

    void whatDiffersIsChecked_data() {
        QTest::addColumn<QString>("hash");
        QTest::newRow("SHA-1") << QStringLiteral("--object-format=sha1");
        QTest::newRow("SHA-256") << QStringLiteral("--object-format=sha256");
    }
    void whatDiffersIsChecked() {
        QFETCH(QString, hash);
        const GitFixture git({hash});
        flawAll(git);
        QCOMPARE(filesOf(check(git)), QStringList());
        QCOMPARE(check(git).exitCode, 0);
        git.site.write(EpisodeFixture::path(1), touched(1)); // changed
        git.site.write(EpisodeFixture::path(2), touched(2)); // staged
        git.run(words("add content/show/night-desk/0002.md"));
        git.site.write(place("0004.md"), flawed(1)); // new
        QVERIFY(QFile::remove(git.site.absolute(EpisodeFixture::path(3))));
        QCOMPARE(filesOf(check(git)), words("0001.md 0002.md 0004.md"));
        git.commitAll();
        QCOMPARE(filesOf(check(git)), QStringList());
        QCOMPARE(filesOf(check(git, QStringLiteral("HEAD~1"))), words("0001.md 0002.md 0004.md"));
        git.site.write(EpisodeFixture::path(1), flawed(1)); // as it was
        QCOMPARE(filesOf(check(git, QStringLiteral("HEAD~1"))), words("0002.md 0004.md"));
    }

    void stagedAndTakenBackIsNoChange() {
        const GitFixture git;
        flawAll(git);
        git.site.write(EpisodeFixture::path(1), touched(1));
        git.run(words("add -A"));
        git.site.write(EpisodeFixture::path(1), flawed(1));
        QCOMPARE(filesOf(check(git)), QStringList());
    }

    void namesOfEveryKind() {
        const GitFixture git;
        const QStringList names{QString::fromUtf8("a b.md"),
                                QString::fromUtf8("quote\"s.md"),
                                QString::fromUtf8("\u00f6l-\u706f.md"),
                                QString::fromUtf8("tab\there.md"),
                                QString::fromUtf8("line\nend.md"),
                                QString::fromUtf8("-dash*.md")};
        for (const QString& name : names)
            git.site.write(place("") + name, flawed(1));
        git.commitAll();
        QCOMPARE(filesOf(check(git)), QStringList());
        for (const QString& name : names)
            git.site.write(place("") + name, touched(1));
        QStringList found = filesOf(check(git)), expected = names;
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
    }

    void aRenamedFileIsNew() {
        const GitFixture git;
        flawAll(git);
        git.run(words("mv content/show/night-desk/0001.md content/show/night-desk/0009.md"));
        QCOMPARE(filesOf(check(git)), words("0009.md"));
    }

    void aFolderBelowTheRepository() {
        const GitFixture git;
        flawAll(git);
        git.site.write(EpisodeFixture::path(2), touched(2));
        QCOMPARE(filesOf(check(git, QStringLiteral("HEAD"), QStringLiteral("content/show/night-desk"))),
                 words("0002.md"));
        QCOMPARE(filesOf(check(git, QStringLiteral("HEAD"), EpisodeFixture::path(1))), QStringList());
        QCOMPARE(filesOf(check(git, QStringLiteral("HEAD"), EpisodeFixture::path(2))), words("0002.md"));
    }

    void aLinkIsItsFile() {
        const GitFixture git;
        flawAll(git);
        QVERIFY(QFile::link(QStringLiteral("0002.md"), git.site.absolute(place("0008.md"))));
        QCOMPARE(filesOf(check(git)), words("0008.md")); // new
        git.commitAll();
        QCOMPARE(filesOf(check(git)), QStringList());
        git.site.write(EpisodeFixture::path(2), touched(2));
        QCOMPARE(filesOf(check(git)), words("0002.md 0008.md"));
    }

    void lineEndsThatGitTurns() {
        const GitFixture git;
        flawAll(git);
        git.site.write(EpisodeFixture::path(2), flawed(2).replace("\n", "\r\n"));
        QCOMPARE(filesOf(check(git)), words("0002.md"));
        git.run(words("config core.autocrlf true"));
        QCOMPARE(filesOf(check(git)), QStringList());
        git.site.write(EpisodeFixture::path(2), touched(2).replace("\n", "\r\n"));
        QCOMPARE(filesOf(check(git)), words("0002.md"));
    }

    void whatIsNoCommitIsSaid_data() {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* revision, const char* error) {
            QTest::newRow(revision) << QString::fromLatin1(revision) << QByteArray(error);
        };
        row("no-such-branch", "There is no commit \"no-such-branch\" in ");
        row("HEAD~99", "There is no commit \"HEAD~99\" in ");
        row("HEAD:content", "There is no commit");
        row("HEAD..HEAD", "There is no commit");
        row("--output=marker", "\"--output=marker\" is no revision.");
        row("-h", "\"-h\" is no revision.");
        row("", "\"\" is no revision.");
    }
    void whatIsNoCommitIsSaid() {
        QFETCH(QString, revision);
        QFETCH(QByteArray, error);
        const GitFixture git;
        const CliRun run = check(git, revision);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(error), run.err.constData());
        QVERIFY(!QFile::exists(git.site.absolute(QStringLiteral("marker"))));
    }

    void whereThereIsNoRepository() {
        const EpisodeFixture site;
        QProcessEnvironment environment = GitFixture::environment();
        environment.insert(QStringLiteral("GIT_CEILING_DIRECTORIES"), QFileInfo(site.root()).path());
        const CliRun run =
            runProgram(cliProgram(), words("check --changed-since HEAD") + QStringList{site.root()},
                       QString(), environment);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("not a git repository"), run.err.constData());
    }

    void withoutGit() {
        const GitFixture git;
        QProcessEnvironment environment = GitFixture::environment();
        // A relative folder of the PATH is the catalogue's: what lies there is not git.
        git.site.write(QStringLiteral("git"), "#!/bin/sh\ntouch marker\n");
        ::chmod(git.site.absolute(QStringLiteral("git")).toUtf8().constData(), 0755);
        environment.insert(QStringLiteral("PATH"), QStringLiteral(".:"));
        const CliRun run =
            runProgram(cliProgram(), words("check --changed-since HEAD ."), git.site.root(), environment);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("Git is not installed"), run.err.constData());
        QVERIFY(!QFile::exists(git.site.absolute(QStringLiteral("marker"))));
    }

    /// A repository that names a program wherever git would run one. Git's own commands do run them, which
    /// shows that the trap works; ours never.
    void aHostileRepositoryRunsNothing() {
        const GitFixture git;
        flawAll(git);
        const QString marker = git.site.absolute(QStringLiteral("marker"));
        const QString trap = git.site.absolute(QStringLiteral("trap"));
        git.site.write(QStringLiteral("trap"), "#!/bin/sh\ntouch '" + marker.toUtf8() + "'\nexit 1\n");
        ::chmod(trap.toUtf8().constData(), 0755);
        git.site.write(QStringLiteral(".gitattributes"), "*.md filter=trap diff=trap merge=trap\n");
        QDir(git.site.root()).mkpath(QStringLiteral("hooks"));
        for (const char* hook : {"post-index-change", "post-checkout", "reference-transaction", "pre-commit"})
            QVERIFY(QFile::link(trap, git.site.absolute(QStringLiteral("hooks/") + QLatin1String(hook))));
        git.site.write(EpisodeFixture::path(2), touched(2));
        for (const char* key :
             {"core.fsmonitor", "diff.external", "diff.trap.textconv", "diff.trap.command",
              "filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "core.pager", "pager.status",
              "pager.ls-tree", "pager.rev-parse", "core.sshCommand", "core.editor", "gpg.program",
              "merge.trap.driver", "core.askPass"})
            git.run({QStringLiteral("config"), QLatin1String(key), trap});
        for (const char* name : {"ls-tree", "rev-parse", "config"})
            git.run({QStringLiteral("config"), QStringLiteral("alias.") + QLatin1String(name),
                     QLatin1Char('!') + trap});
        git.run({QStringLiteral("config"), QStringLiteral("core.hooksPath"),
                 git.site.absolute(QStringLiteral("hooks"))});
        QFile::remove(marker);
        for (const char* command : {"status", "diff"}) {
            git.tryRun(words(command));
            QVERIFY2(QFile::remove(marker), command);
        }
        const CliRun run = check(git);
        QVERIFY(!QFile::exists(marker));
        QCOMPARE(filesOf(run), words("0002.md"));
    }

    /// A clone that lacks a folder, and names the program that shall fetch it.
    void nothingIsFetched() {
        const GitFixture git;
        flawAll(git);
        const QString marker = git.site.absolute(QStringLiteral("marker"));
        const QByteArray folder = git.run(words("rev-parse HEAD:content/show")).trimmed();
        QVERIFY(QFile::remove(git.site.absolute(
            QStringLiteral(".git/objects/%1/%2")
                .arg(QString::fromLatin1(folder.left(2)), QString::fromLatin1(folder.mid(2))))));
        const auto config = [&](const char* key, const QString& value) {
            git.run({QStringLiteral("config"), QLatin1String(key), value});
        };
        config("core.repositoryFormatVersion", QStringLiteral("1"));
        config("extensions.partialClone", QStringLiteral("origin"));
        config("remote.origin.url", QStringLiteral("ssh://example.org/site"));
        config("remote.origin.promisor", QStringLiteral("true"));
        config("protocol.allow", QStringLiteral("always"));
        config("protocol.ssh.allow", QStringLiteral("always"));
        config("core.sshCommand", QStringLiteral("touch '%1'; false").arg(marker));
        git.tryRun(words("ls-tree -r HEAD"));
        QVERIFY(QFile::remove(marker)); // git alone does
        const CliRun run = check(git);
        QCOMPARE(run.exitCode, 2);
        QVERIFY(!QFile::exists(marker));
        QVERIFY2(run.err.contains("cannot be listed"), run.err.constData());
    }

    void theUsersOtherRepositoryIsNotMeant() {
        const GitFixture git, other;
        flawAll(git);
        QProcessEnvironment environment = GitFixture::environment();
        environment.insert(QStringLiteral("GIT_DIR"), other.site.absolute(QStringLiteral(".git")));
        environment.insert(QStringLiteral("GIT_INDEX_FILE"), QStringLiteral("/nowhere"));
        const CliRun run = runProgram(cliProgram(),
                                      words("check --rule date-invalid --format json --changed-since HEAD") +
                                          QStringList{git.site.root()},
                                      QString(), environment);
        QCOMPARE(filesOf(run), QStringList());
        QCOMPARE(run.exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestChangedSince)
#include "tst_changedsince.moc"
