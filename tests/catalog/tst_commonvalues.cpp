// SPDX-License-Identifier: MIT
#include "catalog/bulk/commonvalues.h"

#include "support/episodefixture.h"

#include <QTest>

class TestCommonValues : public QObject {
    Q_OBJECT

private slots:
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
        QVERIFY(values["hosts"].isSame);
        QCOMPARE(values["hosts"].members, QStringList{QStringLiteral("ada")});
        QVERIFY(!values["guests"].isSame);
        QCOMPARE(values["guests"].members, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCommonValues)
#include "tst_commonvalues.moc"
