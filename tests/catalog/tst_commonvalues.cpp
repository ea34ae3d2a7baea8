// SPDX-License-Identifier: MIT
#include "catalog/bulk/commonvalues.h"

#include "support/episodefixture.h"

#include <QTest>

class TestCommonValues : public QObject {
    Q_OBJECT

private slots:
    /// Numbers by their value and dates by their moment, not as texts; words are no end of a range.
    void rangesAreOfValues() {
        const EpisodeFixture site;
        const auto put = [&site](int number, const char* value, const char* date) {
            site.write(EpisodeFixture::path(number),
                       EpisodeFixture::episode(number)
                           .replace("\"episode\": " + QByteArray::number(number),
                                    QByteArray("\"episode\": ") + value)
                           .replace("2024-03-0" + QByteArray::number(number) + "T18:00:00-08:00", date));
        };
        put(1, "99", "2024-03-02T01:00:00+10:00");
        put(2, "\"special\"", "soon");
        put(3, "100", "2024-03-01T20:00:00Z");
        catalog::Catalog all;
        site.openIn(all);
        std::vector<catalog::EpisodeText> texts;
        for (int i = 0; i < all.size(); ++i)
            texts.push_back(catalog::episodeTextOf(all, {i}));
        auto values = catalog::commonValuesOf(texts);
        QCOMPARE(values["episode"].least, QStringLiteral("99"));
        QCOMPARE(values["episode"].most, QStringLiteral("100"));
        QCOMPARE(values["date"].least, QStringLiteral("2024-03-02T01:00:00+10:00"));
        QCOMPARE(values["date"].most, QStringLiteral("2024-03-01T20:00:00Z"));
    }

    void tellsWhatAllSay() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), EpisodeFixture::episode(2)
                                                .replace("\"lamps\",\n    \"oil\"", "\"oil\", \"wick\"")
                                                .replace("\"guests\": []", "\"guests\": [\"ben\"]"));
        site.write(EpisodeFixture::path(4), "{ \"title\": \"torn\n"); // counts for nothing
        catalog::Catalog all;
        site.openIn(all);
        std::vector<catalog::EpisodeText> texts;
        for (int i = 0; i < all.size(); ++i)
            texts.push_back(catalog::episodeTextOf(all, {i}));
        auto values = catalog::commonValuesOf(texts);
        QVERIFY(values["show_name"].isSame);
        QCOMPARE(values["show_name"].text, QStringLiteral("Night Desk"));
        QVERIFY(!values["title"].isSame);
        QCOMPARE(values["title"].text, QString());
        QVERIFY(values["podcast_alt_file"].isSame); // none has one
        QCOMPARE(values["podcast_alt_file"].text, QString());
        QVERIFY(!values["tags"].isSame);
        QCOMPARE(values["tags"].members, QStringList{QStringLiteral("oil")});
        QCOMPARE(values["episode"].least, QStringLiteral("1"));
        QCOMPARE(values["episode"].most, QStringLiteral("3"));
        QCOMPARE(values["date"].least, QStringLiteral("2024-03-01T18:00:00-08:00"));
        QCOMPARE(values["date"].most, QStringLiteral("2024-03-03T18:00:00-08:00"));
        QCOMPARE(values["title"].most, QString());
        QVERIFY(values["hosts"].isSame);
        QCOMPARE(values["hosts"].members, QStringList{QStringLiteral("ada")});
        QVERIFY(!values["guests"].isSame);
        QCOMPARE(values["guests"].members, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCommonValues)
#include "tst_commonvalues.moc"
