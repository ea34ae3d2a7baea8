// SPDX-License-Identifier: MIT
#include "catalog/search/episodefinder.h"

#include <QTest>

using catalog::EpisodeFinder;
using catalog::EpisodeName;

class TestEpisodeFinder : public QObject {
    Q_OBJECT

    static std::vector<EpisodeName> names() {
        const auto name = [](int id, const char* show, const char* showName, const char* number,
                             const char* title) {
            return EpisodeName{{id},
                               QString::fromUtf8(show),
                               QString::fromUtf8(showName),
                               QString::fromUtf8(number),
                               QString::fromUtf8(title)};
        };
        return {name(0, "night-desk", "Night Desk", "5", "Caf\u00e9 lamps"),
                name(1, "night-desk", "Night Desk", "55", "Five hundred"),
                name(2, "night-desk", "Night Desk", "605", "Wicks"),
                name(3, "harbour-hour", "Harbour Hour", "605", "Ropes for the night desk"),
                name(4, "harbour-hour", "Harbour Hour", "5", "Lamps and oil"),
                name(5, "harbour-hour", "Harbour Hour", "T-0", "Pier 605, not 5"),
                name(6, "light-tower", "", "1605", "Clamps")};
    }

private slots:
    void finds_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<int>>("ids");
        const auto row = [](const char* typed, QList<int> ids) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << ids;
        };
        row("", {0, 1, 2, 3, 4, 5, 6});
        row("nd 605", {2});
        row("hh 605", {3, 5});
        row("605", {2, 3, 5, 6});        // the number, before what only holds it
        row("5", {0, 4, 1, 5, 2, 3, 6}); // the number, numbers that begin so, words, the rest
        row("605 HH", {3, 5});
        row("harbour 605", {3, 5});
        row("hour 5", {4, 5, 3});
        row("night-desk 55", {1});
        row("t-0", {5});
        row("cafe", {0});
        row("CAF\u00c9 nd", {0});
        row("lamps", {4, 0, 6}); // title begins so, a word does, within a word
        row("oil lamps", {4});
        row("lt 1605", {6});
        row("nothing", {});
    }
    void finds() {
        QFETCH(QString, typed);
        QFETCH(QList<int>, ids);
        const EpisodeFinder finder(names());
        QList<int> found;
        for (const EpisodeName* name : finder.find(typed, 200))
            found += name->id.value;
        QCOMPARE(found, ids);
    }

    void isCutAtTheLikeliest() {
        std::vector<EpisodeName> many;
        for (int i = 0; i < 1'000; ++i)
            many.push_back(
                {{i}, QStringLiteral("show"), {}, QString::number(i), QStringLiteral("7 of something")});
        const EpisodeFinder finder(many);
        const auto found = finder.find(QStringLiteral("7"), 3);
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(found.front()->id, catalog::EpisodeId{7});
        QCOMPARE(finder.find({}, 3).size(), std::size_t{3});
        QVERIFY(EpisodeFinder().find(QStringLiteral("7"), 3).empty());
    }
};

QTEST_GUILESS_MAIN(TestEpisodeFinder)
#include "tst_episodefinder.moc"
