// SPDX-License-Identifier: MIT
#include "catalog/habits.h"

#include <QDateTime>
#include <QTest>

using catalog::Habits;
using catalog::Trait;

namespace {

/// `count` weekly evenings in that zone, from a summer on.
void addWeeks(Habits& habits, const char* zone, int count) {
    for (int week = 0; week < count; ++week) {
        const QDateTime when(QDate(2023, 8, 1).addDays(7 * week), QTime(19, 0), QTimeZone(zone));
        habits.addOffset(QStringLiteral("show"), when.toSecsSinceEpoch(), when.offsetFromUtc());
    }
}

QByteArrayList zoneIds(const Habits& habits) {
    QByteArrayList ids;
    for (const QTimeZone& zone : habits.zonesOf(QStringLiteral("show")))
        ids += zone.id();
    return ids;
}

} // namespace

class TestHabits : public QObject {
    Q_OBJECT

private slots:
    void aHabitIsNineInTenOfTwenty_data() {
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("others");
        QTest::addColumn<bool>("isHabit");
        QTest::newRow("nineteen are too few") << 19 << 0 << false;
        QTest::newRow("twenty") << 20 << 0 << true;
        QTest::newRow("nine in ten") << 27 << 3 << true;
        QTest::newRow("less than that") << 26 << 4 << false;
    }
    void aHabitIsNineInTenOfTwenty() {
        QFETCH(int, most);
        QFETCH(int, others);
        QFETCH(bool, isHabit);
        Habits habits;
        for (int i = 0; i < most; ++i)
            habits.add({Trait::HeaderImage, QStringLiteral("show"), QStringLiteral("usual")});
        for (int i = 0; i < others; ++i)
            habits.add({Trait::HeaderImage, QStringLiteral("show"), QString::number(i)});
        QCOMPARE(habits.usual(Trait::HeaderImage, QStringLiteral("show")),
                 isHabit ? QStringLiteral("usual") : QString());
        QCOMPARE(habits.usual(Trait::HeaderImage, QStringLiteral("other show")), QString());
        for (int i = 0; i < most; ++i)
            habits.remove({Trait::HeaderImage, QStringLiteral("show"), QStringLiteral("usual")});
        QCOMPARE(habits.usual(Trait::HeaderImage, QStringLiteral("show")), QString());
    }

    void theZoneComesFromTheOffsets_data() {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : {"Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void theZoneComesFromTheOffsets() {
        QFETCH(QByteArray, zone);
        Habits habits;
        addWeeks(habits, zone.constData(), 60);
        const QByteArrayList ids = zoneIds(habits);
        QVERIFY(!ids.isEmpty());
        const QTimeZone found(ids.front());
        for (int day = 0; day < 400; day += 3) {
            const QDateTime when(QDate(2023, 8, 1).addDays(day), QTime(12, 0), Qt::UTC);
            QCOMPARE(found.offsetFromUtc(when), QTimeZone(zone).offsetFromUtc(when));
        }
    }

    void aFewOtherOffsetsDoNotMatterAndManyDo() {
        Habits habits;
        addWeeks(habits, "Europe/Berlin", 60);
        const QByteArrayList before = zoneIds(habits);
        for (int i = 0; i < 6; ++i)
            habits.addOffset(QStringLiteral("show"), 1'700'000'000 + i, -5 * 3600);
        QCOMPARE(zoneIds(habits), before);
        for (int i = 6; i < 30; ++i)
            habits.addOffset(QStringLiteral("show"), 1'700'000'000 + i, -5 * 3600);
        QCOMPARE(zoneIds(habits), QByteArrayList());
        for (int i = 0; i < 30; ++i)
            habits.removeOffset(QStringLiteral("show"), 1'700'000'000 + i, -5 * 3600);
        QCOMPARE(zoneIds(habits), before);
    }

    void aSnapshotTellsWhetherAnyHabitChanged() {
        Habits habits;
        addWeeks(habits, "Europe/Berlin", 60);
        for (int i = 0; i < 20; ++i)
            habits.add({Trait::TagOrder, {}, QStringLiteral("sorted")});
        const auto before = habits.snapshot();
        habits.add({Trait::TagOrder, {}, QStringLiteral("free")});
        QVERIFY(habits.snapshot() == before);
        for (int i = 0; i < 20; ++i)
            habits.add({Trait::TagOrder, {}, QStringLiteral("free")});
        QVERIFY(habits.snapshot() != before);
    }
};

QTEST_GUILESS_MAIN(TestHabits)
#include "tst_habits.moc"
