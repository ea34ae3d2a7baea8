// SPDX-License-Identifier: MIT
#include "app/bulk/bulkrunner.h"
#include "app/dialogs/peoplechangedialog.h"
#include "app/dialogs/peopledialog.h"
#include "app/dialogs/personpagedialog.h"
#include "support/pagefixture.h"

#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>
#include <QTreeWidget>

#include <memory>

class TestPeopleDialog : public QObject {
    Q_OBJECT

    /// A site whose lists are spelled in several ways, and the window over it.
    struct Window {
        explicit Window(const QByteArray& first = "[ \"zoe\",\"ada\" ]") {
            fixture = std::make_unique<PageFixture>();
            set(0, "\"hosts\": " + first);
            set(1, "\"hosts\": [\n    \"b\\u0065n\",\n    \"z\\u006fe\"\n  ]");
            fixture->undoAll();
            fixture->session.undoStack().clear();
            dialog = std::make_unique<app::PeopleDialog>(fixture->context());
            runner = std::make_unique<app::BulkRunner>(fixture->context());
            QObject::connect(dialog.get(), &app::PeopleDialog::changeRequested, runner.get(),
                             &app::BulkRunner::make);
            dialog->show();
        }
        /// Writes the hosts into the file and into the catalogue, as if it had been opened so.
        void set(int id, const QByteArray& hosts) {
            std::string text = fixture->text(id);
            const auto at = text.find("\"hosts\": [");
            text.replace(at, text.find(']', at) + 1 - at, hosts.toStdString());
            QVERIFY(fixture->catalog.reload({id}, text));
        }
        template <typename T>
        T* child(const char* name) {
            return PageFixture::child<T>(*dialog, name);
        }
        const std::string& text(int id) const { return fixture->text(id); }
        std::string with(int id, const std::string& piece, const std::string& replacement) const {
            std::string text = fixture->savedText(id);
            const auto at = text.find(piece);
            return at == std::string::npos ? "no " + piece : text.replace(at, piece.size(), replacement);
        }
        std::unique_ptr<PageFixture> fixture;
        std::unique_ptr<app::BulkRunner> runner; ///< that the window has for it
        std::unique_ptr<app::PeopleDialog> dialog;
    };

    /// Does `act` with the next modal dialog of that type; it must close it.
    template <typename Dialog, typename Act>
    static void whenShown(const Act& act) {
        auto* timer = new QTimer(qApp);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, act] {
            if (auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget())) {
                timer->deleteLater();
                act(dialog);
            }
        });
        timer->start(10);
    }
    static void renameTo(Window& window, const char* button, const QString& to, int untick = -1) {
        whenShown<app::PeopleChangeDialog>([to, untick](app::PeopleChangeDialog* dialog) {
            if (!to.isEmpty())
                PageFixture::child<QLineEdit>(*dialog, "newIdEdit")->setText(to);
            if (untick >= 0)
                PageFixture::child<QTreeWidget>(*dialog, "peopleChangeTree")
                    ->topLevelItem(untick)
                    ->setCheckState(0, Qt::Unchecked);
            PageFixture::child<QPushButton>(*dialog, "peopleChangeButton")->click();
        });
        window.child<QPushButton>(button)->click();
    }

private slots:
    void listsAndFilters() {
        Window window;
        auto* view = window.child<QTableView>("peopleView");
        QCOMPARE(view->model()->rowCount(), 3); // ada, ben, zoe
        window.child<QLineEdit>("peopleFilter")->setText(QStringLiteral("NO PAGE"));
        QCOMPARE(view->model()->rowCount(), 1);
        QCOMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("zoe"));
        QCOMPARE(window.child<QLabel>("peopleCount")->text(), QStringLiteral("1 of 3"));
        window.child<QLineEdit>("peopleFilter")->clear();
        view->sortByColumn(models::PeopleModel::HostColumn, Qt::DescendingOrder);
        QCOMPARE(view->model()->index(2, 0).data().toString(), QStringLiteral("ben")); // 1; the others 2
        for (const QWidget* widget : window.dialog->findChildren<QWidget*>())
            if (qobject_cast<const QPushButton*>(widget) || qobject_cast<const QTableView*>(widget) ||
                qobject_cast<const QTreeView*>(widget) || qobject_cast<const QLineEdit*>(widget))
                QVERIFY(!widget->objectName().isEmpty());
    }

    void goesToAnEpisode() {
        Window window;
        QSignalSpy wanted(window.dialog.get(), &app::PeopleDialog::goToRequested);
        window.dialog->select({"zoe", false});
        auto* uses = window.child<QTreeView>("peopleUses");
        QCOMPARE(uses->model()->rowCount(), 2);
        QCOMPARE(uses->model()->index(1, 2).data().toString(), QStringLiteral("host"));
        emit uses->activated(uses->model()->index(1, 0));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<catalog::EpisodeId>().value, 1);
        QCOMPARE(wanted[0][1].toString(), QStringLiteral("hosts"));
        window.dialog->select({"ben", false});
        QCOMPARE(uses->model()->rowCount(), 1);
        QVERIFY(!window.child<QPushButton>("createPageButton")->isEnabled()); // ben has one
    }

    void renames() {
        Window window;
        window.dialog->select({"zoe", false});
        QSignalSpy changing(window.dialog.get(), &app::PeopleDialog::changing);
        renameTo(window, "renamePersonButton", QStringLiteral("zoey"));
        QCOMPARE(changing.size(), 1);
        QCOMPARE(window.text(0), window.with(0, "[ \"zoe\",\"ada\" ]", "[ \"zoey\",\"ada\" ]"));
        QCOMPARE(window.text(1), window.with(1, "\"z\\u006fe\"", "\"zoey\""));
        QCOMPARE(window.text(2), window.fixture->savedText(2));
        QTRY_COMPARE(
            window.child<QTableView>("peopleView")->currentIndex().siblingAtColumn(0).data().toString(),
            QStringLiteral("zoey"));
        QCOMPARE(window.fixture->session.undoStack().count(), 1);
        window.fixture->session.undoStack().undo();
        for (int id = 0; id < 3; ++id)
            QCOMPARE(window.text(id), window.fixture->savedText(id));
        window.fixture->session.undoStack().redo();
        QCOMPARE(window.text(1), window.with(1, "\"z\\u006fe\"", "\"zoey\""));
    }

    void mergesWithWords() {
        Window window("[\"zoe\", \"b\\u0065n\", \"ada\"]");
        window.dialog->select({"zoe", false});
        QString words;
        QString button;
        QString diff;
        whenShown<app::PeopleChangeDialog>([&](app::PeopleChangeDialog* dialog) {
            auto* to = PageFixture::child<QLineEdit>(*dialog, "newIdEdit");
            QVERIFY(to->completer());
            to->setText(QStringLiteral("ada"));
            words = PageFixture::child<QLabel>(*dialog, "peopleChangeWords")->text();
            diff = PageFixture::child<QPlainTextEdit>(*dialog, "peopleChangeDiff")->toPlainText();
            auto* apply = PageFixture::child<QPushButton>(*dialog, "peopleChangeButton");
            button = apply->text();
            apply->click();
        });
        window.child<QPushButton>("renamePersonButton")->click();
        QVERIFY2(words.contains(QStringLiteral("two become one")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("Ada Quill")), qPrintable(words));
        QVERIFY2(button.contains(QStringLiteral("Merge")), qPrintable(button));
        QVERIFY2(diff.contains(QStringLiteral("\n+  \"hosts\": [\"ada\", \"b\\u0065n\"],")),
                 qPrintable(diff));
        QCOMPARE(window.text(0),
                 window.with(0, "[\"zoe\", \"b\\u0065n\", \"ada\"]", "[\"ada\", \"b\\u0065n\"]"));
        QCOMPARE(window.text(1), window.with(1, "\"z\\u006fe\"", "\"ada\""));
        window.fixture->undoAll();
        QCOMPARE(window.text(0), window.fixture->savedText(0));
        QCOMPARE(window.text(1), window.fixture->savedText(1));
    }

    void removesOnlyWhereTicked() {
        Window window;
        window.dialog->select({"zoe", false});
        renameTo(window, "removePersonButton", {}, 0);
        QCOMPARE(window.text(0), window.fixture->savedText(0));
        QCOMPARE(window.text(1), window.with(1, ",\n    \"z\\u006fe\"", ""));
        QCOMPARE(window.fixture->session.undoStack().count(), 1);
        window.fixture->undoAll();
        QCOMPARE(window.text(1), window.fixture->savedText(1));
    }

    void refusesHostileIds_data() {
        QTest::addColumn<QString>("to");
        QTest::newRow("a path") << QStringLiteral("../../etc/passwd");
        QTest::newRow("up") << QStringLiteral("..");
        QTest::newRow("control") << QStringLiteral("zo\x01y");
        QTest::newRow("bidi") << QString(QStringLiteral("zoe") + QChar(0x202e));
        QTest::newRow("nothing: that would be a removal") << QStringLiteral("  ");
        QTest::newRow("itself") << QStringLiteral("zoe");
    }
    void refusesHostileIds() {
        QFETCH(QString, to);
        Window window;
        window.dialog->select({"zoe", false});
        bool isEnabled = true;
        whenShown<app::PeopleChangeDialog>([&](app::PeopleChangeDialog* dialog) {
            PageFixture::child<QLineEdit>(*dialog, "newIdEdit")->setText(to);
            isEnabled = PageFixture::child<QPushButton>(*dialog, "peopleChangeButton")->isEnabled();
            dialog->accept(); // whatever way it was accepted
        });
        window.child<QPushButton>("renamePersonButton")->click();
        QVERIFY(!isEnabled);
        QCOMPARE(window.fixture->session.undoStack().count(), 0);
        QCOMPARE(window.text(0), window.fixture->savedText(0));
    }

    void saysWhatBecomesOfThePage_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("said");
        QTest::newRow("renamed") << "ada"
                                 << "adele"
                                 << "rename content/people/ada.md to content/people/adele.md";
        QTest::newRow("merged") << "ada"
                                << "ben"
                                << "The page content/people/ada.md stays";
        QTest::newRow("no page") << "zoe"
                                 << "zoey"
                                 << "zoey has no page";
        QTest::newRow("the show's") << "ada"
                                    << "ben"
                                    << "The page of the show night-desk names ada";
    }
    void saysWhatBecomesOfThePage() {
        QFETCH(QString, id);
        QFETCH(QString, to);
        QFETCH(QString, said);
        Window window;
        window.dialog->select({id, false});
        QString words;
        whenShown<app::PeopleChangeDialog>([&](app::PeopleChangeDialog* dialog) {
            PageFixture::child<QLineEdit>(*dialog, "newIdEdit")->setText(to);
            words = PageFixture::child<QLabel>(*dialog, "peopleChangeWords")->text();
            dialog->reject();
        });
        window.child<QPushButton>("renamePersonButton")->click();
        QVERIFY2(words.contains(said), qPrintable(words));
        QCOMPARE(window.fixture->session.undoStack().count(), 0); // cancelled
    }

    void namesWhatIsSkipped() {
        Window window;
        window.set(2, "\"hosts\": [], \"hosts\": [\"zoe\"]");
        window.dialog->select({"zoe", false});
        QStringList rows;
        whenShown<app::PeopleChangeDialog>([&](app::PeopleChangeDialog* dialog) {
            auto* tree = PageFixture::child<QTreeWidget>(*dialog, "peopleChangeTree");
            for (int row = 0; row < tree->topLevelItemCount(); ++row)
                rows += tree->topLevelItem(row)->text(1);
            PageFixture::child<QLineEdit>(*dialog, "newIdEdit")->setText(QStringLiteral("zoey"));
            PageFixture::child<QPushButton>(*dialog, "peopleChangeButton")->click();
        });
        window.child<QPushButton>("renamePersonButton")->click();
        QCOMPARE(rows.size(), 3);
        QVERIFY2(rows[2].startsWith(QStringLiteral("Skipped: The key \"hosts\"")), qPrintable(rows[2]));
        QCOMPARE(window.text(2), window.fixture->savedText(2));
        QVERIFY(window.text(0) != window.fixture->savedText(0));
    }

    void createsAPage() {
        Window window;
        window.dialog->select({"zoe", false});
        QSignalSpy registry(&window.fixture->catalog, &catalog::Catalog::registryChanged);
        QString shown;
        whenShown<app::PersonPageDialog>([&](app::PersonPageDialog* dialog) {
            QCOMPARE(PageFixture::child<QComboBox>(*dialog, "pageField_type")->currentText(), "Host");
            auto* title = PageFixture::child<QLineEdit>(*dialog, "pageField_title");
            QCOMPARE(title->text(), QStringLiteral("Zoe"));
            auto* create = PageFixture::child<QPushButton>(*dialog, "personPageCreateButton");
            title->clear();
            QVERIFY(!create->isEnabled());
            title->setText(QStringLiteral("Zoe Lark"));
            shown = PageFixture::child<QPlainTextEdit>(*dialog, "personPageText")->toPlainText();
            create->click();
        });
        window.child<QPushButton>("createPageButton")->click();
        const QByteArray expected = "---\ntitle: Zoe Lark\ntype: host\nusername: zoe\n---";
        QCOMPARE(shown.toUtf8(), expected);
        QCOMPARE(window.fixture->site.read(QStringLiteral("content/people/zoe.md")), expected);
        QTRY_COMPARE(registry.size(), 1); // read again: pickers and rules know her
        QCOMPARE(window.fixture->catalog.registry().people.value("zoe").name, QStringLiteral("Zoe Lark"));
        QTRY_VERIFY(!window.child<QPushButton>("createPageButton")->isEnabled());
    }

    void neverOverAFile() {
        Window window;
        window.fixture->site.write(QStringLiteral("content/people/zoe.md"), "theirs"); // since it was opened
        window.dialog->select({"zoe", false});
        QString words;
        whenShown<app::PersonPageDialog>([&](app::PersonPageDialog* dialog) {
            PageFixture::child<QPushButton>(*dialog, "personPageCreateButton")->click();
            words = PageFixture::child<QLabel>(*dialog, "personPageWords")->text();
            dialog->reject();
        });
        window.child<QPushButton>("createPageButton")->click();
        QVERIFY2(words.contains(QStringLiteral("was not written")), qPrintable(words));
        QCOMPARE(window.fixture->site.read(QStringLiteral("content/people/zoe.md")), QByteArray("theirs"));
    }

    void aHostileIdGetsNoPage() {
        Window window("[\"../zoe\"]");
        window.dialog->select({"../zoe", false});
        bool isEnabled = true;
        whenShown<app::PersonPageDialog>([&](app::PersonPageDialog* dialog) {
            isEnabled = PageFixture::child<QPushButton>(*dialog, "personPageCreateButton")->isEnabled();
            dialog->accept();
            dialog->reject();
        });
        window.child<QPushButton>("createPageButton")->click();
        QVERIFY(!isEnabled);
        QVERIFY(!QFile::exists(window.fixture->site.absolute(QStringLiteral("content/zoe.md"))));
    }

    void anotherCatalogue() {
        Window window;
        window.dialog->select({"zoe", false});
        window.fixture->catalog.clear();
        QCOMPARE(window.child<QTableView>("peopleView")->model()->rowCount(), 0);
        QCOMPARE(window.child<QTreeView>("peopleUses")->model()->rowCount(), 0);
        for (const char* button : {"renamePersonButton", "removePersonButton", "createPageButton"})
            QVERIFY(!window.child<QPushButton>(button)->isEnabled());
        window.fixture->site.openIn(window.fixture->catalog);
        QTRY_COMPARE(window.child<QTableView>("peopleView")->model()->rowCount(), 2);
    }
};

QTEST_MAIN(TestPeopleDialog)
#include "tst_peopledialog.moc"
