// SPDX-License-Identifier: MIT
#include "app/widgets/playerbar.h"
#include "support/windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
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
#include <QTimer>
#include <QTreeView>
#include <QTreeWidget>

using app::MainWindow;

#include <sys/stat.h>

class TestMainWindow : public QObject {
    Q_OBJECT

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
        QCOMPARE(program.find<QTabWidget>("editorTabs")->currentIndex(), 7);
        site.write(EpisodeFixture::path(3), EpisodeFixture::episode(3));
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

    void skippedFilesAreListed() {
        const EpisodeFixture site;
        QDir(site.root())
            .mkpath(QStringLiteral("content/show/night-desk/0007.md")); // a folder with a file's name
        QVERIFY(::mkfifo(QFile::encodeName(site.absolute(EpisodeFixture::path(8))).constData(), 0600) == 0);
        Program program(newIni());
        program.open(site);
        QVERIFY(program.find<QAction>("skippedFilesAction")->isEnabled());
        auto* notice = program.find<QWidget>("skippedNotice");
        QStringList rows;
        QTimer::singleShot(0, [&] {
            auto* dialog = program.window.findChild<QDialog*>(QStringLiteral("skippedDialog"));
            auto* list = dialog->findChild<QTreeWidget*>(QStringLiteral("skippedList"));
            for (int row = 0; row < list->topLevelItemCount(); ++row)
                rows += list->topLevelItem(row)->text(0);
            dialog->findChild<QPushButton*>(QStringLiteral("copySkippedButton"))->click();
            dialog->reject();
        });
        notice->findChild<QPushButton*>(QStringLiteral("noticeAction0"))->click();
        QVERIFY2(rows.contains(EpisodeFixture::path(8)), qPrintable(rows.join(QLatin1Char(' '))));
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("0008.md: ")));
        program.trigger("closeCatalogAction");
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
