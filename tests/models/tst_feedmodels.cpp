// SPDX-License-Identifier: MIT
#include "catalog/feed/feedreading.h"
#include "models/feedfindingsmodel.h"
#include "models/feeditemsmodel.h"
#include "models/feedmodel.h"
#include "support/episodefixture.h"
#include "support/feedfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using models::FeedFindingsModel;
using models::FeedItemsModel;
using models::FeedModel;

/// The three tables that show feeds.
class TestFeedModels : public QObject {
    Q_OBJECT

    static const QString& show() {
        static const QString slug = QStringLiteral("night-desk");
        return slug;
    }
    /// Two new items: one that can be made, one without a date.
    struct Planned {
        explicit Planned(const EpisodeFixture& site) {
            site.openIn(catalog);
            const QByteArray bytes = feedfixture::rss(
                feedfixture::fullItem() + "<item><title>13: Undated</title></item>" + feedfixture::item(3));
            feed = std::make_shared<const catalog::Feed>(
                catalog::readFeed({bytes.constData(), static_cast<std::size_t>(bytes.size())}).value());
            const auto comparison = catalog::compareFeed(*feed, catalog::comparisonSource(catalog, show()));
            model.setEpisodes(feed, catalog::feedEpisodes(catalog, show(), *feed, comparison, true));
        }
        catalog::Catalog catalog;
        std::shared_ptr<const catalog::Feed> feed;
        FeedItemsModel model;
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    };
    static QStringList texts(const QAbstractItemModel& model, int row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells += model.index(row, column).data().toString();
        return cells;
    }
    static std::shared_ptr<const catalog::ShowFeed> feedOf(const EpisodeFixture& site) {
        catalog::Catalog catalog;
        site.openIn(catalog);
        return std::make_shared<const catalog::ShowFeed>(
            catalog::showFeed(catalog::showFeedSource(catalog, show()), {true, 0, {}}));
    }

private slots:
    void newItems() {
        const EpisodeFixture site;
        const Planned planned(site);
        QCOMPARE(planned.model.rowCount(), 2);
        QCOMPARE(texts(planned.model, 0),
                 (QStringList{QStringLiteral("12"), QStringLiteral("Wicks & Wax"),
                              QStringLiteral("2024-04-12"), EpisodeFixture::path(12)}));
        QCOMPARE(planned.model.impossible(), 1);
        QCOMPARE(planned.model.ticked(), std::vector<int>{0});
        QVERIFY(texts(planned.model, 1).last().contains(QLatin1String("date")));
    }

    void ticks() {
        const EpisodeFixture site;
        Planned planned(site);
        const QSignalSpy told(&planned.model, &FeedItemsModel::ticksChanged);
        QVERIFY(planned.model.setData(planned.model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(planned.model.tickedCount(), 0);
        QCOMPARE(told.size(), 1);
        QVERIFY(!planned.model.setData(planned.model.index(1, 0), Qt::Checked, Qt::CheckStateRole));
        planned.model.tickAll(true);
        QCOMPARE(planned.model.ticked(), std::vector<int>{0}); // what cannot be made has no box
        planned.model.tickAll(false);
        QCOMPARE(planned.model.tickedCount(), 0);
    }

    void feedAndFindings() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), EpisodeFixture::episode(2).replace("14000002", "null"));
        const auto feed = feedOf(site);
        const auto found = catalog::checkFeed(feed->feed);
        FeedModel items;
        FeedFindingsModel findings;
        const QAbstractItemModelTester itemsTester(&items,
                                                   QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester findingsTester(&findings,
                                                      QAbstractItemModelTester::FailureReportingMode::QtTest);
        items.setFeed(feed, found);
        findings.setFindings(feed, found);
        QCOMPARE(items.rowCount(), 3);
        QCOMPARE(items.index(0, FeedModel::TitleColumn).data().toString(),
                 QStringLiteral("Lanterns, part 3"));
        QCOMPARE(items.index(0, FeedModel::FindingsColumn).data().toString(), QString());
        QCOMPARE(items.index(1, FeedModel::FindingsColumn).data().toString(), QStringLiteral("1"));
        QCOMPARE(items.rowOf({1}), 1);
        QCOMPARE(items.rowOf({7}), -1);
        QCOMPARE(items.itemAt(3), nullptr);
        QVERIFY(findings.required() > 0);
        QCOMPARE(findings.itemAt(0), -1);
        QCOMPARE(findings.itemAt(findings.rowCount() - 1), 1);
        QCOMPARE(findings.index(findings.rowCount() - 1, FeedFindingsModel::SubjectColumn).data().toString(),
                 QStringLiteral("2: Lanterns, part 2"));
    }
};

QTEST_MAIN(TestFeedModels)
#include "tst_feedmodels.moc"
