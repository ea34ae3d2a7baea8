// SPDX-License-Identifier: MIT
// Every gesture of the Chapters page, by the keys and menus that users have.
#include "app/editor/episodeeditor.h"
#include "support/chapterpage.h"

#include <QAction>
#include <QClipboard>
#include <QFont>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>

using models::ChapterTableModel;

class TestChaptersPage : public QObject {
    Q_OBJECT

private slots:
    void init() { QApplication::clipboard()->clear(); }

    void everythingIsOneStepAndComesBack_data() {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QList<int>>("chosen");
        QTest::addColumn<qint64>("heard"); // -1: nothing
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QList<int>>("selected");
        QTest::addColumn<QString>("step");
        const auto row = [](const char* name, const char* action, const QList<int>& chosen, qint64 heard,
                            const char* rows, const QList<int>& selected, const char* step) {
            QTest::newRow(name) << QByteArray(action) << chosen << heard << QString::fromLatin1(rows)
                                << selected << QString::fromLatin1(step);
        };
        row("add at the playhead", "addChapterAction", {0}, 300'900,
            "0:00:00 Intro | 0:01:30 Wicks | 0:05:00  | 0:10:00 Oil", {2}, "Add Chapter");
        row("add, nothing heard", "addChapterAction", {1}, -1,
            "0:00:00 Intro | 0:01:30 Wicks | 0:05:45  | 0:10:00 Oil", {2}, "Add Chapter");
        row("add below the last", "insertChapterAction", {2}, 5'000,
            "0:00:00 Intro | 0:01:30 Wicks | 0:10:00 Oil | 0:11:00 ", {3}, "Add Chapter");
        row("start to the playhead", "setStartAction", {1}, 100'400,
            "0:00:00 Intro | 0:01:40 Wicks | 0:10:00 Oil", {1}, "Set Chapter Start");
        row("start past the next", "setStartAction", {1}, 700'400,
            "0:00:00 Intro | 0:10:00 Oil | 0:11:40 Wicks", {2}, "Set Chapter Start");
        row("earlier", "earlierAction", {1}, -1, "0:00:00 Intro | 0:01:29.9 Wicks | 0:10:00 Oil", {1},
            "Nudge 1 Chapter(s)");
        row("later", "laterAction", {1, 2}, -1, "0:00:00 Intro | 0:01:30.1 Wicks | 0:10:00.1 Oil", {1, 2},
            "Nudge 2 Chapter(s)");
        row("a second earlier", "secondEarlierAction", {1}, -1, "0:00:00 Intro | 0:01:29 Wicks | 0:10:00 Oil",
            {1}, "Nudge 1 Chapter(s)");
        row("a second later", "secondLaterAction", {0}, -1, "0:00:01 Intro | 0:01:30 Wicks | 0:10:00 Oil",
            {0}, "Nudge 1 Chapter(s)");
        row("split at the playhead", "splitChapterAction", {1}, 200'000,
            "0:00:00 Intro | 0:01:30 Wicks | 0:03:20 Wicks | 0:10:00 Oil", {2}, "Split Chapter");
        row("split in the middle", "splitChapterAction", {1}, 5'000,
            "0:00:00 Intro | 0:01:30 Wicks | 0:05:45 Wicks | 0:10:00 Oil", {2}, "Split Chapter");
        row("split the last", "splitChapterAction", {2}, -1,
            "0:00:00 Intro | 0:01:30 Wicks | 0:10:00 Oil | 0:20:31 Oil", {3}, "Split Chapter");
        row("merge", "mergeChaptersAction", {0}, -1, "0:00:00 Intro / Wicks | 0:10:00 Oil", {0},
            "Merge Chapters");
        row("remove", "removeChaptersAction", {0, 2}, -1, "0:01:30 Wicks", {0}, "Remove 2 Chapter(s)");
        row("remove all", "removeChaptersAction", {0, 1, 2}, -1, "", {}, "Remove 3 Chapter(s)");
    }
    void everythingIsOneStepAndComesBack() {
        QFETCH(QByteArray, action);
        QFETCH(QList<int>, chosen);
        QFETCH(qint64, heard);
        QFETCH(QString, rows);
        QFETCH(QList<int>, selected);
        QFETCH(QString, step);
        for (const int episode : {1, 2}) { // few members, all members
            OpenedChapters open(episode);
            if (heard >= 0)
                open.hear(heard);
            open.select(chosen);
            QAction* act = open.page.commands().action(action.constData());
            QVERIFY(act->isEnabled());
            act->trigger();
            QCOMPARE(open.rows(), rows);
            QCOMPARE(open.selected(), selected);
            QCOMPARE(open.session.undoStack().count(), 1);
            QCOMPARE(open.session.undoStack().undoText(), step);
            QCOMPARE(OpenedChapters::around(open.text(episode)),
                     OpenedChapters::around(open.savedText(episode)));
            const bool hasPoint = open.text(episode).find("\"startTime\": 90.0") != std::string::npos;
            QVERIFY(episode == 2 || !hasPoint); // whole seconds stay as the file writes them
            open.session.undoStack().undo();
            QCOMPARE(open.text(episode), open.savedText(episode));
        }
    }

    void keysDoWhatTheMenuSays_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QByteArray>("action");
        const auto row = [](const char* action, int key, Qt::KeyboardModifiers modifiers) {
            QTest::newRow(action) << key << modifiers << QByteArray(action);
        };
        row("addChapterAction", Qt::Key_Return, Qt::ControlModifier);
        row("insertChapterAction", Qt::Key_Insert, Qt::NoModifier);
        row("setStartAction", Qt::Key_T, Qt::ControlModifier);
        row("playChapterAction", Qt::Key_Return, Qt::ShiftModifier);
        row("earlierAction", Qt::Key_Left, Qt::AltModifier);
        row("laterAction", Qt::Key_Right, Qt::AltModifier);
        row("secondEarlierAction", Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        row("secondLaterAction", Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        row("splitChapterAction", Qt::Key_B, Qt::ControlModifier);
        row("mergeChaptersAction", Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        row("removeChaptersAction", Qt::Key_Delete, Qt::NoModifier);
        row("copyChaptersAction", Qt::Key_C, Qt::ControlModifier);
        row("pasteChaptersAction", Qt::Key_V, Qt::ControlModifier);
    }
    void keysDoWhatTheMenuSays() {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(QByteArray, action);
        OpenedChapters open;
        open.select({1});
        QSignalSpy triggered(open.page.commands().action(action.constData()), &QAction::triggered);
        open.key(static_cast<Qt::Key>(key), modifiers);
        QCOMPARE(triggered.size(), 1);
    }

    void aNewChapterIsNamedAtOnce() {
        OpenedChapters open;
        open.hear(300'000);
        open.select({1});
        open.key(Qt::Key_Return, Qt::ControlModifier);
        open.typeInto(QStringLiteral("Chimneys"));
        QCOMPARE(open.text(1), std::string(open.savedText(1))
                                   .replace(open.savedText(1).find("      {\n        \"startTime\": 600"), 0,
                                            "      {\n        \"startTime\": 300,\n        \"title\": "
                                            "\"Chimneys\"\n      },\n"));
    }

    void whatIsBeingTypedIsKeptWhenTheNextIsAdded() {
        OpenedChapters open;
        open.hear(300'000);
        open.key(Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("One"));
        open.hear(400'000);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        open.typeInto(QStringLiteral("Two"));
        QCOMPARE(open.rows(),
                 QStringLiteral("0:00:00 Intro | 0:01:30 Wicks | 0:05:00 One | 0:06:40 Two | 0:10:00 Oil"));
    }

    void addingWorksFromEveryPage() {
        PageFixture site(writeChapters);
        app::EpisodeEditor editor(site.context());
        QSignalSpy said(&editor, &app::EpisodeEditor::message);
        editor.resize(900, 500);
        editor.setEpisode({1});
        editor.show();
        QApplication::setActiveWindow(&editor);
        for (int page = 0; page < 8; ++page) {
            editor.setCurrentPage(page);
            QApplication::processEvents();
            const auto before = catalog::chaptersOf(*site.catalog.episode({1}).document()).size();
            site.playhead.report({1}, 200'000 + page * 10'000, 1'862'000, true);
            QWidget* focused = QApplication::focusWidget();
            QTest::keyClick(focused ? focused : &editor, Qt::Key_Return, Qt::ControlModifier);
            QCOMPARE(catalog::chaptersOf(*site.catalog.episode({1}).document()).size(), before + 1);
        }
        QVERIFY(said.constLast().constFirst().toString().contains(QLatin1String("0:04:30")));
        QCOMPARE(PageFixture::child<QTabWidget>(editor, "editorTabs")->tabText(3),
                 QStringLiteral("Chapters 11"));
    }

    void aChapterThatIsThereIsShown() {
        OpenedChapters open;
        QSignalSpy said(&open.page, &app::EditorPage::message);
        open.hear(90'300);
        open.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(open.selected(), QList<int>{1});
        QCOMPARE(said.size(), 1);
        QCOMPARE(open.text(1), open.savedText(1));
    }

    void fractionsAreSaidAndComeBackAsTheyWere() {
        for (const int episode : {1, 2}) {
            OpenedChapters open(episode);
            QSignalSpy said(&open.page, &app::EditorPage::message);
            open.select({0, 1, 2});
            open.key(Qt::Key_Right, Qt::AltModifier);
            QCOMPARE(said.size(), 1);
            open.key(Qt::Key_Right, Qt::AltModifier);
            QCOMPARE(said.size(), 1);
            QCOMPARE(open.session.undoStack().count(), 1); // a key held down is one step
            open.key(Qt::Key_Left, Qt::AltModifier);
            open.key(Qt::Key_Left, Qt::AltModifier);
            QCOMPARE(open.text(episode), open.savedText(episode));
        }
    }

    void nothingStartsBelowZero() {
        OpenedChapters open;
        QSignalSpy said(&open.page, &app::EditorPage::message);
        open.select({0, 1});
        open.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(said.size(), 1);
        QCOMPARE(open.text(1), open.savedText(1));
    }

    void playsFromAChapter() {
        OpenedChapters open;
        QSignalSpy asked(&open.playhead, &app::Playhead::asked);
        const QModelIndex start = open.view->model()->index(2, ChapterTableModel::StartColumn);
        QTest::mouseClick(open.view->viewport(), Qt::LeftButton, {}, open.view->visualRect(start).center());
        QTest::mouseDClick(open.view->viewport(), Qt::LeftButton, {}, open.view->visualRect(start).center());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.constFirst().at(1).toLongLong(), 600'000);
        QVERIFY(asked.constFirst().at(2).toBool());
        const QModelIndex title = start.siblingAtColumn(ChapterTableModel::TitleColumn);
        QTest::mouseClick(open.view->viewport(), Qt::LeftButton, {}, open.view->visualRect(title).center());
        QTest::mouseDClick(open.view->viewport(), Qt::LeftButton, {}, open.view->visualRect(title).center());
        open.typeInto(QStringLiteral("Lamp oil"));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(
            open.text(1),
            std::string(open.savedText(1)).replace(open.savedText(1).find("\"Oil\""), 5, "\"Lamp oil\""));
    }

    void enterEditsOrToggles() {
        OpenedChapters open;
        open.select({1}, ChapterTableModel::StartColumn);
        open.key(Qt::Key_Return);
        open.typeInto(QStringLiteral("1:31.5"));
        QVERIFY(open.text(1).find("\"startTime\": 91.5,") != std::string::npos);
        open.select({1}, ChapterTableModel::ContentsColumn);
        open.key(Qt::Key_Return);
        QVERIFY(open.text(1).find("\"toc\": false") != std::string::npos);
        open.undoAll();
        QCOMPARE(open.text(1), open.savedText(1));
    }

    void theHeardChapterIsMarked() {
        OpenedChapters open;
        const auto isBold = [&](int row) {
            return open.view->model()->index(row, 0).data(Qt::FontRole).value<QFont>().bold();
        };
        open.hear(95'000);
        QVERIFY(!isBold(0) && isBold(1));
        open.hear(600'000);
        QVERIFY(!isBold(1) && isBold(2));
        open.playhead.report({0}, 95'000, 1'000'000, true);
        QVERIFY(!isBold(1) && !isBold(2));
    }

    void saysWhatToDoWhereThereIsNone() {
        OpenedChapters open(0);
        auto* notice = PageFixture::child<QLabel>(open.page, "chaptersNotice");
        QVERIFY(notice->isVisible() && notice->text().contains(QLatin1String("Ctrl+Return")));
        open.key(Qt::Key_Insert);
        open.typeInto(QStringLiteral("Intro"));
        QCOMPARE(open.rows(), QStringLiteral("0:00:00 Intro"));
        QVERIFY(!notice->isVisible());
        open.undoAll();
        QCOMPARE(open.text(0), open.savedText(0));
    }

    void everyActionHasItsWords() {
        OpenedChapters open;
        QMenu menu;
        open.page.commands().fill(&menu);
        QSet<QString> mnemonics;
        for (const QAction* action : menu.actions()) {
            if (action->isSeparator())
                continue;
            QVERIFY(!action->text().isEmpty() && !action->toolTip().isEmpty());
            const qsizetype at = action->text().indexOf(u'&');
            if (at < 0)
                continue;
            const QString letter = action->text().mid(at + 1, 1).toLower();
            QVERIFY2(!mnemonics.contains(letter), qPrintable(action->text()));
            mnemonics.insert(letter);
        }
    }
};

QTEST_MAIN(TestChaptersPage)
#include "tst_chapterspage.moc"
