// SPDX-License-Identifier: MIT
#include "models/episodetablemodel.h"
#include "models/issuemodel.h"
#include "models/showlistmodel.h"

#include "models/editsession.h"
#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using models::EpisodeFilter;
using models::EpisodeTableModel;

class TestListModels : public QObject {
    Q_OBJECT

    using Tester = QAbstractItemModelTester;
    static constexpr auto mode = Tester::FailureReportingMode::QtTest;

    struct Opened {
        Opened()
            : validator(catalog)
            , session(catalog)
            , table(catalog, validator)
            , shows(catalog, validator)
            , issues(catalog, validator) {}
        EpisodeFixture site;
        catalog::Catalog catalog;
        catalog::Validator validator;
        models::EditSession session;
        EpisodeTableModel table;
        models::ShowListModel shows;
        models::IssueModel issues;
        Tester tableTester{&table, mode};
        Tester showsTester{&shows, mode};
        Tester issuesTester{&issues, mode};

        QString cell(int row, const QString& column) const {
            return table.index(row, static_cast<int>(table.columns().indexOf(column))).data().toString();
        }
        void setTitle(int id, const char* title) {
            QVERIFY(session.setValue({id}, {std::string("title")}, format::JsonValue::string(title)));
        }
    };

private slots:
    void followsTheCatalogue() {
        Opened open;
        QCOMPARE(open.table.rowCount(), 0);
        open.site.openIn(open.catalog);
        QCOMPARE(open.table.rowCount(), 3);
        QCOMPARE(open.cell(0, QStringLiteral("title")), QStringLiteral("Lanterns, part 3")); // newest first
        QCOMPARE(open.cell(0, QStringLiteral("podcast_duration")), QStringLiteral("31:03"));
        QSignalSpy changed(&open.table, &QAbstractItemModel::dataChanged);
        open.setTitle(2, "Wicks");
        QVERIFY(changed.size() >= 1);
        QCOMPARE(open.cell(0, QStringLiteral("title")), QStringLiteral("Wicks"));
        QVERIFY(open.table.index(0, 0).data(EpisodeTableModel::ChangedRole).toBool());
        open.catalog.clear();
        QCOMPARE(open.table.rowCount(), 0);
    }

    /// Whatever happens to episodes, the counts are those of a model that counts all of them.
    void countsAsIfCountedAnew() {
        Opened open;
        const auto rowsOf = [](const models::ShowListModel& model) {
            QStringList rows;
            for (int row = 0; row < model.rowCount(); ++row)
                rows += QStringLiteral("%1 %2")
                            .arg(model.index(row).data().toString())
                            .arg(model.index(row).data(models::ShowListModel::CountRole).toInt());
            return rows.join(QLatin1Char('|'));
        };
        const auto shown = [&] {
            open.validator.finish();
            QCoreApplication::processEvents();
            return rowsOf(open.shows);
        };
        const auto counted = [&] { return rowsOf(models::ShowListModel(open.catalog, open.validator)); };
        open.site.openIn(open.catalog);
        QCOMPARE(shown(), counted());
        QVERIFY(shown().contains(QLatin1String("Night Desk 3|")));
        const std::vector<std::function<void()>> happens{
            [&] { open.session.setValue({0}, {"draft"}, format::JsonValue::boolean(true)); },
            [&] { open.session.setValue({1}, {"show_slug"}, format::JsonValue::string("dawn")); },
            [&] { open.session.setValue({1}, {"title"}, format::JsonValue::string(" Dusk")); },
            [&] { open.session.undo(); },
            [&] { open.catalog.forget({2}); },
            [&] {
                open.catalog.replace(
                    {2}, *catalog::loadFile(open.site.absolute(EpisodeFixture::path(3)), open.site.root())
                              .episode);
            },
            [&] {
                open.catalog.replace({2}, {{2}, open.catalog.episode({2}).path(), "{", "broken"});
            },
            [&] { open.catalog.markSaved({0}, open.catalog.episode({0}).text()); },
            [&] { open.catalog.clear(); },
            [&] { open.site.openIn(open.catalog); }};
        for (const auto& happen : happens) {
            happen();
            QCOMPARE(shown(), counted());
        }
    }

    void filtersOverEverything_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("rows");
        QTest::newRow("empty") << QString() << 3;
        QTest::newRow("title") << QStringLiteral("\"part 2\"") << 1;
        QTest::newRow("show notes") << QStringLiteral("lamp museum") << 3;
        QTest::newRow("accent in an escape") << QStringLiteral("CAFE") << 3;
        QTest::newRow("GUID") << QStringLiteral("0b6f5d5c0002") << 1;
        QTest::newRow("nothing") << QStringLiteral("zeppelin") << 0;
    }
    void filtersOverEverything() {
        QFETCH(QString, query);
        QFETCH(int, rows);
        Opened open;
        open.site.openIn(open.catalog);
        EpisodeFilter filter;
        filter.query = catalog::SearchQuery(query);
        open.table.setFilter(filter);
        QCOMPARE(open.table.rowCount(), rows);
    }

    void sortsNaturallyAndKeepsPersistentIndexes() {
        Opened open;
        open.site.openIn(open.catalog);
        open.setTitle(0, "Lanterns, part 10");
        const int column = static_cast<int>(open.table.columns().indexOf(QStringLiteral("title")));
        open.table.sort(column, Qt::AscendingOrder);
        QCOMPARE(open.cell(0, QStringLiteral("title")), QStringLiteral("Lanterns, part 2"));
        QCOMPARE(open.cell(2, QStringLiteral("title")), QStringLiteral("Lanterns, part 10"));
        const QPersistentModelIndex held = open.table.index(2, column);
        open.table.sort(column, Qt::DescendingOrder);
        QCOMPARE(held.row(), 0);
        QCOMPARE(held.data().toString(), QStringLiteral("Lanterns, part 10"));
        QCOMPARE(open.table.rowOf({0}), 0);
    }

    void everyFieldCanBeAColumn() {
        Opened open;
        open.site.openIn(open.catalog);
        open.table.setColumns(EpisodeTableModel::allColumns());
        QCOMPARE(open.cell(0, QStringLiteral("hosts")), QStringLiteral("ada"));
        QCOMPARE(open.cell(0, QStringLiteral("tags")), QStringLiteral("lamps, oil"));
        QCOMPARE(open.cell(0, EpisodeTableModel::fileColumn), EpisodeFixture::path(3));
        for (int column = 0; column < open.table.columnCount(); ++column)
            QVERIFY(!open.table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void theSidebarCounts() {
        Opened open;
        open.site.openIn(open.catalog);
        open.shows.refresh();
        const int all = open.shows.rowOf(EpisodeFilter::Kind::All, {});
        QCOMPARE(open.shows.index(all).data(models::ShowListModel::CountRole).toInt(), 3);
        const int show = open.shows.rowOf(EpisodeFilter::Kind::All, QStringLiteral("night-desk"));
        QCOMPARE(open.shows.index(show).data().toString(), QStringLiteral("Night Desk"));
        open.setTitle(1, "Wicks");
        open.shows.refresh();
        const int changed = open.shows.rowOf(EpisodeFilter::Kind::Changed, {});
        QCOMPARE(open.shows.index(changed).data(models::ShowListModel::CountRole).toInt(), 1);
        open.table.setFilter(open.shows.filterAt(open.shows.index(changed)));
        QCOMPARE(open.table.rowCount(), 1);
    }

    void issuesOfOneEpisodeAndOfAll() {
        Opened open;
        open.site.openIn(open.catalog);
        QVERIFY(
            open.session.setValue({1}, {std::string("episode_guid")}, format::JsonValue::string("no guid")));
        open.validator.finish();
        QTRY_VERIFY(open.issues.rowCount() >= 1);
        QCOMPARE(open.issues.index(0, models::IssueModel::RuleColumn).data().toString(),
                 QStringLiteral("guid-invalid"));
        models::IssueFilter filter;
        filter.episode = {0};
        open.issues.setFilter(filter);
        for (int row = 0; row < open.issues.rowCount(); ++row)
            QCOMPARE(open.issues.issueAt(open.issues.index(row, 0))->episode, catalog::EpisodeId{0});
        QCOMPARE(open.table.index(open.table.rowOf({1}), 0).data(EpisodeTableModel::SeverityRole).toInt(),
                 static_cast<int>(catalog::Severity::Error));
    }

    void issuesInGroups_data() {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QString>("label");
        QTest::newRow("severity") << 1 << QStringLiteral("Error (2)");
        QTest::newRow("rule") << 2 << QStringLiteral("guid-invalid (1)");
        QTest::newRow("show") << 3 << QStringLiteral("night-desk (2)");
        QTest::newRow("episode") << 4 << QStringLiteral("night-desk 2 (1)");
    }
    void issuesInGroups() {
        QFETCH(int, grouping);
        QFETCH(QString, label);
        Opened open;
        open.site.openIn(open.catalog);
        QVERIFY(
            open.session.setValue({1}, {std::string("episode_guid")}, format::JsonValue::string("no guid")));
        QVERIFY(open.session.setValue({2}, {std::string("date")}, format::JsonValue::string("soon")));
        open.validator.finish();
        open.issues.setGrouping(static_cast<models::IssueModel::Grouping>(grouping));
        QTRY_COMPARE(open.issues.count(), 2);
        QStringList labels;
        int number = 0;
        for (int row = 0; row < open.issues.rowCount(); ++row) {
            const QModelIndex group = open.issues.index(row, 0);
            labels += group.data().toString();
            QVERIFY(!open.issues.issueAt(group));
            QCOMPARE(static_cast<int>(open.issues.issuesBelow(group).size()), open.issues.rowCount(group));
            for (int i = 0; i < open.issues.rowCount(group); ++i, ++number) {
                const QModelIndex issue = open.issues.index(i, 0, group);
                QVERIFY(open.issues.issueAt(issue));
                QCOMPARE(open.issues.numberOf(issue), number);
                QCOMPARE(open.issues.indexOf(number), issue);
            }
        }
        QCOMPARE(number, 2);
        QVERIFY2(labels.contains(label), qPrintable(labels.join(QLatin1Char(','))));
        models::IssueFilter filter;
        filter.words = QStringLiteral("guid night");
        open.issues.setFilter(filter);
        QCOMPARE(open.issues.count(), 1);
        filter.show = QStringLiteral("another");
        open.issues.setFilter(filter);
        QCOMPARE(open.issues.count(), 0);
        QVERIFY(!open.issues.indexOf(0).isValid());
    }
};

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_listmodels.moc"
