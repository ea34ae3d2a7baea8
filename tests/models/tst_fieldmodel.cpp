// SPDX-License-Identifier: MIT
#include "models/fieldmodel.h"

#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using models::FieldModel;

class TestFieldModel : public QObject {
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
        FieldModel model;
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

        std::string text() const { return catalog.episode({0}).text(); }
        QModelIndex value(const char* key) const {
            return model.indexOf({std::string(key)}, FieldModel::ValueColumn);
        }
    };

private slots:
    void findsTheInnermostValueAtAPlace() {
        Opened open;
        const auto at = [&](const std::string& words) {
            const std::size_t begin = open.text().find(words);
            return open.model.indexAt({begin, begin + words.size()}).data(FieldModel::PathRole).toString();
        };
        QCOMPARE(at("\"oil\""), QStringLiteral("/tags/1"));
        QCOMPARE(at("oil"), QStringLiteral("/tags/1"));
        QCOMPARE(at("\"tags\""), QStringLiteral("/tags"));
        QCOMPARE(at("Lanterns"), QStringLiteral("/title"));
        QCOMPARE(at("### Episode"), QString());
    }

    void showsEveryKeyAsATree() {
        Opened open;
        QCOMPARE(open.model.index(0, 0).data().toString(), QStringLiteral("type"));
        QCOMPARE(open.value("episode").data().toString(), QStringLiteral("1"));
        const QModelIndex tags = open.model.indexOf({std::string("tags")});
        QCOMPARE(open.model.rowCount(tags), 2);
        const QModelIndex oil = open.model.index(1, FieldModel::ValueColumn, tags);
        QCOMPARE(oil.data(FieldModel::JsonRole).toString(), QStringLiteral("\"oil\""));
        QCOMPARE(oil.data(FieldModel::PathRole).toString(), QStringLiteral("/tags/1"));
        QCOMPARE(oil.parent(), tags);
    }

    void changesAValueAndUndoes() {
        Opened open;
        const std::string before = open.text();
        QSignalSpy reset(&open.model, &QAbstractItemModel::modelReset);
        QVERIFY(open.model.setData(open.value("title"), QStringLiteral("\"Wicks\"")));
        QVERIFY(open.text().find("\"title\": \"Wicks\",\n") != std::string::npos);
        QVERIFY(open.value("title").data(FieldModel::ChangedRole).toBool());
        QVERIFY(!open.value("slug").data(FieldModel::ChangedRole).toBool());
        QCOMPARE(reset.size(), 0);
        QVERIFY(open.model.setData(open.value("tags"), QStringLiteral("[\"a\", \"b\", \"c\"]")));
        QCOMPARE(open.model.rowCount(open.model.indexOf({std::string("tags")})), 3);
        open.session.undoStack().undo();
        open.session.undoStack().undo();
        QCOMPARE(open.text(), before);
    }

    void refusesWhatIsNoJson() {
        Opened open;
        const std::string before = open.text();
        QSignalSpy rejected(&open.model, &FieldModel::rejected);
        QVERIFY(!open.model.setData(open.value("title"), QStringLiteral("[1,\n 2 3]")));
        QCOMPARE(rejected.size(), 1);
        QVERIFY2(rejected.first().first().toString().startsWith(QStringLiteral("line 2, column 4: ")),
                 qPrintable(rejected.first().first().toString()));
        QCOMPARE(open.text(), before);
    }
};

QTEST_GUILESS_MAIN(TestFieldModel)
#include "tst_fieldmodel.moc"
