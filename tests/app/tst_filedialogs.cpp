// SPDX-License-Identifier: MIT
#include "app/dialogs/renamedialog.h"
#include "app/dialogs/renumberdialog.h"
#include "app/dialogs/templatesdialog.h"

#include "app/dialogs/newepisodedialog.h"
#include "app/outside/outsidechanges.h"
#include "catalog/recoveryjournal.h"
#include "catalog/statefolder.h"
#include "models/filecommands.h"
#include "support/trashfixture.h"
#include "support/windowfixture.h"

#include <QCheckBox>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTableWidget>
#include <QTimer>

namespace {

template <typename Widget>
Widget* part(const QWidget& dialog, const char* name) {
    auto* widget = dialog.findChild<Widget*>(QLatin1String(name));
    if (!widget)
        qFatal("no widget named %s", name);
    return widget;
}

void retype(QLineEdit* line, const char* text) {
    line->selectAll();
    QTest::keyClicks(line, QString::fromLatin1(text));
}

/// Runs `act` on the next modal dialog of that name.
template <typename Act>
void whenOpen(QObject& owner, const char* name, Act act) {
    auto* timer = new QTimer(&owner);
    QObject::connect(timer, &QTimer::timeout, &owner, [timer, name, act] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (!dialog || dialog->objectName() != QLatin1String(name))
            return;
        timer->stop();
        act(*dialog);
    });
    timer->start(20);
}

QString files(const EpisodeFixture& site) {
    return QDir(site.absolute(QStringLiteral("content/show/night-desk")))
        .entryList({QStringLiteral("0*")}, QDir::Files | QDir::Hidden, QDir::Name)
        .join(QLatin1Char(' '));
}

} // namespace

class TestFileDialogs : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() {
        QDir(m_folder.path()).mkdir(QString::number(++m_count));
        return m_folder.filePath(QStringLiteral("%1/settings.ini").arg(m_count));
    }
    static void selectFile(const Program& program, const EpisodeFixture& site, int number) {
        const auto id = program.catalog.idOfPath(site.absolute(EpisodeFixture::path(number)));
        for (int row = 0; row < program.table()->model()->rowCount(); ++row) {
            program.select(row);
            if (program.editor()->episode() == id)
                return;
        }
        qFatal("not in the table");
    }

private slots:
    void namesFollowAndCanBeLeftOut() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        const auto id = catalog.idOfPath(site.absolute(EpisodeFixture::path(3)));
        app::RenameDialog dialog(catalog, id);
        QVERIFY(!part<QPushButton>(dialog, "renameButton")->isEnabled()); // nothing would change
        retype(part<QLineEdit>(dialog, "renameNumber"), "12");
        QCOMPARE(part<QLineEdit>(dialog, "renamePadded")->text(), QStringLiteral("0012"));
        QCOMPARE(part<QLineEdit>(dialog, "renameSlug")->text(), QStringLiteral("12"));
        QCOMPARE(part<QLineEdit>(dialog, "renameFile")->text(), QStringLiteral("0012.md"));
        QVERIFY(part<QPushButton>(dialog, "renameButton")->isEnabled());
        part<QCheckBox>(dialog, "renameSlugTick")->setChecked(false);
        QCOMPARE(part<QLineEdit>(dialog, "renameSlug")->text(), QStringLiteral("3"));
        retype(part<QLineEdit>(dialog, "renameFile"), "wicks.md");
        retype(part<QLineEdit>(dialog, "renameNumber"), "13");
        QCOMPARE(part<QLineEdit>(dialog, "renameFile")->text(),
                 QStringLiteral("wicks.md")); // typed: it stays
        const auto renaming = dialog.plan().renamings().front();
        QVERIFY(!renaming.slug);
        QCOMPARE(renaming.padded.value_or(QString()), QStringLiteral("0013"));
        QCOMPARE(renaming.fileName.value_or(QString()), QStringLiteral("wicks.md"));
        part<QCheckBox>(dialog, "renameSlugTick")->setChecked(true);
        QCOMPARE(part<QLineEdit>(dialog, "renameSlug")->text(), QStringLiteral("13"));
        retype(part<QLineEdit>(dialog, "renameNumber"), "2");
        QVERIFY(part<QLabel>(dialog, "renameWords")->text().contains(QLatin1String("taken")));
        QVERIFY(!part<QPushButton>(dialog, "renameButton")->isEnabled());
        const QString places = part<QPlainTextEdit>(dialog, "renamePlaces")->toPlainText();
        QVERIFY2(places.contains(QLatin1String("fireside_url: /3")), qPrintable(places));
    }

    void aSequence() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(5), EpisodeFixture::episode(5));
        catalog::Catalog catalog;
        site.openIn(catalog);
        app::RenumberDialog dialog(catalog, {{2}, {0}, {1}});
        auto* table = part<QTableWidget>(dialog, "renumberTable");
        part<QSpinBox>(dialog, "renumberFirst")->setValue(2);
        QCOMPARE(table->item(2, 3)->text(), QStringLiteral("0003.md → 0004.md"));
        QVERIFY(part<QPushButton>(dialog, "renumberButton")->isEnabled());
        part<QSpinBox>(dialog, "renumberStep")->setValue(3);
        QVERIFY(table->item(1, 4)->text().contains(QLatin1String("taken")));
        QVERIFY(!part<QPushButton>(dialog, "renumberButton")->isEnabled());
        part<QSpinBox>(dialog, "renumberFirst")->setValue(20);
        part<QCheckBox>(dialog, "renumberFilesTick")->setChecked(false);
        QVERIFY(part<QPushButton>(dialog, "renumberButton")->isEnabled());
        QVERIFY(dialog.plan().moves().empty());
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("1 → 20"));
    }

    void everyControlHasItsName() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        const catalog::Templates templates(m_folder.filePath(QStringLiteral("none")));
        app::RenameDialog rename(catalog, {0});
        app::RenumberDialog renumber(catalog, {{0}, {1}});
        app::TemplatesDialog manage(templates);
        for (const QDialog* dialog : std::initializer_list<QDialog*>{&rename, &renumber, &manage})
            for (const auto* widget : dialog->findChildren<QWidget*>())
                if (widget->focusPolicy() != Qt::NoFocus &&
                    !widget->objectName().startsWith(QLatin1String("qt_")) &&
                    !widget->inherits("QHeaderView") && !widget->inherits("QTableCornerButton"))
                    QVERIFY2(!widget->objectName().isEmpty() &&
                                 (!widget->accessibleName().isEmpty() ||
                                  qobject_cast<const QAbstractButton*>(widget)),
                             widget->metaObject()->className());
    }

    /// All the way: keys, dialog, disk, journal, watcher, undo.
    void renameInTheWindow() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        selectFile(program, site, 3);
        program.typeTitle(QStringLiteral("Wicks"));
        whenOpen(program.window, "renameDialog", [](QWidget& dialog) {
            retype(part<QLineEdit>(dialog, "renameNumber"), "12");
            part<QPushButton>(dialog, "renameButton")->click();
        });
        program.trigger("renameEpisodeAction");
        QCOMPARE(files(site), QStringLiteral("0001.md 0002.md 0012.md"));
        QCOMPARE(site.read(EpisodeFixture::path(12)), EpisodeFixture::episode(3));
        QVERIFY(program.window.isWindowModified());
        program.trigger("rescanAction"); // the disk has nothing that is not known
        const auto* outside = program.window.findChild<app::OutsideChanges*>();
        QTRY_VERIFY(!outside->isBusy());
        QCOMPARE(program.catalog.size(), 3);
        QCOMPARE(program.catalog.count(), 3);
        QVERIFY2(!program.window.statusBar()->currentMessage().contains(QLatin1String("another program")),
                 qPrintable(program.window.statusBar()->currentMessage()));
        program.trigger("saveAction");
        QVERIFY(site.read(EpisodeFixture::path(12)).contains("\"title\": \"Wicks\""));
        QVERIFY(site.read(EpisodeFixture::path(12)).contains("\"slug\": \"12\""));
        QCOMPARE(files(site), QStringLiteral("0001.md 0002.md 0012.md"));
        program.trigger("undoAction");
        QCOMPARE(files(site), QStringLiteral("0001.md 0002.md 0003.md"));
        QCOMPARE(program.catalog.episode(program.editor()->episode()).valueText("slug"), QStringLiteral("3"));
        QTRY_VERIFY(!outside->isBusy());
        QCOMPARE(program.catalog.count(), 3);
    }

    /// A window that dies after a rename leaves its unsaved text under the new name, and none under the old.
    void theJournalFollows() {
        const EpisodeFixture site;
        const QString ini = newIni();
        const QString state =
            catalog::stateFolderOf(app::Settings(ini).stateFolder(), catalog::siteOf(site.root()));
        const QString journal = QStringLiteral("unsaved.journal");
        const QTemporaryDir copy;
        {
            Program program(ini);
            program.open(site);
            selectFile(program, site, 3);
            program.typeTitle(QStringLiteral("Wicks"));
            whenOpen(program.window, "renameDialog", [](QWidget& dialog) {
                retype(part<QLineEdit>(dialog, "renameNumber"), "12");
                part<QPushButton>(dialog, "renameButton")->click();
            });
            program.trigger("renameEpisodeAction");
            const QString file = state + QLatin1Char('/') + journal;
            const auto read = [&] {
                QFile written(file);
                return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
            };
            QTRY_VERIFY_WITH_TIMEOUT(read().contains("0012.md"), 5'000);
            QTest::qWait(700); // what belongs to it is written, too
            QVERIFY(QFile::copy(file, copy.filePath(journal)));
        }
        catalog::RecoveryJournal left;
        QSignalSpy found(&left, &catalog::RecoveryJournal::found);
        left.open(copy.path());
        QTRY_COMPARE(found.size(), 1);
        const auto texts = found[0][0].value<std::vector<catalog::UnsavedText>>();
        QCOMPARE(texts.size(), std::size_t(1));
        QVERIFY(texts[0].path.endsWith(QLatin1String("0012.md")));
        QVERIFY(texts[0].text.find("Wicks") != std::string::npos);
    }

    void deleteInTheWindow() {
        const TrashFixture trash;
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        selectFile(program, site, 3);
        program.typeTitle(QStringLiteral("Wicks"));
        program.table()->setFocus();
        {
            Answer cancel(QMessageBox::Cancel);
            QTest::keyClick(program.table(), Qt::Key_Delete);
            QCOMPARE(cancel.asked, 1);
            QVERIFY2(cancel.text.contains(QLatin1String("0003.md")), qPrintable(cancel.text));
            QVERIFY2(cancel.text.contains(QLatin1String("unsaved")), qPrintable(cancel.text));
        }
        QCOMPARE(files(site), QStringLiteral("0001.md 0002.md 0003.md"));
        {
            QApplication::setActiveWindow(&program.window); // offscreen, nobody gives it back after a dialog
            program.table()->setFocus();
            Answer move(QStringLiteral("deleteButton"));
            QTest::keyClick(program.table(), Qt::Key_Delete);
            QCOMPARE(move.asked, 1);
        }
        QCOMPARE(files(site), QStringLiteral("0001.md 0002.md"));
        QCOMPARE(trash.files(), QStringList{QStringLiteral("0003.md")});
        QCOMPARE(program.table()->model()->rowCount(), 2);
        QVERIFY(program.editor()->episode().isValid());
        QVERIFY(!program.window.isWindowModified());
        const auto* outside = program.window.findChild<app::OutsideChanges*>();
        program.trigger("rescanAction");
        QTRY_VERIFY(!outside->isBusy());
        QVERIFY2(!program.window.statusBar()->currentMessage().contains(QLatin1String("another program")),
                 qPrintable(program.window.statusBar()->currentMessage()));
        program.trigger("undoAction");
        QCOMPARE(site.read(EpisodeFixture::path(3)), EpisodeFixture::episode(3));
        QCOMPARE(program.table()->model()->rowCount(), 3);
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks"));
        QVERIFY(program.window.isWindowModified());
        QTRY_VERIFY(!outside->isBusy());
        QCOMPARE(program.catalog.size(), 3);
    }

    /// Until the catalogue is closed Undo would bring it back: a crash does not take what was unsaved away.
    void deletedAndDied_data() {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("died") << false;
        QTest::newRow("closed") << true;
    }
    void deletedAndDied() {
        QFETCH(bool, isClosed);
        const TrashFixture trash;
        const EpisodeFixture site;
        const QString ini = newIni();
        {
            Program program(ini);
            program.open(site);
            selectFile(program, site, 3);
            program.typeTitle(QStringLiteral("Wicks"));
            QVERIFY(models::deleteEpisodes(program.session, {program.editor()->episode()}));
            QVERIFY(!isClosed || program.window.close());
        }
        Program program(ini);
        program.window.open({site.root()});
        QTRY_COMPARE(program.catalog.size(), 2);
        const QDialog* lost = nullptr;
        (void)QTest::qWaitFor(
            [&] { return (lost = program.window.findChild<QDialog*>(QStringLiteral("recoveryDialog"))); },
            2000);
        QCOMPARE(lost == nullptr, isClosed);
        if (lost)
            QVERIFY(
                part<QPlainTextEdit>(*lost, "recoveryDiff")->toPlainText().contains(QLatin1String("Wicks")));
    }

    /// Wherever the focus is, but where the key has a use of its own.
    void duplicatesByKey_data() {
        QTest::addColumn<QString>("focus");
        QTest::addColumn<bool>("duplicates");
        QTest::newRow("the table") << QStringLiteral("episodeTable") << true;
        QTest::newRow("the list of shows") << QStringLiteral("showList") << true;
        QTest::newRow("a box to tick") << QStringLiteral("draftBox") << true;
        QTest::newRow("a text") << QStringLiteral("titleEdit") << false;
        QTest::newRow("the links") << QStringLiteral("linksView") << false;
    }
    void duplicatesByKey() {
        QFETCH(QString, focus);
        QFETCH(bool, duplicates);
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        auto* widget = program.window.findChild<QWidget*>(focus);
        QVERIFY2(widget, qPrintable(focus));
        if (focus == QLatin1String("linksView"))
            QTest::keyClick(&program.window, Qt::Key_3, Qt::AltModifier);
        widget->setFocus();
        program.window.activateWindow();
        QTRY_COMPARE(QApplication::focusWidget(), widget);
        bool isAsked = false;
        QTimer closing;
        QObject::connect(&closing, &QTimer::timeout, [&isAsked] {
            if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
                isAsked = dialog->objectName() == QLatin1String("newEpisodeDialog");
                dialog->reject();
            }
        });
        closing.start(10);
        QTest::keyClick(widget, Qt::Key_D, Qt::ControlModifier);
        QTest::qWait(60);
        QCOMPARE(isAsked, duplicates);
    }

    void templates() {
        const TrashFixture trash;
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        selectFile(program, site, 1);
        whenOpen(program.window, "templateNameDialog", [](QWidget& dialog) {
            auto* input = qobject_cast<QInputDialog*>(&dialog);
            QVERIFY(input);
            input->setTextValue(QStringLiteral("Weekly & more"));
            input->accept();
        });
        program.trigger("saveTemplateAction");
        auto* menu = program.find<QMenu>("templateMenu");
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("Weekly && more"));
        whenOpen(program.window, "newEpisodeDialog", [](QWidget& dialog) {
            QVERIFY(dialog.windowTitle().contains(QLatin1String("Weekly & more")));
            retype(part<QLineEdit>(dialog, "newEpisodeTitle"), "Wicks");
            part<QPushButton>(dialog, "newEpisodeCreateButton")->click();
        });
        menu->actions().constFirst()->trigger();
        QTRY_COMPARE(program.catalog.size(), 4);
        program.trigger("undoAction");
        QVERIFY(!QFile::exists(site.absolute(EpisodeFixture::path(4))));
        QCOMPARE(trash.files(), QStringList{QStringLiteral("0004.md")});
        QCOMPARE(program.table()->model()->rowCount(), 3);
        QVERIFY(program.editor()->episode().isValid()); // another one is shown
        program.trigger("redoAction");
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks"));
        const QByteArray made = site.read(EpisodeFixture::path(4));
        QVERIFY(made.contains("\"title\": \"Wicks\"") && made.contains("https://lamps.example.org/"));
        QVERIFY(!made.contains("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001"));

        const catalog::Templates kept = program.settings.templates();
        app::TemplatesDialog manage(kept);
        auto* list = part<QListWidget>(manage, "templatesList");
        list->currentItem()->setText(QStringLiteral("a/b"));
        QVERIFY(!part<QLabel>(manage, "templatesWords")->text().isEmpty());
        list->currentItem()->setText(QStringLiteral("Monthly"));
        QCOMPARE(kept.names(), QStringList{QStringLiteral("Monthly")});
        QFile broken(kept.path(QStringLiteral("Monthly")));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{ oops") > 0);
        broken.close();
        emit menu->aboutToShow();
        Answer seen(QMessageBox::Ok);
        menu->actions().constFirst()->trigger();
        QCOMPARE(seen.asked, 1);
        QVERIFY2(seen.text.contains(QLatin1String("Monthly.md: line 1, column ")), qPrintable(seen.text));
        part<QPushButton>(manage, "templatesRemoveButton")->click();
        QVERIFY(kept.names().isEmpty());
    }
};

QTEST_MAIN(TestFileDialogs)
#include "tst_filedialogs.moc"
