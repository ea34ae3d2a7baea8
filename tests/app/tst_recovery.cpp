// SPDX-License-Identifier: MIT
#include "app/outside/outsidechanges.h"
#include "app/recovery/leftoversearch.h"
#include "app/widgets/noticebar.h"
#include "support/windowfixture.h"

#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <limits>
#include <memory>

using app::NoticeBar;

/// Windows that know of each other share a folder of settings and state. One that is destroyed without being
/// closed is one that died.
class TestRecovery : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EpisodeFixture> m_site;
    int m_count = 0;

    std::unique_ptr<Program> start(const QString& folder = {}) {
        auto program =
            std::make_unique<Program>(m_folder->filePath(QStringLiteral("settings-%1.ini").arg(++m_count)));
        QSignalSpy searched(program->window.findChild<app::LeftoverSearch*>(), &app::LeftoverSearch::found);
        if (folder.isEmpty())
            program->open(*m_site);
        else
            program->window.open({folder});
        if (!QTest::qWaitFor([&] { return !program->window.isLoading() && program->catalog.size() == 3; }))
            qFatal("the site did not open");
        if (searched.isEmpty() && !searched.wait()) // what was lost is offered then
            qFatal("nobody looked for leftovers");
        QTest::qWait(50); // and the journal may still be read
        return program;
    }
    static QDialog* dialogOf(const Program& program, const char* name = "recoveryDialog") {
        auto* dialog = program.window.findChild<QDialog*>(QLatin1String(name));
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    static QTreeWidget* treeOf(const Program& program) {
        return dialogOf(program)->findChild<QTreeWidget*>(QStringLiteral("recoveryTree"));
    }
    static void press(const QDialog* dialog, const char* button) {
        dialog->findChild<QPushButton*>(QLatin1String(button))->click();
    }
    static QString notice(const Program& program, const char* key) {
        return program.find<NoticeBar>("noticeBar")->textOf(QLatin1String(key));
    }
    static void act(const Program& program, const char* key, int action) {
        auto* row = program.find<QWidget>(key);
        row->findChild<QPushButton*>(QStringLiteral("noticeAction%1").arg(action))->click();
    }
    /// A window that dies with this title typed.
    void dieWith(const QString& title) {
        const auto program = start();
        if (QDialog* dialog = dialogOf(*program))
            dialog->reject();
        program->typeTitle(title);
    }
    static void replaceOnDisk(const Program& program, const QByteArray& from, const QByteArray& to) {
        // As the watcher does: another program's text is taken from the disk.
        const auto id = program.editor()->episode();
        QByteArray bytes = QByteArray::fromStdString(program.catalog.episode(id).savedText());
        if (!bytes.contains(from))
            qFatal("%s is not in the file", from.constData());
        bytes.replace(from, to);
        QFile file(program.catalog.episode(id).path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        if (!const_cast<catalog::Catalog&>(program.catalog).reload(id, bytes.toStdString()))
            qFatal("cannot be read");
    }

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_site = std::make_unique<EpisodeFixture>();
    }

    void nothingToRecoverAsksNothing() {
        {
            const auto program = start();
            QVERIFY(!dialogOf(*program));
            program->typeTitle(QStringLiteral("Wicks"));
            program->trigger("saveAction");
        }
        QVERIFY(!dialogOf(*start()));
    }

    void unsavedWorkIsRestoredAsOneUndoStep() {
        dieWith(QStringLiteral("Wicks"));
        const QByteArray disk = m_site->read(EpisodeFixture::path(3));
        {
            const auto program = start();
            QTRY_VERIFY(dialogOf(*program));
            QCOMPARE(treeOf(*program)->topLevelItemCount(), 1);
            QVERIFY(treeOf(*program)->topLevelItem(0)->text(1).endsWith(QLatin1String("0003.md")));
            QVERIFY(dialogOf(*program)
                        ->findChild<QPlainTextEdit*>(QStringLiteral("recoveryDiff"))
                        ->toPlainText()
                        .contains(QLatin1String("+  \"title\": \"Wicks\"")));
            press(dialogOf(*program), "restoreButton");
            QVERIFY(!dialogOf(*program));
            QCOMPARE(program->find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks"));
            QVERIFY(program->window.isWindowModified());
            QCOMPARE(m_site->read(EpisodeFixture::path(3)), disk); // nothing is written before Save
            QCOMPARE(program->session.undoStack().count(), 1);
            program->trigger("undoAction");
            QVERIFY(!program->window.isWindowModified());
            program->trigger("redoAction");
        }
        { // died again, before saving
            const auto program = start();
            QTRY_VERIFY(dialogOf(*program));
            QCOMPARE(treeOf(*program)->topLevelItemCount(), 1);
            press(dialogOf(*program), "restoreButton");
            program->trigger("saveAction");
            QVERIFY(m_site->read(EpisodeFixture::path(3)).contains("Wicks"));
        }
        QVERIFY(!dialogOf(*start()));
    }

    void undoneWorkIsNotOffered() {
        {
            const auto program = start();
            program->typeTitle(QStringLiteral("Wicks"));
            while (program->session.undoStack().canUndo())
                program->trigger("undoAction");
        }
        QVERIFY(!dialogOf(*start()));
    }

    void laterKeepsDiscardAsks() {
        dieWith(QStringLiteral("Wicks"));
        {
            const auto program = start();
            QTRY_VERIFY(dialogOf(*program));
            press(dialogOf(*program), "laterButton");
            QVERIFY(!program->window.isWindowModified());
            program->typeTitle(QStringLiteral("Oil")); // does not take the other's place
        }
        {
            const auto program = start();
            QTRY_VERIFY(dialogOf(*program));
            QCOMPARE(treeOf(*program)->topLevelItemCount(), 2);
            int ticked = 0; // an episode can have one text only
            for (int row = 0; row < 2; ++row)
                ticked += treeOf(*program)->topLevelItem(row)->checkState(0) == Qt::Checked ? 1 : 0;
            QCOMPARE(ticked, 1);
            Answer no(QMessageBox::Cancel);
            press(dialogOf(*program), "discardButton");
            QCOMPARE(no.asked, 1);
            QCOMPARE(treeOf(*program)->topLevelItemCount(), 2);
        }
        {
            const auto program = start();
            QTRY_VERIFY(dialogOf(*program));
            Answer yes(QStringLiteral("discardForGoodButton"));
            press(dialogOf(*program), "discardButton");
            QCOMPARE(treeOf(*program)->topLevelItemCount(), 1);
            treeOf(*program)->topLevelItem(0)->setCheckState(0, Qt::Checked);
            press(dialogOf(*program), "discardButton");
            QVERIFY(!dialogOf(*program));
        }
        QVERIFY(!dialogOf(*start()));
    }

    void whatAnInterruptedSaveLeftIsOffered() {
        const QString place = QStringLiteral("content/show/night-desk/.0003.md.episode-desk-%1-abc")
                                  .arg(std::numeric_limits<int>::max()); // no process is called so
        m_site->write(place, EpisodeFixture::episode(3).replace("Lanterns, part 3", "Wicks"));
        {
            const auto program = start();
            QVERIFY(dialogOf(*program));
            QCOMPARE(treeOf(*program)->topLevelItemCount(), 1);
            QVERIFY(treeOf(*program)->topLevelItem(0)->text(1).endsWith(QLatin1String("0003.md")));
            dialogOf(*program)->reject(); // later
        }
        QVERIFY(QFile::exists(m_site->absolute(place)));
        const auto program = start();
        QVERIFY(dialogOf(*program));
        treeOf(*program)->topLevelItem(0)->setCheckState(0, Qt::Checked);
        press(dialogOf(*program), "restoreButton");
        QCOMPARE(program->find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks"));
        QVERIFY(program->window.isWindowModified());
        QVERIFY(QFile::exists(m_site->absolute(place))); // until the journal has the text
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(m_site->absolute(place)), 10'000);
    }

    void aFileThatWasChangedSinceIsShownWithBothDiffs() {
        dieWith(QStringLiteral("Wicks"));
        m_site->write(EpisodeFixture::path(3),
                      EpisodeFixture::episode(3).replace("\"lamps\"", "\"lanterns\""));
        const auto program = start();
        QTRY_VERIFY(dialogOf(*program));
        QVERIFY(treeOf(*program)->topLevelItem(0)->text(3).contains(QLatin1String("changed since")));
        const QString diff =
            dialogOf(*program)->findChild<QPlainTextEdit*>(QStringLiteral("recoveryDiff"))->toPlainText();
        QVERIFY(diff.contains(QLatin1String("-    \"lanterns\"")) && diff.contains(QLatin1String("Wicks")));
        QCOMPARE(treeOf(*program)->topLevelItem(0)->checkState(0), Qt::Unchecked); // looked at first
        treeOf(*program)->topLevelItem(0)->setCheckState(0, Qt::Checked);
        press(dialogOf(*program), "restoreButton");
        QVERIFY(program->window.isWindowModified());
        QVERIFY(m_site->read(EpisodeFixture::path(3)).contains("lanterns"));
        // Both are in the text: what I had typed, and what the other program wrote since.
        const std::string& text = program->catalog.episode(program->editor()->episode()).text();
        QVERIFY(text.find("\"Wicks\"") != std::string::npos);
        QVERIFY(text.find("\"lanterns\"") != std::string::npos &&
                text.find("\"lamps\"") == std::string::npos);
        QVERIFY(!program->find<QAction>("resolveConflictsAction")->isEnabled());
        QCOMPARE(program->session.undoStack().count(), 1);
        program->trigger("saveAction");
        QVERIFY(m_site->read(EpisodeFixture::path(3)).contains("Wicks"));
        QVERIFY(m_site->read(EpisodeFixture::path(3)).contains("lanterns"));
    }

    void whatBothChangedIsAConflict() {
        dieWith(QStringLiteral("Wicks"));
        m_site->write(EpisodeFixture::path(3), EpisodeFixture::episode(3)
                                                   .replace("\"Lanterns, part 3\"", "\"Oil\"")
                                                   .replace("\"lamps\"", "\"lanterns\""));
        const auto program = start();
        QTRY_VERIFY(dialogOf(*program));
        treeOf(*program)->topLevelItem(0)->setCheckState(0, Qt::Checked);
        press(dialogOf(*program), "restoreButton");
        const auto id = program->editor()->episode();
        QCOMPARE(program->find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks")); // until decided
        QVERIFY(program->catalog.episode(id).text().find("\"lanterns\"") != std::string::npos);
        QVERIFY(program->find<QAction>("resolveConflictsAction")->isEnabled());
        const auto conflicts = program->window.findChild<app::OutsideChanges*>()->desk().conflictsOf(id);
        QVERIFY(conflicts && conflicts->conflicts.size() == 1);
        QCOMPARE(conflicts->conflicts.front().theirs.value_or(""), std::string("\"Oil\""));
        program->trigger("undoAction"); // the file's text again: nothing is open
        QVERIFY(!program->window.isWindowModified());
        QVERIFY(!program->find<QAction>("resolveConflictsAction")->isEnabled());
    }

    void ofADeletedFileTheTextIsShown() {
        dieWith(QStringLiteral("Wicks"));
        QVERIFY(QFile::remove(m_site->absolute(EpisodeFixture::path(3))));
        Program program(m_folder->filePath(QStringLiteral("settings.ini")));
        program.window.open({m_site->root()});
        QTRY_VERIFY(dialogOf(program));
        QVERIFY(treeOf(program)->topLevelItem(0)->text(3).contains(QLatin1String("gone")));
        QVERIFY(!dialogOf(program)->findChild<QPushButton*>(QStringLiteral("restoreButton"))->isEnabled());
        treeOf(program)->topLevelItem(0)->setCheckState(0, Qt::Checked);
        QVERIFY(!dialogOf(program)->findChild<QPushButton*>(QStringLiteral("restoreButton"))->isEnabled());
    }

    void discardedWhenClosingIsDiscarded() {
        {
            const auto program = start();
            program->typeTitle(QStringLiteral("Wicks"));
            Answer discard(QMessageBox::Discard);
            QVERIFY(program->window.close());
            QCOMPARE(discard.asked, 1);
        }
        QVERIFY(!dialogOf(*start()));
    }

    void aPartOfTheSiteHasTheSameJournal() {
        dieWith(QStringLiteral("Wicks"));
        const auto program = start(m_site->absolute(QStringLiteral("content/show/night-desk")));
        QTRY_VERIFY(dialogOf(*program));
        press(dialogOf(*program), "restoreButton");
        QCOMPARE(program->find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks"));
    }

    void theSecondWindowIsReadOnly_data() {
        QTest::addColumn<QString>("part");
        QTest::newRow("the site") << QString();
        QTest::newRow("by another path") << QStringLiteral("content/../");
        QTest::newRow("a part of it") << QStringLiteral("content/show/night-desk");
    }
    void theSecondWindowIsReadOnly() {
        QFETCH(QString, part);
        auto first = start();
        const auto second = start(m_site->absolute(part));
        QVERIFY(notice(*first, "readOnlyNotice").isEmpty());
        QVERIFY(
            notice(*second, "readOnlyNotice").contains(QString::number(QCoreApplication::applicationPid())));
        second->typeTitle(QStringLiteral("Wicks"));
        QVERIFY(second->catalog.changedEpisodes().empty());
        const auto id = second->editor()->episode();
        QVERIFY(second->catalog.episode(id).isReadOnly());
        QVERIFY(!second->session.setText(id, "{}"));
        act(*second, "readOnlyNotice", 0); // still there
        QTRY_VERIFY(!notice(*second, "readOnlyNotice").isEmpty() && !second->window.isLoading());

        first->typeTitle(QStringLiteral("Oil"));
        first->trigger("saveAction");
        QVERIFY(first->window.close());
        first.reset();
        act(*second, "readOnlyNotice", 0);
        QTRY_COMPARE(second->find<QLineEdit>("titleEdit")->text(), QStringLiteral("Oil")); // from the disk
        QVERIFY(notice(*second, "readOnlyNotice").isEmpty());
        second->typeTitle(QStringLiteral("Wax"));
        QCOMPARE(second->catalog.changedEpisodes().size(), std::size_t(1));
    }

    void aJournalThatCannotBeWrittenIsSaid() {
        QFile blocked(m_folder->filePath(QStringLiteral("state")));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        const auto program = start();
        program->typeTitle(QStringLiteral("Wicks"));
        QTRY_VERIFY(notice(*program, "journalNotice").contains(QLatin1String("power cut")));
        QVERIFY(blocked.remove());
        QTRY_VERIFY_WITH_TIMEOUT(notice(*program, "journalNotice").isEmpty(), 10'000);
    }

    void anUndoneSavedEditIsSaidAndReapplied() {
        const auto program = start();
        program->typeTitle(QStringLiteral("Wicks"));
        program->trigger("saveAction");
        replaceOnDisk(*program, "Wicks", "Lanterns, part 3");
        QTRY_VERIFY(!notice(*program, "overwriteNotice").isEmpty());
        QVERIFY(notice(*program, "overwriteNotice").contains(QLatin1String("Title")));
        QVERIFY(notice(*program, "overwriteNotice").contains(QLatin1String("Night Desk 3")));
        act(*program, "overwriteNotice", 0);
        QCOMPARE(program->find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks"));
        QVERIFY(program->window.isWindowModified());
        QVERIFY(notice(*program, "overwriteNotice").isEmpty());
        program->trigger("undoAction");
        QVERIFY(!program->window.isWindowModified());
    }

    void itIsSaidAtTheNextStartUntilItIsLetBe() {
        {
            const auto program = start();
            program->typeTitle(QStringLiteral("Wicks"));
            program->trigger("saveAction");
            QVERIFY(program->window.close());
        }
        m_site->write(EpisodeFixture::path(3), EpisodeFixture::episode(3));
        {
            const auto program = start();
            QTRY_VERIFY(!notice(*program, "overwriteNotice").isEmpty());
            act(*program, "overwriteNotice", 1); // Show
            QDialog* dialog = dialogOf(*program, "overwritesDialog");
            QVERIFY(dialog);
            const auto* tree = dialog->findChild<QTreeWidget*>(QStringLiteral("overwritesTree"));
            QCOMPARE(tree->topLevelItemCount(), 1);
            QCOMPARE(tree->topLevelItem(0)->text(2), QStringLiteral("Wicks"));
            QCOMPARE(tree->topLevelItem(0)->text(3), QStringLiteral("Lanterns, part 3"));
            dialog->reject();
            QVERIFY(!notice(*program, "overwriteNotice").isEmpty());
            act(*program, "overwriteNotice", 2); // Let It Be
            QVERIFY(notice(*program, "overwriteNotice").isEmpty());
            QVERIFY(program->window.close());
        }
        const auto program = start();
        QTest::qWait(300);
        QVERIFY(notice(*program, "overwriteNotice").isEmpty());
    }

    void anotherGuidIsAnAlarm() {
        const auto program = start();
        const std::string before = program->catalog.episode(program->editor()->episode()).text();
        replaceOnDisk(*program, "5d5c0003", "5d5cffff");
        QTRY_VERIFY(notice(*program, "identityNotice").contains(QLatin1String("GUID")));
        act(*program, "identityNotice", 0);
        QCOMPARE(program->catalog.episode(program->editor()->episode()).text(), before);
        QVERIFY(program->window.isWindowModified());
    }

    void manyAreOneNotice() {
        const auto program = start();
        for (int row = 0; row < 3; ++row) {
            program->select(row);
            program->typeTitle(QStringLiteral("Wicks %1").arg(row));
        }
        program->trigger("saveAllAction");
        for (int row = 0; row < 3; ++row) {
            program->select(row);
            replaceOnDisk(*program, "Wicks " + QByteArray::number(row),
                          "Lanterns, part " + QByteArray::number(3 - row));
        }
        QTRY_VERIFY(notice(*program, "overwriteNotice").contains(QLatin1Char('3')));
        act(*program, "overwriteNotice", 0);
        QCOMPARE(program->catalog.changedEpisodes().size(), std::size_t(3));
        program->trigger("undoAction"); // one step
        QVERIFY(program->catalog.changedEpisodes().empty());
    }
};

QTEST_MAIN(TestRecovery)
#include "tst_recovery.moc"
