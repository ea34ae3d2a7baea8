// SPDX-License-Identifier: MIT
#include "models/linktablemodel.h"

#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using models::LinkTableModel;

class TestLinkTableModel : public QObject {
    Q_OBJECT

    struct Opened {
        Opened()
            : session(catalog)
            , model(session) {
            site.openIn(catalog);
            model.setEpisode({0});
        }
        EpisodeFixture site;
        catalog::Catalog catalog;
        models::EditSession session;
        LinkTableModel model;
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

        std::string text() const { return catalog.episode({0}).text(); }
        QString cell(int row, int column) const { return model.index(row, column).data().toString(); }
    };

private slots:
    void showsRowsWithoutBlankLines() {
        Opened open;
        QCOMPARE(open.model.rowCount(), 3);
        QCOMPARE(open.model.linkCount(), 2);
        QCOMPARE(open.cell(0, 0), QStringLiteral("Episode Links"));
        QCOMPARE(open.cell(1, LinkTableModel::UrlColumn), QStringLiteral("https://lamps.example.org/"));
        QCOMPARE(open.cell(1, LinkTableModel::DescriptionColumn), QStringLiteral("Open at night."));
        QVERIFY(!open.model.index(1, 0).data(LinkTableModel::ChangedRole).toBool());
    }

    void aTitleThatRepeatsTheTextFollowsIt() {
        Opened open;
        const std::string before = open.text();
        QSignalSpy changed(&open.model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&open.model, &QAbstractItemModel::modelReset);
        QVERIFY(open.model.setData(open.model.index(1, 0), QStringLiteral("Lamps")));
        QCOMPARE(open.cell(1, LinkTableModel::TitleColumn), QStringLiteral("Lamps"));
        QVERIFY(open.text().find("  * [Lamps](https://lamps.example.org/ \"Lamps\") ") != std::string::npos);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QVERIFY(open.model.index(1, 0).data(LinkTableModel::ChangedRole).toBool());
        open.session.undoStack().undo();
        QCOMPARE(open.text(), before);
    }

    void addsMovesAndRemoves() {
        Opened open;
        const std::string before = open.text();
        QCOMPARE(open.model.insertLinks(2, {{"Wicks", "https://wicks.example.org/", std::nullopt, {}}}), 2);
        QCOMPARE(open.cell(2, 0), QStringLiteral("Wicks"));
        QCOMPARE(open.model.moveLinks({2}, 1), 1);
        QCOMPARE(open.cell(1, 0), QStringLiteral("Wicks"));
        QCOMPARE(open.model.insertLinks(4, {{"Last", "https://last.example.org/", std::nullopt, {}}}), 4);
        QVERIFY(open.model.removeLinks({1, 4}));
        QCOMPARE(open.model.rowCount(), 3);
        QCOMPARE(open.text(), before);
    }

    void dragsRows() {
        Opened open;
        const std::unique_ptr<QMimeData> data(open.model.mimeData({open.model.index(2, 0)}));
        QCOMPARE(data->text(), QStringLiteral("  * [Oil](https://oil.example.org/)\n"));
        QCOMPARE(data->urls().size(), 1);
        QVERIFY(open.model.dropMimeData(data.get(), Qt::MoveAction, 1, 0, {}));
        QCOMPARE(open.cell(1, 0), QStringLiteral("Oil"));
        QMimeData dropped;
        dropped.setUrls({QUrl(QStringLiteral("https://new.example.org/a")),
                         QUrl(QStringLiteral("file:///etc/hostname"))});
        QVERIFY(open.model.dropMimeData(&dropped, Qt::CopyAction, -1, -1, {}));
        QCOMPARE(open.model.linkCount(), 3);
        QCOMPARE(open.cell(3, LinkTableModel::UrlColumn), QStringLiteral("https://new.example.org/a"));
    }
};

QTEST_GUILESS_MAIN(TestLinkTableModel)
#include "tst_linktablemodel.moc"
