// SPDX-License-Identifier: MIT
#include "models/chaptertablemodel.h"
#include "models/chaptertext.h"
#include "support/chapterfixture.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using models::ChapterTableModel;

class TestChapterTableModel : public QObject {
    Q_OBJECT

    struct Opened {
        explicit Opened(int episode = 1) {
            writeChapters(site);
            site.openIn(catalog);
            id = {episode};
            model.setEpisode(id);
        }
        EpisodeFixture site;
        catalog::Catalog catalog;
        models::EditSession session{catalog};
        ChapterTableModel model{session};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
        catalog::EpisodeId id;

        const std::string& text() const { return catalog.episode(id).text(); }
        std::string savedWith(const std::string& piece, const std::string& replacement) const {
            std::string expected = catalog.episode(id).savedText();
            const auto at = expected.find(piece);
            return at == std::string::npos ? "no such piece"
                                           : expected.replace(at, piece.size(), replacement);
        }
        QString cell(int row, int column, int role = Qt::DisplayRole) const {
            return model.index(row, column).data(role).toString();
        }
        QStringList titles() const {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row)
                all += cell(row, ChapterTableModel::TitleColumn);
            return all;
        }
        bool set(int row, int column, const QVariant& value, int role = Qt::EditRole) {
            return model.setData(model.index(row, column), value, role);
        }
    };

private slots:
    void showsChapters() {
        Opened open;
        QCOMPARE(open.model.rowCount(), 3);
        QCOMPARE(open.cell(1, ChapterTableModel::StartColumn), QStringLiteral("0:01:30"));
        QCOMPARE(open.cell(1, ChapterTableModel::EndColumn), QStringLiteral("0:10:00"));
        QCOMPARE(open.cell(1, ChapterTableModel::EndColumn, Qt::EditRole), QString());
        QVERIFY(
            open.model.index(1, ChapterTableModel::EndColumn).data(ChapterTableModel::ImpliedRole).toBool());
        QCOMPARE(open.cell(2, ChapterTableModel::EndColumn), QStringLiteral("0:31:02"));
        QCOMPARE(open.titles(),
                 (QStringList{QStringLiteral("Intro"), QStringLiteral("Wicks"), QStringLiteral("Oil")}));
        QCOMPARE(open.model.index(0, ChapterTableModel::ContentsColumn).data(Qt::CheckStateRole).toInt(),
                 int(Qt::Checked));
        QCOMPARE(open.model.rowAtOffset(open.text().find("Wicks")), 1);
        QCOMPARE(open.model.rowAtOffset(0), -1);
    }

    void editsOneCell_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<QByteArray>("replacement");
        QTest::addColumn<QString>("step");
        const auto row = [](const char* name, int column, const QVariant& value, const char* piece,
                            const char* replacement, const char* step) {
            QTest::newRow(name) << column << value << QByteArray(piece) << QByteArray(replacement)
                                << QString::fromLatin1(step);
        };
        row("start", ChapterTableModel::StartColumn, QStringLiteral("2:05"), "\"startTime\": 90",
            "\"startTime\": 125", "Change Chapter Start");
        row("fraction", ChapterTableModel::StartColumn, QStringLiteral("90.5"), "\"startTime\": 90",
            "\"startTime\": 90.5", "Change Chapter Start");
        row("end", ChapterTableModel::EndColumn, QStringLiteral("5:00"), "\"title\": \"Wicks\"",
            "\"title\": \"Wicks\",\n        \"endTime\": 300", "Change Chapter End");
        row("title", ChapterTableModel::TitleColumn, QStringLiteral("Old “wicks”"), "\"Wicks\"",
            "\"Old \\u201cwicks\\u201d\"", "Change Chapter Title");
        row("URL", ChapterTableModel::UrlColumn, QStringLiteral(" https://w.example/ "),
            "\"title\": \"Wicks\"", "\"title\": \"Wicks\",\n        \"url\": \"https://w.example/\"",
            "Change Chapter URL");
        row("image", ChapterTableModel::ImageColumn, QStringLiteral("https://w.example/i.png"),
            "\"title\": \"Wicks\"", "\"title\": \"Wicks\",\n        \"img\": \"https://w.example/i.png\"",
            "Change Chapter Image");
        row("location", ChapterTableModel::LocationColumn, QStringLiteral("Quay | geo:1,2 | R1"),
            "\"title\": \"Wicks\"",
            "\"title\": \"Wicks\",\n        \"location\": {\n          \"name\": \"Quay\",\n          "
            "\"geo\": "
            "\"geo:1,2\",\n          \"osm\": \"R1\"\n        }",
            "Change Chapter Location");
    }
    void editsOneCell() {
        QFETCH(int, column);
        QFETCH(QVariant, value);
        QFETCH(QByteArray, piece);
        QFETCH(QByteArray, replacement);
        QFETCH(QString, step);
        Opened open;
        const std::string saved = open.text();
        QVERIFY(open.set(1, column, value));
        QCOMPARE(open.text(), open.savedWith(piece.toStdString(), replacement.toStdString()));
        QCOMPARE(open.session.undoStack().count(), 1);
        QCOMPARE(open.session.undoStack().undoText(), step);
        open.session.undoStack().undo();
        QCOMPARE(open.text(), saved);
    }

    void hidesFromTheContents() {
        Opened open(2);
        QVERIFY(open.set(1, ChapterTableModel::ContentsColumn, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(open.text().find("\"toc\": false") != std::string::npos);
        QVERIFY(open.set(1, ChapterTableModel::ContentsColumn, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(open.text(), open.catalog.episode(open.id).savedText());
    }

    void aStartThatPassesTheNextMovesTheRow() {
        Opened open;
        const QPersistentModelIndex wicks = open.model.index(1, 0);
        QSignalSpy moved(&open.model, &QAbstractItemModel::rowsMoved);
        QSignalSpy reset(&open.model, &QAbstractItemModel::modelReset);
        QVERIFY(open.set(1, ChapterTableModel::StartColumn, QStringLiteral("15:00")));
        QCOMPARE(wicks.row(), 2);
        QCOMPARE(open.titles(),
                 (QStringList{QStringLiteral("Intro"), QStringLiteral("Oil"), QStringLiteral("Wicks")}));
        QVERIFY(open.text().find("\"mark\": [1,  2]") > open.text().find("Oil\""));
        open.session.undoStack().undo();
        QCOMPARE(wicks.row(), 1);
        QCOMPARE(open.text(), open.catalog.episode(open.id).savedText());
        QCOMPARE(moved.size(), 2);
        QCOMPARE(reset.size(), 0);
    }

    void refusesWhatIsNoTime_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::newRow("words") << int(ChapterTableModel::StartColumn) << QStringLiteral("soon");
        QTest::newRow("no start") << int(ChapterTableModel::StartColumn) << QString();
        QTest::newRow("below zero") << int(ChapterTableModel::StartColumn) << QStringLiteral("-1");
        QTest::newRow("end before start") << int(ChapterTableModel::EndColumn) << QStringLiteral("1:29");
    }
    void refusesWhatIsNoTime() {
        QFETCH(int, column);
        QFETCH(QString, typed);
        Opened open;
        QSignalSpy refused(&open.model, &ChapterTableModel::refused);
        QVERIFY(!open.set(1, column, typed));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(open.text(), open.catalog.episode(open.id).savedText());
    }

    void marksWhatIsHeardAndOutOfOrder() {
        Opened open;
        QSignalSpy changed(&open.model, &QAbstractItemModel::dataChanged);
        open.model.setHeardAt(95'000);
        QCOMPARE(open.model.heardRow(), 1);
        QVERIFY(open.model.index(1, 0).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(open.cell(1, 0, Qt::AccessibleTextRole).contains(QStringLiteral("heard")));
        const auto told = changed.size();
        open.model.setHeardAt(96'000);
        QCOMPARE(changed.size(), told); // nothing is painted anew while the row stays
        open.model.setHeardAt(-1);
        QCOMPARE(open.model.heardRow(), -1);
        QVERIFY(open.session.setText(open.id, open.savedWith("\"startTime\": 0", "\"startTime\": 200")));
        QVERIFY(open.model.index(1, 0).data(ChapterTableModel::OutOfOrderRole).toBool());
        QVERIFY(!open.model.index(2, 0).data(ChapterTableModel::OutOfOrderRole).toBool());
    }

    void followsWhateverHappensToTheText_data() {
        QTest::addColumn<QString>("order");
        for (const char* order :
             {"", "0", "012", "210", "120", "201", "0012", "1", "02", "0112", "9012", "0129", "8"})
            QTest::newRow(*order ? order : "none") << QString::fromLatin1(order);
    }
    void followsWhateverHappensToTheText() {
        QFETCH(QString, order);
        Opened open;
        const catalog::Chapters old = open.model.chapters();
        catalog::ChapterChange change;
        for (const QChar c : order) {
            const auto place = static_cast<std::size_t>(c.digitValue());
            catalog::Chapter made;
            made.start = 7000;
            change.chapters.push_back(place < old.size() ? old[place] : made);
            change.origins.push_back(place < old.size() ? std::optional(place) : std::nullopt);
        }
        QVERIFY(open.model.change(change, QStringLiteral("Arrange")));
        QVERIFY(open.model.chapters() == change.chapters);
        QCOMPARE(open.model.rowCount(), static_cast<int>(change.chapters.size()));
        open.session.undoStack().undo();
        QVERIFY(open.model.chapters() == old);
        QCOMPARE(open.text(), open.catalog.episode(open.id).savedText());
    }

    void theFirstLooksAsTheShowsLastAndTheLastLeavesNull() {
        Opened open(0);
        const std::string saved = open.text();
        catalog::Chapter intro;
        intro.title = QStringLiteral("Intro");
        QVERIFY(open.model.change(catalog::withAdded({}, {intro}, -1), QStringLiteral("Add")));
        QVERIFY(open.text().find("\"startTime\": 0.0,") != std::string::npos);
        QVERIFY(open.text().find("\"location\": null") != std::string::npos);
        QVERIFY(open.text().find("\"waypoints\": null") != std::string::npos);
        QVERIFY(open.model.change(catalog::without(open.model.chapters(), {0}), QStringLiteral("Remove")));
        QCOMPARE(open.text(), saved);
    }

    void chaptersAsTextAndBack() {
        catalog::Chapter a;
        a.start = 12500;
        a.end = 20000;
        a.title = QStringLiteral("Lamps, \"old\"");
        a.url = QStringLiteral("https://a.example/");
        a.image = QStringLiteral("https://a.example/i.png");
        a.isInContents = false;
        a.location = catalog::ChapterLocation{QStringLiteral("Quay"), QStringLiteral("geo:1,2"), {}};
        catalog::Chapter b;
        b.start = 60000;
        const catalog::Chapters both{a, b};
        QCOMPARE(models::chaptersInText(models::chaptersAsTable(both)).value_or(catalog::Chapters()) == both,
                 true);
        QCOMPARE(models::chaptersInText(QString::fromUtf8(models::chaptersAsJson(both)))
                         .value_or(catalog::Chapters()) == both,
                 true);
        QMimeData data;
        data.setText(QStringLiteral("1:00\tWicks\r\n2:00\tOil\n"));
        const auto rows = models::chaptersInMime(data);
        QVERIFY(rows && rows->size() == 2 && rows->at(1).start == 120000);
        QCOMPARE(rows->at(0).title, QStringLiteral("Wicks"));
    }

    void noChaptersInOtherText_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "words", "{", "[]", "{}", "{\"chapters\": []}", "1:00 Wicks", "x\ty",
                                 "1:00\tsoon\tWicks", "[1"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void noChaptersInOtherText() {
        QFETCH(QString, text);
        QVERIFY(!models::chaptersInText(text));
    }
};

QTEST_GUILESS_MAIN(TestChapterTableModel)
#include "tst_chaptertablemodel.moc"
