// SPDX-License-Identifier: MIT
#include "app/bulk/bulkrunner.h"
#include "app/widgets/chipedit.h"
#include "support/windowfixture.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>
#include <QTreeView>

#include <functional>

class TestSeveralEpisodes : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }

    struct Opened : Program {
        Opened(const QString& ini, const EpisodeFixture& site)
            : Program(ini) {
            open(site);
            for (int i = 0; i < catalog.size(); ++i)
                before.push_back(catalog.episode({i}).text());
        }
        /// Selects the first rows, as Shift+Down does.
        void selectRows(int count) const {
            select(0);
            table()->selectionModel()->select(
                QItemSelection(table()->model()->index(0, 0), table()->model()->index(count - 1, 0)),
                QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            QTRY_COMPARE(find<QWidget>("severalPage")->isVisible(), count > 1);
        }
        QString value(int id, const char* key) const { return catalog.episode({id}).valueText(key); }
        bool isAsBefore() const {
            for (int i = 0; i < catalog.size(); ++i)
                if (catalog.episode({i}).text() != before[static_cast<std::size_t>(i)])
                    return false;
            return true;
        }
        /// Opens the dialog and works in it; it must be closed by `work`.
        void inDialog(const std::function<void(QDialog*)>& work) const {
            bool wasThere = false;
            QTimer::singleShot(0, &window, [&] {
                auto* dialog = window.findChild<QDialog*>(QStringLiteral("bulkDialog"));
                wasThere = dialog != nullptr;
                if (!dialog)
                    return;
                work(dialog);
                if (dialog->isVisible())
                    dialog->reject();
            });
            trigger("changeSeveralAction");
            QVERIFY(wasThere);
        }
        std::vector<std::string> before;
    };
    template <typename T>
    static T* in(QDialog* dialog, const char* name) {
        auto* found = dialog->findChild<T*>(QLatin1String(name));
        if (!found)
            qFatal("no %s in the dialog", name);
        return found;
    }
    static void choose(QDialog* dialog, const char* field, catalog::BulkAction action) {
        auto* fields = in<QComboBox>(dialog, "bulkFieldChoice");
        fields->setCurrentIndex(fields->findData(QLatin1String(field)));
        auto* actions = in<QComboBox>(dialog, "bulkActionChoice");
        actions->setCurrentIndex(actions->findData(static_cast<int>(action)));
    }

private slots:
    /// Those of all shows: the selected may be of several.
    void namesAreOfferedToWhoeverTypes() {
        const EpisodeFixture site;
        Opened program(newIni(), site);
        program.selectRows(2);
        auto* chips = program.find<app::ChipEdit>("several_hostsChips");
        auto* completer = chips->findChild<QCompleter*>();
        QVERIFY(completer);
        QTest::keyClicks(chips->lineEdit(), QStringLiteral("ad"));
        QTRY_VERIFY(completer->completionCount() > 0);
        completer->popup()->hide();
    }

    void showsWhatTheyHaveInCommon() {
        const EpisodeFixture site;
        const Opened opened(newIni(), site);
        opened.selectRows(2);
        QCOMPARE(opened.find<QLabel>("episodeHeading")->text(), QStringLiteral("Editing 2 episode(s)"));
        auto* title = opened.find<QLineEdit>("several_titleEdit");
        QCOMPARE(title->text(), QString());
        QCOMPARE(title->placeholderText(), QStringLiteral("several values"));
        QCOMPARE(opened.find<QLineEdit>("several_header_imageEdit")->text(),
                 QStringLiteral("/images/shows/night-desk.png"));
        QCOMPARE(opened.find<QLineEdit>("several_podcast_alt_fileEdit")->placeholderText(),
                 QStringLiteral("none"));
        QCOMPARE(opened.find<QLabel>("several_dateWords")->text(),
                 QStringLiteral("several values: 2 Mar 2024 – 3 Mar 2024"));
        QCOMPARE(opened.find<QLabel>("several_episodeWords")->text(),
                 QStringLiteral("several values: 2 – 3"));
        QCOMPARE(opened.find<QComboBox>("several_draftChoice")->currentText(), QStringLiteral("No"));
        QCOMPARE(opened.find<app::ChipEdit>("several_tagsChips")->items(), (QStringList{"lamps", "oil"}));
        QVERIFY(!opened.find<QWidget>("editorTabs")->isVisible());
        opened.select(2);
        QTRY_VERIFY(opened.find<QWidget>("editorTabs")->isVisible());
        QVERIFY(opened.find<QWidget>("saveButton")->isVisible());
    }

    void typingSetsAllInOneStep() {
        const EpisodeFixture site;
        const Opened opened(newIni(), site);
        opened.selectRows(2); // episodes 3 and 2
        auto* image = opened.find<QLineEdit>("several_header_imageEdit");
        image->setFocus();
        image->selectAll();
        QTest::keyClicks(image, QStringLiteral("/new.png"));
        QVERIFY(opened.isAsBefore());
        auto* button = opened.find<QPushButton>("several_header_imageButton");
        QVERIFY(button->isVisible());
        QCOMPARE(button->text(), QStringLiteral("Set in 2"));
        QTest::keyClick(image, Qt::Key_Return);
        QCOMPARE(opened.value(2, "header_image"), QStringLiteral("/new.png"));
        QCOMPARE(opened.value(1, "header_image"), QStringLiteral("/new.png"));
        QCOMPARE(opened.value(0, "header_image"), QStringLiteral("/images/shows/night-desk.png"));
        QVERIFY(!button->isVisible());
        const QUndoStack& stack = const_cast<models::EditSession&>(opened.session).undoStack();
        QCOMPARE(stack.count(), 1);
        QCOMPARE(stack.undoText(), QStringLiteral("Set Header image of 2 Episode(s)"));
        opened.trigger("undoAction");
        QVERIFY(opened.isAsBefore());
        QTRY_COMPARE(image->text(), QStringLiteral("/images/shows/night-desk.png"));
        QVERIFY(opened.find<QWidget>("severalPage")->isVisible()); // undo leaves the selection
    }

    void typingIsTakenInBeforeAnotherSelection() {
        const EpisodeFixture site;
        const Opened opened(newIni(), site);
        opened.selectRows(3);
        auto* title = opened.find<QLineEdit>("several_titleEdit");
        title->setFocus();
        QTest::keyClicks(title, QStringLiteral("Dusk"));
        opened.select(1);
        QTRY_COMPARE(opened.value(0, "title"), QStringLiteral("Dusk"));
        QCOMPARE(opened.value(2, "title"), QStringLiteral("Dusk"));
    }

    void addsAndRemovesMembers() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(3),
                   EpisodeFixture::episode(3).replace("\"ada\"", "\"ben\", \"ada\""));
        const Opened opened(newIni(), site);
        opened.selectRows(2);
        auto* hosts = opened.find<app::ChipEdit>("several_hostsChips");
        QCOMPARE(hosts->items(), QStringList{QStringLiteral("ada")}); // ben is one's alone
        auto* line = opened.find<QLineEdit>("several_hostsAddEdit");
        QCOMPARE(line->placeholderText(), QStringLiteral("several values"));
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("cy"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(opened.value(2, "hosts"), QStringLiteral("ben, ada, cy"));
        QCOMPARE(opened.value(1, "hosts"), QStringLiteral("ada, cy"));
        QTRY_COMPARE(hosts->items(), (QStringList{"ada", "cy"}));
        emit hosts->removeRequested(0);
        QCOMPARE(opened.value(2, "hosts"), QStringLiteral("ben, cy"));
        QCOMPARE(opened.value(1, "hosts"), QStringLiteral("cy"));
        QCOMPARE(opened.value(0, "hosts"), QStringLiteral("ada"));
    }

    void choosesYesOrNo() {
        const EpisodeFixture site;
        const Opened opened(newIni(), site);
        opened.selectRows(2);
        auto* draft = opened.find<QComboBox>("several_draftChoice");
        draft->setFocus();
        QTest::keyClick(draft, Qt::Key_Y);
        QCOMPARE(draft->currentText(), QStringLiteral("Yes"));
        QTRY_COMPARE(opened.value(1, "draft"), QStringLiteral("true"));
        QCOMPARE(opened.value(0, "draft"), QStringLiteral("false"));
    }

    void namesWhatIsLeftOut() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("\"title\": \"", "\"title\": 7, \"t\": \""));
        const Opened opened(newIni(), site);
        opened.selectRows(3);
        auto* title = opened.find<QLineEdit>("several_titleEdit");
        title->setFocus();
        QTest::keyClicks(title, QStringLiteral("Dusk\r"));
        QCOMPARE(opened.value(0, "title"), QStringLiteral("Dusk"));
        QCOMPARE(opened.value(1, "title"), QStringLiteral("7"));
        const QString said = opened.window.statusBar()->currentMessage();
        QVERIFY2(said.contains(QStringLiteral("0002.md (The file has a value of another type here")),
                 qPrintable(said));
    }

    void theDialogShowsFirstAndChangesThen() {
        const EpisodeFixture site;
        const Opened opened(newIni(), site);
        opened.selectRows(2);
        opened.inDialog([&](QDialog* dialog) {
            QCOMPARE(in<QComboBox>(dialog, "bulkScopeChoice")->currentText(),
                     QStringLiteral("The 2 selected episode(s)"));
            choose(dialog, "date", catalog::BulkAction::ShiftDate);
            auto* apply = in<QPushButton>(dialog, "bulkApplyButton");
            QVERIFY(!apply->isEnabled());
            in<QSpinBox>(dialog, "bulkWeeksSpin")->setValue(1);
            QTRY_VERIFY(apply->isEnabled());
            QCOMPARE(apply->text(), QStringLiteral("&Apply 2 Change(s)"));
            auto* tree = in<QTreeView>(dialog, "proposalTree");
            const QModelIndex second = tree->model()->index(1, 0);
            QVERIFY(tree->model()->setData(second, Qt::Unchecked, Qt::CheckStateRole));
            QCOMPARE(apply->text(), QStringLiteral("&Apply 1 Change(s)"));
            QVERIFY(opened.isAsBefore());
            apply->click();
        });
        QCOMPARE(opened.value(2, "date"), QStringLiteral("2024-03-10T18:00:00-08:00"));
        QCOMPARE(opened.value(1, "date"), QStringLiteral("2024-03-02T18:00:00-08:00"));
        opened.trigger("undoAction");
        QVERIFY(opened.isAsBefore());
    }

    void oneSelectedMeansAllThatTheTableShows() {
        const EpisodeFixture site;
        const Opened opened(newIni(), site);
        opened.selectRows(1);
        opened.inDialog([&](QDialog* dialog) {
            QCOMPARE(in<QComboBox>(dialog, "bulkScopeChoice")->currentText(),
                     QStringLiteral("All 3 episode(s) that the table shows"));
            choose(dialog, "episode", catalog::BulkAction::Number);
            QCOMPARE(in<QSpinBox>(dialog, "bulkFirstSpin")->value(), 1);
            in<QSpinBox>(dialog, "bulkFirstSpin")->setValue(31);
            auto* apply = in<QPushButton>(dialog, "bulkApplyButton");
            QTRY_VERIFY(apply->isEnabled());
            apply->click();
        });
        for (int i = 0; i < 3; ++i)
            QCOMPARE(opened.value(i, "slug"), QString::number(31 + i));
    }

    void theDialogHasAControlForEveryAction() {
        const EpisodeFixture site;
        const Opened opened(newIni(), site);
        opened.inDialog([&](QDialog* dialog) {
            auto* fields = in<QComboBox>(dialog, "bulkFieldChoice");
            auto* actions = in<QComboBox>(dialog, "bulkActionChoice");
            QCOMPARE(fields->count(), static_cast<int>(catalog::fields().size()));
            for (int field = 0; field < fields->count(); ++field) {
                fields->setCurrentIndex(field);
                QVERIFY(actions->count() > 0);
                for (int action = 0; action < actions->count(); ++action)
                    actions->setCurrentIndex(action);
            }
            choose(dialog, "guests", catalog::BulkAction::AddMembers);
            auto* members = in<QLineEdit>(dialog, "bulkMembersEdit");
            QVERIFY(members->isVisible());
            QTest::keyClicks(members, QStringLiteral("ben"));
            QTest::keyClick(members, Qt::Key_Return);
            QTRY_COMPARE(in<QLabel>(dialog, "proposalCount")->text(),
                         QStringLiteral("3 change(s) in 3 episode(s)"));
            QTest::keyClick(members, Qt::Key_Return); // ends no dialog
            QVERIFY(dialog->isVisible());
            QTest::keyClicks(members, QStringLiteral("cy")); // counts before it is a chip
            QTRY_VERIFY(in<QPlainTextEdit>(dialog, "proposalDiff")->toPlainText().contains("\"cy\""));
        });
        QVERIFY(opened.isAsBefore()); // it was closed without applying
    }

    void manyEpisodesAreChangedOnOtherThreads() {
        const EpisodeFixture site;
        for (int number = 4; number <= 90; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number % 10));
        Program program(newIni());
        site.openIn(program.catalog);
        std::vector<catalog::EpisodeId> ids;
        std::vector<std::string> before;
        for (int i = 0; i < program.catalog.size(); ++i) {
            ids.push_back({i});
            before.push_back(program.catalog.episode({i}).text());
        }
        app::BulkRunner runner(
            {program.session, program.validator, program.settings, program.links, program.playhead});
        QSignalSpy over(&runner, &app::BulkRunner::over);
        QSignalSpy progress(&runner, &app::BulkRunner::progress);
        catalog::BulkEdit edit{catalog::BulkAction::Set, "draft"};
        edit.text = QStringLiteral("true");
        runner.run(ids, edit);
        runner.cancel();
        QCOMPARE(over.size(), 1);
        QVERIFY(!program.catalog.hasChanges());
        runner.run(ids, edit);
        QVERIFY(runner.isRunning());
        QVERIFY(!program.catalog.hasChanges());
        QTRY_COMPARE(over.size(), 2);
        QCOMPARE(program.catalog.changedEpisodes().size(), ids.size());
        QCOMPARE(program.session.undoStack().count(), 1);
        QVERIFY(!progress.isEmpty());
        QCOMPARE(progress.last()[2].toInt(), 0); // the bar goes
        program.session.undoStack().undo();
        for (const catalog::EpisodeId id : ids)
            QCOMPARE(program.catalog.episode(id).text(), before[static_cast<std::size_t>(id.value)]);
    }
};

QTEST_MAIN(TestSeveralEpisodes)
#include "tst_severalepisodes.moc"
