// SPDX-License-Identifier: MIT
#include "app/dialogs/gotodialog.h"
#include "app/editor/allfieldspage.h"
#include "app/editor/linkscommands.h"
#include "app/editor/linkspage.h"
#include "app/mainwindow.h"
#include "app/widgets/chipedit.h"

#include "app/editor/episodeeditor.h"
#include "app/settings.h"
#include "app/widgets/playerbar.h"
#include "support/episodefixture.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using app::MainWindow;

/// Answers the next message box by the object name, or else the standard button, of the button to press.
class Answer : public QObject {
public:
    explicit Answer(QMessageBox::StandardButton button)
        : Answer(QString(), button) {}
    explicit Answer(const QString& name, QMessageBox::StandardButton button = QMessageBox::NoButton)
        : m_name(name)
        , m_button(button) {
        startTimer(20);
    }
    QString text;
    int asked = 0;

protected:
    void timerEvent(QTimerEvent*) override {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box)
            return;
        ++asked;
        text = box->text() + QLatin1Char('\n') + box->informativeText();
        QAbstractButton* button =
            m_name.isEmpty() ? box->button(m_button) : box->findChild<QAbstractButton*>(m_name);
        if (!button)
            button = box->escapeButton() ? box->escapeButton() : box->buttons().constFirst();
        button->click();
    }

private:
    QString m_name;
    QMessageBox::StandardButton m_button;
};

class TestMainWindow : public QObject {
    Q_OBJECT

    /// A program on a site of its own.
    struct Program {
        explicit Program(const QString& ini)
            : settings(ini)
            , session(catalog)
            , validator(catalog)
            , window({session, validator, settings, links}) {
            window.resize(1280, 860);
            window.show();
        }
        void open(const EpisodeFixture& site) {
            window.open({site.root()});
            QTRY_VERIFY_WITH_TIMEOUT(!window.isLoading() && catalog.size() == 3, 10'000);
            QTRY_VERIFY(editor()->episode().isValid());
        }
        template <typename Widget>
        Widget* find(const char* name) const {
            auto* widget = window.findChild<Widget*>(QLatin1String(name));
            if (!widget)
                qFatal("no widget named %s", name);
            return widget;
        }
        app::EpisodeEditor* editor() const { return window.findChild<app::EpisodeEditor*>(); }
        QTableView* table() const { return find<QTableView>("episodeTable"); }
        void trigger(const char* action) const { find<QAction>(action)->trigger(); }
        void typeTitle(const QString& title) const {
            auto* edit = find<QLineEdit>("titleEdit");
            edit->selectAll();
            QTest::keyClicks(edit, title);
        }
        void select(int row) const { table()->setCurrentIndex(table()->model()->index(row, 0)); }
        QString titleAt(int row) const { return table()->model()->index(row, 1).data().toString(); }

        app::Settings settings;
        catalog::Catalog catalog;
        models::EditSession session;
        catalog::Validator validator;
        catalog::LinkResults links;
        MainWindow window;
    };

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }

private slots:
    void startsWithWhatToDo() {
        Program program(newIni());
        QVERIFY(program.find<QWidget>("startPage")->isVisible());
        QVERIFY(program.find<QPushButton>("startOpenButton")->isVisible());
        QVERIFY(!program.find<QAction>("saveAction")->isEnabled());
    }

    void aFolderWithoutEpisodesSaysSo() {
        Program program(newIni());
        const QTemporaryDir empty;
        program.window.open({empty.path()});
        QTRY_VERIFY(program.find<QLabel>("startError")->isVisible());
        QVERIFY(program.find<QLabel>("startError")->text().contains(empty.path()));
    }

    void opensAndShowsTheNewestEpisode() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        QCOMPARE(program.table()->model()->rowCount(), 3);
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Lanterns, part 3"));
        QVERIFY(program.find<QLabel>("pathLabel")->text().endsWith(QLatin1String("0003.md")));
        QCOMPARE(program.settings.recentCatalogs(), QStringList{site.root()});
    }

    void searchFiltersAsOneTypes() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        auto* search = program.find<QLineEdit>("searchEdit");
        QTest::keyClicks(search, QStringLiteral("\"part 2\""));
        QTRY_COMPARE(program.table()->model()->rowCount(), 1);
        QCOMPARE(program.find<QLabel>("matchesLabel")->text(), QStringLiteral("1 of 3"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Lanterns, part 2"));
        search->setText(QStringLiteral("zeppelin"));
        QTRY_VERIFY(program.find<QLabel>("noMatchLabel")->isVisible());
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(),
                 QStringLiteral("Lanterns, part 2")); // keeps the editor
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_COMPARE(program.table()->model()->rowCount(), 3);
    }

    void editsUndoesSavesOnlyWhatWasEdited() {
        const EpisodeFixture site;
        const QByteArray before = site.read(EpisodeFixture::path(3));
        Program program(newIni());
        program.open(site);
        program.typeTitle(QStringLiteral("Wicks"));
        QVERIFY(program.window.isWindowModified());
        QVERIFY(program.find<QAction>("undoAction")->text().contains(QLatin1String("Title")));
        program.trigger("undoAction");
        QTRY_VERIFY(!program.window.isWindowModified());
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Lanterns, part 3"));
        program.trigger("redoAction");
        program.trigger("saveAction");
        QTRY_VERIFY(!program.window.isWindowModified());
        QCOMPARE(site.read(EpisodeFixture::path(3)), QByteArray(before).replace("Lanterns, part 3", "Wicks"));
        // Undone after saving, the episode differs from its file again.
        program.trigger("undoAction");
        QTRY_VERIFY(program.window.isWindowModified());
        program.trigger("saveAction");
        QCOMPARE(site.read(EpisodeFixture::path(3)), before);
    }

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

    void switchingEpisodesLosesNothing() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        program.typeTitle(QStringLiteral("Wicks"));
        program.select(1);
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Lanterns, part 2"));
        program.typeTitle(QStringLiteral("Oil"));
        program.select(0);
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks"));
        QCOMPARE(program.catalog.changedEpisodes().size(), std::size_t(2));
        program.trigger("undoAction"); // shows the episode that it changes
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Lanterns, part 2"));
        program.trigger("saveAllAction");
        QVERIFY(program.catalog.changedEpisodes().empty());
        QVERIFY(site.read(EpisodeFixture::path(3)).contains("Wicks"));
        QCOMPARE(site.read(EpisodeFixture::path(2)), EpisodeFixture::episode(2));
    }

    void anOutsideChangeIsAskedAbout_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QByteArray>("onDisk");
        QTest::addColumn<int>("copies");
        const QByteArray theirs = EpisodeFixture::episode(3).replace("lamps", "lanterns");
        QTest::newRow("cancel") << QStringLiteral("no such button") << theirs << 0;
        QTest::newRow("take theirs") << QStringLiteral("takeTheirsButton") << theirs << 0;
        QTest::newRow("keep mine as a copy") << QStringLiteral("keepCopyButton") << theirs << 1;
    }
    void anOutsideChangeIsAskedAbout() {
        QFETCH(QString, button);
        QFETCH(QByteArray, onDisk);
        QFETCH(int, copies);
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        program.typeTitle(QStringLiteral("Wicks"));
        site.write(EpisodeFixture::path(3), onDisk);
        Answer answer(button);
        program.trigger("saveAction");
        QVERIFY(answer.asked > 0);
        QCOMPARE(site.read(EpisodeFixture::path(3)), onDisk);
        const QDir folder(site.absolute(QStringLiteral("content/show/night-desk")));
        const QStringList kept = folder.entryList({QStringLiteral("*.mine-*.txt")});
        QCOMPARE(kept.size(), copies);
        const bool isCancelled = button == QLatin1String("no such button");
        QCOMPARE(program.window.isWindowModified(), isCancelled);
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(),
                 isCancelled ? QStringLiteral("Wicks") : QStringLiteral("Lanterns, part 3"));
        if (copies > 0)
            QVERIFY(site.read(QStringLiteral("content/show/night-desk/") + kept.first()).contains("Wicks"));
        site.write(EpisodeFixture::path(3), EpisodeFixture::episode(3));
    }

    void closingAsksByName() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        program.typeTitle(QStringLiteral("Wicks"));
        {
            Answer cancel(QMessageBox::Cancel);
            QVERIFY(!program.window.close());
            QVERIFY2(cancel.text.contains(QLatin1String("Wicks")), qPrintable(cancel.text));
        }
        QVERIFY(program.window.isVisible());
        {
            Answer save(QMessageBox::SaveAll);
            QVERIFY(program.window.close());
        }
        QVERIFY(site.read(EpisodeFixture::path(3)).contains("Wicks"));
    }

    void columnsAndEpisodeAreRemembered() {
        const EpisodeFixture site;
        const QString ini = newIni();
        {
            Program program(ini);
            program.open(site);
            program.select(2);
            program.editor()->setCurrentPage(3);
            auto* model = qobject_cast<models::EpisodeTableModel*>(program.table()->model());
            model->setColumns({QStringLiteral("title"), QStringLiteral("tags")});
            program.table()->setColumnWidth(0, 333);
            QVERIFY(program.window.close());
        }
        Program program(ini);
        program.open(site);
        auto* model = qobject_cast<models::EpisodeTableModel*>(program.table()->model());
        QCOMPARE(model->columns(), (QStringList{QStringLiteral("title"), QStringLiteral("tags")}));
        QCOMPARE(program.table()->columnWidth(0), 333);
        QTRY_COMPARE(program.editor()->episode(), catalog::EpisodeId{0});
        QCOMPARE(program.editor()->currentPage(), 3);
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

    void aBrokenFileIsListedAndShownWithItsReason() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(3), "{\n  \"title\": nope\n}\n");
        Program program(newIni());
        program.open(site);
        const catalog::EpisodeId id = program.catalog.idOfPath(site.absolute(EpisodeFixture::path(3)));
        QVERIFY(program.catalog.episode(id).isRefused());
        for (int row = 0; row < 3; ++row)
            program.select(row); // every episode can be shown
        auto* model = qobject_cast<models::EpisodeTableModel*>(program.table()->model());
        program.select(model->rowOf(id));
        QVERIFY(program.find<QLabel>("editorNotice")->isVisible());
        QVERIFY(program.find<QLabel>("editorNotice")->text().contains(QLatin1String("line 2, column 12")));
        QCOMPARE(program.find<QTabWidget>("editorTabs")->currentIndex(), 6);
        site.write(EpisodeFixture::path(3), EpisodeFixture::episode(3));
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
        QCOMPARE(program.editor()->currentPage(), 3);
    }

    void spacePlaysWhereNobodyTypes() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        auto* player = program.window.findChild<app::PlayerBar*>();
        QSignalSpy changed(&player->player(), &audio::Player::stateChanged);
        auto* title = program.find<QLineEdit>("titleEdit");
        title->setFocus();
        QTest::keyClicks(title, QStringLiteral(" jkl"));
        QCOMPARE(changed.size(), 0);
        QVERIFY(title->text().contains(QLatin1String(" jkl")));
        program.settings.setMediaFolder(site.root());
        site.write(QStringLiteral("night-desk-3.mp3"), "no sound at all");
        QTest::keyClick(program.table(), Qt::Key_Space);
        QVERIFY(changed.size() > 0); // said in words: this is no audio
        QVERIFY(player->player().problem().contains(QLatin1String("night-desk-3.mp3")));
        program.trigger("undoAction");
    }

    void theSidebarFilters() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        program.typeTitle(QStringLiteral("Wicks"));
        auto* list = program.find<QListView>("showList");
        auto* model = qobject_cast<models::ShowListModel*>(list->model());
        QTRY_VERIFY(model->rowOf(models::EpisodeFilter::Kind::Changed, {}) > 0);
        list->setCurrentIndex(model->index(model->rowOf(models::EpisodeFilter::Kind::Changed, {})));
        QTRY_COMPARE(program.table()->model()->rowCount(), 1);
        program.trigger("undoAction"); // the row does not vanish under the user's hands
        QCOMPARE(program.table()->model()->rowCount(), 1);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
