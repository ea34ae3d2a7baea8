// SPDX-License-Identifier: MIT
// Whole visits to the window, as users make them.
#include "app/dialogs/gotodialog.h"
#include "app/dialogs/readingdialog.h"
#include "app/editor/allfieldspage.h"
#include "app/editor/linkscommands.h"
#include "app/editor/linkspage.h"
#include "app/widgets/chipedit.h"
#include "support/windowfixture.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>
#include <QWindow>

class TestVisits : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }

private slots:
    /// One visit as a user makes it: found by searching, edited on every page, taken back, made again, saved.
    void everyPageIsEditedTakenBackAndSaved() {
        const EpisodeFixture site;
        const QByteArray before = site.read(EpisodeFixture::path(2));
        Program program(newIni());
        program.open(site);
        QTest::keyClicks(program.find<QLineEdit>("searchEdit"), QStringLiteral("\"part 2\""));
        QTRY_COMPARE(program.table()->model()->rowCount(), 1);
        program.select(0);
        QByteArray after = before;
        const auto page = [&](int number) { program.editor()->setCurrentPage(number); };
        program.typeTitle(QStringLiteral("Wicks"));
        after.replace("Lanterns, part 2", "Wicks");
        page(1);
        auto* guests = program.find<app::ChipEdit>("guestsChips")->lineEdit();
        QTest::keyClicks(guests, QStringLiteral("ben"));
        QTest::keyClick(guests, Qt::Key_Return);
        after.replace("\"guests\": []", "\"guests\": [\n    \"ben\"\n  ]");
        page(2);
        auto* links = program.find<QTableView>("linksView");
        links->selectRow(2);
        program.editor()->linksPage().commands().action("removeLinksAction")->trigger();
        after.replace("  * [Oil](https://oil.example.org/)\n", "");
        page(3);
        auto* bytes = program.find<QLineEdit>("podcast_bytesEdit");
        bytes->selectAll();
        QTest::keyClicks(bytes, QStringLiteral("123"));
        QTest::keyClick(bytes, Qt::Key_Return);
        after.replace("14000002", "123");
        page(4);
        auto* notes = program.find<QPlainTextEdit>("notesEdit");
        notes->moveCursor(QTextCursor::Start);
        QTest::keyClicks(notes, QStringLiteral("Hello "));
        after.replace("### Episode", "Hello ### Episode");
        page(5);
        auto* all = program.window.findChild<app::AllFieldsPage*>();
        QVERIFY(all->goTo(QStringLiteral("draft"), {}));
        program.find<QPlainTextEdit>("jsonEdit")->selectAll();
        program.find<QPlainTextEdit>("jsonEdit")->insertPlainText(QStringLiteral("true"));
        program.find<QPushButton>("applyJsonButton")->click();
        after.replace("\"draft\": false", "\"draft\": true");
        page(6);
        auto* source = program.find<QPlainTextEdit>("sourceEdit");
        QTextCursor cursor = source->document()->find(QStringLiteral("lamps\""));
        cursor.setPosition(cursor.selectionStart());
        source->setTextCursor(cursor);
        QTest::keyClicks(source, QStringLiteral("old "));
        after.replace("\"lamps\"", "\"old lamps\"");
        const auto text = [&] { return QByteArray::fromStdString(program.catalog.episode({1}).text()); };
        QCOMPARE(text(), after);
        while (program.find<QAction>("undoAction")->isEnabled())
            program.trigger("undoAction");
        QCOMPARE(text(), before);
        while (program.find<QAction>("redoAction")->isEnabled())
            program.trigger("redoAction");
        QCOMPARE(text(), after);
        program.trigger("saveAction");
        QCOMPARE(site.read(EpisodeFixture::path(2)), after);
        QCOMPARE(site.read(EpisodeFixture::path(1)), EpisodeFixture::episode(1));
    }

    void undoByKeySelectsOneEpisode() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        program.select(0);
        program.typeTitle(QStringLiteral("Other"));
        program.select(1);
        QApplication::setActiveWindow(&program.window);
        program.table()->setFocus();
        QTest::keyPress(program.table(), Qt::Key_Control);
        QTest::keyClick(program.table(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(program.table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(program.table()->currentIndex().row(), 0);
        QTest::keyRelease(program.table(), Qt::Key_Control);
    }

    void goesToAnEpisodeByInitialsAndNumber() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        app::GoToDialog dialog(catalog);
        auto* words = dialog.findChild<QLineEdit*>(QStringLiteral("goToEdit"));
        QTest::keyClicks(words, QStringLiteral("nd 2"));
        QVERIFY(dialog.chosen().isValid());
        QCOMPARE(catalog.episode(dialog.chosen()).summary().number, QStringLiteral("2"));
        words->setText(QStringLiteral("lanterns 3"));
        QCOMPARE(catalog.episode(dialog.chosen()).summary().number, QStringLiteral("3"));
        words->setText(QStringLiteral("no such thing"));
        QVERIFY(!dialog.chosen().isValid());
    }

    void problemsAreWalkedWithF8() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        program.session.setValue({1}, {std::string("youtube_link")},
                                 format::JsonValue::string("https://example.org/x"));
        program.validator.finish();
        auto* view = program.find<QTreeView>("issuesView");
        QTRY_VERIFY(view->model()->rowCount() > 0);
        program.trigger("nextProblemAction");
        QCOMPARE(program.editor()->episode(), catalog::EpisodeId{1});
        QCOMPARE(program.editor()->currentPage(), 4);
    }

    void findKeysBelongToThePageThatHasTheFocus() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        QApplication::setActiveWindow(&program.window);
        QWindow* keys = program.window.windowHandle(); // to whatever has the focus, by way of shortcuts
        auto* search = program.find<QLineEdit>("searchEdit");
        for (const auto& [page, edit] : {std::pair("notesPage", "notesEdit"), {"sourcePage", "sourceEdit"}}) {
            auto* tabs = program.find<QTabWidget>("editorTabs");
            auto* shown = program.find<QWidget>(page);
            tabs->setCurrentWidget(shown);
            program.find<QWidget>(edit)->setFocus();
            QTest::keyClick(keys, Qt::Key_F, Qt::ControlModifier);
            auto* words = shown->findChild<QLineEdit*>(QStringLiteral("findEdit"));
            QVERIFY(words && words->hasFocus());
            QVERIFY(!search->hasFocus());
            QTest::keyClick(keys, Qt::Key_F, Qt::ControlModifier); // from the bar, too
            QVERIFY(words->hasFocus());
            QTest::keyClick(keys, Qt::Key_Escape);
            QVERIFY(program.find<QWidget>(edit)->hasFocus());
        }
        program.table()->setFocus();
        QTest::keyClick(keys, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search->hasFocus());
    }

    /// A Windows-1252 file is refused, read by its table, undone, reverted, edited, saved as UTF-8.
    void aFileInAnotherTableIsReadWhenItIsChosen() {
        EpisodeFixture site;
        const QByteArray bytes = EpisodeFixture::episode(3)
                                     .replace("\xe2\x80\x94", "-")
                                     .replace("Lanterns, part 3", "Caf\xe9 \x96 lanterns");
        site.write(EpisodeFixture::path(3), bytes);
        Program program(newIni());
        program.open(site);
        const catalog::EpisodeId id = program.catalog.idOfPath(site.absolute(EpisodeFixture::path(3)));
        QVERIFY(program.table()->model()->rowCount() == 3);
        program.editor()->setEpisode(id);
        const auto episode = [&]() -> const catalog::Episode& { return program.catalog.episode(id); };
        QVERIFY(episode().isRefused());
        auto* read = program.find<QPushButton>("readOtherwiseButton");
        QVERIFY(!read->isHidden());
        QTimer::singleShot(0, qApp, [] {
            auto* dialog = qobject_cast<app::ReadingDialog*>(QApplication::activeModalWidget());
            auto* tables = dialog->findChild<QComboBox*>(QStringLiteral("tableCombo"));
            for (int i = 0; i < tables->count(); ++i)
                if (tables->itemText(i).contains(QLatin1String("1252")))
                    tables->setCurrentIndex(i);
            dialog->accept();
        });
        read->click();
        const std::string text = QString::fromLatin1(bytes).replace(QChar(0x96), QChar(0x2013)).toStdString();
        QVERIFY(!episode().isRefused());
        QCOMPARE(episode().text(), text);
        QCOMPARE(site.read(EpisodeFixture::path(3)), bytes);
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Café – lanterns"));
        program.trigger("undoAction");
        QVERIFY(episode().isRefused());
        program.trigger("redoAction");
        QVERIFY(!episode().isRefused());
        program.editor()->setCurrentPage(0);
        program.typeTitle(QStringLiteral("Wicks"));
        program.session.revert(id);
        QVERIFY(episode().isRefused());
        QVERIFY(!episode().isChanged());
        program.trigger("undoAction");
        QVERIFY(!episode().isRefused());
        QVERIFY(episode().text().find("Wicks") != std::string::npos);
        program.trigger("undoAction");
        QCOMPARE(episode().text(), text);
        program.trigger("saveAction");
        QCOMPARE(site.read(EpisodeFixture::path(3)), QByteArray::fromStdString(text));
        QVERIFY(!episode().isChanged());
    }
};

QTEST_MAIN(TestVisits)
#include "tst_visits.moc"
