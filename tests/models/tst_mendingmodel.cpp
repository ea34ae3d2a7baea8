// SPDX-License-Identifier: MIT
#include "models/mendingmodel.h"

#include "models/editsession.h"
#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using catalog::Issue;
using catalog::Severity;
using models::MendingModel;

class TestMendingModel : public QObject {
    Q_OBJECT

    struct Opened {
        Opened() { site.openIn(catalog); }
        /// A finding whose fix replaces the first occurrence of `from`.
        Issue issue(int id, const char* rule, Severity severity, const std::string& from,
                    const std::string& to) const {
            Issue made;
            made.rule = QLatin1String(rule);
            made.severity = severity;
            made.episode = {id};
            const auto at = catalog.episode({id}).text().find(from);
            made.fix = catalog::Fix{QStringLiteral("Set to %1").arg(QString::fromStdString(to)),
                                    {{id}, {{{at, at + from.size()}, to}}}};
            return made;
        }
        std::vector<Issue> issues() const {
            Issue guess = issue(1, "often", Severity::Warning, "oil", "wax");
            guess.fix->needsLook = true;
            Issue hopeless = issue(0, "none", Severity::Error, "oil", "wax");
            hopeless.fix.reset();
            return {issue(0, "tidy", Severity::Information, "Night Desk", "ND"),
                    issue(0, "seldom", Severity::Warning, "lamps", "lights"),
                    issue(0, "often", Severity::Warning, "oil", "wax"),
                    guess,
                    issue(2, "often", Severity::Warning, "oil", "wax"),
                    issue(2, "grave", Severity::Error, "Lanterns", "Candles"),
                    hopeless};
        }
        EpisodeFixture site;
        catalog::Catalog catalog;
    };
    static QStringList rules(const MendingModel& model) {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all += model.index(row, 0).data().toString();
        return all;
    }

private slots:
    void ordersAndTicks() {
        Opened opened;
        MendingModel model(opened.catalog, opened.issues());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(rules(model), (QStringList{"grave (1)", "often (3)", "seldom (1)", "tidy (1)"}));
        QCOMPARE(model.issueCount(), 6);
        QCOMPARE(model.tickedCount(), 4); // neither the guess nor what only tidies up
        const QModelIndex often = model.index(1, 0);
        QCOMPARE(often.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
        QCOMPARE(model.index(3, 0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        const QModelIndex first = model.index(0, 0, often);
        QCOMPARE(first.data().toString(), EpisodeFixture::path(1));
        QCOMPARE(first.siblingAtColumn(1).data().toString(), QStringLiteral("Set to wax"));
        QCOMPARE(model.issueAt(first)->episode.value, 0);
        QVERIFY(!model.issueAt(often));
    }

    void aRulesBoxTicksAll() {
        Opened opened;
        MendingModel model(opened.catalog, opened.issues());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy told(&model, &MendingModel::ticksChanged);
        const QModelIndex often = model.index(1, 0);
        QVERIFY(model.setData(often, Qt::PartiallyChecked, Qt::CheckStateRole)); // as a click leads to
        QCOMPARE(model.tickedCount(), 5);
        QCOMPARE(often.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        QVERIFY(model.setData(model.index(1, 0, often), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.tickedCount(), 4);
        QVERIFY(model.setData(often, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.tickedCount(), 2);
        QCOMPARE(told.size(), 3);
        QVERIFY(!model.setData(often.siblingAtColumn(1), Qt::Checked, Qt::CheckStateRole));
    }

    void givesOneEditAnEpisode() {
        Opened opened;
        auto issues = opened.issues();
        issues.push_back(opened.issue(0, "zz-same-place", Severity::Warning, "oil", "tallow"));
        const MendingModel model(opened.catalog, issues);
        const catalog::Mending mending = model.mending();
        QCOMPARE(mending.edits.size(), std::size_t{2});
        QCOMPARE(mending.made, 4);
        QCOMPARE(mending.leftOut, 1);
        models::EditSession session(opened.catalog);
        QVERIFY(session.apply(mending.edits, QStringLiteral("Mend")));
        QVERIFY(opened.catalog.episode({0}).text().find("\"wax\"") != std::string::npos);
        QCOMPARE(opened.catalog.episode({2}).summary().title, QStringLiteral("Candles, part 3"));
    }

    /// Another program changed the file while the repairs were looked at: their places are others now.
    void repairsOfAnOlderTextAreLeftOut() {
        Opened opened;
        const MendingModel model(opened.catalog, opened.issues());
        std::string longer = opened.catalog.episode({2}).text();
        longer.insert(1, "\n\n\n\n");
        QVERIFY(opened.catalog.reload({2}, longer));
        const catalog::Mending mending = model.mending();
        QCOMPARE(mending.edits.size(), std::size_t{1});
        QCOMPARE(mending.edits[0].episode.value, 0);
        QCOMPARE(mending.leftOut, 2);
    }
};

QTEST_GUILESS_MAIN(TestMendingModel)
#include "tst_mendingmodel.moc"
