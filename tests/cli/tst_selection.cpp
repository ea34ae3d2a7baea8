// SPDX-License-Identifier: MIT
#include "support/clirun.h"
#include "support/episodefixture.h"

#include <QTest>

/// Two shows; the second one's only episode has the GUID of the first one's.
class TestSelection : public QObject {
    Q_OBJECT

    static void addShow(const EpisodeFixture& site) {
        QDir(site.root()).mkpath(QStringLiteral("content/show/day-desk"));
        site.write(QStringLiteral("content/show/day-desk/_index.md"), "+++\ntitle = \"Day Desk\"\n+++\n");
        site.write(QStringLiteral("content/show/day-desk/0001.md"),
                   EpisodeFixture::episode(1)
                       .replace("night-desk", "day-desk")
                       .replace("https://oil.example.org/", "https://day.example.org/"));
    }
    static QStringList filesOf(const QJsonArray& rows) {
        QStringList files;
        for (const QJsonValue& row : rows)
            files += row[QStringLiteral("file")].toString();
        files.removeDuplicates();
        return files;
    }
    static QStringList json(const char* command, const QString& path, const char* options) {
        return words(command) + QStringList{path} + words(options) + words("--format json");
    }

private slots:
    void duplicatesAreJudgedByAllShows() {
        const EpisodeFixture site;
        addShow(site);
        const QString night = EpisodeFixture::path(1), day = QStringLiteral("content/show/day-desk/0001.md");
        const auto found = [&](const char* options) {
            return filesOf(runCli(json("check", site.root(), options)).rows());
        };
        QCOMPARE(found("--rule guid-duplicate"), QStringList({day, night}));
        QCOMPARE(found("--rule guid-duplicate --show day-desk"), QStringList({day}));
        QCOMPARE(found("--rule guid-duplicate --show night-desk"), QStringList({night}));
        QCOMPARE(found("--rule guid-duplicate --show night-desk,day-desk"), QStringList({day, night}));
        QCOMPARE(found("--rule guid-duplicate --show night-desk --show day-desk"), QStringList({day, night}));
    }

    void aSearchChooses() {
        const EpisodeFixture site;
        addShow(site);
        const auto found = [&](const QString& command, const QString& query) {
            return filesOf(runCli(words(command.toUtf8().constData()) +
                                  QStringList{site.root(), QStringLiteral("--search"), query,
                                              QStringLiteral("--format"), QStringLiteral("json")})
                               .rows());
        };
        const QString day = QStringLiteral("content/show/day-desk/0001.md");
        QCOMPARE(found(QStringLiteral("list"), QStringLiteral("url:day.example.org")), QStringList{day});
        QCOMPARE(found(QStringLiteral("list"), QStringLiteral("problem:guid-duplicate -show:night")),
                 QStringList{day});
        QCOMPARE(found(QStringLiteral("check --rule guid-duplicate"), QStringLiteral("show:day-desk")),
                 QStringList{day});
        QCOMPARE(found(QStringLiteral("list"), QStringLiteral("show:night number:2..")),
                 QStringList({EpisodeFixture::path(2), EpisodeFixture::path(3)}));
        const CliRun wrong = runCli(words("list --search gest:ben") + QStringList{site.root()});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.err.contains("column 1"), wrong.err.constData());
    }

    void theCountIsThatOfTheChosen() {
        const EpisodeFixture site;
        addShow(site);
        const CliRun run =
            runCli(words("check --rule guid-duplicate --show day-desk") + QStringList{site.root()});
        QVERIFY2(run.out.endsWith("\n1 issue in 1 episode\n"), run.out.constData());
        QCOMPARE(run.exitCode, 1);
    }

    void aFileThatCannotBeReadBelongsToItsFolder() {
        const EpisodeFixture site;
        addShow(site);
        site.write(QStringLiteral("content/show/day-desk/0002.md"), "{ nope }\n");
        const QJsonArray rows =
            runCli(json("check", site.root(), "--rule json-invalid --show day-desk")).rows();
        QCOMPARE(filesOf(rows), QStringList{QStringLiteral("content/show/day-desk/0002.md")});
        QCOMPARE(runCli(json("check", site.root(), "--rule json-invalid --show night-desk")).exitCode, 0);
    }

    void listsAndLinksOfAShow() {
        const EpisodeFixture site;
        addShow(site);
        const QStringList day{QStringLiteral("content/show/day-desk/0001.md")};
        QCOMPARE(filesOf(runCli(json("list", site.root(), "--show day-desk")).rows()), day);
        const QJsonArray links = runCli(json("links", site.root(), "--show day-desk")).rows();
        QCOMPARE(filesOf(links), day);
        QCOMPARE(links[1][QStringLiteral("url")].toString(), QStringLiteral("https://day.example.org/"));
    }

    void onlyAFileOrAFolder() {
        const EpisodeFixture site;
        addShow(site);
        const QString night = EpisodeFixture::path(1);
        const auto found = [&](const char* only) {
            const QStringList command = words("check . --rule guid-duplicate --format json --only");
            const CliRun run = runCli(command + words(only), site.root());
            return filesOf(run.rows());
        };
        QCOMPARE(found("content/show/night-desk/0001.md"), QStringList{night});
        QCOMPARE(found("./content/show/night-desk"), QStringList{night});
        QCOMPARE(found("content/show/night-desk/0002.md"), QStringList());
        QCOMPARE(found("content/show/night-desk/0002.md --only content/show").size(), 2);
        QCOMPARE(found("content/people/ada.md"), QStringList()); // there, but no episode
    }

    void aShowFolderIsNoPrefix() {
        const EpisodeFixture site;
        addShow(site);
        QVERIFY(QDir(site.absolute(QStringLiteral("content/show")))
                    .rename(QStringLiteral("day-desk"), QStringLiteral("night-desk-2")));
        const CliRun run = runCli(words("list --format json --show night-desk-2") + QStringList{site.root()});
        QCOMPARE(run.rows().size(), 1);
    }

    void whatDoesNotExistIsSaid_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("show") << words("--show day-desk,noon-desk")
                              << QByteArray("\"noon-desk\" is no show here. Shows: day-desk, night-desk.");
        QTest::newRow("no show") << QStringList{QStringLiteral("--show"), QString()}
                                 << QByteArray("\"\" is no show here.");
        QTest::newRow("file") << words("--only nowhere.md") << QByteArray("nowhere.md does not exist.");
    }
    void whatDoesNotExistIsSaid() {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, error);
        const EpisodeFixture site;
        addShow(site);
        for (const char* command : {"check", "fix --rule date-invalid"}) {
            const CliRun run = runCli(words(command) + QStringList{site.root()} + options);
            QCOMPARE(run.exitCode, 2);
            QVERIFY2(run.err.contains(error), run.err.constData());
            QCOMPARE(run.out, QByteArray());
        }
    }
};

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
