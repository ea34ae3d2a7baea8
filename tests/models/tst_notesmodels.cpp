// SPDX-License-Identifier: MIT
#include "models/fieldmodel.h"
#include "models/linktablemodel.h"
#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using models::FieldModel;
using models::LinkTableModel;

class TestNotesModels : public QObject {
    Q_OBJECT

    struct Opened {
        Opened() {
            site.openIn(catalog);
            links.setEpisode({0});
            fields.setEpisode({0});
        }
        EpisodeFixture site;
        catalog::Catalog catalog;
        models::EditSession session{catalog};
        LinkTableModel links{session};
        FieldModel fields{session};
        QAbstractItemModelTester linkTester{&links, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QAbstractItemModelTester fieldTester{&fields, QAbstractItemModelTester::FailureReportingMode::QtTest};

        std::string text() const { return catalog.episode({0}).text(); }
        void undoAll() { session.undoStack().setIndex(0); }
        QString cell(int row, int column) const { return links.index(row, column).data().toString(); }
    };

private slots:
    void showsHeadingsAndLinks() {
        Opened open;
        QCOMPARE(open.links.rowCount(), 3);
        QCOMPARE(open.links.linkCount(), 2);
        QCOMPARE(open.cell(0, 0), QStringLiteral("Episode Links"));
        QCOMPARE(open.cell(1, LinkTableModel::UrlColumn), QStringLiteral("https://lamps.example.org/"));
        QCOMPARE(open.links.index(2, 0).data(LinkTableModel::SectionRole).toString(),
                 QStringLiteral("Episode Links"));
    }

    void titleFollowsTextWhileTheyAreEqual() {
        Opened open;
        const std::string before = open.text();
        QVERIFY(open.links.setData(open.links.index(1, 0), QStringLiteral("Lamps")));
        QCOMPARE(open.cell(1, LinkTableModel::TitleColumn), QStringLiteral("Lamps"));
        QVERIFY(open.links.setData(open.links.index(1, 0), QStringLiteral("The lamp museum")));
        QCOMPARE(open.text(), before);
        QVERIFY(open.links.setData(open.links.index(2, 0), QStringLiteral("Whale oil")));
        QCOMPARE(open.cell(2, LinkTableModel::TitleColumn), QString());
        open.undoAll();
        QCOMPARE(open.text(), before);
    }

    void addsRemovesAndMoves() {
        Opened open;
        const std::string before = open.text();
        QCOMPARE(open.links.insertLinks(2, {{"Wick", "https://wick.example.org/", std::nullopt, "Short."}}),
                 2);
        QCOMPARE(open.cell(2, 0), QStringLiteral("Wick"));
        QVERIFY(open.links.index(2, 0).data(LinkTableModel::ChangedRole).toBool());
        QCOMPARE(open.links.moveLinks({2, 3}, 1), 1);
        QCOMPARE(open.cell(1, 0), QStringLiteral("Wick"));
        QCOMPARE(open.cell(3, 0), QStringLiteral("The lamp museum"));
        QCOMPARE(open.links.moveLinks({1}, 3), 2);
        QCOMPARE(open.cell(2, 0), QStringLiteral("Wick"));
        QCOMPARE(open.links.insertLinks(4, {{"Last", "https://last.example.org/", std::nullopt, {}}}), 4);
        QVERIFY(open.links.removeLinks({2, 4}));
        QCOMPARE(open.links.linkCount(), 2);
        open.undoAll();
        QCOMPARE(open.text(), before);
        QCOMPARE(open.cell(1, 0), QStringLiteral("The lamp museum"));
    }

    void dropsAddressesAndOwnRows() {
        Opened open;
        QMimeData dropped;
        dropped.setText(QStringLiteral("https://new.example.org/\nfile:///etc/passwd"));
        QVERIFY(open.links.dropMimeData(&dropped, Qt::CopyAction, 1, 0, {}));
        QCOMPARE(open.links.linkCount(), 3);
        QCOMPARE(open.cell(1, LinkTableModel::UrlColumn), QStringLiteral("https://new.example.org/"));
        const std::unique_ptr<QMimeData> own(open.links.mimeData({open.links.index(3, 0)}));
        QVERIFY(own->text().contains(QStringLiteral("[Oil](https://oil.example.org/)")));
        QVERIFY(open.links.dropMimeData(own.get(), Qt::MoveAction, 1, 0, {}));
        QCOMPARE(open.cell(1, 0), QStringLiteral("Oil"));
    }

    void editsValuesAsJson_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("json");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("string") << "title"
                                << "\"Wicks\"" << true;
        QTest::newRow("null") << "youtube_link"
                              << "\"abc\"" << true;
        QTest::newRow("array") << "tags"
                               << "[\"lamps\", \"soot\"]" << true;
        QTest::newRow("object in place of null") << "podcast_chapters"
                                                 << "{\"chapters\": [{\"title\": \"A\"}]}" << true;
        QTest::newRow("no quotes") << "title"
                                   << "Wicks" << false;
        QTest::newRow("unclosed") << "tags"
                                  << "[\"lamps\"" << false;
        QTest::newRow("nothing") << "title"
                                 << "" << false;
    }
    void editsValuesAsJson() {
        QFETCH(QString, key);
        QFETCH(QString, json);
        QFETCH(bool, isTaken);
        Opened open;
        const std::string before = open.text();
        QSignalSpy rejected(&open.fields, &FieldModel::rejected);
        const QModelIndex index = open.fields.indexOf({key.toStdString()}, FieldModel::ValueColumn);
        QVERIFY(index.isValid());
        QCOMPARE(open.fields.setData(index, json), isTaken);
        QCOMPARE(rejected.count(), isTaken ? 0 : 1);
        QCOMPARE(open.text() != before, isTaken);
        if (!isTaken)
            QVERIFY(rejected.first().first().toString().startsWith(QStringLiteral("line 1, column ")));
        open.undoAll();
        QCOMPARE(open.text(), before);
    }

    void marksUnknownAndDuplicateKeys() {
        Opened open;
        QByteArray bytes = EpisodeFixture::episode(1);
        bytes.replace("\"draft\": false,", "\"draft\": false,\n  \"mood\": 1,\n  \"slug\": \"x\",");
        QVERIFY(open.catalog.reload({0}, bytes.toStdString()));
        const QModelIndex mood = open.fields.indexOf({std::string("mood")}, FieldModel::ValueColumn);
        QVERIFY(mood.data(FieldModel::UnknownRole).toBool());
        QVERIFY(mood.flags().testFlag(Qt::ItemIsEditable));
        const QModelIndex slug = open.fields.indexOf({std::string("slug")}, FieldModel::ValueColumn);
        QVERIFY(slug.data(FieldModel::LockedRole).toBool());
        QVERIFY(!slug.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!open.fields.setData(slug, QStringLiteral("\"y\"")));
    }
};

QTEST_MAIN(TestNotesModels)
#include "tst_notesmodels.moc"
