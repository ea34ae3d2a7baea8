// SPDX-License-Identifier: MIT
#include "models/searchcounts.h"
#include "models/showlistmodel.h"

#include "models/editsession.h"
#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using models::ShowListModel;

/// What saved searches find, counted behind everything else.
class TestSearchCounts : public QObject {
    Q_OBJECT

    struct Opened {
        EpisodeFixture site;
        catalog::Catalog catalog;
        catalog::Validator validator{catalog};
        models::EditSession session{catalog};

        void setTitle(int id, const char* title) {
            QVERIFY(session.setValue({id}, {std::string("title")}, format::JsonValue::string(title)));
        }
    };
    static std::vector<std::pair<QString, int>> savedRows(const ShowListModel& model) {
        std::vector<std::pair<QString, int>> rows;
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row).data(ShowListModel::SavedRole).toInt() >= 0)
                rows.emplace_back(model.index(row).data().toString(),
                                  model.index(row).data(ShowListModel::CountRole).toInt());
        return rows;
    }

private slots:
    void countsAndFollows() {
        Opened opened;
        models::SearchCounts counts(opened.catalog, opened.validator);
        const QString lanterns = QStringLiteral("title:lanterns"), two = QStringLiteral("number:2..");
        counts.setSearches({lanterns, two});
        opened.site.openIn(opened.catalog);
        QCOMPARE(counts.count(lanterns), std::nullopt);
        QTRY_COMPARE(counts.count(lanterns), std::optional(3));
        QCOMPARE(counts.count(two), std::optional(2));
        QCOMPARE(counts.count(QStringLiteral("another")), std::nullopt);
        opened.setTitle(1, "Wicks");
        QTRY_COMPARE(counts.count(lanterns), std::optional(2));
        opened.session.undoStack().undo();
        QTRY_COMPARE(counts.count(lanterns), std::optional(3));
        opened.catalog.forget({0});
        QTRY_COMPARE(counts.count(lanterns), std::optional(2));
        // A further search leaves what is counted.
        counts.setSearches({two, lanterns, QStringLiteral("-wax")});
        QCOMPARE(counts.count(two), std::optional(2));
        QTRY_COMPARE(counts.count(QStringLiteral("-wax")), std::optional(2));
        opened.catalog.clear();
        QCOMPARE(counts.count(two), std::optional(0));
    }

    void followsTheRules() {
        Opened opened;
        opened.site.openIn(opened.catalog);
        models::SearchCounts counts(opened.catalog, opened.validator);
        counts.setSearches({QStringLiteral("problem:guid")});
        opened.validator.finish();
        QTRY_COMPARE(counts.count(QStringLiteral("problem:guid")), std::optional(0));
        QVERIFY(
            opened.session.setValue({1}, {std::string("episode_guid")}, format::JsonValue::string("none")));
        opened.validator.finish();
        QTRY_COMPARE(counts.count(QStringLiteral("problem:guid")), std::optional(1));
    }

    void theSidebarHasThem() {
        Opened opened;
        ShowListModel model(opened.catalog, opened.validator);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        opened.site.openIn(opened.catalog);
        model.setSaved({{QStringLiteral("Lamps"), QStringLiteral("title:lanterns")},
                        {QStringLiteral("Late"), QStringLiteral("number:3..")}});
        using Rows = std::vector<std::pair<QString, int>>;
        QCOMPARE(savedRows(model), (Rows{{QStringLiteral("Lamps"), -1}, {QStringLiteral("Late"), -1}}));
        QTRY_COMPARE(savedRows(model), (Rows{{QStringLiteral("Lamps"), 3}, {QStringLiteral("Late"), 1}}));
        const int row = model.rowOfSaved(QStringLiteral("number:3.."));
        QCOMPARE(model.index(row).data().toString(), QStringLiteral("Late"));
        QCOMPARE(model.index(row).data(ShowListModel::QueryRole).toString(), QStringLiteral("number:3.."));
        QCOMPARE(model.index(row).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Late, 1 episode(s)"));
        // They are in nobody's way.
        QCOMPARE(model.index(model.rowOf(models::EpisodeFilter::Kind::All, {})).data().toString(),
                 QStringLiteral("All Episodes"));
        QCOMPARE(model.rowOfSaved(QStringLiteral("number:4..")), -1);
        model.setSaved({});
        QVERIFY(savedRows(model).empty());
    }
};

QTEST_GUILESS_MAIN(TestSearchCounts)
#include "tst_searchcounts.moc"
