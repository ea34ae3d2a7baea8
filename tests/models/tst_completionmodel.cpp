// SPDX-License-Identifier: MIT
#include "models/completionmodel.h"

#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using catalog::FieldKind;
using models::CompletionModel;

class TestCompletionModel : public QObject {
    Q_OBJECT

private slots:
    void offersWhatSiteAndCatalogueKnow_data() {
        QTest::addColumn<FieldKind>("kind");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("hosts: the used one first, with names")
            << FieldKind::Hosts
            << QStringList{QStringLiteral("ada — Ada Quill"), QStringLiteral("ben — Ben Harrow")};
        QTest::newRow("guests: no one used")
            << FieldKind::Guests
            << QStringList{QStringLiteral("ada — Ada Quill"), QStringLiteral("ben — Ben Harrow")};
        QTest::newRow("tags of the catalogue")
            << FieldKind::Tags << QStringList{QStringLiteral("lamps"), QStringLiteral("oil")};
        QTest::newRow("categories") << FieldKind::TextList << QStringList{QStringLiteral("Night Desk")};
        QTest::newRow("sponsors: none known, none used") << FieldKind::Sponsors << QStringList();
    }
    void offersWhatSiteAndCatalogueKnow() {
        QFETCH(FieldKind, kind);
        QFETCH(QStringList, shown);
        EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        CompletionModel model(catalog, kind);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setShow(QStringLiteral("night-desk"));
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows += model.index(row).data().toString();
        QCOMPARE(rows, shown);
    }

    void countsUsesOfTheShow() {
        EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        CompletionModel model(catalog, FieldKind::Hosts);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setShow(QStringLiteral("night-desk"));
        QCOMPARE(model.index(0).data(CompletionModel::UsesRole).toInt(), 3);
        QCOMPARE(model.index(0).data(Qt::EditRole).toString(), QStringLiteral("ada"));
        model.setShow(QStringLiteral("another-show"));
        QCOMPARE(model.index(0).data(CompletionModel::UsesRole).toInt(), 0);
    }

    /// Until a large catalogue is counted, the rows are what the site knows, then those of before.
    void aLargeCatalogueIsCountedBehind() {
        EpisodeFixture site;
        constexpr int many = 260;
        for (int number = 4; number <= many; ++number)
            site.write(EpisodeFixture::path(number),
                       EpisodeFixture::episode(number % 10).replace("\"ada\"", "\"zoe\""));
        catalog::Catalog catalog;
        site.openIn(catalog);
        CompletionModel model(catalog, FieldKind::Hosts);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto first = [&model] { return model.index(0).data(CompletionModel::IdRole).toString(); };
        const auto uses = [&model] { return model.index(0).data(CompletionModel::UsesRole).toInt(); };
        model.setShow(QStringLiteral("night-desk"));
        QVERIFY(model.isCounting());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(uses(), 0);
        QTRY_VERIFY(!model.isCounting());
        QCOMPARE(first(), QStringLiteral("zoe"));
        QCOMPARE(uses(), many - 3);
        QCOMPARE(model.rowCount(), 3);
        // What is wanted last counts, however many were wanted before it.
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (const char* show : {"night-desk", "another-show", "night-desk", "no-show"})
            model.setShow(QLatin1String(show));
        QCOMPARE(uses(), many - 3);
        QTRY_VERIFY(!model.isCounting());
        QCOMPARE(uses(), 0);
        QCOMPARE(first(), QStringLiteral("zoe")); // used most in all
        QCOMPARE(resets.size(), 1);
    }

    /// Nobody is offered who comes from the catalogue before.
    void anotherCatalogueWhileOneIsCounted() {
        EpisodeFixture site;
        for (int number = 4; number <= 260; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number % 10));
        catalog::Catalog catalog;
        site.openIn(catalog);
        CompletionModel model(catalog, FieldKind::Tags);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setShow(QStringLiteral("night-desk"));
        catalog.clear();
        QVERIFY(!model.isCounting());
        QTest::qWait(50);
        QCOMPARE(model.rowCount(), 0);
        site.openIn(catalog);
        model.setShow(QStringLiteral("night-desk"));
        QTRY_COMPARE(model.rowCount(), 2);
        catalog.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void knowsOnlyWhereTheSiteTells() {
        EpisodeFixture site;
        catalog::Catalog catalog;
        CompletionModel hosts(catalog, FieldKind::Hosts);
        CompletionModel sponsors(catalog, FieldKind::Sponsors);
        QVERIFY(hosts.isKnown(QStringLiteral("zoe"))); // no site: nothing is called unknown
        site.openIn(catalog);
        QVERIFY(!hosts.isKnown(QStringLiteral("zoe")));
        QVERIFY(hosts.isKnown(QStringLiteral("ben")));
        QCOMPARE(hosts.nameOf(QStringLiteral("ben")), QStringLiteral("Ben Harrow"));
        QVERIFY(sponsors.isKnown(QStringLiteral("anyone"))); // the site has no folder of sponsors
    }
};

QTEST_GUILESS_MAIN(TestCompletionModel)
#include "tst_completionmodel.moc"
