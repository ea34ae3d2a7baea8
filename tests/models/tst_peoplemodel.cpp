// SPDX-License-Identifier: MIT
#include "models/peoplemodel.h"

#include "models/editsession.h"
#include "models/personusesmodel.h"
#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using models::PeopleModel;
using models::PersonUsesModel;

class TestPeopleModel : public QObject {
    Q_OBJECT

    struct Opened {
        explicit Opened(const EpisodeFixture& site) { site.openIn(catalog); }
        catalog::Catalog catalog;
    };
    struct Shown : Opened {
        explicit Shown(const EpisodeFixture& site)
            : Opened(site) {}

        QString cell(const QString& id, PeopleModel::Column column, bool isSponsor = false) const {
            const int row = model.rowOf({id, isSponsor});
            return row < 0 ? QStringLiteral("(none)") : model.index(row, column).data().toString();
        }
        void setHosts(int episode, const std::vector<std::string>& ids) {
            session.setValue({episode}, {std::string("hosts")}, format::JsonValue::strings(ids));
        }
        models::EditSession session{catalog};
        PeopleModel model{catalog};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    };

private slots:
    /// A few hundred are read at once, more in turns; whoever needs them now has them now.
    void thousandsAreReadInTurns() {
        EpisodeFixture site;
        constexpr int many = 260;
        for (int number = 4; number <= many; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number % 10));
        Shown shown(site);
        QCOMPARE(shown.catalog.size(), many);
        QVERIFY(shown.cell("ada", PeopleModel::HostColumn) != QString::number(many));
        QTRY_COMPARE(shown.cell("ada", PeopleModel::HostColumn), QString::number(many));
        PeopleModel other(shown.catalog);
        other.settle();
        QCOMPARE(other.usage().episodesOf({"ada", false}).size(), std::size_t(many));
        QVERIFY(other.rowOf({"ada", false}) >= 0);
        shown.catalog.clear();
        QTRY_COMPARE(shown.model.usage().episodesOf({"ada", false}).size(), std::size_t(0));
    }

    void columns() {
        EpisodeFixture site;
        site.write(EpisodeFixture::path(1), EpisodeFixture::episode(1).replace(
                                                "\"guests\": []", "\"guests\": [\"adaa\", \"benjamin\"]"));
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("\"sponsors\": []", "\"sponsors\": [\"oil-nd\"]"));
        site.write(QStringLiteral("content/people/benja-min.md"),
                   "---\ntitle: Ben Min\ntype: guest\nusername: benja-min\n---");
        catalog::Catalog catalog;
        site.openIn(catalog);
        PeopleModel model(catalog);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells += model.index(row, column).data().toString();
            rows += cells.join(QLatin1Char('|'));
        }
        QCOMPARE(rows, (QStringList{"ada|Ada Quill|host|3|||", "adaa||unknown||1||no page",
                                    "ben|Ben Harrow|guest||||never used",
                                    "benja-min|Ben Min|guest||||nearly the same as benjamin; never used",
                                    "benjamin||unknown||1||no page; nearly the same as benja-min",
                                    "oil-nd||sponsor|||1|"}));
        QCOMPARE(model.index(0, PeopleModel::HostColumn).data(PeopleModel::SortRole), QVariant(3));
        QVERIFY(model.index(1, 0).data(PeopleModel::SearchRole).toString().contains("no page"));
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void followsEdits() {
        const EpisodeFixture site;
        Shown shown(site);
        QSignalSpy resets(&shown.model, &QAbstractItemModel::modelReset);
        QSignalSpy refreshes(&shown.model, &PeopleModel::refreshed);
        const QPersistentModelIndex ben = shown.model.index(shown.model.rowOf({"ben", false}), 0);
        shown.setHosts(0, {"aaron", "zoe"});
        QVERIFY(shown.model.usage().isUsed({0}, catalog::IdList::Hosts, "zoe")); // at once
        shown.setHosts(1, {"zoe"});
        QTRY_COMPARE(shown.cell("zoe", PeopleModel::HostColumn), QStringLiteral("2"));
        QCOMPARE(refreshes.size(), 1); // two edits, one refresh
        QCOMPARE(shown.cell("ada", PeopleModel::HostColumn), QStringLiteral("1"));
        QCOMPARE(shown.cell("aaron", PeopleModel::StateColumn), QStringLiteral("no page"));
        QCOMPARE(ben.data().toString(), QStringLiteral("ben")); // what is selected stays so
        shown.session.undoStack().undo();
        shown.session.undoStack().undo();
        QTRY_COMPARE(shown.cell("zoe", PeopleModel::HostColumn), QStringLiteral("(none)"));
        QCOMPARE(shown.cell("ada", PeopleModel::HostColumn), QStringLiteral("3"));
        QCOMPARE(ben.data().toString(), QStringLiteral("ben"));
        QCOMPARE(resets.size(), 0);
    }

    void usesOfOne() {
        EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("\"guests\": []", "\"guests\": [\"ada\", \"ben\"]"));
        Shown shown(site);
        PersonUsesModel uses(shown.catalog, shown.model.usage());
        const QAbstractItemModelTester usesTester(&uses,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
        uses.setPerson({"ada", false});
        QCOMPARE(uses.rowCount(), 3);
        QStringList cells;
        for (int column = 0; column < uses.columnCount(); ++column)
            cells += uses.index(1, column).data().toString();
        QCOMPARE(cells, (QStringList{"night-desk 2", "Lanterns, part 2", "host, guest"}));
        QCOMPARE(uses.index(1, 0).data(PersonUsesModel::FieldRole).toString(), QStringLiteral("hosts"));
        QCOMPARE(uses.index(1, 0).data(PersonUsesModel::EpisodeRole).value<catalog::EpisodeId>().value, 1);
        QCOMPARE(uses.index(1, 0).data(Qt::ToolTipRole).toString(), EpisodeFixture::path(2));
        uses.setPerson({"ben", false});
        QCOMPARE(uses.rowCount(), 1);
        QCOMPARE(uses.index(0, 0).data(PersonUsesModel::FieldRole).toString(), QStringLiteral("guests"));
        uses.setPerson({"ada", true}); // a sponsor of that name: none
        QCOMPARE(uses.rowCount(), 0);
        uses.setPerson({"ada", false});
        shown.catalog.clear();
        QCOMPARE(uses.rowCount(), 0);
    }

    void otherEditsTellNothing() {
        const EpisodeFixture site;
        Shown shown(site);
        QSignalSpy refreshes(&shown.model, &PeopleModel::refreshed);
        shown.session.setValue({0}, {std::string("title")}, format::JsonValue::string("Other"));
        QTest::qWait(20);
        QCOMPARE(refreshes.size(), 0);
        shown.setHosts(0, {});
        QTRY_COMPARE(refreshes.size(), 1);
    }

    void followsTheRegistry() {
        const EpisodeFixture site;
        Shown shown(site);
        shown.setHosts(0, {"zoe"});
        QTRY_COMPARE(shown.cell("zoe", PeopleModel::StateColumn), QStringLiteral("no page"));
        site.write(QStringLiteral("content/people/zoe.md"),
                   "---\ntitle: Zoe\ntype: host\nusername: zoe\n---");
        shown.catalog.setRegistry(catalog::Registry::read(site.absolute(QStringLiteral("content"))));
        QTRY_COMPARE(shown.cell("zoe", PeopleModel::StateColumn), QString());
        QCOMPARE(shown.cell("zoe", PeopleModel::NameColumn), QStringLiteral("Zoe"));
        QCOMPARE(shown.cell("zoe", PeopleModel::KindColumn), QStringLiteral("host"));
    }

    void followsOpeningAndClosing() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        PeopleModel model(catalog);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        site.openIn(catalog);
        QTRY_COMPARE(model.rowCount(), 2);
        catalog.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.usage().episodesOf({"ada", false}).empty());
    }
};

QTEST_GUILESS_MAIN(TestPeopleModel)
#include "tst_peoplemodel.moc"
