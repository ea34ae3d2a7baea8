// SPDX-License-Identifier: MIT
#include "models/episodegroups.h"

#include "models/editsession.h"
#include "models/episodetablemodel.h"
#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using catalog::EpisodeId;
using models::EpisodeTableModel;
using models::Grouping;

class TestEpisodeGroups : public QObject {
    Q_OBJECT

    /// Two shows: night-desk with three episodes of 2024, day-desk with one of 2023 and one without a date.
    struct Opened {
        Opened()
            : validator(catalog)
            , session(catalog)
            , table(catalog, validator) {
            QDir(site.root()).mkpath(QStringLiteral("content/show/day-desk"));
            for (const int number : {7, 8}) {
                QByteArray bytes = EpisodeFixture::episode(number);
                bytes.replace("night-desk", "day-desk").replace("Night Desk", "Day Desk");
                bytes.replace("2024-03-0" + QByteArray::number(number), number == 7 ? "2023-12-31" : "soon");
                bytes.replace("00:31:08", "");
                site.write(QStringLiteral("content/show/day-desk/000%1.md").arg(number), bytes);
            }
            site.openIn(catalog);
        }
        EpisodeFixture site;
        catalog::Catalog catalog;
        catalog::Validator validator;
        models::EditSession session;
        EpisodeTableModel table;
        QAbstractItemModelTester tester{&table, QAbstractItemModelTester::FailureReportingMode::QtTest};

        /// A line a row: headings as "[label]", episodes as their number.
        QString rows() const {
            QStringList lines;
            const auto column = static_cast<int>(table.columns().indexOf(QStringLiteral("episode")));
            for (int row = 0; row < table.rowCount(); ++row) {
                const QString text = table.index(row, column).data().toString();
                lines += table.isHeading(row) ? QLatin1Char('[') + text + QLatin1Char(']') : text;
            }
            return lines.join(QLatin1Char(' '));
        }
        EpisodeId byNumber(const char* number) const {
            for (int id = 0; id < catalog.size(); ++id)
                if (catalog.episode({id}).summary().number == QLatin1String(number))
                    return {id};
            return {};
        }
    };

private slots:
    void groups_data() {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QString>("sorted"); ///< the column
        QTest::addColumn<QString>("rows");
        const auto row = [](const char* name, Grouping grouping, const char* sorted, const char* rows) {
            QTest::newRow(name) << static_cast<int>(grouping) << QString::fromLatin1(sorted)
                                << QString::fromLatin1(rows);
        };
        row("none", Grouping::None, "", "3 2 1 7 8");
        row("show", Grouping::Show, "", "[day-desk] 7 8 [Night Desk] 3 2 1");
        row("show, by number", Grouping::Show, "episode", "[day-desk] 7 8 [Night Desk] 1 2 3");
        row("year", Grouping::Year, "", "[2024] 3 2 1 [2023] 7 [No date] 8");
    }
    void groups() {
        QFETCH(int, grouping);
        QFETCH(QString, sorted);
        QFETCH(QString, rows);
        Opened open;
        open.table.setGrouping(static_cast<Grouping>(grouping));
        if (!sorted.isEmpty())
            open.table.sort(static_cast<int>(open.table.columns().indexOf(sorted)), Qt::AscendingOrder);
        QCOMPARE(open.rows(), rows);
        QCOMPARE(open.table.shownEpisodes().size(), std::size_t{5});
        for (int at = 0; at < open.table.rowCount(); ++at)
            QCOMPARE(open.table.isHeading(at) ? at : open.table.rowOf(open.table.episodeAt(at)), at);
    }

    void headingsSum() {
        Opened open;
        open.table.setGrouping(Grouping::Show);
        const QString day = open.table.index(0, 2).data(EpisodeTableModel::HeadingRole).toString();
        QVERIFY2(day.startsWith(QStringLiteral("2 ")), qPrintable(day));
        QVERIFY2(day.endsWith(QStringLiteral(" · 31 min · 28.0 MB · 1 without duration")), qPrintable(day));
        QVERIFY(!open.table.index(1, 2).data(EpisodeTableModel::HeadingRole).isValid());
        QSignalSpy changed(&open.table, &QAbstractItemModel::dataChanged);
        QVERIFY(open.session.setValue(open.byNumber("8"), {std::string("podcast_duration")},
                                      format::JsonValue::string("01:00:00")));
        QCOMPARE(changed.at(0).at(0).value<QModelIndex>().row(), 0);
        QVERIFY(open.table.index(0, 0)
                    .data(EpisodeTableModel::HeadingRole)
                    .toString()
                    .endsWith(QStringLiteral(" · 1 h 31 min · 28.0 MB")));
    }

    void foldsAndUnfolds() {
        Opened open;
        open.table.setGrouping(Grouping::Show);
        const QPersistentModelIndex last = open.table.index(6, 0);
        open.table.setFolded(0, true);
        QCOMPARE(open.rows(), QStringLiteral("[day-desk] [Night Desk] 3 2 1"));
        QCOMPARE(last.row(), 4);
        QCOMPARE(open.table.rowOf(open.byNumber("7")), -1);
        QCOMPARE(open.table.shownEpisodes().size(), std::size_t{5}); // folding is no filter
        QVERIFY(open.table.index(0, 0).data(EpisodeTableModel::FoldedRole).toBool());
        QCOMPARE(open.table.foldedGroups(), QStringList{QStringLiteral("day-desk")});
        open.table.refresh();
        QCOMPARE(open.rows(), QStringLiteral("[day-desk] [Night Desk] 3 2 1"));
        QVERIFY(open.table.unfoldTo(open.byNumber("8")));
        QVERIFY(!open.table.unfoldTo(open.byNumber("8")));
        QCOMPARE(open.rows(), QStringLiteral("[day-desk] 7 8 [Night Desk] 3 2 1"));
        open.table.foldAll(true);
        QCOMPARE(open.rows(), QStringLiteral("[day-desk] [Night Desk]"));
        open.table.foldAll(false);
        QCOMPARE(open.table.rowCount(), 7);
        open.table.setGrouping(Grouping::Year, {QStringLiteral("2024")});
        QCOMPARE(open.rows(), QStringLiteral("[2024] [2023] 7 [No date] 8"));
    }

    void filtersWithin() {
        Opened open;
        open.table.setGrouping(Grouping::Show);
        models::EpisodeFilter filter;
        filter.query = catalog::SearchQuery(QStringLiteral("\"part 2\""));
        open.table.setFilter(filter);
        QCOMPARE(open.rows(), QStringLiteral("[Night Desk] 2"));
        filter.query = catalog::SearchQuery(QStringLiteral("zeppelin"));
        open.table.setFilter(filter);
        QCOMPARE(open.table.rowCount(), 0);
    }

    void headingsAreNoEpisodes() {
        Opened open;
        open.table.setSession(&open.session);
        open.table.setGrouping(Grouping::Show);
        const QModelIndex heading = open.table.index(0, 1);
        QVERIFY(!open.table.episodeAt(0).isValid());
        QVERIFY(!heading.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!heading.flags().testFlag(Qt::ItemIsDropEnabled));
        QVERIFY(!open.table.setData(heading, QStringLiteral("x")));
        QVERIFY(heading.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("unfolded")));
    }
};

QTEST_GUILESS_MAIN(TestEpisodeGroups)
#include "tst_episodegroups.moc"
