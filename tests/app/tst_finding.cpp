// SPDX-License-Identifier: MIT
// How the window finds: saved searches, and going to an episode.
#include "app/dialogs/gotodialog.h"
#include "app/episodelist/showlistview.h"
#include "models/showlistmodel.h"
#include "support/windowfixture.h"

#include <QInputDialog>
#include <QListWidget>
#include <QMenu>

using models::ShowListModel;

class TestFinding : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }

    /// Types a name into the next question, and answers it.
    static void nameIt(const QString& name) {
        QTimer::singleShot(0, qApp, [name] {
            auto* question = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            QVERIFY(question);
            question->setTextValue(name);
            question->accept();
        });
    }
    static QStringList savedNames(const QAbstractItemModel& model) {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            if (const QModelIndex index = model.index(row, 0);
                index.data(ShowListModel::SavedRole).toInt() >= 0)
                names += QStringLiteral("%1 %2")
                             .arg(index.data().toString())
                             .arg(index.data(ShowListModel::CountRole).toInt());
        return names;
    }
    static void choose(QListView& list, const QString& label) {
        for (int row = 0; row < list.model()->rowCount(); ++row)
            if (list.model()->index(row, 0).data().toString() == label)
                return list.setCurrentIndex(list.model()->index(row, 0));
        qFatal("no row %s", qPrintable(label));
    }
    /// Triggers an entry of the saved search's menu.
    static void fromMenu(QListView& list, const QString& label) {
        QTimer::singleShot(0, qApp, [label] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (QAction* action : menu->actions())
                if (action->text() == label)
                    menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(&list, &event);
    }

private slots:
    void savedSearches() {
        const EpisodeFixture site;
        const QString ini = newIni();
        {
            Program program(ini);
            program.open(site);
            auto* search = program.find<QLineEdit>("searchEdit");
            auto* list = program.find<QListView>("showList");
            QVERIFY(!program.find<QAction>("saveSearchAction")->isEnabled());
            search->setText(QStringLiteral("number:2.."));
            nameIt(QStringLiteral("Late"));
            program.trigger("saveSearchAction");
            QTRY_COMPARE(savedNames(*list->model()), QStringList(QStringLiteral("Late 2")));
            // With a list of the sidebar chosen, that is a part of it.
            choose(*list, QStringLiteral("Drafts"));
            search->setText(QStringLiteral("lamp or oil"));
            nameIt(QStringLiteral("Unready"));
            program.trigger("saveSearchAction");
            QTRY_COMPARE(savedNames(*list->model()),
                         QStringList({QStringLiteral("Late 2"), QStringLiteral("Unready 0")}));
            // Chosen, it stands in the box, and the table follows.
            choose(*list, QStringLiteral("Late"));
            QCOMPARE(search->text(), QStringLiteral("number:2.."));
            QTRY_COMPARE(program.table()->model()->rowCount(), 2);
            choose(*list, QStringLiteral("Unready"));
            QCOMPARE(search->text(), QStringLiteral("is:draft (lamp or oil)"));
            QTRY_COMPARE(program.table()->model()->rowCount(), 0);
            // Left, it takes its words along; what was typed since stays.
            choose(*list, QStringLiteral("All Episodes"));
            QCOMPARE(search->text(), QString());
            QTRY_COMPARE(program.table()->model()->rowCount(), 3);
            choose(*list, QStringLiteral("Late"));
            search->setText(QStringLiteral("number:1"));
            QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("All Episodes"));
            QTRY_COMPARE(program.table()->model()->rowCount(), 1);
            QCOMPARE(search->text(), QStringLiteral("number:1"));
            // Moved, renamed, removed.
            choose(*list, QStringLiteral("Unready"));
            fromMenu(*list, QStringLiteral("Move &Up"));
            QCOMPARE(savedNames(*list->model()),
                     QStringList({QStringLiteral("Unready 0"), QStringLiteral("Late 2")}));
            QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Unready"));
            nameIt(QStringLiteral("To do"));
            QTest::keyClick(list, Qt::Key_F2);
            QCOMPARE(savedNames(*list->model()),
                     QStringList({QStringLiteral("To do 0"), QStringLiteral("Late 2")}));
            QTest::keyClick(list, Qt::Key_Delete);
            QCOMPARE(savedNames(*list->model()), QStringList(QStringLiteral("Late 2")));
            QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("All Episodes"));
            program.window.close();
        }
        // Another time they are there again; another catalogue has its own.
        Program program(ini);
        program.open(site);
        auto* list = program.find<QListView>("showList");
        QTRY_COMPARE(savedNames(*list->model()), QStringList(QStringLiteral("Late 2")));
        const EpisodeFixture other;
        program.window.open({other.root()});
        QTRY_VERIFY(!program.window.isLoading() && program.catalog.size() == 3);
        QVERIFY(savedNames(*list->model()).isEmpty());
    }

    void goesToAnEpisode() {
        const EpisodeFixture site;
        catalog::Catalog all;
        site.openIn(all);
        app::GoToDialog dialog(all);
        dialog.show();
        auto* words = dialog.findChild<QLineEdit*>(QStringLiteral("goToEdit"));
        auto* list = dialog.findChild<QListWidget*>(QStringLiteral("goToList"));
        QCOMPARE(list->count(), 3);
        QTest::keyClicks(words, QStringLiteral("nd 2"));
        QCOMPARE(list->currentItem()->text(), QStringLiteral("Night Desk 2 · Lanterns, part 2"));
        QCOMPARE(dialog.chosen(), catalog::EpisodeId{1});
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        words->setText(QStringLiteral("zeppelin"));
        QVERIFY(!dialog.chosen().isValid());
    }
};

QTEST_MAIN(TestFinding)
#include "tst_finding.moc"
