// SPDX-License-Identifier: MIT
// The Chapters page's dialogs, and what concerns its whole list: order, clipboard, problems, locked files.
#include "support/chapterpage.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>

class TestChaptersList : public QObject {
    Q_OBJECT

private slots:
    void init() { QApplication::clipboard()->clear(); }

    void shiftsByADialog() {
        OpenedChapters open;
        open.select({1, 2});
        whenModal([](QWidget* dialog) {
            auto* amount = PageFixture::child<QLineEdit>(*dialog, "amountEdit");
            auto* ok = PageFixture::child<QDialogButtonBox>(*dialog, "buttons")->button(QDialogButtonBox::Ok);
            auto* result = PageFixture::child<QLabel>(*dialog, "resultLabel");
            const bool startsEmpty = !ok->isEnabled();
            amount->setText(QStringLiteral("-1:31"));
            const bool isRefused = !ok->isEnabled() && result->text().contains(QLatin1String("0:00:00"));
            PageFixture::child<QRadioButton>(*dialog, "allRadio")->setChecked(true);
            amount->setText(QStringLiteral("-1"));
            const bool allIsRefused = !ok->isEnabled();
            PageFixture::child<QRadioButton>(*dialog, "selectedRadio")->setChecked(true);
            if (!startsEmpty || !isRefused || !allIsRefused || !ok->isEnabled())
                qFatal("the dialog lets through what cannot be");
            amount->setText(QStringLiteral("-0:30"));
            ok->click();
        });
        open.page.commands().action("shiftChaptersAction")->trigger();
        QCOMPARE(open.rows(), QStringLiteral("0:00:00 Intro | 0:01:00 Wicks | 0:09:30 Oil"));
        QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("Shift 2 Chapter(s)"));
        open.session.undoStack().undo();
        QCOMPARE(open.text(1), open.savedText(1));
    }

    void scalesByADialog() {
        OpenedChapters open;
        whenModal([](QWidget* dialog) {
            auto* ok = PageFixture::child<QDialogButtonBox>(*dialog, "buttons")->button(QDialogButtonBox::Ok);
            const auto edit = [&](const char* name, const char* text) {
                PageFixture::child<QLineEdit>(*dialog, name)->setText(QLatin1String(text));
            };
            const bool startsSame = !ok->isEnabled();
            edit("firstEdit", "20:00");
            const bool crosses = !ok->isEnabled();
            PageFixture::child<QComboBox>(*dialog, "firstCombo")->setCurrentIndex(1);
            edit("firstEdit", "3:10");
            edit("secondEdit", "20:10");
            if (!startsSame || !crosses || !ok->isEnabled())
                qFatal("the dialog lets through what cannot be");
            edit("secondEdit", "1:00");
            if (ok->isEnabled())
                qFatal("the true times cross");
            edit("firstEdit", "1:30");
            edit("secondEdit", "18:30"); // 90 stays, 600 becomes 1110: 0 would be at -90
            if (ok->isEnabled())
                qFatal("a chapter would start below 0");
            edit("firstEdit", "3:10");
            edit("secondEdit", "20:10");
            ok->click();
        });
        open.page.commands().action("scaleChaptersAction")->trigger();
        QCOMPARE(open.rows(), QStringLiteral("0:00:10 Intro | 0:03:10 Wicks | 0:20:10 Oil"));
        QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("Scale Chapters"));
        open.session.undoStack().undo();
        QCOMPARE(open.text(1), open.savedText(1));
    }

    void sortsWhatIsOutOfOrder() {
        OpenedChapters open;
        auto* sort = PageFixture::child<QPushButton>(open.page, "sortChaptersButton");
        QVERIFY(!sort->isVisible());
        const std::string mixed =
            std::string(open.savedText(1))
                .replace(open.savedText(1).find("\"startTime\": 0"), 14, "\"startTime\": 200");
        QVERIFY(open.session.setText({1}, mixed));
        QVERIFY(sort->isVisible());
        QVERIFY(PageFixture::child<QLabel>(open.page, "chaptersNotice")->isVisible());
        sort->click();
        QCOMPARE(open.rows(), QStringLiteral("0:01:30 Wicks | 0:03:20 Intro | 0:10:00 Oil"));
        QVERIFY(open.text(1).find("\"mark\": [1,  2]") != std::string::npos);
        QVERIFY(!sort->isVisible());
        open.session.undoStack().undo();
        QCOMPARE(open.text(1), mixed);
    }

    void copiesAndPastes() {
        OpenedChapters open;
        open.select({1, 2});
        open.key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("0:01:30\t\tWicks\t")));
        open.page.setEpisode({0});
        open.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(open.rows(), QStringLiteral("0:01:30 Wicks | 0:10:00 Oil"));
        QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("Paste 2 Chapter(s)"));
        open.session.undoStack().undo();
        QCOMPARE(open.text(0), open.savedText(0));
        QApplication::clipboard()->setText(QStringLiteral("only words"));
        QSignalSpy said(&open.page, &app::EditorPage::message);
        open.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(said.size(), 1);
        QCOMPARE(open.text(0), open.savedText(0));
    }

    void rulesMarkTheirRow() {
        OpenedChapters open;
        const std::string untitled =
            std::string(open.savedText(1)).replace(open.savedText(1).find("\"Wicks\""), 7, "\"\"");
        QVERIFY(open.session.setText({1}, untitled));
        open.validator.finish();
        QVERIFY(open.page.commands().issuesAt(0).empty());
        QVERIFY(!open.page.commands().issuesAt(1).empty());
        QVERIFY(open.page.goTo(QStringLiteral("podcast_chapters"),
                               open.page.commands().issuesAt(1).front()->span));
        QCOMPARE(open.selected(), QList<int>{1});
        QVERIFY(!open.page.goTo(QStringLiteral("title"), {}));
    }

    void takesWhatIsPastedAfterALook() {
        OpenedChapters open;
        QApplication::clipboard()->setText(QStringLiteral("0:00 Start\n1:30 Wicks\n20:00 Lamps\n"));
        whenModal([](QWidget* dialog) { qobject_cast<QDialog*>(dialog)->accept(); });
        open.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(open.rows(), QStringLiteral("0:00:00 Start | 0:01:30 Wicks | 0:20:00 Lamps"));
        QVERIFY(open.text(1).find("\"mark\": [1,  2]") !=
                std::string::npos); // Wicks is still the same chapter
        QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("Import Chapters"));
        open.session.undoStack().undo();
        QCOMPARE(open.text(1), open.savedText(1));
        open.select({1});
        whenModal([](QWidget* dialog) { qobject_cast<QDialog*>(dialog)->reject(); });
        open.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(open.text(1), open.savedText(1));
    }

    void takesAFileThatIsDropped() {
        OpenedChapters open;
        open.site.write(QStringLiteral("labels.txt"),
                        "0.000000\t0.000000\tStart\n70.000000\t70.000000\tEnd\n");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(open.site.absolute(QStringLiteral("labels.txt")))});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&open.page, &enter);
        QVERIFY(enter.isAccepted());
        whenModal([](QWidget* dialog) { qobject_cast<QDialog*>(dialog)->accept(); });
        QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&open.page, &drop);
        QCOMPARE(open.rows(), QStringLiteral("0:00:00 Start | 0:01:10 End"));
        QMimeData folder;
        folder.setUrls({QUrl::fromLocalFile(open.site.root())});
        QDragEnterEvent other({5, 5}, Qt::CopyAction, &folder, Qt::LeftButton, {});
        other.ignore();
        QApplication::sendEvent(&open.page, &other);
        QVERIFY(!other.isAccepted()); // the window opens it
    }

    void goesIntoTheNotesAndComesBack() {
        OpenedChapters open;
        QSignalSpy said(&open.page, &app::EditorPage::message);
        open.page.commands().action("chaptersToNotesAction")->trigger();
        QVERIFY(open.text(1).find("**Chapters**\n\n* 0:00 Intro\n* 1:30 Wicks\n* 10:00 Oil\n") !=
                std::string::npos);
        QCOMPARE(open.session.undoStack().count(), 1);
        open.page.commands().action("chaptersToNotesAction")->trigger();
        QCOMPARE(open.session.undoStack().count(), 1);
        QCOMPARE(said.size(), 2);
        open.select({2});
        open.key(Qt::Key_Delete);
        whenModal([](QWidget* dialog) { qobject_cast<QDialog*>(dialog)->accept(); });
        open.page.commands().action("chaptersFromNotesAction")->trigger();
        QCOMPARE(open.rows(), QStringLiteral("0:00:00 Intro | 0:01:30 Wicks | 0:10:00 Oil"));
        open.undoAll();
        QCOMPARE(open.text(1), open.savedText(1));
    }

    void detailsByADialog() {
        OpenedChapters open;
        const std::string before = open.text(1);
        QAction* details = open.page.commands().action("chapterDetailsAction");
        QVERIFY(details->isEnabled());
        whenModal([](QWidget* dialog) {
            QCOMPARE(dialog->objectName(), QStringLiteral("chapterDetailsDialog"));
            auto* author = PageFixture::child<QLineEdit>(*dialog, "chapters_author");
            QCOMPARE(author->text(), QStringLiteral("Ada"));
            author->selectAll();
            QTest::keyClicks(author, QStringLiteral("Ben"));
            auto* version = PageFixture::child<QComboBox>(*dialog, "chapters_version");
            auto* ok = PageFixture::child<QPushButton>(*dialog, "chapterDetailsOkButton");
            version->setCurrentText(QStringLiteral("newest"));
            QVERIFY(!ok->isEnabled());
            version->setCurrentText(QStringLiteral("1.2.0"));
            QVERIFY(ok->isEnabled());
            for (const QWidget* control :
                 dialog->findChildren<QWidget*>(QRegularExpression(QStringLiteral("^chapters_"))))
                QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
            ok->click();
        });
        details->trigger();
        std::string expected = before;
        expected.replace(expected.find("\"1.1.0\""), 7, "\"1.2.0\"");
        expected.replace(expected.find("\"author\": \"Ada\""), 15, "\"author\": \"Ben\"");
        QCOMPARE(open.text(1), expected);
        QCOMPARE(open.session.undoStack().count(), 1);
        open.undoAll();
        QCOMPARE(open.text(1), before);
        whenModal([](QWidget* dialog) {
            PageFixture::child<QPushButton>(*dialog, "chapterDetailsOkButton")->click();
        });
        details->trigger(); // nothing was touched
        QCOMPARE(open.text(1), before);
        OpenedChapters none(0);
        QVERIFY(!none.page.commands().action("chapterDetailsAction")->isEnabled());
    }

    void splittingLeavesUnknownMembersWithTheFirstHalf() {
        OpenedChapters open;
        open.select({1});
        open.page.commands().action("splitChapterAction")->trigger();
        const std::string& text = open.text(1);
        const auto mark = text.find("\"mark\": [1,  2]");
        QVERIFY(mark != std::string::npos); // nothing is lost, and its bytes are the same
        QCOMPARE(text.find("\"mark\"", mark + 1), std::string::npos);
        QVERIFY(text.rfind("\"startTime\": 90,", mark) > text.rfind("Intro", mark));
        QVERIFY(text.find("\"startTime\": 345,") > mark);
    }

    void nothingCanBeDoneToAReadOnlyFile() {
        OpenedChapters open;
        catalog::Catalog locked;
        locked.setReadOnly(QStringLiteral("Another window writes."));
        auto batch = catalog::FolderLoader::loadAll(catalog::listEpisodeFiles({open.site.root()}));
        locked.add(std::move(batch.episodes));
        catalog::Validator validator(locked);
        models::EditSession session(locked);
        app::ChaptersPage page({session, validator, open.settings, open.links, open.playhead});
        page.setEpisode({1});
        page.show();
        QCOMPARE(PageFixture::child<QLabel>(page, "chaptersNotice")->text(),
                 QStringLiteral("Another window writes."));
        page.commands().selectRows({1});
        for (const char* name : {"addChapterAction", "insertChapterAction", "setStartAction", "earlierAction",
                                 "splitChapterAction", "removeChaptersAction", "pasteChaptersAction",
                                 "importChaptersAction", "chaptersToNotesAction", "chapterDetailsAction"})
            QVERIFY2(!page.commands().action(name)->isEnabled(), name);
        QVERIFY(page.commands().action("playChapterAction")->isEnabled());
        QVERIFY(page.commands().action("exportChaptersAction")->isEnabled());
        auto* view = PageFixture::child<QTableView>(page, "chaptersView");
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(!view->findChild<QLineEdit*>());
    }
};

QTEST_MAIN(TestChaptersList)
#include "tst_chapterslist.moc"
