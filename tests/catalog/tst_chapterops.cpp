// SPDX-License-Identifier: MIT
// What happens to a list of chapters when somebody moves, splits, merges, scales.
#include "catalog/chapterops.h"
#include "catalog/chaptertime.h"

#include <QTest>

using catalog::Chapter;
using catalog::ChapterChange;
using catalog::ChapterOrigins;
using catalog::Chapters;

namespace {

Chapter chapter(double start, const char* title, double end = -1) {
    Chapter made;
    made.start = qRound64(start * 1000);
    made.title = QString::fromUtf8(title);
    if (end >= 0)
        made.end = qRound64(end * 1000);
    return made;
}

/// "0 A-60 | 60 B"
QString said(const Chapters& chapters) {
    QStringList all;
    for (const Chapter& c : chapters)
        all += QString::number(static_cast<double>(c.start) / 1000) + QLatin1Char(' ') + c.title +
               (c.end ? QLatin1Char('-') + QString::number(static_cast<double>(*c.end) / 1000) : QString());
    return all.join(QStringLiteral(" | "));
}
QString said(const std::optional<ChapterChange>& change) {
    return change ? said(change->chapters) : QStringLiteral("refused");
}

const Chapters plain{chapter(0, "A"), chapter(60, "B"), chapter(120, "C")};
const Chapters met{chapter(0, "A", 60), chapter(60, "B", 100), chapter(120, "C", 150)};
const Chapters mixed{chapter(60, "B"), chapter(0, "A"), chapter(120, "C")};

} // namespace

class TestChapterOps : public QObject {
    Q_OBJECT

private slots:
    void changes_data() {
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& after, const char* expected) {
            QTest::newRow(name) << after << QString::fromUtf8(expected);
        };
        using namespace catalog;
        row("start", said(withStart(plain, 1, 75000)), "0 A | 75 B | 120 C");
        row("start past the next", said(withStart(plain, 0, 90000)), "60 B | 90 A | 120 C");
        row("start without order", said(withStart(mixed, 1, 90000)), "60 B | 90 A | 120 C");
        row("an end meets on", said(withStart(met, 1, 75000)), "0 A-75 | 75 B-100 | 120 C-150");
        row("an end that was passed stays", said(withStart(met, 1, 130000)),
            "0 A-60 | 120 C-150 | 130 B-100");
        row("added", said(withAdded(plain, {chapter(70, "N"), chapter(5, "M")}, 0)),
            "0 A | 5 M | 60 B | 70 N | 120 C");
        row("added at a start", said(withAdded(plain, {chapter(60, "N")}, 0)), "0 A | 60 B | 60 N | 120 C");
        row("added below", said(withAdded(mixed, {chapter(70, "N")}, 1)), "60 B | 0 A | 70 N | 120 C");
        row("added to none", said(withAdded({}, {chapter(70, "N")}, -1)), "70 N");
        row("removed", said(without(plain, {0, 2})), "60 B");
        row("sorted", said(sorted(mixed)), "0 A | 60 B | 120 C");
        row("nudged", said(nudged(met, {1, 2}, 500)), "0 A-60.5 | 60.5 B-100 | 120.5 C-150");
        row("nudged below 0", said(nudged(plain, {0, 1}, -500)), "refused");
        row("shifted", said(shifted(met, {1, 2}, -1000)), "0 A-59 | 59 B-99 | 119 C-149");
        row("shifted below 0", said(shifted(plain, {1, 2}, -60001)), "refused");
        row("scaled", said(scaled(plain, {0, 10000}, {120000, 250000})), "10 A | 130 B | 250 C");
        row("scaled backwards", said(scaled(plain, {120000, 250000}, {0, 10000})), "10 A | 130 B | 250 C");
        row("scaled to whole seconds", said(scaled(plain, {0, 0}, {120000, 121000})), "0 A | 61 B | 121 C");
        row("scaled to fractions", said(scaled(plain, {0, 0}, {120000, 121500})), "0 A | 60.75 B | 121.5 C");
        row("scaled, no length", said(scaled(plain, {0, 0}, {0, 1000})), "refused");
        row("scaled, crossed", said(scaled(plain, {0, 9000}, {120000, 9000})), "refused");
        row("scaled below 0", said(scaled(plain, {60000, 10000}, {120000, 120000})), "refused");
        row("split", said(split(met, 1, 80000)), "0 A-60 | 60 B-80 | 80 B-100 | 120 C-150");
        row("merged", said(mergedWithNext(met, 0)), "0 A / B-100 | 120 C-150");
        row("merged, one title", said(mergedWithNext({chapter(0, "", 5), chapter(5, "B")}, 0)), "0 B");
    }
    void changes() {
        QFETCH(QString, after);
        QFETCH(QString, expected);
        QCOMPARE(after, expected);
    }

    void knowsWhoIsWho() {
        const ChapterChange moved = catalog::withStart(plain, 0, 90000);
        QVERIFY(moved.origins == (ChapterOrigins{1, 0, 2}));
        QCOMPARE(moved.placeOf(0), 1);
        QVERIFY(moved.added().empty());
        const ChapterChange added = catalog::withAdded(plain, {chapter(70, "N")}, 0);
        QCOMPARE(added.added(), std::vector<int>{2});
        QVERIFY(catalog::mergedWithNext(plain, 1).origins == (ChapterOrigins{0, 1}));
        // The first half is the chapter that was there, with all that is written of it; the second one is
        // new.
        QVERIFY(catalog::split(plain, 1, plain[1].start + 1000).origins == (ChapterOrigins{0, 1, {}, 2}));
        QCOMPARE(catalog::mergedWithNext(plain, 1).placeOf(2), -1);
    }

    void mergingKeepsWhatOnlyTheNextSays() {
        Chapters two{chapter(0, "A"), chapter(60, "B")};
        two[0].isInContents = false;
        two[0].image = QStringLiteral("https://a.example/");
        two[1].image = QStringLiteral("https://b.example/");
        two[1].url = QStringLiteral("https://u.example/");
        two[1].location = catalog::ChapterLocation{QStringLiteral("Quay"), {}, {}};
        const Chapter one = catalog::mergedWithNext(two, 0).chapters.front();
        QCOMPARE(one.image, two[0].image);
        QCOMPARE(one.url, two[1].url);
        QVERIFY(one.location == two[1].location && one.isInContents);
    }

    void timesThatFit() {
        QCOMPARE(catalog::fittingTime(plain, 61900), 61000);
        QCOMPARE(catalog::fittingTime({chapter(0.5, "A")}, 61900), 61900);
        QCOMPARE(catalog::timeBehind({}, -1, 0), 0);
        QCOMPARE(catalog::timeBehind(plain, 0, 0), 30000);
        QCOMPARE(catalog::timeBehind(plain, 2, 0), 180000);
        QCOMPARE(catalog::timeBehind(plain, 2, 3600000), 180000);
        QCOMPARE(catalog::timeBehind(plain, 2, 130000), 125000);
        QCOMPARE(catalog::timeBehind(plain, -1, 0), 180000);
        QCOMPARE(catalog::endOf(plain, 2, 0), -1);
        QCOMPARE(catalog::endOf(mixed, 0, 0), 120000);
        QCOMPARE(catalog::endOf(met, 1, 0), 100000);
    }

    void heardAt_data() {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("rowOfMixed");
        QTest::newRow("nothing") << qint64(-1) << -1 << -1;
        QTest::newRow("start") << qint64(0) << 0 << 1;
        QTest::newRow("before a start") << qint64(59999) << 0 << 1;
        QTest::newRow("at a start") << qint64(60000) << 1 << 0;
        QTest::newRow("after the last") << qint64(9999999) << 2 << 2;
    }
    void heardAt() {
        QFETCH(qint64, time);
        QFETCH(int, row);
        QFETCH(int, rowOfMixed);
        QCOMPARE(catalog::chapterHeardAt(plain, time), row);
        QCOMPARE(catalog::chapterHeardAt(mixed, time), rowOfMixed);
    }

    void nothingIsHeardBehindAnEnd() {
        QCOMPARE(catalog::chapterHeardAt({chapter(0, "A", 50), chapter(60, "B")}, 49999), 0);
        QCOMPARE(catalog::chapterHeardAt({chapter(0, "A", 50), chapter(60, "B")}, 50000), -1);
    }

    void timesAsTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("time"); // -1: none
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* typed, qint64 time, const char* shown) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << time << QString::fromUtf8(shown);
        };
        row("1:02:03", 3723000, "1:02:03");
        row("62:03", 3723000, "1:02:03");
        row("3723", 3723000, "1:02:03");
        row("3723.5", 3723500, "1:02:03.5");
        row(" 0:12:41,25 ", 761250, "0:12:41.25");
        row("0", 0, "0:00:00");
        row("1.0006", 1001, "0:00:01.001");
        row("100:00:00", 360000000, "100:00:00");
        for (const char* none : {"", "x", "-5", "1:60", "1:60:00", "1:2:3:4", ":5", "5:", "1.", ".5", "1e3"})
            row(none, -1, "");
    }
    void timesAsTyped() {
        QFETCH(QString, typed);
        QFETCH(qint64, time);
        QFETCH(QString, shown);
        const auto parsed = catalog::parseChapterTime(typed);
        QCOMPARE(parsed.value_or(-1), time);
        if (parsed)
            QCOMPARE(catalog::chapterTimeText(*parsed), shown);
    }

    void amountsAsTyped() {
        QCOMPARE(catalog::parseChapterAmount(QStringLiteral("-1:30")).value_or(0), -90000);
        QCOMPARE(catalog::parseChapterAmount(QStringLiteral("\u22122.5")).value_or(0), -2500);
        QCOMPARE(catalog::parseChapterAmount(QStringLiteral("+3")).value_or(0), 3000);
        QCOMPARE(catalog::parseChapterAmount(QStringLiteral("3")).value_or(0), 3000);
        QVERIFY(!catalog::parseChapterAmount(QStringLiteral("--3")));
        QCOMPARE(catalog::chapterTimeText(-2500), QStringLiteral("-0:00:02.5"));
    }
};

QTEST_GUILESS_MAIN(TestChapterOps)
#include "tst_chapterops.moc"
