// SPDX-License-Identifier: MIT
#include "models/changesmodel.h"

#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using format::JsonValue;
using models::ChangesModel;

class TestChangesModel : public QObject {
    Q_OBJECT

    struct Opened {
        explicit Opened(const EpisodeFixture& site) { site.openIn(catalog); }
        void setTitle(int episode, const char* title) {
            QVERIFY(session.setValue({episode}, {std::string("title")}, JsonValue::string(title)));
        }
        QModelIndex changeOf(int episode, int row = 0) {
            const QModelIndex parent = model.indexOf({episode});
            return model.index(row, 0, parent);
        }
        std::size_t firstLink(int episode) const {
            const auto& rows = catalog.episode({episode}).document()->links().rows();
            const auto link = std::find_if(rows.begin(), rows.end(), [](const format::Row& row) {
                return row.kind == format::RowKind::Link;
            });
            return static_cast<std::size_t>(link - rows.begin());
        }
        /// "place | change" of every change of an episode.
        QStringList lines(int episode) {
            const QModelIndex parent = model.indexOf({episode});
            QStringList said;
            for (int row = 0; row < model.rowCount(parent); ++row)
                said += model.index(row, 0, parent).data().toString() + QLatin1String(" | ") +
                        model.index(row, 1, parent).data().toString();
            return said;
        }
        catalog::Catalog catalog;
        models::EditSession session{catalog};
        ChangesModel model{session};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    };

private slots:
    void listsWhatChanged() {
        const EpisodeFixture site;
        Opened opened(site);
        QCOMPARE(opened.model.rowCount(), 0);
        opened.setTitle(2, "Third");
        opened.setTitle(0, "First");
        QVERIFY(opened.session.removeRows({0}, {opened.firstLink(0)}));
        QTRY_COMPARE(opened.model.rowCount(), 2);
        QCOMPARE(opened.model.episodeAt(opened.model.index(0, 0)).value, 0);
        QCOMPARE(opened.model.index(0, 0).data().toString(), QStringLiteral("night-desk 1 · First"));
        QCOMPARE(opened.lines(0),
                 (QStringList{"Title | Lanterns, part 1 → First",
                              "Link | − The lamp museum · https://lamps.example.org/ · \"The lamp museum\" · "
                              "Open at night."}));
        QCOMPARE(opened.model.index(0, 1).data().toString(), QStringLiteral("2 change(s)"));
        for (int column = 0; column < opened.model.columnCount(); ++column)
            QVERIFY(!opened.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void followsEdits() {
        const EpisodeFixture site;
        Opened opened(site);
        opened.setTitle(0, "First");
        QTRY_COMPARE(opened.model.rowCount(), 1);
        const QPersistentModelIndex title = opened.changeOf(0);
        QSignalSpy resets(&opened.model, &QAbstractItemModel::modelReset);
        QVERIFY(opened.session.setValue({0}, {std::string("draft")}, JsonValue::boolean(true)));
        QTRY_COMPARE(opened.lines(0),
                     (QStringList{"Draft | false → true", "Title | Lanterns, part 1 → First"}));
        QCOMPARE(title.row(), 1); // what is selected stays so
        opened.setTitle(1, "Second");
        QVERIFY(opened.session.revertField({0}, "title"));
        QTRY_COMPARE(opened.lines(0), QStringList{"Draft | false → true"});
        QCOMPARE(opened.model.rowCount(), 2);
        opened.catalog.markSaved({0}, opened.catalog.episode({0}).text());
        QTRY_COMPARE(opened.model.rowCount(), 1);
        QCOMPARE(resets.size(), 0);
        opened.catalog.clear();
        QCOMPARE(opened.model.rowCount(), 0);
    }

    void ticks() {
        const EpisodeFixture site;
        Opened opened(site);
        opened.setTitle(0, "First");
        opened.setTitle(1, "Second");
        QTRY_COMPARE(opened.model.rowCount(), 2);
        QCOMPARE(opened.model.ticked().size(), std::size_t{2});
        const QModelIndex first = opened.model.index(0, 0);
        QVERIFY(opened.model.setData(first, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(first.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        QCOMPARE(opened.model.ticked(), std::vector<catalog::EpisodeId>{{1}});
        opened.setTitle(0, "First again"); // an edit does not tick it
        QTRY_COMPARE(opened.lines(0), QStringList{"Title | Lanterns, part 1 → First again"});
        QCOMPARE(opened.model.ticked().size(), std::size_t{1});
        QVERIFY(!opened.model.setData(opened.changeOf(0), Qt::Unchecked, Qt::CheckStateRole));
    }

    void reverts() {
        const EpisodeFixture site;
        Opened opened(site);
        const std::string saved = opened.catalog.episode({0}).text();
        QVERIFY(opened.session.setValue({0}, {std::string("description")}, JsonValue::string("x")));
        opened.setTitle(0, "First");
        const std::string both = opened.catalog.episode({0}).text();
        QTRY_COMPARE(opened.lines(0).size(), 2);
        const int steps = opened.session.undoStack().count();
        // An edit that the model has not seen yet moves the bytes that the change speaks of.
        opened.setTitle(0, "A much longer title");
        QVERIFY(opened.model.takeBack(opened.changeOf(0, 1)));
        QCOMPARE(opened.session.undoStack().count(), steps + 2);
        QTRY_COMPARE(opened.lines(0), QStringList{"Title | Lanterns, part 1 → A much longer title"});
        QVERIFY(opened.catalog.episode({0}).text().find("caf\\u00e9 and") != std::string::npos);
        QVERIFY(opened.model.takeBack(opened.model.indexOf({0})));
        QCOMPARE(opened.catalog.episode({0}).text(), saved);
        for (int step = 0; step < 3; ++step)
            opened.session.undoStack().undo();
        QCOMPARE(opened.catalog.episode({0}).text(), both);
        QTRY_COMPARE(opened.lines(0).size(), 2);
    }

    void walksOverEpisodes() {
        const EpisodeFixture site;
        Opened opened(site);
        opened.setTitle(0, "First");
        QVERIFY(opened.session.setValue({0}, {std::string("draft")}, JsonValue::boolean(true)));
        opened.setTitle(2, "Third");
        QTRY_COMPARE(opened.model.rowCount(), 2);
        QStringList places;
        for (QModelIndex at = opened.model.neighbour({}, 1); at.isValid(); at = opened.model.neighbour(at, 1))
            places += QString::number(opened.model.episodeAt(at).value) + at.data().toString();
        QCOMPARE(places, (QStringList{"0Draft", "0Title", "2Title"}));
        const QModelIndex last = opened.model.neighbour({}, -1);
        QCOMPARE(opened.model.neighbour(last, -1).data().toString(), QStringLiteral("Title"));
        QVERIFY(!opened.model.neighbour(last, 1).isValid());
    }

    void otherProgramsChange() {
        const EpisodeFixture site;
        Opened opened(site);
        ChangesModel& model = opened.model;
        opened.setTitle(0, "First");
        model.refresh();
        model.setChangedOnDisk({0}, true);
        QVERIFY(model.index(0, 1).data().toString().contains("changed on the disk"));
        model.setChangedOnDisk({0}, false);
        QVERIFY(!model.index(0, 1).data().toString().contains("changed on the disk"));
    }
};

QTEST_GUILESS_MAIN(TestChangesModel)
#include "tst_changesmodel.moc"
