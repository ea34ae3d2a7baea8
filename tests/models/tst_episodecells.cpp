// SPDX-License-Identifier: MIT
#include "models/episodecells.h"

#include "models/cellmime.h"
#include "models/episodetablemodel.h"
#include "models/episodetotals.h"
#include "support/episodefixture.h"
#include "support/realcatalog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using catalog::EpisodeId;
using models::EpisodeTableModel;

class TestEpisodeCells : public QObject {
    Q_OBJECT

    struct Opened {
        Opened()
            : validator(catalog)
            , session(catalog)
            , table(catalog, validator) {
            site.openIn(catalog);
            table.setSession(&session);
        }
        EpisodeFixture site;
        catalog::Catalog catalog;
        catalog::Validator validator;
        models::EditSession session;
        EpisodeTableModel table;
        QAbstractItemModelTester tester{&table, QAbstractItemModelTester::FailureReportingMode::QtTest};

        QModelIndex cell(int row, const char* column) const {
            return table.index(row, static_cast<int>(table.columns().indexOf(QLatin1String(column))));
        }
        std::string text(int id) const { return catalog.episode({id}).text(); }
        std::vector<EpisodeId> all() const { return {{0}, {1}, {2}}; }
    };
    static QStringList allKeys() {
        QStringList keys = EpisodeTableModel::allColumns();
        keys.removeAll(EpisodeTableModel::changedColumn);
        return keys;
    }

private slots:
    void editsInPlace() {
        Opened open;
        const std::string before = open.text(2);
        const QModelIndex title = open.cell(0, "title");
        QVERIFY(title.flags().testFlag(Qt::ItemIsEditable));
        QCOMPARE(title.data(Qt::EditRole).toString(), QStringLiteral("Lanterns, part 3"));
        QVERIFY(open.table.setData(title, QStringLiteral("Wicks")));
        QCOMPARE(title.data().toString(), QStringLiteral("Wicks"));
        QCOMPARE(open.session.undoStack().count(), 1);
        QVERIFY(open.table.setData(title, QStringLiteral("Wicks"))); // the same: no step
        QCOMPARE(open.session.undoStack().count(), 1);
        open.session.undoStack().undo();
        QCOMPARE(open.text(2), before);
    }

    void showsTheStoredTextForEditing_data() {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("edited");
        QTest::newRow("date") << "date"
                              << "3 Mar 2024"
                              << "2024-03-03T18:00:00-08:00";
        QTest::newRow("duration") << "podcast_duration"
                                  << "31:03"
                                  << "00:31:03";
        QTest::newRow("tags") << "tags"
                              << "lamps, oil"
                              << "lamps, oil";
        QTest::newRow("none") << "video_file"
                              << ""
                              << "";
    }
    void showsTheStoredTextForEditing() {
        QFETCH(QString, column);
        QFETCH(QString, shown);
        QFETCH(QString, edited);
        Opened open;
        open.table.setColumns({column});
        QCOMPARE(open.table.index(0, 0).data().toString(), shown);
        QCOMPARE(open.table.index(0, 0).data(Qt::EditRole).toString(), edited);
    }

    void refusesWithWhy_data() {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("date") << "date"
                              << "soon"
                              << "no date";
        QTest::newRow("bytes") << "podcast_bytes"
                               << "many"
                               << "no size";
        QTest::newRow("GUID") << "episode_guid"
                              << "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0009"
                              << "unlocked";
    }
    void refusesWithWhy() {
        QFETCH(QString, column);
        QFETCH(QString, text);
        QFETCH(QString, why);
        Opened open;
        open.table.setColumns({column});
        QSignalSpy refused(&open.table, &EpisodeTableModel::refused);
        QVERIFY(!open.table.setData(open.table.index(0, 0), text));
        QCOMPARE(refused.size(), 1);
        QVERIFY2(refused[0][0].toString().contains(why), qPrintable(refused[0][0].toString()));
        QCOMPARE(open.session.undoStack().count(), 0);
    }

    void readOnlyCellsSayWhy() {
        Opened open;
        open.table.setColumns({QStringLiteral("title"), EpisodeTableModel::fileColumn,
                               QStringLiteral("description"), QStringLiteral("podcast_chapters")});
        QVERIFY(!open.table.index(0, 1).flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!open.table.whyNotEditable(open.table.index(0, 1)).isEmpty());
        QVERIFY(!open.table.whyNotEditable(open.table.index(0, 3)).isEmpty());
        QCOMPARE(open.table.whyNotEditable(open.table.index(0, 0)), QString());
        QVERIFY(open.session.setValue({2}, {std::string("description")}, format::JsonValue::string("a\nb")));
        QVERIFY(open.table.whyNotEditable(open.table.index(0, 2)).contains(QStringLiteral("lines")));
        catalog::Episode locked = open.catalog.episode({0});
        locked.setReadOnly(QStringLiteral("The file may not be written."));
        open.catalog.replace({0}, locked);
        const QModelIndex title = open.table.index(open.table.rowOf({0}), 0);
        QVERIFY(!title.flags().testFlag(Qt::ItemIsEditable));
        QCOMPARE(open.table.whyNotEditable(title), QStringLiteral("The file may not be written."));
    }

    /// Rows that come while a cell is edited wait for its end.
    void rowsWaitWhileEditing() {
        Opened open;
        QSignalSpy reset(&open.table, &QAbstractItemModel::modelReset);
        open.table.setEditing(true);
        open.catalog.forget({1});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(open.table.rowCount(), 3);
        open.table.setEditing(false);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(open.table.rowCount(), 2);
        open.table.setEditing(true);
        open.table.setEditing(false);
        QCOMPARE(reset.size(), 1);
    }

    void plansAndApplies() {
        Opened open;
        const std::vector<std::string> before{open.text(0), open.text(1), open.text(2)};
        const QStringList columns{"title", "tags", "podcast_bytes", EpisodeTableModel::fileColumn};
        const models::CellPlan plan = models::planCells(models::cellTexts(
            open.catalog, open.all(), columns,
            {{"Lanterns, part 1", "oil", "12", "x"}, {"Two", "lamps, oil", "many"}, {"Three"}}));
        QCOMPARE(plan.edits.size(), std::size_t{3});
        QCOMPARE(plan.changes.size(), std::size_t{4});
        QCOMPARE(plan.same, 2);
        QCOMPARE(plan.refusals.size(), std::size_t{1});
        QCOMPARE(plan.refusals[0].episode, EpisodeId{1});
        QCOMPARE(plan.columnsNoText, QStringList{"File"});
        QVERIFY(plan.concernsSeveral());
        QVERIFY(models::applyCells(open.session, plan, QStringLiteral("Paste")));
        QCOMPARE(open.session.undoStack().count(), 1);
        QCOMPARE(open.catalog.episode({0}).valueText("tags"), QStringLiteral("oil"));
        QCOMPARE(open.catalog.episode({0}).valueText("podcast_bytes"), QStringLiteral("12"));
        QCOMPARE(open.catalog.episode({2}).summary().title, QStringLiteral("Three"));
        open.session.undoStack().undo();
        for (int id = 0; id < 3; ++id)
            QCOMPARE(open.text(id), before[static_cast<std::size_t>(id)]);
    }

    void rowsAndColumnsThatFindNoPlace() {
        Opened open;
        const models::CellPlan plan = models::planCells(
            models::cellTexts(open.catalog, {{2}}, {"title"}, {{"A", "B", "C"}, {"D"}, {"E"}}));
        QCOMPARE(plan.changes.size(), std::size_t{1});
        QCOMPARE(plan.rowsTooMany, 2);
        QCOMPARE(plan.columnsTooMany, 2);
    }

    void oneRowGoesToAll() {
        Opened open;
        const models::CellPlan plan =
            models::planCells(models::cellTexts(open.catalog, open.all(), {"tags"}, {{"wicks"}}));
        QCOMPARE(plan.changes.size(), std::size_t{3});
        QVERIFY(models::applyCells(open.session, plan, QStringLiteral("Paste")));
        for (const EpisodeId id : open.all())
            QCOMPARE(open.catalog.episode(id).valueText("tags"), QStringLiteral("wicks"));
    }

    /// What changed since the plan was made stays, beside the cells that are set.
    void aPlanIsMadeAnewForOtherTexts() {
        Opened open;
        const models::CellPlan plan =
            models::planCells(models::cellTexts(open.catalog, open.all(), {"tags"}, {{"wicks"}}));
        QVERIFY(open.session.setValue({1}, {std::string("title")},
                                      format::JsonValue::string("A much longer title than before")));
        QVERIFY(models::applyCells(open.session, plan, QStringLiteral("Paste")));
        for (const EpisodeId id : open.all())
            QCOMPARE(open.catalog.episode(id).valueText("tags"), QStringLiteral("wicks"));
        QCOMPARE(open.catalog.episode({1}).summary().title,
                 QStringLiteral("A much longer title than before"));
        open.catalog.forget({2});
        QVERIFY(
            !models::applyCells(open.session, plan, QStringLiteral("Paste"))); // there is no cell any more
    }

    void copiedCellsGoWhereTheyCameFrom() {
        const QStringList columns{"title", "date", "tags"};
        const std::vector<QStringList> texts{{"a\tb", "2024-03-01", "\"x\", y"}, {"line\nbreak", "", "=1"}};
        for (const bool headings : {false, true}) {
            const auto mime = models::mimeOfCells(columns, texts, headings);
            const auto pasted = models::cellsInMime(*mime, {"guests", "title"}, 1);
            QCOMPARE(pasted.columns, columns);
            QCOMPARE(pasted.texts, texts);
        }
    }

    void otherCellsGoToTheCurrentOne() {
        QMimeData mime;
        mime.setText(QStringLiteral("x\ty\nz\n"));
        const auto pasted = models::cellsInMime(mime, {"episode", "title", "tags", "hosts"}, 1);
        QCOMPARE(pasted.columns, (QStringList{"title", "tags"}));
        mime.setText(QStringLiteral("tags\tTitle\nx\ty\n"));
        QCOMPARE(models::cellsInMime(mime, {"hosts"}, 0).columns, (QStringList{"tags", "title"}));
        mime.setText(QStringLiteral("Title\n"));
        QCOMPARE(models::cellsInMime(mime, {"hosts"}, 0).columns, (QStringList{"hosts"}));
    }

    void htmlKeepsTextsAsTexts() {
        const QString html =
            models::mimeOfCells({"episode"}, {{"0605", "605", "<b>&", "a\nb"}}, false)->html();
        QVERIFY(html.contains(QStringLiteral("sdnum=\"1033;0;@\">0605<")));
        QVERIFY(html.contains(QStringLiteral("<td>605<")));
        QVERIFY(html.contains(QStringLiteral("&lt;b&gt;&amp;")));
        QVERIFY(html.contains(QStringLiteral("a<br style=\"mso-data-placement:same-cell\">b")));
    }

    /// Every field of every episode, copied and pasted where it came from.
    void aRoundTripChangesNothing_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("the fixture") << QString();
        QTest::newRow("a real catalogue") << realCatalog();
    }
    void aRoundTripChangesNothing() {
        QFETCH(QString, folder);
        if (folder.isEmpty() && QLatin1String(QTest::currentDataTag()) != QLatin1String("the fixture"))
            QSKIP("EPISODE_DESK_CATALOG names no catalogue");
        EpisodeFixture site;
        catalog::Catalog catalog;
        const auto listing = catalog::listEpisodeFiles({folder.isEmpty() ? site.root() : folder});
        catalog.setRoot(listing.root);
        catalog.add(std::move(catalog::FolderLoader::loadAll(listing).episodes));
        std::vector<EpisodeId> episodes;
        std::vector<QStringList> texts;
        for (int id = 0; id < catalog.size(); ++id) {
            episodes.push_back({id});
            texts.push_back(models::cellTextsOf(catalog, {id}, allKeys()));
            QCOMPARE(models::cellTextsIn(catalog.episode({id}).text(), allKeys()), texts.back());
        }
        const auto mime = models::mimeOfCells(allKeys(), texts, false);
        QMimeData plain; // as it comes back from a spreadsheet
        plain.setText(mime->text());
        const auto pasted = models::cellsInMime(plain, allKeys(), 0);
        QCOMPARE(pasted.texts.size(), episodes.size());
        const models::CellPlan plan =
            models::planCells(models::cellTexts(catalog, episodes, pasted.columns, pasted.texts));
        QCOMPARE(plan.changes.size(), std::size_t{0});
        QVERIFY2(plan.refusals.empty(), plan.refusals.empty() ? "" : qPrintable(plan.refusals[0].why));
        QVERIFY(plan.same > 20 * catalog.size());
    }

    void sums_data() {
        QTest::addColumn<QStringList>("durations");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("amounts");
        QTest::newRow("nothing stated")
            << QStringList{"", "soon"} << 0LL << QStringLiteral("0 min · 2 without duration");
        QTest::newRow("minutes") << QStringList{"00:31:29"} << 1'500'000LL
                                 << QStringLiteral("31 min · 1.5 MB");
        QTest::newRow("rounded up to the hour")
            << QStringList{"00:59:31", "00:30:00"} << 0LL << QStringLiteral("1 h 30 min");
        QTest::newRow("hours") << QStringList{"100:00:00", "00:12:00", ""} << 1'900'000'000LL
                               << QStringLiteral("100 h 12 min · 1.9 GB · 1 without duration");
    }
    void sums() {
        QFETCH(QStringList, durations);
        QFETCH(qint64, bytes);
        QFETCH(QString, amounts);
        models::EpisodeTotals totals;
        for (const QString& duration : durations) {
            catalog::Summary summary;
            summary.seconds = catalog::parseDuration(duration);
            totals.add(summary);
        }
        catalog::Summary sized;
        sized.seconds = 0;
        sized.bytes = bytes;
        totals.add(sized);
        QCOMPARE(totals.amounts(), amounts);
        QCOMPARE(totals.episodes, static_cast<int>(durations.size()) + 1);
    }

    void summariesKnowLengthAndSize() {
        Opened open;
        QCOMPARE(open.catalog.episode({0}).summary().seconds, std::optional<qint64>(31 * 60 + 1));
        QCOMPARE(open.catalog.episode({0}).summary().bytes, std::optional<qint64>(14'000'001));
        for (const char* hostile : {"-1", "99999999999999999", "1.5", "null", "[]"}) {
            QVERIFY(open.session.setValue({0}, {std::string("podcast_bytes")},
                                          format::JsonValue::parse(hostile).value()));
            QVERIFY2(!open.catalog.episode({0}).summary().bytes, hostile);
        }
    }
};

QTEST_GUILESS_MAIN(TestEpisodeCells)
#include "tst_episodecells.moc"
