// SPDX-License-Identifier: MIT
#include "catalog/bulk/bulkparts.h"

#include "support/episodefixture.h"

#include <QTest>

using catalog::BulkAction;
using catalog::BulkEdit;
using catalog::DateShift;
using catalog::EpisodeId;

Q_DECLARE_METATYPE(DateShift)

class TestBulkDates : public QObject {
    Q_OBJECT

    static constexpr int hour = 60 * 60;

    /// A site whose show is made in California, by the offsets of a year of Saturdays.
    struct Site : EpisodeFixture {
        explicit Site(const QByteArray& date) {
            const QTimeZone zone("America/Los_Angeles");
            for (int week = 0; week < 52; ++week) {
                const QDateTime wall(QDate(2023, 1, 7).addDays(7 * week), QTime(10, 0), zone);
                write(path(10 + week), file('"' + wall.toString(Qt::ISODate).toUtf8() + '"'));
            }
            write(path(1), file(date));
            openIn(catalog);
        }
        static QByteArray file(const QByteArray& date) {
            return "{\n  \"type\": \"episode\",\n  \"date\": " + date + "\n}\n\nNotes.\n";
        }
        catalog::Catalog catalog;
    };
    /// The date that the edit makes, as the file has it; "left out" where it does not.
    static QByteArray changed(Site& site, const BulkEdit& edit) {
        const EpisodeId id{0};
        const auto proposal =
            catalog::proposalFor(site.catalog, {id}, catalog::bulkMaker(site.catalog, {id}, edit));
        if (!proposal.leftOut.empty())
            return "left out";
        for (const catalog::Edit& change : catalog::gathered(proposal).edits)
            if (!site.catalog.apply(change))
                return "not applied";
        return site.catalog.episode(id).valueText("date").toUtf8();
    }

private slots:
    void shifts_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<DateShift>("shift");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const char* before, const DateShift& shift, const char* after) {
            QTest::newRow(name) << QByteArray(before) << shift << QByteArray(after);
        };
        // Summer time began on 10 March and ended on 3 November 2024.
        const DateShift week{7, 0, true};
        const DateShift weekLater{7, 0, false};
        row("a week in winter", R"("2024-01-06T10:00:00-08:00")", week, "2024-01-13T10:00:00-08:00");
        row("a week into summer time", R"("2024-03-09T10:00:00-08:00")", week, "2024-03-16T10:00:00-07:00");
        row("a week out of summer time", R"("2024-11-02T10:00:00-07:00")", week, "2024-11-09T10:00:00-08:00");
        row("back over it", R"("2024-03-16T10:00:00-07:00")", {-7, 0, true}, "2024-03-09T10:00:00-08:00");
        row("by the moment into summer time", R"("2024-03-09T10:00:00-08:00")", weekLater,
            "2024-03-16T11:00:00-07:00");
        row("by the moment out of summer time", R"("2024-11-02T10:00:00-07:00")", weekLater,
            "2024-11-09T09:00:00-08:00");
        row("three hours on the clock, over the change", R"("2024-03-10T00:30:00-08:00")",
            {0, 3 * hour, true}, "2024-03-10T03:30:00-07:00");
        row("three hours by the moment, over the change", R"("2024-03-10T00:30:00-08:00")",
            {0, 3 * hour, false}, "2024-03-10T04:30:00-07:00");
        row("a time that does not exist", R"("2024-03-09T02:30:00-08:00")", {1, 0, true},
            "2024-03-10T03:30:00-07:00");
        row("a time that comes twice, from summer", R"("2024-11-02T01:30:00-07:00")", {1, 0, true},
            "2024-11-03T01:30:00-07:00");
        row("a time that comes twice, from winter", R"("2024-11-04T01:30:00-08:00")", {-1, 0, true},
            "2024-11-03T01:30:00-08:00");
        row("an offset of its own stays", R"("2024-03-09T10:00:00+01:00")", week,
            "2024-03-16T10:00:00+01:00");
        row("Z stays", R"("2024-03-09T10:00:00Z")", weekLater, "2024-03-16T10:00:00Z");
        row("no offset stays so", R"("2024-03-09T10:00:00")", {0, 90 * 60, true}, "2024-03-09T11:30:00");
        row("a date alone", R"("2024-02-28")", {2, 0, true}, "2024-03-01");
        row("a date alone has no hours", R"("2024-02-28")", {0, hour, true}, "left out");
        row("no date", "null", week, "left out");
        row("no text", "7", week, "left out");
        row("unreadable", R"("soon")", week, "left out");
        row("behind the last year", R"("9999-12-31T10:00:00-08:00")", week, "left out");
    }
    void shifts() {
        QFETCH(QByteArray, before);
        QFETCH(DateShift, shift);
        QFETCH(QByteArray, after);
        Site site(before);
        BulkEdit edit{BulkAction::ShiftDate, "date"};
        edit.shift = shift;
        QCOMPARE(changed(site, edit), after);
    }

    void setsTheTime_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("winter") << QByteArray(R"("2024-01-06T10:00:00-08:00")")
                                << QByteArray("2024-01-06T18:45:00-08:00");
        QTest::newRow("the day of the change")
            << QByteArray(R"("2024-03-10T01:00:00-08:00")") << QByteArray("2024-03-10T18:45:00-07:00");
        QTest::newRow("a date alone")
            << QByteArray(R"("2024-07-06")") << QByteArray("2024-07-06T18:45:00-07:00");
        QTest::newRow("an offset of its own")
            << QByteArray(R"("2024-07-06T10:00:00Z")") << QByteArray("2024-07-06T18:45:00Z");
        QTest::newRow("no date") << QByteArray("null") << QByteArray("left out");
    }
    void setsTheTime() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Site site(before);
        BulkEdit edit{BulkAction::SetTime, "date"};
        edit.time = QTime(18, 45);
        QCOMPARE(changed(site, edit), after);
    }

    void knowsNoZoneOfASmallShow() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1), Site::file(R"("2024-03-09")"));
        catalog::Catalog all;
        site.openIn(all);
        BulkEdit edit{BulkAction::SetTime, "date"};
        edit.time = QTime(18, 45);
        const auto proposal = catalog::proposalFor(all, {{0}}, catalog::bulkMaker(all, {{0}}, edit));
        QCOMPARE(proposal.leftOut.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestBulkDates)
#include "tst_bulkdates.moc"
