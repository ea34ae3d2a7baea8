// SPDX-License-Identifier: MIT
// Commands by their names, and keys that somebody chose.
#include "app/actions.h"
#include "app/dialogs/commandpalette.h"
#include "app/dialogs/helpdialog.h"
#include "app/dialogs/keyspage.h"
#include "app/dialogs/preferencesdialog.h"
#include "support/windowfixture.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTextBrowser>
#include <QTreeWidget>

namespace {

template <typename Widget>
Widget* part(const QWidget& dialog, const char* name) {
    auto* widget = dialog.findChild<Widget*>(QLatin1String(name));
    if (!widget)
        qFatal("no widget named %s", name);
    return widget;
}

void chooseRow(QTreeWidget& tree, const QString& name) {
    const auto found = tree.findItems(name, Qt::MatchExactly);
    if (found.size() != 1)
        qFatal("no row %s", qPrintable(name));
    tree.setCurrentItem(found.front());
}

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }

    /// Calls `look` with the palette once it is open.
    template <typename Look>
    static void withPalette(const Program& program, const Look& look) {
        QTimer::singleShot(0, qApp, [look] {
            auto* palette = qobject_cast<app::CommandPalette*>(QApplication::activeModalWidget());
            QVERIFY(palette);
            look(*palette);
            if (palette->isVisible())
                palette->reject();
        });
        program.trigger("commandPaletteAction");
    }

private slots:
    void distances_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("distance");
        QTest::newRow("nothing typed") << "Save All"
                                       << "" << 0;
        QTest::newRow("begins") << "Save All"
                                << "sa" << 0;
        QTest::newRow("second word") << "Save All"
                                     << "all" << 1;
        QTest::newRow("both, turned around") << "Save All"
                                             << "al sav" << 1;
        QTest::newRow("within") << "Save All"
                                << "ave" << 4;
        QTest::newRow("letters apart") << "Find and Replace…"
                                       << "fnrp" << 16;
        QTest::newRow("accents") << "Caf\u00e9"
                                 << "CAFE" << 0;
        QTest::newRow("another") << "Save All"
                                 << "x" << -1;
        QTest::newRow("one word of two") << "Save All"
                                         << "save none" << -1;
        QTest::newRow("letters in another order") << "Save"
                                                  << "vas" << -1;
    }
    void distances() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(int, distance);
        QCOMPARE(app::commandDistance(name, typed), distance);
    }

    void runsACommand() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        withPalette(program, [](app::CommandPalette& palette) {
            auto* words = part<QLineEdit>(palette, "commandEdit");
            auto* list = part<QTreeWidget>(palette, "commandList");
            QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 0);
            QTest::keyClick(words, Qt::Key_Down);
            QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 1);
            QTest::keyClick(words, Qt::Key_Up);
            QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 0);
            QVERIFY(list->topLevelItemCount() > 40);
            QTest::keyClicks(words, QStringLiteral("prob"));
            QCOMPARE(list->currentItem()->text(0), QStringLiteral("Problems"));
            QCOMPARE(list->currentItem()->text(1), QStringLiteral("View"));
            QCOMPARE(list->currentItem()->text(2), QStringLiteral("Ctrl+Shift+P"));
            QTest::keyClick(words, Qt::Key_Return);
            QVERIFY(!palette.isVisible());
        });
        QVERIFY(program.find<QAction>("showProblemsAction")->isChecked());
    }

    void saysWhyNot() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        withPalette(program, [](app::CommandPalette& palette) {
            auto* words = part<QLineEdit>(palette, "commandEdit");
            words->setText(QStringLiteral("save all"));
            QCOMPARE(part<QLabel>(palette, "commandTip")->text(),
                     QStringLiteral("Not now: nothing is unsaved."));
            QTest::keyClick(words, Qt::Key_Return);
            QVERIFY(palette.isVisible());
            words->setText(QStringLiteral("zeppelin"));
            QCOMPARE(part<QLabel>(palette, "commandTip")->text(), QStringLiteral("No command is called so."));
            QTest::keyClick(words, Qt::Key_Return);
            QVERIFY(palette.isVisible());
            // Those of the Links page are there, too.
            words->setText(QStringLiteral("add link"));
            QVERIFY(part<QTreeWidget>(palette, "commandList")
                        ->currentItem()
                        ->text(1)
                        .startsWith(QLatin1String("Links")));
        });
    }

    void everyActionIsListed() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        QStringList missing;
        withPalette(program, [&](app::CommandPalette& palette) {
            QStringList listed;
            auto* list = part<QTreeWidget>(palette, "commandList");
            for (int row = 0; row < list->topLevelItemCount(); ++row)
                listed += list->topLevelItem(row)->text(0);
            for (const QAction* action : program.window.findChildren<QAction*>())
                if (app::hasDefaultKeys(*action) && !listed.contains(action->text().remove(QLatin1Char('&'))))
                    missing += action->objectName();
        });
        // The table's columns are in the menu by themselves; the palette does not list itself.
        missing.sort();
        QCOMPARE(missing,
                 QStringList({QStringLiteral("columnsAction"), QStringLiteral("commandPaletteAction")}));
    }

    void keysAreChosen() {
        const QString ini = newIni();
        {
            Program program(ini);
            QTimer::singleShot(0, qApp, [] {
                auto* dialog = qobject_cast<app::PreferencesDialog*>(QApplication::activeModalWidget());
                QVERIFY(dialog);
                auto* tree = part<QTreeWidget>(*dialog, "keysTree");
                auto* edit = part<QKeySequenceEdit>(*dialog, "keysEdit");
                const auto* conflict = part<QLabel>(*dialog, "keysConflict");
                chooseRow(*tree, QStringLiteral("Save All"));
                QCOMPARE(edit->keySequence(), QKeySequence(QStringLiteral("Ctrl+Shift+S")));
                edit->setKeySequence(QKeySequence(QStringLiteral("Ctrl+O")));
                QCOMPARE(
                    conflict->text(),
                    QStringLiteral(
                        "Ctrl+O is used by Open Folder…, too. Where both are at hand, neither is done."));
                QCOMPARE(tree->currentItem()->text(2), QStringLiteral("Open Folder…"));
                edit->setKeySequence(QKeySequence(QStringLiteral("Alt+1"))); // an editor page's
                QVERIFY(!conflict->text().isEmpty());
                edit->setKeySequence(QKeySequence(QStringLiteral("Ctrl+Alt+S, Ctrl+X"))); // one stroke counts
                QCOMPARE(tree->currentItem()->text(1), QStringLiteral("Ctrl+Alt+S"));
                QCOMPARE(conflict->text(), QString());
                chooseRow(*tree, QStringLiteral("Find and Replace…"));
                part<QPushButton>(*dialog, "keysClearButton")->click();
                chooseRow(*tree, QStringLiteral("Undo"));
                part<QPushButton>(*dialog, "keysClearButton")->click();
                part<QPushButton>(*dialog, "keysResetButton")->click();
                part<QLineEdit>(*dialog, "keysFilterEdit")->setText(QStringLiteral("alt+s"));
                QVERIFY(!tree->findItems(QStringLiteral("Save All"), Qt::MatchExactly).front()->isHidden());
                QVERIFY(tree->findItems(QStringLiteral("Undo"), Qt::MatchExactly).front()->isHidden());
                dialog->accept();
            });
            program.trigger("preferencesAction");
            QCOMPARE(program.find<QAction>("saveAllAction")->shortcut(),
                     QKeySequence(QStringLiteral("Ctrl+Alt+S")));
            QVERIFY(
                program.find<QAction>("saveAllAction")->toolTip().endsWith(QLatin1String("(Ctrl+Alt+S)")));
        }
        Program program(ini);
        QCOMPARE(program.find<QAction>("saveAllAction")->shortcut(),
                 QKeySequence(QStringLiteral("Ctrl+Alt+S")));
        QCOMPARE(program.find<QAction>("replaceAction")->shortcut(), QKeySequence());
        QCOMPARE(program.find<QAction>("undoAction")->shortcut(), QKeySequence(QStringLiteral("Ctrl+Z")));
        // The guide's page tells of them.
        app::HelpDialog::showKeys(&program.window);
        const QString page = program.find<QTextBrowser>("helpText")->toPlainText();
        QVERIFY(page.contains(QLatin1String("Keys that you chose")));
        QVERIFY(page.contains(QLatin1String("Ctrl+Alt+S")));
        // Reset all, and none are remembered.
        QTimer::singleShot(0, qApp, [] {
            auto* dialog = qobject_cast<app::PreferencesDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            part<QPushButton>(*dialog, "keysResetAllButton")->click();
            dialog->accept();
        });
        program.trigger("preferencesAction");
        QCOMPARE(program.find<QAction>("replaceAction")->shortcut(), QKeySequence(QStringLiteral("Ctrl+H")));
        QVERIFY(program.settings.value(QStringLiteral("keys")).toStringList().isEmpty());
    }

    void cancelledChoicesAreNone() {
        Program program(newIni());
        QTimer::singleShot(0, qApp, [] {
            auto* dialog = qobject_cast<app::PreferencesDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            chooseRow(*part<QTreeWidget>(*dialog, "keysTree"), QStringLiteral("Save All"));
            part<QPushButton>(*dialog, "keysClearButton")->click();
            dialog->reject();
        });
        program.trigger("preferencesAction");
        QCOMPARE(program.find<QAction>("saveAllAction")->shortcut(),
                 QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    }

    /// No two actions of the window begin with the same keys.
    void firstKeysAreDifferent() {
        QWidget window;
        const app::Actions actions(&window);
        QStringList keys;
        for (const QAction* action : actions.all())
            if (!action->shortcut().isEmpty())
                keys += action->shortcut().toString();
        QCOMPARE(keys.removeDuplicates(), 0);
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
