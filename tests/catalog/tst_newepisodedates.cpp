// SPDX-License-Identifier: MIT
#include "catalog/newepisode.h"
#include "catalog/usualvalues.h"
#include "catalog/values.h"

#include <QTest>
#include <QTimeZone>

/// The date that a new episode is given: the show's rhythm and day, at the same time on the wall.
class TestNewEpisodeDates : public QObject {
    Q_OBJECT

    /// Weekly at 17:30 on the wall, up to that day.
    static QStringList weekly(const char* zone, const QDate& newest, int count = 60) {
        QStringList dates;
        for (int i = 0; i < count; ++i) {
            const QDateTime there(newest.addDays(-7 * i), QTime(17, 30), QTimeZone(zone));
            dates += catalog::EpisodeDate{there.date(), there.time(), there.offsetFromUtc()}.toString();
        }
        return dates;
    }

private slots:
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

    void datesOverSummerTime_data() {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("newest");
        QTest::addColumn<QString>("next");
        const auto row = [](const char* name, const char* zone, const char* newest, const char* next) {
            QTest::newRow(name) << QByteArray(zone) << QDate::fromString(QLatin1String(newest), Qt::ISODate)
                                << QString::fromLatin1(next);
        };
        row("into summer", "America/Los_Angeles", "2024-03-05", "2024-03-12T17:30:00-07:00");
        row("out of summer", "America/Los_Angeles", "2024-10-29", "2024-11-05T17:30:00-08:00");
        row("within winter", "America/Los_Angeles", "2024-01-09", "2024-01-16T17:30:00-08:00");
        row("into summer, Europe", "Europe/Berlin", "2024-03-26", "2024-04-02T17:30:00+02:00");
        row("out of summer, Europe", "Europe/Berlin", "2024-10-22", "2024-10-29T17:30:00+01:00");
        row("a fixed offset", "Etc/GMT+8", "2024-03-05", "2024-03-12T17:30:00-08:00");
        row("UTC", "UTC", "2024-10-29", "2024-11-05T17:30:00+00:00");
    }
    void datesOverSummerTime() {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, newest);
        QFETCH(QString, next);
        const QStringList dates = weekly(zone, newest);
        QCOMPARE(catalog::nextDate(dates, catalog::zonesOf(dates)), next);
        // Too few to know a zone by: as the newest.
        const QStringList few = dates.mid(0, 5);
        QCOMPARE(catalog::nextDate(few, catalog::zonesOf(few)).right(6), few.front().right(6));
    }

    /// The clocks leave 02:30 out on that day.
    void anHourThatIsNot() {
        QCOMPARE(catalog::nextDate({QStringLiteral("2024-03-03T02:30:00-08:00")},
                                   {QTimeZone("America/Los_Angeles")}),
                 QStringLiteral("2024-03-10T03:30:00-07:00"));
    }

    /// Once late, it is back on its day; a show without a day keeps its distance.
    void theUsualDay() {
        QCOMPARE(catalog::nextDate({QStringLiteral("2024-03-14"), QStringLiteral("2024-03-05"),
                                    QStringLiteral("2024-02-27"), QStringLiteral("2024-02-20"),
                                    QStringLiteral("2024-02-13")}),
                 QStringLiteral("2024-03-19"));
    }
};

QTEST_GUILESS_MAIN(TestNewEpisodeDates)
#include "tst_newepisodedates.moc"
