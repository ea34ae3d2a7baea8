// SPDX-License-Identifier: MIT
#include "app/outside/outsidechanges.h"

#include "app/widgets/noticebar.h"
#include "support/windowfixture.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTableWidget>

namespace {

/// Answers the next conflict dialog by what it is told to do with it.
class InDialog : public QObject {
public:
    explicit InDialog(std::function<void(QDialog&)> answer)
        : m_answer(std::move(answer)) {
        startTimer(20);
    }
    int asked = 0;

protected:
    void timerEvent(QTimerEvent*) override {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog || dialog->objectName() != QLatin1String("conflictDialog") || asked > 0)
            return;
        ++asked;
        m_answer(*dialog);
    }

private:
    std::function<void(QDialog&)> m_answer;
};

void choose(QDialog& dialog, int conflict, const QString& what) {
    auto* box = dialog.findChild<QComboBox*>(QStringLiteral("choice%1").arg(conflict));
    box->setCurrentIndex(box->findText(what));
}

QPushButton* okButton(QDialog& dialog) {
    return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
}

QByteArray changed(int number, const QByteArray& from, const QByteArray& to) {
    return EpisodeFixture::episode(number).replace(from, to);
}

} // namespace

class TestOutsideChanges : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }
    static constexpr int patience = 30'000;

    /// The window's first look is over: everything after it is news.
    struct Watched : Program {
        Watched(const QString& ini, const EpisodeFixture& site)
            : Program(ini) {
            open(site);
            settle();
        }
        app::OutsideChanges* outside() const { return window.findChild<app::OutsideChanges*>(); }
        app::NoticeBar* notices() const { return find<app::NoticeBar>("noticeBar"); }
        void settle() const {
            outside()->lookNow();
            QTRY_VERIFY_WITH_TIMEOUT(!outside()->isBusy(), patience);
        }
        void press(const char* notice, int action) const {
            auto* row = find<QWidget>(notice);
            row->findChild<QPushButton*>(QStringLiteral("noticeAction%1").arg(action))->click();
        }
        QString title() const { return find<QLineEdit>("titleEdit")->text(); }
    };

private slots:
    void aCleanEpisodeIsReadAgainQuietly() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        site.write(EpisodeFixture::path(3), changed(3, "Lanterns, part 3", "Wicks"));
        QTRY_COMPARE_WITH_TIMEOUT(program.title(), QStringLiteral("Wicks"), patience);
        QVERIFY(!program.window.isWindowModified());
        QVERIFY(program.window.statusBar()->currentMessage().contains(QLatin1String("another program")));
        QVERIFY(!program.find<QAction>("undoAction")->isEnabled());
    }

    void apartIsMergedShownAndUndone() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        program.typeTitle(QStringLiteral("Wicks"));
        site.write(EpisodeFixture::path(3), changed(3, "[Oil]", "[Lamp oil]"));
        QTRY_VERIFY_WITH_TIMEOUT(program.notices()->has(QStringLiteral("mergedNotice")), patience);
        QVERIFY2(program.notices()->textOf(QStringLiteral("mergedNotice")).contains(QLatin1String("1 link")),
                 qPrintable(program.notices()->textOf(QStringLiteral("mergedNotice"))));
        const std::string& text = program.catalog.episode({2}).text();
        QVERIFY(text.find("Wicks") != std::string::npos && text.find("Lamp oil") != std::string::npos);
        program.press("mergedNotice", 1); // Undo
        QVERIFY(program.catalog.episode({2}).text().find("Lamp oil") == std::string::npos);
        program.trigger("redoAction");
        program.trigger("saveAction");
        QCOMPARE(site.read(EpisodeFixture::path(3)),
                 changed(3, "[Oil]", "[Lamp oil]").replace("Lanterns, part 3", "Wicks"));
    }

    void aSaveMergesWhatItFinds() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        program.typeTitle(QStringLiteral("Wicks"));
        site.write(EpisodeFixture::path(3), changed(3, "lamps", "lanterns"));
        program.trigger("saveAction"); // before anything was noticed
        QCOMPARE(site.read(EpisodeFixture::path(3)),
                 changed(3, "lamps", "lanterns").replace("Lanterns, part 3", "Wicks"));
        QVERIFY(!program.window.isWindowModified());
    }

    void theSameFieldIsAsked_data() {
        QTest::addColumn<QString>("take");
        QTest::addColumn<QString>("title");
        QTest::newRow("mine") << QStringLiteral("Mine") << QStringLiteral("Wicks");
        QTest::newRow("theirs") << QStringLiteral("Theirs") << QStringLiteral("Torches");
        QTest::newRow("by hand") << QStringLiteral("By Hand") << QStringLiteral("Wicks and \"Torches\"");
    }
    void theSameFieldIsAsked() {
        QFETCH(QString, take);
        QFETCH(QString, title);
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        program.typeTitle(QStringLiteral("Wicks"));
        site.write(EpisodeFixture::path(3), changed(3, "Lanterns, part 3", "Torches"));
        QTRY_VERIFY_WITH_TIMEOUT(program.notices()->has(QStringLiteral("conflictNotice")), patience);
        QCOMPARE(program.title(), QStringLiteral("Wicks"));
        {
            const InDialog dialog([&](QDialog& asked) {
                QVERIFY(!okButton(asked)->isEnabled());
                auto* table = asked.findChild<QTableWidget*>(QStringLiteral("conflictTable"));
                QCOMPARE(table->rowCount(), 1);
                QCOMPARE(table->item(0, 1)->text(), QStringLiteral("Lanterns, part 3"));
                QCOMPARE(table->item(0, 2)->text(), QStringLiteral("Wicks"));
                QCOMPARE(table->item(0, 3)->text(), QStringLiteral("Torches"));
                choose(asked, 0, take);
                if (take == QLatin1String("By Hand"))
                    asked.findChild<QPlainTextEdit*>(QStringLiteral("ownEdit"))->setPlainText(title);
                okButton(asked)->click();
            });
            program.trigger("resolveConflictsAction");
            QCOMPARE(dialog.asked, 1);
        }
        QCOMPARE(program.title(), title);
        QVERIFY(!program.notices()->has(QStringLiteral("conflictNotice")));
        QVERIFY(!program.find<QAction>("resolveConflictsAction")->isEnabled());
        if (take == QLatin1String("Mine"))
            return;
        program.trigger("undoAction"); // the choice is open again
        QCOMPARE(program.title(), QStringLiteral("Wicks"));
        QVERIFY(program.find<QAction>("resolveConflictsAction")->isEnabled());
    }

    void escapeChangesNothingAndSavingAsksAgain() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        const QByteArray theirs = changed(3, "Lanterns, part 3", "Torches");
        program.typeTitle(QStringLiteral("Wicks"));
        site.write(EpisodeFixture::path(3), theirs);
        {
            const InDialog dialog([](QDialog& asked) { QTest::keyClick(&asked, Qt::Key_Escape); });
            const Answer report(QMessageBox::Ok); // "not everything was saved"
            program.trigger("saveAction");
            QCOMPARE(dialog.asked, 1);
            QCOMPARE(report.asked, 1);
        }
        QCOMPARE(site.read(EpisodeFixture::path(3)), theirs);
        QCOMPARE(program.title(), QStringLiteral("Wicks"));
        QVERIFY(program.find<QAction>("resolveConflictsAction")->isEnabled());
        const InDialog dialog([](QDialog& asked) {
            asked.findChild<QPushButton*>(QStringLiteral("allMineButton"))->click();
            okButton(asked)->click();
        });
        program.trigger("saveAction");
        QCOMPARE(dialog.asked, 1);
        QCOMPARE(site.read(EpisodeFixture::path(3)), changed(3, "Lanterns, part 3", "Wicks"));
    }

    void mineCanBeKeptAsACopy() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        const QByteArray theirs = changed(3, "Lanterns, part 3", "Torches");
        program.typeTitle(QStringLiteral("Wicks"));
        site.write(EpisodeFixture::path(3), theirs);
        const InDialog dialog(
            [](QDialog& asked) { asked.findChild<QPushButton*>(QStringLiteral("keepCopyButton"))->click(); });
        program.trigger("saveAction");
        QCOMPARE(dialog.asked, 1);
        QCOMPARE(site.read(EpisodeFixture::path(3)), theirs);
        QCOMPARE(program.title(), QStringLiteral("Torches"));
        const QDir folder(site.absolute(QStringLiteral("content/show/night-desk")));
        const QStringList kept = folder.entryList({QStringLiteral("*.mine-*.txt")});
        QCOMPARE(kept.size(), 1);
        QVERIFY(site.read(QStringLiteral("content/show/night-desk/") + kept.first()).contains("Wicks"));
    }

    void deletedFiles() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        program.typeTitle(QStringLiteral("Wicks"));
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(3))));
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(1))));
        QTRY_VERIFY_WITH_TIMEOUT(program.notices()->has(QStringLiteral("deletedNotice2")), patience);
        QTRY_COMPARE_WITH_TIMEOUT(program.table()->model()->rowCount(), 2, patience);
        QCOMPARE(program.title(), QStringLiteral("Wicks"));
        program.press("deletedNotice2", 0); // Save It Anew
        QCOMPARE(site.read(EpisodeFixture::path(3)), changed(3, "Lanterns, part 3", "Wicks"));
        QVERIFY(!program.window.isWindowModified());
        site.write(EpisodeFixture::path(1), EpisodeFixture::episode(1)); // and back
        QTRY_COMPARE_WITH_TIMEOUT(program.table()->model()->rowCount(), 3, patience);
        QCOMPARE(program.catalog.size(), 3);
    }

    void renamedAndNewFiles() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        program.typeTitle(QStringLiteral("Wicks"));
        const QString two = QStringLiteral("content/show/night-desk/three.md");
        QVERIFY(QFile::rename(site.absolute(EpisodeFixture::path(3)), site.absolute(two)));
        site.write(EpisodeFixture::path(4), EpisodeFixture::episode(4));
        QTRY_COMPARE_WITH_TIMEOUT(program.catalog.relativePath({2}), two, patience);
        QTRY_COMPARE_WITH_TIMEOUT(program.table()->model()->rowCount(), 4, patience);
        program.trigger("saveAction");
        QVERIFY(site.read(two).contains("Wicks"));
    }

    void conflictMarkersAreRefusedByName() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        program.typeTitle(QStringLiteral("Wicks"));
        const QByteArray marked = EpisodeFixture::episode(3) + "<<<<<<< HEAD\n";
        site.write(EpisodeFixture::path(3), marked);
        site.write(EpisodeFixture::path(2), EpisodeFixture::episode(2) + "<<<<<<< HEAD\n");
        QTRY_VERIFY_WITH_TIMEOUT(program.notices()->has(QStringLiteral("brokenNotice2")), patience);
        QVERIFY(program.notices()
                    ->textOf(QStringLiteral("brokenNotice2"))
                    .contains(QLatin1String("conflict marker")));
        QCOMPARE(program.title(), QStringLiteral("Wicks"));
        QTRY_VERIFY_WITH_TIMEOUT(program.catalog.episode({1}).isRefused(), patience);
        {
            const Answer no(QMessageBox::Cancel);
            program.trigger("saveAction");
        }
        QCOMPARE(site.read(EpisodeFixture::path(3)), marked);
        site.write(EpisodeFixture::path(3), changed(3, "lamps", "lanterns"));
        QTRY_VERIFY_WITH_TIMEOUT(program.notices()->has(QStringLiteral("mergedNotice")), patience);
        QVERIFY(!program.notices()->has(QStringLiteral("brokenNotice2")));
    }

    void aMergeUnderWayHoldsSaving() {
        const EpisodeFixture site;
        QDir(site.root()).mkpath(QStringLiteral(".git"));
        site.write(QStringLiteral(".git/MERGE_HEAD"), "x\n");
        const Watched program(newIni(), site);
        QTRY_VERIFY_WITH_TIMEOUT(program.notices()->has(QStringLiteral("gitNotice")), patience);
        program.typeTitle(QStringLiteral("Wicks"));
        {
            const Answer no(QMessageBox::Cancel);
            program.trigger("saveAction");
            QCOMPARE(no.asked, 1);
        }
        QCOMPARE(site.read(EpisodeFixture::path(3)), EpisodeFixture::episode(3));
        {
            const Answer yes(QStringLiteral("consentButton"));
            program.trigger("saveAction");
        }
        QVERIFY(site.read(EpisodeFixture::path(3)).contains("Wicks"));
        QVERIFY(QFile::remove(site.absolute(QStringLiteral(".git/MERGE_HEAD"))));
        program.trigger("rescanAction");
        QTRY_VERIFY_WITH_TIMEOUT(!program.notices()->has(QStringLiteral("gitNotice")), patience);
    }

    void f5LooksWithoutAsking() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        program.typeTitle(QStringLiteral("Wicks"));
        const Answer none(QMessageBox::Cancel);
        site.write(EpisodeFixture::path(2), changed(2, "Lanterns, part 2", "Oil"));
        program.trigger("rescanAction");
        QTRY_COMPARE_WITH_TIMEOUT(program.catalog.episode({1}).summary().title, QStringLiteral("Oil"),
                                  patience);
        QCOMPARE(none.asked, 0);
        QCOMPARE(program.title(), QStringLiteral("Wicks"));
    }

    void theLogSaysWhatWasDone() {
        const EpisodeFixture site;
        const Watched program(newIni(), site);
        site.write(EpisodeFixture::path(2), changed(2, "Lanterns, part 2", "Oil"));
        QTRY_COMPARE_WITH_TIMEOUT(program.catalog.episode({1}).summary().title, QStringLiteral("Oil"),
                                  patience);
        const Answer log(QMessageBox::Ok);
        program.trigger("outsideLogAction");
        QVERIFY2(log.text.contains(QLatin1String("0002.md: was read again")), qPrintable(log.text));
    }
};

QTEST_MAIN(TestOutsideChanges)
#include "tst_outsidechanges.moc"
