// SPDX-License-Identifier: MIT
#include "catalog/mediaresults.h"
#include "catalog/validator.h"
#include "support/episodefixture.h"

#include <QFileInfo>
#include <QTest>

using catalog::MediaFinding;

class TestMediaResults : public QObject {
    Q_OBJECT

    static MediaFinding finding() {
        MediaFinding finding;
        finding.bytes = 5'000'000'001;
        finding.type = QStringLiteral("audio/mpeg");
        finding.durationMs = 61'234;
        finding.isExact = true;
        finding.bitRate = 127'706;
        finding.title = QStringLiteral("Inside");
        finding.hasPicture = true;
        finding.chapters = 3;
        finding.problem = QStringLiteral("As it is.");
        finding.when = QDateTime(QDate(2026, 3, 1), QTime(9, 30), Qt::UTC);
        return finding;
    }
    static MediaFinding ofFile(const QString& path) {
        const QFileInfo info(path);
        MediaFinding local = finding();
        local.file = path;
        local.bytes = info.size();
        local.fileTime = info.lastModified();
        return local;
    }
    static QStringList rulesOf(const catalog::Validator& validator) {
        QStringList rules;
        for (const catalog::Issue& issue : validator.issuesOf({0}))
            if (issue.rule == QLatin1String("bytes-differ"))
                rules += issue.rule;
        return rules;
    }

private slots:
    void areKept() {
        const EpisodeFixture site;
        const QString file = site.absolute(QStringLiteral("kept/media.json"));
        const QString key = QStringLiteral("https://media.example.org/1.mp3");
        catalog::MediaResults results;
        results.open(file);
        results.take(key, finding());
        QCOMPARE(results.save(), QString());

        catalog::MediaResults again;
        again.open(file);
        QCOMPARE(again.findings().count(), 1);
        QVERIFY(again.find(key));
        QVERIFY(*again.find(key) == finding());
        QVERIFY(!again.find(QStringLiteral("https://media.example.org/2.mp3")));
    }

    void aBrokenFileIsAnEmptyOne_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"a\": {\"byt");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("no date") << QByteArray("{\"a\": {\"bytes\": 5}}");
    }
    void aBrokenFileIsAnEmptyOne() {
        QFETCH(QByteArray, bytes);
        const EpisodeFixture site;
        site.write(QStringLiteral("media.json"), bytes);
        catalog::MediaResults results;
        results.open(site.absolute(QStringLiteral("media.json")));
        QCOMPARE(results.findings().count(), 0);
    }

    void anotherFileIsNotTheOneThatWasMeasured() {
        const EpisodeFixture site;
        site.write(QStringLiteral("1.mp3"), "sound");
        const QString file = site.absolute(QStringLiteral("1.mp3"));
        catalog::MediaResults results;
        results.take(QStringLiteral("key"), ofFile(file));
        QVERIFY(results.find(QStringLiteral("key")));
        QCOMPARE(results.findings().current().count(), 1);
        site.write(QStringLiteral("1.mp3"), "other sound");
        QVERIFY(!results.find(QStringLiteral("key")));
        QCOMPARE(results.findings().current().count(), 0);
        QVERIFY(QFile::remove(file));
        QVERIFY(!results.find(QStringLiteral("key")));
    }

    void becomeIssuesWhenMeasuringIsOver() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        catalog::MediaResults results;
        validator.setMediaResults(results);
        validator.finish();
        QCOMPARE(rulesOf(validator), QStringList());
        results.take(catalog::mediaKey(*catalog.episode({0}).document()), finding());
        results.save();
        validator.finish();
        QCOMPARE(rulesOf(validator), QStringList{QStringLiteral("bytes-differ")});
    }

    void durations_data() {
        QTest::addColumn<qint64>("stated");
        QTest::addColumn<qint64>("measured");
        QTest::addColumn<bool>("differs");
        QTest::newRow("the same") << qint64{60} << qint64{60'000} << false;
        QTest::newRow("rounded down") << qint64{60} << qint64{60'999} << false;
        QTest::newRow("rounded up") << qint64{60} << qint64{59'001} << false;
        QTest::newRow("a second more") << qint64{60} << qint64{61'000} << true;
        QTest::newRow("a second less") << qint64{60} << qint64{59'000} << true;
    }
    void durations() {
        QFETCH(qint64, stated);
        QFETCH(qint64, measured);
        QFETCH(bool, differs);
        QCOMPARE(catalog::durationDiffers(stated, measured), differs);
    }
};

QTEST_GUILESS_MAIN(TestMediaResults)
#include "tst_mediaresults.moc"
