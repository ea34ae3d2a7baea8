// SPDX-License-Identifier: MIT
#include "app/dialogs/exporttabledialog.h"
#include "app/episodelist/episodetableview.h"
#include "app/episodelist/tableexporter.h"
#include "support/windowfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTimer>
#include <QToolTip>
#include <QTreeWidget>

/// Looks at the next dialog of that name and ends it by one of its buttons.
class DialogAnswer : public QObject {
public:
    DialogAnswer(const char* dialog, const char* button)
        : m_dialog(QLatin1String(dialog))
        , m_button(QLatin1String(button)) {
        startTimer(20);
    }
    QString words;
    QStringList lines;
    int seen = 0;

protected:
    void timerEvent(QTimerEvent*) override {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog || dialog->objectName() != m_dialog)
            return;
        ++seen;
        if (const auto* label = dialog->findChild<QLabel*>(QStringLiteral("pasteCellsWords")))
            words = label->text();
        if (const auto* list = dialog->findChild<QTreeWidget*>())
            for (int i = 0; i < list->topLevelItemCount(); ++i) {
                QStringList cells;
                for (int column = 0; column < list->columnCount(); ++column)
                    cells += list->topLevelItem(i)->text(column);
                lines += cells.join(QLatin1Char('|'));
            }
        dialog->findChild<QAbstractButton*>(m_button)->click();
    }

private:
    QString m_dialog, m_button;
};

class TestEpisodeTable : public QObject {
    Q_OBJECT

    struct Opened {
        Opened()
            : program(site.absolute(QStringLiteral("settings.ini"))) {
            program.open(site);
            program.table()->setFocus();
        }
        EpisodeFixture site;
        Program program;

        QTableView* table() const { return program.table(); }
        int column(const char* key) const {
            return static_cast<int>(static_cast<models::EpisodeTableModel*>(table()->model())
                                        ->columns()
                                        .indexOf(QLatin1String(key)));
        }
        void goTo(int row, const char* key) const {
            table()->setCurrentIndex(table()->model()->index(row, column(key)));
        }
        QString cell(int row, const char* key) const {
            return table()->model()->index(row, column(key)).data(Qt::EditRole).toString();
        }
        QLineEdit* editor() const {
            const auto all = table()->viewport()->findChildren<QLineEdit*>(QStringLiteral("cellEditor"));
            for (QLineEdit* each : all) // those that were closed go a moment later
                if (each->isVisible())
                    return each;
            return nullptr;
        }
        void startEditing() const {
            program.trigger("editCellAction");
            QTRY_VERIFY(editor());
        }
        QString status() const { return program.window.statusBar()->currentMessage(); }
        int steps() { return program.session.undoStack().count(); }
    };

private slots:
    void returnTakesTheTextAndGoesDown() {
        Opened open;
        open.goTo(0, "title");
        open.startEditing();
        QCOMPARE(open.editor()->text(), QStringLiteral("Lanterns, part 3"));
        QCOMPARE(open.editor()->accessibleName(), QStringLiteral("Title"));
        QTest::keyClicks(open.editor(), QStringLiteral("Wicks"));
        QTest::keyClick(open.editor(), Qt::Key_Return);
        QCOMPARE(open.cell(0, "title"), QStringLiteral("Wicks"));
        QCOMPARE(open.table()->currentIndex(), open.table()->model()->index(1, open.column("title")));
        QCOMPARE(open.steps(), 1);
    }

    void tabEditsTheNextCell() {
        Opened open;
        open.goTo(1, "title");
        open.startEditing();
        QTest::keyClicks(open.editor(), QStringLiteral("Oil"));
        QTest::keyClick(open.editor(), Qt::Key_Tab);
        QTRY_COMPARE(open.table()->currentIndex().column(), open.column("date"));
        QTRY_VERIFY(open.editor() && open.editor()->text().startsWith(QStringLiteral("2024-03-02T")));
        QTest::keyClick(open.editor(), Qt::Key_Backtab);
        QTRY_COMPARE(open.table()->currentIndex().column(), open.column("title"));
        QTest::keyClick(open.editor(), Qt::Key_Escape);
        QCOMPARE(open.cell(1, "title"), QStringLiteral("Oil"));
        QCOMPARE(open.steps(), 1); // the date was only looked at
    }

    /// Behind the last cell that can be edited comes the first one of the next row.
    void tabGoesOnInTheNextRow() {
        Opened open;
        open.goTo(0, "guests");
        open.startEditing();
        QTest::keyClick(open.editor(), Qt::Key_Tab);
        QTRY_COMPARE(open.table()->currentIndex(), open.table()->model()->index(1, open.column("episode")));
    }

    void wrongTextStaysInTheEditor() {
        Opened open;
        open.goTo(0, "date");
        open.startEditing();
        QTest::keyClicks(open.editor(), QStringLiteral("soon"));
        QTest::keyClick(open.editor(), Qt::Key_Return);
        QVERIFY(open.editor());
        QCOMPARE(open.editor()->text(), QStringLiteral("soon"));
        QVERIFY(QToolTip::text().contains(QStringLiteral("no date")));
        QTest::keyClick(open.editor(), Qt::Key_Escape);
        QCOMPARE(open.cell(0, "date"), QStringLiteral("2024-03-03T18:00:00-08:00"));
        QCOMPARE(open.steps(), 0);
    }

    void escapeChangesNothing() {
        Opened open;
        open.goTo(0, "title");
        open.startEditing();
        QTest::keyClicks(open.editor(), QStringLiteral("Wicks"));
        QTest::keyClick(open.editor(), Qt::Key_Escape);
        QCOMPARE(open.cell(0, "title"), QStringLiteral("Lanterns, part 3"));
        QCOMPARE(open.steps(), 0);
    }

    void savingTakesWhatIsTyped() {
        Opened open;
        open.goTo(0, "title");
        open.startEditing();
        QTest::keyClicks(open.editor(), QStringLiteral("Wicks"));
        QTest::keyClick(open.editor(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(open.site.read(EpisodeFixture::path(3)).contains("\"title\": \"Wicks\""));
        QVERIFY(!open.editor());
    }

    void closingTheCatalogueEndsEditing() {
        Opened open;
        open.goTo(0, "title");
        open.startEditing();
        open.program.catalog.clear();
        QVERIFY(!open.editor());
        open.site.openIn(open.program.catalog);
        QCOMPARE(open.table()->model()->rowCount(), 3); // rows come at once again
    }

    void listsComplete() {
        Opened open;
        open.goTo(0, "guests");
        open.startEditing();
        QTest::keyClicks(open.editor(), QStringLiteral("carol, harr"));
        auto* popup = open.editor()->findChild<QAbstractItemView*>(QStringLiteral("cellEditorCompletions"));
        if (!popup)
            for (QWidget* widget : QApplication::topLevelWidgets())
                if (widget->objectName() == QLatin1String("cellEditorCompletions"))
                    popup = qobject_cast<QAbstractItemView*>(widget);
        QVERIFY(popup);
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(open.editor()->text(), QStringLiteral("carol, ben"));
        QTest::keyClick(open.editor(), Qt::Key_Return);
        QCOMPARE(open.cell(0, "guests"), QStringLiteral("carol, ben"));
    }

    void cellsThatCannotBeEditedSayWhy() {
        Opened open;
        open.table()->setCurrentIndex(open.table()->model()->index(0, open.column("@problems")));
        open.program.trigger("editCellAction");
        QVERIFY(!open.editor());
        QVERIFY2(open.status().contains(QStringLiteral("Problems")), qPrintable(open.status()));
    }

    void trueAndFalseAreChosen() {
        Opened open;
        static_cast<models::EpisodeTableModel*>(open.table()->model())
            ->setColumns({QStringLiteral("title"), QStringLiteral("draft")});
        open.goTo(0, "draft");
        open.program.trigger("editCellAction");
        auto* choice = open.table()->viewport()->findChild<QComboBox*>(QStringLiteral("cellEditor"));
        QVERIFY(choice);
        QCOMPARE(choice->currentData().toString(), QStringLiteral("false"));
        choice->setCurrentIndex(0);
        QTest::keyClick(choice, Qt::Key_Return);
        QCOMPARE(open.cell(0, "draft"), QStringLiteral("true"));
    }

    void copyAndPasteChangesNothing() {
        Opened open;
        open.table()->selectAll();
        open.program.trigger("copyRowsAction");
        QCOMPARE(QApplication::clipboard()->text().split(QLatin1Char('\n')).value(0),
                 QStringLiteral("3\tLanterns, part 3\t2024-03-03T18:00:00-08:00\t00:31:03\t\t\t"));
        open.program.trigger("pasteCellsAction");
        QVERIFY2(open.status().contains(QStringLiteral("already")), qPrintable(open.status()));
        QCOMPARE(open.steps(), 0);
    }

    void pasteIsShownAndIsOneStep() {
        Opened open;
        const std::string before = open.program.catalog.episode({1}).text();
        open.goTo(0, "title");
        QApplication::clipboard()->setText(QStringLiteral("A\t2024-01-01\nB\tsoon\nC\t2024-01-03\nD\t\n"));
        DialogAnswer answer("pasteCellsDialog", "pasteCellsButton");
        open.program.trigger("pasteCellsAction");
        QCOMPARE(answer.seen, 1);
        QVERIFY2(answer.words.contains(QStringLiteral("no more episodes")), qPrintable(answer.words));
        QCOMPARE(answer.lines.size(), 6);
        QVERIFY2(answer.lines[0].startsWith(
                     QStringLiteral("night-desk 2|Date|2024-03-02T18:00:00-08:00|Left out:")),
                 qPrintable(answer.lines[0]));
        QCOMPARE(answer.lines[1], QStringLiteral("night-desk 3|Title|Lanterns, part 3|A"));
        QCOMPARE(open.cell(0, "title"), QStringLiteral("A"));
        QCOMPARE(open.cell(1, "date"), QStringLiteral("2024-03-02T18:00:00-08:00"));
        QCOMPARE(open.cell(2, "date"), QStringLiteral("2024-01-03"));
        QCOMPARE(open.steps(), 1);
        open.program.trigger("undoAction");
        QCOMPARE(open.program.catalog.episode({1}).text(), before);
    }

    void aPasteThatIsGivenUpChangesNothing() {
        Opened open;
        open.goTo(0, "title");
        QApplication::clipboard()->setText(QStringLiteral("A\nB"));
        DialogAnswer answer("pasteCellsDialog", "pasteCellsCancelButton");
        open.program.trigger("pasteCellsAction");
        QCOMPARE(answer.seen, 1);
        QCOMPARE(open.steps(), 0);
    }

    void oneCellIsPastedAtOnce() {
        Opened open;
        open.goTo(0, "title");
        QApplication::clipboard()->setText(QStringLiteral("Wicks"));
        open.program.trigger("pasteCellsAction");
        QCOMPARE(open.cell(0, "title"), QStringLiteral("Wicks"));
        open.program.trigger("copyCellAction");
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Wicks"));
    }

    void sumsOfWhatIsShownAndSelected() {
        Opened open;
        auto* sums = open.program.find<QLabel>("tableSums");
        QTRY_VERIFY2(sums->text().endsWith(QStringLiteral(" · 1 h 33 min · 42.0 MB")),
                     qPrintable(sums->text()));
        QVERIFY(sums->text().startsWith(QStringLiteral("3 ")));
        open.table()->selectAll();
        QTRY_VERIFY(sums->text().startsWith(QStringLiteral("Selected: 3 ")));
        open.program.find<QLineEdit>("searchEdit")->setText(QStringLiteral("\"part 2\""));
        QTRY_VERIFY2(sums->text().endsWith(QStringLiteral(" · 31 min · 14.0 MB")), qPrintable(sums->text()));
    }

    void exportsWhatIsShown() {
        Opened open;
        auto* model = static_cast<models::EpisodeTableModel*>(open.table()->model());
        model->sort(open.column("title"), Qt::AscendingOrder);
        catalog::TableExport table =
            app::tableOf(open.program.catalog, open.program.validator, model->shownEpisodes(),
                         {QStringLiteral("title"), QStringLiteral("@changed"), QStringLiteral("@file")});
        table.path = open.site.absolute(QStringLiteral("out.csv"));
        app::TableExporter exporter;
        QSignalSpy said(&exporter, &app::TableExporter::message);
        QSignalSpy progress(&exporter, &app::TableExporter::progress);
        exporter.start(table);
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(open.site.read(QStringLiteral("out.csv")),
                 QByteArray("title,changed,file\n"
                            "\"Lanterns, part 1\",false,content/show/night-desk/0001.md\n"
                            "\"Lanterns, part 2\",false,content/show/night-desk/0002.md\n"
                            "\"Lanterns, part 3\",false,content/show/night-desk/0003.md\n"));
        QCOMPARE(progress.constLast().at(1).toInt(), 0);
        table.path = open.site.absolute(QStringLiteral("nowhere/out.csv"));
        QSignalSpy failed(&exporter, &app::TableExporter::failed);
        exporter.start(table);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("nowhere")));
    }

    void theExportAsksHow() {
        Opened open;
        DialogAnswer answer("exportTableDialog", "exportTableCancelButton");
        open.program.trigger("exportTableAction");
        QCOMPARE(answer.seen, 1);
        app::ExportTableDialog dialog(3, QStringLiteral("site"));
        QCOMPARE(dialog.format(), catalog::TableFormat::SpreadsheetCsv);
        QCOMPARE(dialog.suggestedName(), QStringLiteral("site.csv"));
        dialog.findChild<QComboBox*>(QStringLiteral("exportTableFormat"))->setCurrentIndex(3);
        QCOMPARE(dialog.suggestedName(), QStringLiteral("site.json"));
        QVERIFY(!dialog.takesAllFields());
        dialog.findChild<QAbstractButton*>(QStringLiteral("exportAllRadio"))->click();
        QVERIFY(dialog.takesAllFields());
    }

    void columnsAreHiddenMovedAndRemembered() {
        Opened open;
        QHeaderView* header = open.table()->horizontalHeader();
        auto* model = static_cast<models::EpisodeTableModel*>(open.table()->model());
        const auto shown = [&] {
            QStringList keys;
            for (int place = 0; place < header->count(); ++place)
                keys += model->columns().value(header->logicalIndex(place));
            return keys;
        };
        const auto choose = [&](const char* key, const char* action) {
            open.goTo(0, key);
            QMenu menu;
            static_cast<app::EpisodeTableView*>(open.table())->addColumnActions(&menu);
            auto* found = menu.findChild<QAction*>(QLatin1String(action));
            QVERIFY(found);
            found->trigger();
        };
        open.table()->sortByColumn(open.column("title"), Qt::DescendingOrder);
        header->moveSection(header->visualIndex(open.column("date")), 0); // as by dragging
        open.table()->setColumnWidth(open.column("date"), 171);
        choose("podcast_duration", "hideColumnAction");
        QCOMPARE(shown().mid(0, 4), (QStringList{"date", "episode", "title", "guests"}));
        choose("date", "columnRightAction");
        QCOMPARE(shown().mid(0, 2), (QStringList{"episode", "date"}));
        choose("title", "columnLeftAction");
        QCOMPARE(shown().mid(0, 3), (QStringList{"episode", "title", "date"}));
        open.program.find<QLineEdit>("searchEdit")->setText(QStringLiteral("lanterns")); // rows are made anew
        QTRY_COMPARE(model->rowCount(), 3);
        QCOMPARE(shown().mid(0, 3), (QStringList{"episode", "title", "date"}));
        QCOMPARE(open.cell(0, "episode"), QStringLiteral("3")); // by title, from the last
        open.program.window.close();

        Program again(open.site.absolute(QStringLiteral("settings.ini")));
        again.open(open.site);
        auto* view = static_cast<app::EpisodeTableView*>(again.table());
        QCOMPARE(view->shownColumns().mid(0, 4), (QStringList{"episode", "title", "date", "guests"}));
        QCOMPARE(view->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
        const auto& columns = static_cast<models::EpisodeTableModel*>(view->model())->columns();
        QCOMPARE(columns.value(view->horizontalHeader()->sortIndicatorSection()), QStringLiteral("title"));
        QCOMPARE(view->columnWidth(static_cast<int>(columns.indexOf(QStringLiteral("date")))), 171);
    }

    void groupsFoldByKeyAndMouse() {
        Opened open;
        auto* model = static_cast<models::EpisodeTableModel*>(open.table()->model());
        open.program.trigger("groupByYearAction");
        QCOMPARE(model->rowCount(), 4);
        QVERIFY(model->isHeading(0));
        const catalog::EpisodeId shown = open.program.editor()->episode();
        open.table()->setCurrentIndex(model->index(0, 0));
        QCOMPARE(open.program.editor()->episode(), shown); // a heading is no episode
        QTest::keyClick(open.table(), Qt::Key_Left);
        QCOMPARE(model->rowCount(), 1);
        QTest::keyClick(open.table(), Qt::Key_Right);
        QCOMPARE(model->rowCount(), 4);
        QTest::keyClick(open.table(), Qt::Key_Return);
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(open.program.editor()->episode(), shown);
        const QRect place = open.table()->visualRect(model->index(0, 1));
        QTest::mouseClick(open.table()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(model->rowCount(), 4);
        QTest::keyClick(open.table(), Qt::Key_A, Qt::ControlModifier);
        open.program.trigger("copyRowsAction");
        QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 3); // headings are no rows
        open.program.trigger("foldAllAction");
        QCOMPARE(model->rowCount(), 1);
        open.program.window.close();
        Program again(open.site.absolute(QStringLiteral("settings.ini")));
        again.window.open({open.site.root()});
        QTRY_VERIFY(!again.window.isLoading() && again.catalog.size() == 3);
        auto* later = static_cast<models::EpisodeTableModel*>(again.table()->model());
        QCOMPARE(later->grouping(), models::Grouping::Year);
        QCOMPARE(later->foldedGroups(), QStringList());
    }
};

QTEST_MAIN(TestEpisodeTable)
#include "tst_episodetable.moc"
