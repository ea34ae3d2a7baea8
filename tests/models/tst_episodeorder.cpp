// SPDX-License-Identifier: MIT
#include "models/episodeorder.h"
#include "models/episodetablemodel.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using catalog::Episode;
using catalog::EpisodeId;
using models::EpisodeOrder;
using models::EpisodeTableModel;

namespace {

Episode numbered(int number, const QString& title = QStringLiteral("Harbour")) {
    const std::string n = std::to_string(number);
    const std::string text = "{\n  \"type\": \"episode\",\n  \"show_slug\": \"show\",\n  \"episode\": " + n +
                             ",\n  \"title\": \"" + title.toStdString() +
                             "\",\n  \"date\": \"2024-01-01T00:00:00Z\"\n}\n";
    auto document = format::Document::parse(text);
    return Episode({}, QStringLiteral("/none/%1.md").arg(number),
                   std::make_shared<const format::Document>(std::move(document).value()));
}

std::vector<Episode> manyNumbered(int from, int count) {
    std::vector<Episode> episodes;
    for (int i = 0; i < count; ++i)
        episodes.push_back(numbered(from + (i * 7919) % count));
    return episodes;
}

double numberOf(const Episode& episode) {
    return episode.summary().number.toDouble();
}

const QDeadlineTimer atOnce(QDeadlineTimer::Forever);

} // namespace

/// The order of a column, worked out in turns; and the table of a catalogue that is large enough to need
/// them.
class TestEpisodeOrder : public QObject {
    Q_OBJECT

private slots:
    /// Whatever is added and edited between turns of whatever length: the order is that of one stable sort.
    void isThatOfASort_data() {
        QTest::addColumn<bool>("isDescending");
        QTest::newRow("ascending") << false;
        QTest::newRow("descending") << true;
    }
    void isThatOfASort() {
        QFETCH(bool, isDescending);
        std::mt19937 dice(7);
        catalog::Catalog catalog;
        EpisodeOrder order(catalog);
        std::vector<double> keys;
        const auto makeKey = [&](const Episode& episode) {
            return EpisodeOrder::Key{keys[static_cast<std::size_t>(episode.id().value)], {}};
        };
        order.use(makeKey, isDescending);
        for (int round = 0; round < 60; ++round) {
            const int more = static_cast<int>(dice() % 400);
            for (int i = 0; i < more; ++i)
                keys.push_back(static_cast<double>(dice() % 50)); // many are equal
            catalog.add(manyNumbered(round * 1000, more));
            for (int i = 0; i < 5 && !keys.empty(); ++i) {
                const auto id = static_cast<int>(dice() % keys.size());
                keys[static_cast<std::size_t>(id)] = static_cast<double>(dice() % 50);
                order.touch({id});
            }
            if (!order.work(dice() % 2 == 0 ? QDeadlineTimer(0) : atOnce))
                continue;
            std::vector<EpisodeId> expected;
            for (int id = 0; id < catalog.size(); ++id)
                expected.push_back({id});
            std::stable_sort(expected.begin(), expected.end(), [&](EpisodeId a, EpisodeId b) {
                const double left = keys[static_cast<std::size_t>(a.value)];
                const double right = keys[static_cast<std::size_t>(b.value)];
                return isDescending ? left > right : left < right;
            });
            QCOMPARE(order.ids(), expected);
        }
        QVERIFY(order.work(atOnce));
        QCOMPARE(static_cast<int>(order.ids().size()), catalog.size());
    }

    /// Sorting by a column again, either way, makes no key anew but those of what was edited meanwhile.
    void keysOfAColumnAreKept() {
        catalog::Catalog catalog;
        catalog.add(manyNumbered(0, 3000));
        std::vector<double> keys(3000);
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys[i] = static_cast<double>((i * 7919) % 3000);
        int made = 0;
        const auto use = [&](EpisodeOrder& order, const char* column, bool isDescending) {
            const auto makeKey = [&](const Episode& episode) {
                ++made;
                return EpisodeOrder::Key{keys[static_cast<std::size_t>(episode.id().value)], {}};
            };
            made = 0;
            order.use(makeKey, isDescending, QString::fromLatin1(column));
            QVERIFY(order.work(atOnce));
        };
        EpisodeOrder order(catalog);
        use(order, "title", false);
        QCOMPARE(made, 3000);
        use(order, "date", false);
        QCOMPARE(made, 3000);
        use(order, "title", true);
        QCOMPARE(made, 0);
        QCOMPARE(keys[static_cast<std::size_t>(order.ids().front().value)], 2999.0);
        keys[7] = 5000;
        order.touch({7});
        QVERIFY(order.work(atOnce));
        QCOMPARE(made, 1);
        QCOMPARE(order.ids().front(), EpisodeId{7});
        keys[8] = 6000;
        order.touch({8}); // of the other column, too
        use(order, "date", true);
        QCOMPARE(made, 2);
        QCOMPARE(order.ids().front(), EpisodeId{8});
        use(order, "", true); // nothing is known of what hangs on more than the text
        QCOMPARE(made, 3000);
        use(order, "", true);
        QCOMPARE(made, 3000);
        order.clear();
        use(order, "title", true);
        QCOMPARE(made, 3000);
    }

    void worksInTurns() {
        catalog::Catalog catalog;
        catalog.add(manyNumbered(0, 5000));
        EpisodeOrder order(catalog);
        order.use([](const Episode& episode) { return EpisodeOrder::Key{numberOf(episode), {}}; }, false);
        int turns = 0;
        while (!order.work(QDeadlineTimer(0)))
            QVERIFY(++turns < 100);
        QVERIFY(turns > 1);
        QCOMPARE(catalog.episode(order.ids().front()).summary().number, QStringLiteral("0"));
        QCOMPARE(catalog.episode(order.ids().back()).summary().number, QStringLiteral("4999"));
    }

    void largeCatalogueIsShownInTheEnd() {
        catalog::Catalog catalog;
        catalog::Validator validator(catalog);
        EpisodeTableModel table(catalog, validator);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int from = 0; from < 6000; from += 1000)
            catalog.add(manyNumbered(from, 1000));
        QTRY_COMPARE(table.rowCount(), 6000);
        const auto number = static_cast<int>(table.columns().indexOf(QStringLiteral("episode")));
        table.sort(number, Qt::AscendingOrder);
        QTRY_VERIFY(!table.isWorking());
        QCOMPARE(table.index(0, number).data().toString(), QStringLiteral("0"));
        QCOMPARE(table.index(5999, number).data().toString(), QStringLiteral("5999"));
    }

    /// A search of many turns: rows are the earlier ones until it is done, an edit begins it anew, settle()
    /// ends it.
    void searchOfManyTurns() {
        catalog::Catalog catalog;
        catalog::Validator validator(catalog);
        catalog.add(manyNumbered(0, 8000));
        EpisodeTableModel table(catalog, validator);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.refresh();
        table.settle();
        QCOMPARE(table.rowCount(), 8000);
        models::EpisodeFilter filter;
        filter.query = catalog::SearchQuery(QStringLiteral("-has:chapters number:..99"));
        table.setFilter(filter);
        QVERIFY(table.isWorking()); // every episode is parsed for it
        QCOMPARE(table.rowCount(), 8000);
        const QPersistentModelIndex held = table.index(0, 0);
        const format::Document& document = *catalog.episode({0}).document();
        const auto edits = document.set({std::string("episode")}, format::JsonValue::integer(50));
        QVERIFY(edits);
        QVERIFY(catalog.apply({{0}, *edits}));
        QVERIFY(table.isWorking());
        table.settle();
        QVERIFY(!table.isWorking());
        const bool wasBelow = numberOf(numbered((0 * 7919) % 8000)) < 100;
        QCOMPARE(table.rowCount(), wasBelow ? 100 : 101);
        QVERIFY(!held.isValid() || held.row() < table.rowCount());
    }

    void sortingKeepsHeldRows() {
        catalog::Catalog catalog;
        catalog::Validator validator(catalog);
        catalog.add(manyNumbered(0, 3000));
        EpisodeTableModel table(catalog, validator);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.refresh();
        const auto number = static_cast<int>(table.columns().indexOf(QStringLiteral("episode")));
        table.sort(number, Qt::AscendingOrder);
        table.settle();
        QCOMPARE(table.rowCount(), 3000);
        const QPersistentModelIndex held = table.index(10, number);
        const QString before = held.data().toString();
        QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        table.sort(number, Qt::DescendingOrder);
        QTRY_VERIFY(!table.isWorking());
        QCOMPARE(resets.count(), 0);
        QCOMPARE(held.data().toString(), before);
        QCOMPARE(held.row(), 3000 - 1 - 10);
    }
};

QTEST_GUILESS_MAIN(TestEpisodeOrder)
#include "tst_episodeorder.moc"
