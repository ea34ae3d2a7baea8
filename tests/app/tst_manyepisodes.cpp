// SPDX-License-Identifier: MIT
// Changes of hundreds of episodes: made on other threads and in turns, while the window goes on; each is one
// undo step.
#include "app/dialogs/mendingdialog.h"
#include "app/dialogs/peoplechangedialog.h"
#include "app/dialogs/peopledialog.h"
#include "models/peoplemodel.h"
#include "support/windowfixture.h"

#include <QClipboard>
#include <QDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QStatusBar>
#include <QTimer>
#include <QTreeView>
#include <QTreeWidget>

#include <functional>

namespace {

constexpr int many = 320;
constexpr int patience = 60'000;

QByteArray replaced(QByteArray text, const QByteArray& key, const QByteArray& value) {
    const qsizetype at = text.indexOf("\"" + key + "\": ") + key.size() + 4;
    return text.replace(at, text.indexOf(",\n", at) - at, value);
}

QByteArray episode(int number) {
    const QByteArray n = QByteArray::number(number);
    const QByteArray padded = n.rightJustified(4, '0');
    QByteArray text = EpisodeFixture::episode(number % 10);
    text = replaced(text, "episode", n);
    text = replaced(text, "episode_padded", "\"" + padded + "\"");
    text = replaced(text, "slug", "\"" + n + "\"");
    text = replaced(text, "episode_guid", "\"6f0c2f5e-3f7a-4c55-9a51-0b6f0000" + padded + "\"");
    return replaced(text, "title", "\" Lanterns " + n + "\""); // a space that can be mended
}

} // namespace

class TestManyEpisodes : public QObject {
    Q_OBJECT

    struct Opened {
        Opened()
            : program(site.absolute(QStringLiteral("settings.ini"))) {
            for (int number = 1; number <= many; ++number)
                site.write(EpisodeFixture::path(number), episode(number));
            program.window.open({site.root()});
            const auto isReady = [this] {
                return !program.window.isLoading() && program.catalog.size() == many &&
                       !program.validator.isBusy() && program.editor()->episode().isValid();
            };
            if (!QTest::qWaitFor(isReady, 60'000))
                qFatal("the site did not open");
            before = texts();
        }
        std::vector<std::string> texts() const {
            std::vector<std::string> all;
            for (int i = 0; i < program.catalog.size(); ++i)
                all.push_back(program.catalog.episode({i}).text());
            return all;
        }
        int changed() const { return static_cast<int>(program.catalog.changedEpisodes().size()); }
        int steps() { return program.session.undoStack().count(); }
        bool isIdle() { return !program.session.isSettling() && changed() >= 0; }
        void selectAll() {
            program.table()->setFocus();
            program.table()->selectAll();
            QTRY_VERIFY(program.find<QWidget>("severalPage")->isVisible());
        }
        QString value(int id, const char* key) const { return program.catalog.episode({id}).valueText(key); }
        EpisodeFixture site;
        Program program;
        std::vector<std::string> before;
    };
    /// Does `act` with the next modal dialog of that name; it must close it.
    static void whenShown(const char* name, const std::function<void(QDialog*)>& act) {
        auto* timer = new QTimer(qApp);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, act, name] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog || dialog->objectName() != QLatin1String(name))
                return;
            timer->deleteLater();
            timer->stop();
            act(dialog);
        });
        timer->start(10);
    }
    static void press(QDialog* dialog, const char* button) {
        dialog->findChild<QPushButton*>(QLatin1String(button))->click();
    }
    /// One step back and forth, in turns.
    static void goBackAndForth(Opened& opened) {
        const auto after = opened.texts();
        opened.program.trigger("undoAction");
        QVERIFY(opened.program.session.isSettling());
        QTRY_VERIFY_WITH_TIMEOUT(opened.texts() == opened.before, patience);
        QTRY_VERIFY(!opened.program.window.isWindowModified());
        opened.program.trigger("redoAction");
        QTRY_VERIFY_WITH_TIMEOUT(opened.texts() == after, patience);
        QTRY_VERIFY(!opened.program.find<QWidget>("loadProgress")->isVisible());
    }

private slots:
    void pastesCells() {
        Opened opened;
        QStringList titles;
        for (int i = 0; i < many; ++i)
            titles += QStringLiteral("Pasted %1").arg(i);
        QApplication::clipboard()->setText(titles.join(QLatin1Char('\n')));
        auto* table = opened.program.table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 1));
        bool wasIdle = false;
        whenShown("pasteCellsDialog", [&](QDialog* dialog) {
            wasIdle = opened.changed() == 0;
            press(dialog, "pasteCellsButton");
        });
        opened.program.trigger("pasteCellsAction");
        QCOMPARE(opened.steps(), 0); // it is worked out on another thread
        QTRY_COMPARE_WITH_TIMEOUT(opened.changed(), many, patience);
        QVERIFY(wasIdle);
        QCOMPARE(opened.steps(), 1);
        QCOMPARE(opened.program.titleAt(0), QStringLiteral("Pasted 0"));
        goBackAndForth(opened);
    }

    /// What must be parsed is copied on another thread; a paste waits for it.
    void copiesRows() {
        Opened opened;
        auto* model = static_cast<models::EpisodeTableModel*>(opened.program.table()->model());
        model->setColumns(
            {QStringLiteral("title"), QStringLiteral("slug"), models::EpisodeTableModel::problemsColumn});
        auto* table = opened.program.table();
        table->setFocus();
        table->selectAll();
        QApplication::clipboard()->setText(QStringLiteral("before"));
        opened.program.trigger("copyRowsAction");
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
        opened.program.trigger("pasteCellsAction");
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::clipboard()->text().count(QLatin1Char('\n')), many, patience);
        const int id = model->episodeAt(0).value;
        QCOMPARE(QApplication::clipboard()->text().section(QLatin1Char('\n'), 0, 0),
                 QStringLiteral("%1\t%2\t%3")
                     .arg(opened.value(id, "title"), opened.value(id, "slug"),
                          model->index(0, 2).data().toString()));
        const auto said = [&] { return opened.program.window.statusBar()->currentMessage(); };
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(QLatin1String("hold that already")), patience);
        QCOMPARE(opened.steps(), 0);
        // What is copied meanwhile by somebody else stays.
        opened.program.trigger("copyRowsAction");
        QApplication::clipboard()->setText(QStringLiteral("newer"));
        QTest::qWait(200);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("newer"));
        QVERIFY(!opened.program.find<QWidget>("loadProgress")->isVisible());
    }

    void aPasteIsCancelled() {
        Opened opened;
        QApplication::clipboard()->setText(QStringList(many, QStringLiteral("x")).join(QLatin1Char('\n')));
        auto* table = opened.program.table();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 1));
        opened.program.trigger("pasteCellsAction");
        auto* cancel = opened.program.find<QAbstractButton>("cancelLoadButton");
        QVERIFY(cancel->isVisible());
        cancel->click();
        QVERIFY(!cancel->isVisible());
        QTest::qWait(200);
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(opened.steps(), 0);
    }

    void mendsProblems() {
        Opened opened;
        opened.selectAll();
        int ticked = 0;
        whenShown("mendingDialog", [&](QDialog* dialog) {
            auto* model = dialog->findChild<QTreeView*>(QStringLiteral("mendingTree"))->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                const QModelIndex rule = model->index(row, 0);
                const bool isWanted =
                    rule.data().toString().startsWith(QLatin1String("title-outer-whitespace"));
                model->setData(rule, isWanted ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
                ticked += isWanted ? model->rowCount(rule) : 0;
            }
            press(dialog, "mendButton");
        });
        opened.program.trigger("mendSelectedAction");
        QCOMPARE(ticked, many);
        QTRY_COMPARE_WITH_TIMEOUT(opened.changed(), many, patience);
        QCOMPARE(opened.steps(), 1);
        QVERIFY(opened.value(many - 1, "title").startsWith(QLatin1String("Lanterns")));
        goBackAndForth(opened);
    }

    void renamesSomebody() {
        Opened opened;
        opened.program.trigger("peopleAction");
        auto* people = opened.program.window.findChild<app::PeopleDialog*>();
        QVERIFY(people);
        QTRY_VERIFY(people->findChild<QAbstractItemView*>(QStringLiteral("peopleView"))->model()->rowCount() >
                    0);
        people->select({"ada", false});
        auto* rename = people->findChild<QPushButton*>(QStringLiteral("renamePersonButton"));
        QTRY_VERIFY_WITH_TIMEOUT(rename->isEnabled(), patience);
        int listed = 0;
        bool wasEnabled = true;
        auto* timer = new QTimer(people);
        connect(timer, &QTimer::timeout, people, [&] {
            auto* dialog = qobject_cast<app::PeopleChangeDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            auto* button = dialog->findChild<QPushButton*>(QStringLiteral("peopleChangeButton"));
            auto* progress = dialog->findChild<QWidget*>(QStringLiteral("peopleChangeProgress"));
            dialog->findChild<QLineEdit*>(QStringLiteral("newIdEdit"))->setText(QStringLiteral("adele"));
            if (progress->isVisible()) {
                wasEnabled = button->isEnabled();
                return;
            }
            timer->stop();
            listed = dialog->findChild<QTreeWidget*>(QStringLiteral("peopleChangeTree"))->topLevelItemCount();
            button->click();
        });
        timer->start(5);
        rename->click();
        QCOMPARE(listed, many);
        QVERIFY(wasEnabled || listed == many);
        QTRY_COMPARE_WITH_TIMEOUT(opened.changed(), many, patience);
        QCOMPARE(opened.value(7, "hosts"), QStringLiteral("adele"));
        QCOMPARE(opened.steps(), 1);
        goBackAndForth(opened);
    }

    /// Saving, and closing, wait for what was typed for all of them.
    void savingWaitsForTheStep_data() {
        QTest::addColumn<bool>("isClosing");
        QTest::newRow("save all") << false;
        QTest::newRow("close") << true;
    }
    void savingWaitsForTheStep() {
        QFETCH(bool, isClosing);
        Opened opened;
        opened.selectAll();
        auto* image = opened.program.find<QLineEdit>("several_header_imageEdit");
        image->setFocus();
        image->selectAll();
        QVERIFY(
            opened.program.session.setValue({0}, {std::string("draft")}, format::JsonValue::boolean(true)));
        QTest::keyClicks(image, QStringLiteral("/new.png!"));
        QCOMPARE(opened.changed(), 1); // so that there is something to save
        if (isClosing) {
            Answer save(QMessageBox::SaveAll);
            opened.program.window.close();
            QVERIFY(opened.program.window.isVisible());
            QTRY_VERIFY_WITH_TIMEOUT(!opened.program.window.isVisible(), 60'000);
            QCOMPARE(save.asked, 1);
        } else {
            opened.program.trigger("saveAllAction");
            QTRY_VERIFY_WITH_TIMEOUT(opened.changed() == 0 && opened.steps() > 1, 60'000);
        }
        for (int number = 1; number <= many; ++number)
            QVERIFY(opened.site.read(EpisodeFixture::path(number)).contains("\"/new.png!\""));
    }
};

QTEST_MAIN(TestManyEpisodes)
#include "tst_manyepisodes.moc"
