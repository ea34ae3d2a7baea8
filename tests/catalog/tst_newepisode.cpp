// SPDX-License-Identifier: MIT
#include "catalog/newepisode.h"

#include "catalog/values.h"
#include "support/episodefixture.h"

#include <QTest>

class TestNewEpisode : public QObject {
    Q_OBJECT

    static format::Document last() {
        return format::Document::parse(EpisodeFixture::episode(3).toStdString()).value();
    }

private slots:
    void numbers_data() {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("next");
        QTest::newRow("plain") << QStringLiteral("605") << QStringLiteral("606");
        QTest::newRow("padded") << QStringLiteral("0099") << QStringLiteral("0100");
        QTest::newRow("one digit more") << QStringLiteral("99") << QStringLiteral("100");
        QTest::newRow("words") << QStringLiteral("T-0") << QString();
        QTest::newRow("none") << QString() << QString();
    }
    void numbers() {
        QFETCH(QString, number);
        QFETCH(QString, next);
        QCOMPARE(catalog::nextNumber(number), next);
    }

    void dates_data() {
        QTest::addColumn<QString>("dates");
        QTest::addColumn<QString>("next");
        QTest::newRow("weekly") << QStringLiteral("2024-03-15T18:00:00-08:00 2024-03-08 2024-03-01")
                                << QStringLiteral("2024-03-22T18:00:00-08:00");
        QTest::newRow("fortnightly, once late")
            << QStringLiteral("2024-03-30 2024-03-16 2024-02-20 2024-02-06 2024-01-23")
            << QStringLiteral("2024-04-13");
        QTest::newRow("one alone") << QStringLiteral("2024-03-01") << QStringLiteral("2024-03-08");
        QTest::newRow("none") << QStringLiteral("soon") << QString();
    }
    void dates() {
        QFETCH(QString, dates);
        QFETCH(QString, next);
        QCOMPARE(catalog::nextDate(dates.split(QLatin1Char(' '))), next);
    }

    void goesOnAsTheLastOne() {
        const auto episode =
            catalog::suggestNewEpisode(last(), QStringLiteral("0003.md"), {QStringLiteral("2024-03-03")});
        QCOMPARE(episode.number, QStringLiteral("4"));
        QCOMPARE(episode.padded, QStringLiteral("0004"));
        QCOMPARE(episode.slug, QStringLiteral("4"));
        QCOMPARE(episode.fileName, QStringLiteral("0004.md"));
        QCOMPARE(catalog::guidStateOf(episode.guid), catalog::GuidState::Valid);
    }

    /// Only values differ: keys, their order and all spelling are the last one's.
    void text() {
        auto episode = catalog::suggestNewEpisode(last(), QStringLiteral("0003.md"),
                                                  {QStringLiteral("2024-03-03T18:00:00-08:00")});
        episode.title = QStringLiteral("Café");
        episode.bytes = 5;
        episode.seconds = 61;
        const auto text = catalog::newEpisodeText(last(), episode);
        QVERIFY(text.hasValue());
        QByteArray expected = EpisodeFixture::episode(3);
        const auto put = [&expected](const char* from, const QByteArray& to) {
            QVERIFY2(expected.contains(from), from);
            expected.replace(from, to);
        };
        put("\"draft\": false", "\"draft\": true");
        put("\"episode\": 3", "\"episode\": 4");
        put("\"0003\"", "\"0004\"");
        put("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0003", episode.guid.toLatin1());
        put("\"slug\": \"3\"", "\"slug\": \"4\"");
        put("Lanterns, part 3", "Caf\\u00e9");
        put("\"We caf\\u00e9 and \\\"talk\\\".\"", "\"\"");
        put("2024-03-03T", "2024-03-10T");
        put("\"tags\": [\n    \"lamps\",\n    \"oil\"\n  ]", "\"tags\": []");
        put("00:31:03", "00:01:01");
        put("\"https://media.example.org/night-desk-3.mp3\"", "null");
        put("14000003", "5");
        put("\"fireside_url\": \"/3\"", "\"fireside_url\": null");
        expected.truncate(expected.indexOf("  * ["));
        const QByteArray made = QByteArray::fromStdString(*text);
        QCOMPARE(made.left(expected.size()), expected);
        QVERIFY(made.mid(expected.size()).trimmed().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNewEpisode)
#include "tst_newepisode.moc"
