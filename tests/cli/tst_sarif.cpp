// SPDX-License-Identifier: MIT
#include "support/clirun.h"
#include "support/episodefixture.h"
#include "support/realcatalog.h"
#include "support/sarifrules.h"

#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

class TestSarif : public QObject {
    Q_OBJECT

    static QJsonObject check(const QString& path, const QStringList& more = {}) {
        const CliRun run =
            runCli(QStringList{QStringLiteral("check"), path} + more + words("--format sarif"));
        if (run.exitCode != 0 && run.exitCode != 1)
            qFatal("check failed: %s", run.err.constData());
        return run.object();
    }
    static QJsonObject runOf(const QJsonObject& log) { return log[QStringLiteral("runs")][0].toObject(); }
    static QJsonArray resultsOf(const QJsonObject& log) {
        return runOf(log)[QStringLiteral("results")].toArray();
    }
    static QJsonObject physicalOf(const QJsonValue& result) {
        return result[QStringLiteral("locations")][0][QStringLiteral("physicalLocation")].toObject();
    }
    static QString printOf(const QJsonValue& result) {
        const QJsonObject prints = result[QStringLiteral("partialFingerprints")].toObject();
        return prints.isEmpty() ? QString() : prints.begin()->toString();
    }
    static QByteArray withoutDate(int number) {
        return EpisodeFixture::episode(number).replace(
            "\"2024-03-0" + QByteArray::number(number) + "T18:00:00-08:00\"", "\"so\\u006f\\u00f6n\"");
    }
    static QJsonValue replaced(const QJsonValue& value, const QStringList& path, const QJsonValue& by) {
        if (path.isEmpty())
            return by;
        bool isIndex = false;
        const int index = path.first().toInt(&isIndex);
        if (isIndex) {
            QJsonArray array = value.toArray();
            array[index] = replaced(array.at(index), path.mid(1), by);
            return array;
        }
        QJsonObject object = value.toObject();
        const QJsonValue inner = replaced(object[path.first()], path.mid(1), by);
        if (inner.isUndefined())
            object.remove(path.first());
        else
            object[path.first()] = inner;
        return object;
    }

private slots:
    void aLogOfEveryKindIsValid() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1), EpisodeFixture::episode(2)); // duplicates
        site.write(EpisodeFixture::path(2), withoutDate(2));
        site.write(QStringLiteral("content/show/night-desk/bad.md"), "{\n  \"title\": nope\n}\n");
        site.write(QStringLiteral("content/show/night-desk/latin.md"), "{\n  \"title\": \"\xf6\"\n}\n");
        site.write(QStringLiteral(".episode-desk.json"), "{\"rules\": 3}");
        QCOMPARE(
            ::mkfifo(site.absolute(QStringLiteral("content/show/night-desk/pipe.md")).toUtf8().constData(),
                     0600),
            0);
        const QJsonObject log = check(site.root(), words("--severity info"));
        QCOMPARE(sarifFaults(log), QStringList());
        QVERIFY(resultsOf(log).size() >= 6);
        for (const QJsonValue& result : resultsOf(log))
            QVERIFY(result.toObject().contains(QStringLiteral("ruleIndex")));
        const QJsonValue invocation = runOf(log)[QStringLiteral("invocations")][0];
        const QJsonValue skipped = invocation[QStringLiteral("toolExecutionNotifications")][0];
        QCOMPARE(physicalOf(skipped)[QStringLiteral("artifactLocation")][QStringLiteral("uri")].toString(),
                 QStringLiteral("content/show/night-desk/pipe.md"));
        QCOMPARE(invocation[QStringLiteral("toolConfigurationNotifications")].toArray().size(), 1);
        QVERIFY(runOf(log)[QStringLiteral("tool")][QStringLiteral("driver")][QStringLiteral("rules")]
                    .toArray()
                    .size() > 100);
    }

    void aCleanCatalogueHasNoResults() {
        const EpisodeFixture site;
        const QJsonObject log = check(site.root());
        QCOMPARE(sarifFaults(log), QStringList());
        QVERIFY(runOf(log)[QStringLiteral("results")].isArray());
        QCOMPARE(resultsOf(log).size(), 0);
    }

    void theRealCatalogueIsValid() {
        if (realCatalog().isEmpty())
            QSKIP("no real catalogue: set EPISODE_DESK_CATALOG");
        QCOMPARE(sarifFaults(check(realCatalog(), words("--severity info"))).mid(0, 5), QStringList());
    }

    /// Columns count code points, and the end is the place behind the last character.
    void placesAreInCodePoints() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2)
                       .replace("Lanterns, part 2", "Lanterns \xf0\x9f\x8f\xae \\u0022x\\u0022")
                       .replace("\"2024-03-02T18:00:00-08:00\"", "/**/\"soon\"")
                       .replace("/**/", ""));
        const QJsonArray results = resultsOf(check(site.root(), words("--rule date-invalid")));
        QCOMPARE(results.size(), 1);
        QCOMPARE(physicalOf(results[0])[QStringLiteral("region")].toObject(),
                 (QJsonObject{{QStringLiteral("startLine"), 12},
                              {QStringLiteral("startColumn"), 11},
                              {QStringLiteral("endLine"), 12},
                              {QStringLiteral("endColumn"), 17}}));
        QCOMPARE(results[0][QStringLiteral("level")].toString(), QStringLiteral("error"));

        // A lantern is one code point, two UTF-16 units and four bytes; what follows it is one column on.
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("(https://oil.example.org/)",
                                                      "(https://oil.example.org/) \xf0\x9f\x8f\xae \x07."));
        const QJsonArray notes = resultsOf(check(site.root(), words("--rule body-control-char")));
        if (notes.isEmpty())
            QFAIL("the rule finds nothing");
        const QJsonValue region = physicalOf(notes[0])[QStringLiteral("region")];
        QCOMPARE(region[QStringLiteral("startColumn")].toInt(), 39);
        QCOMPARE(region[QStringLiteral("endColumn")].toInt(), 40);
    }

    void pathsArePercentEncodedAndBeginAtTheRepository() {
        const EpisodeFixture site;
        site.write(QStringLiteral("content/show/night-desk/a b%20#\u00f6?.md"), withoutDate(2));
        const auto uri = [&](const QString& path) {
            const QJsonObject log = check(path, words("--rule date-invalid"));
            return physicalOf(resultsOf(log)[0])[QStringLiteral("artifactLocation")][QStringLiteral("uri")]
                .toString();
        };
        const QString name = QStringLiteral("a%20b%2520%23%C3%B6%3F.md");
        QCOMPARE(uri(site.root()), QLatin1String("content/show/night-desk/") + name);
        const QString shows = site.absolute(QStringLiteral("content/show"));
        QCOMPARE(uri(shows), QLatin1String("night-desk/") + name);
        QVERIFY(QDir(site.root()).mkdir(QStringLiteral(".git"))); // from here on it is a repository
        QCOMPARE(uri(shows), QLatin1String("content/show/night-desk/") + name);
    }

    void severitiesAreThoseOfTheCatalogue() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), withoutDate(2));
        const QStringList rule = words("--rule date-invalid");
        site.write(QStringLiteral(".episode-desk.json"), "{\"rules\": {\"date-invalid\": \"information\"}}");
        QCOMPARE(resultsOf(check(site.root(), rule))[0][QStringLiteral("level")].toString(),
                 QStringLiteral("note"));
        site.write(QStringLiteral(".episode-desk.json"), "{\"rules\": {\"date-invalid\": \"off\"}}");
        QCOMPARE(resultsOf(check(site.root(), rule)).size(), 0);
    }

    void fingerprintsStayWhereLinesMove() {
        const EpisodeFixture site;
        const auto prints = [&](const QByteArray& text) {
            site.write(EpisodeFixture::path(2), text);
            QStringList all;
            for (const QJsonValue& result : resultsOf(check(site.root(), words("--severity info"))))
                all += printOf(result);
            all.sort();
            return all;
        };
        const QByteArray link = "  * [Oil](https://oil.example.org/)\n";
        const QByteArray text = withoutDate(2).replace(link, link + "  * [](https://a.example.org/)\n");
        const QStringList before = prints(text);
        QVERIFY(before.size() >= 2);
        QCOMPARE(prints(QByteArray(text).replace("### Episode Links", "Text.\n\n### Episode Links")), before);
        QCOMPARE(prints(QByteArray(text).replace("  \"draft\"", "\n\n  \"draft\"")), before);
        QVERIFY(prints(QByteArray(text).replace("so\\u006f", "late")) != before);
    }

    void theRulesOfSarifFindFaults_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char* path, const QJsonValue& value, const char* fault) {
            QTest::newRow(path) << QString::fromLatin1(path) << value << QString::fromLatin1(fault);
        };
        row("version", QStringLiteral("2.0.0"), "log.version is none of the words");
        row("runs/0/tool", QJsonValue::Undefined, "log.runs[0].tool is missing");
        row("runs/0/colour", 1, "log.runs[0].colour is no member");
        row("runs/0/columnKind", QStringLiteral("bytes"), "log.runs[0].columnKind is none of the words");
        row("runs/0/results/0/message", QJsonValue::Undefined, "log.runs[0].results[0].message is missing");
        row("runs/0/results/0/level", QStringLiteral("fatal"),
            "log.runs[0].results[0].level is none of the words");
        row("runs/0/results/0/ruleIndex", 0, "results[0].ruleIndex is another rule's");
        row("runs/0/results/0/ruleIndex", 5000, "results[0].ruleIndex is another rule's");
        const QByteArray place = "runs/0/results/0/locations/0/physicalLocation/";
        row(place + "region/startLine", 0,
            "log.runs[0].results[0].locations[0].physicalLocation.region.startLine is no number of the "
            "range");
        row(place + "region/endLine", 1, "results[0].region ends before it begins");
        row(place + "artifactLocation/uri", QStringLiteral("a b.md"),
            "log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri is no URI");
        row(place + "artifactLocation/index", 7, "results[0].index is another artifact's");
        row(place + "artifactLocation/uriBaseId", QStringLiteral("ROOT"),
            "results[0].uriBaseId is not defined");
        row("runs/0/originalUriBaseIds/%SRCROOT%/uri", QStringLiteral("file:///a"),
            "%SRCROOT% does not end in a slash");
        row("runs/0/invocations/0/executionSuccessful", QStringLiteral("yes"),
            "log.runs[0].invocations[0].executionSuccessful is neither true nor false");
    }
    void theRulesOfSarifFindFaults() {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, fault);
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), withoutDate(2));
        const QJsonObject log = check(site.root(), words("--rule date-invalid"));
        const QStringList faults = sarifFaults(replaced(log, path.split(QLatin1Char('/')), value).toObject());
        QVERIFY2(faults.contains(fault), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TestSarif)
#include "tst_sarif.moc"
