// SPDX-License-Identifier: MIT
// Every gesture of the Links page, by the keys and menus that users have.
#include "app/editor/linkscommands.h"
#include "app/editor/linkspage.h"
#include "support/pagefixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

class TestLinksPage : public QObject {
    Q_OBJECT

    struct Opened : PageFixture {
        Opened() {
            page.resize(900, 400);
            page.show();
            page.setEpisode({0});
            QApplication::setActiveWindow(&page);
            view->setFocus();
        }
        void select(int row, int count = 1) {
            QApplication::setActiveWindow(&page); // offscreen, nobody gives it back after a dialog
            page.commands().selectRows(row, count);
        }
        void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(view, key, modifiers);
        }
        void typeInto(const QString& words, Qt::Key end) {
            auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
            if (!edit)
                qFatal("no cell is being edited");
            edit->selectAll();
            QTest::keyClicks(edit, words);
            QTest::keyClick(edit, end);
            QCoreApplication::processEvents(); // the cell is committed when the key's event is over
        }
        void trigger(const char* name) { page.commands().action(name)->trigger(); }
        QStringList rows() const {
            QStringList all;
            for (int row = 0; row < view->model()->rowCount(); ++row)
                all += view->model()->index(row, 0).data().toString();
            return all;
        }
        app::LinksPage page{context()};
        QTableView* view = child<QTableView>(page, "linksView");
    };

    /// Answers the next dialog.
    template <typename Act>
    static void whenModal(const Act& act) {
        QTimer::singleShot(0, qApp, [act] { act(QApplication::activeModalWidget()); });
    }

    static inline const QString heading = QStringLiteral("Episode Links");
    static inline const QString museum = QStringLiteral("The lamp museum");
    static inline const QString oil = QStringLiteral("Oil");

private slots:
    void insertAddsBelowAndTabGoesOn() {
        Opened open;
        open.select(1);
        open.key(Qt::Key_Insert);
        open.typeInto(QStringLiteral("Wicks \"round\" [new]"), Qt::Key_Tab);
        open.typeInto(QStringLiteral("https://wicks.example.org/"), Qt::Key_Return);
        QCOMPARE(open.rows(), (QStringList{heading, museum, QStringLiteral("Wicks \"round\" [new]"), oil}));
        const std::string after = "at night.\n";
        std::string expected = open.savedText();
        // New rows have a title where the list's other rows have one.
        const std::string row =
            "  * [Wicks \"round\" [new]](https://wicks.example.org/ 'Wicks \"round\" [new]')\n";
        expected.insert(expected.find(after) + after.size(), row);
        QCOMPARE(open.text(), expected);
        open.undoAll();
        QCOMPARE(open.text(), open.savedText());
    }

    void enterEditsTheCell() {
        Opened open;
        open.select(2);
        open.key(Qt::Key_Return);
        open.typeInto(QStringLiteral("Lamp oil"), Qt::Key_Return);
        QCOMPARE(open.text(), open.savedWith("[Oil]", "[Lamp oil]"));
    }

    void theTitleFollowsTheTextUntilItIsSetApart() {
        Opened open;
        open.select(1);
        open.key(Qt::Key_Return);
        open.typeInto(QStringLiteral("Museum"), Qt::Key_Return);
        QVERIFY(open.text().find("[Museum](https://lamps.example.org/ \"Museum\")") != std::string::npos);
        open.view->model()->setData(open.view->model()->index(1, models::LinkTableModel::TitleColumn),
                                    QStringLiteral("Apart"));
        open.view->setCurrentIndex(open.view->model()->index(1, 0));
        open.key(Qt::Key_Return);
        open.typeInto(QStringLiteral("Lamps"), Qt::Key_Return);
        QVERIFY(open.text().find("[Lamps](https://lamps.example.org/ \"Apart\")") != std::string::npos);
    }

    void keysMoveDoubleAndRemove() {
        Opened open;
        open.select(2);
        open.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(open.rows(), (QStringList{heading, oil, museum}));
        open.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(open.rows(), (QStringList{heading, museum, oil}));
        QCOMPARE(open.text(), open.savedText());
        open.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(open.rows(), (QStringList{heading, museum, oil, oil}));
        QCOMPARE(open.view->currentIndex().row(), 3);
        open.key(Qt::Key_Delete);
        QCOMPARE(open.rows(), (QStringList{heading, museum, oil}));
        QCOMPARE(open.text(), open.savedText());
    }

    void pasteMakesRowsAtTheCursor_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("address") << QStringLiteral("https://a.example/x")
                                 << QStringList{QStringLiteral("https://a.example/x")};
        QTest::newRow("addresses") << QStringLiteral("https://a.example/\nhttps://b.example/\n")
                                   << QStringList{QStringLiteral("https://a.example/"),
                                                  QStringLiteral("https://b.example/")};
        QTest::newRow("Markdown") << QStringLiteral("- [A](https://a.example/)\n- [B](https://b.example/)")
                                  << QStringList{QStringLiteral("A"), QStringLiteral("B")};
    }
    void pasteMakesRowsAtTheCursor() {
        QFETCH(QString, text);
        QFETCH(QStringList, rows);
        Opened open;
        open.select(1);
        QApplication::clipboard()->setText(text);
        open.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(open.rows(), QStringList({heading, museum}) + rows + QStringList({oil}));
        QCOMPARE(open.session.undoStack().count(), 1);
        QCOMPARE(open.page.commands().selectedRows().size(), rows.size());
    }

    void pasteSaysWhereThereIsNoLink() {
        Opened open;
        QSignalSpy said(&open.page, &app::EditorPage::message);
        QApplication::clipboard()->setText(QStringLiteral("only words"));
        open.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(said.count(), 1);
        QCOMPARE(open.text(), open.savedText());
    }

    void copiesAsItIsAsked_data() {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QString>("text");
        QTest::newRow("Markdown") << QByteArray("copyMarkdownAction")
                                  << QStringLiteral("[Oil](https://oil.example.org/)");
        QTest::newRow("HTML") << QByteArray("copyHtmlAction")
                              << QStringLiteral("<a href=\"https://oil.example.org/\">Oil</a>");
        QTest::newRow("text") << QByteArray("copyTextAction") << QStringLiteral("https://oil.example.org/");
    }
    void copiesAsItIsAsked() {
        QFETCH(QByteArray, action);
        QFETCH(QString, text);
        Opened open;
        open.select(2);
        open.trigger(action.constData());
        QVERIFY2(QApplication::clipboard()->text().contains(text),
                 qPrintable(QApplication::clipboard()->text()));
    }

    void rowsAreCopiedAndPastedWithAllTheirParts() {
        Opened open;
        open.select(1);
        open.key(Qt::Key_C, Qt::ControlModifier);
        open.page.setEpisode({1});
        open.select(2);
        open.key(Qt::Key_V, Qt::ControlModifier);
        const std::string row =
            "  * [The lamp museum](https://lamps.example.org/ \"The lamp museum\") \xe2\x80\x94 Open";
        QVERIFY(open.text(1).rfind(row) != open.text(1).find(row));
    }

    void sectionsComeMoveAndGo() {
        Opened open;
        const QString fuel = QStringLiteral("Fuel"), light = QStringLiteral("Light");
        const auto addSection = [&](int below, const QString& name) {
            open.select(below);
            whenModal([name](QWidget* dialog) {
                dialog->findChild<QLineEdit*>()->setText(name);
                qobject_cast<QInputDialog*>(dialog)->accept();
            });
            open.trigger("addSectionAction");
        };
        addSection(1, fuel);
        addSection(0, light);
        QCOMPARE(open.rows(), (QStringList{heading, light, museum, fuel, oil}));
        open.select(3);
        open.key(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(open.rows(), (QStringList{heading, fuel, oil, light, museum}));
        open.key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(open.rows(), (QStringList{heading, light, museum, fuel, oil}));
        open.key(Qt::Key_Return);
        open.typeInto(QStringLiteral("Fuels"), Qt::Key_Return);
        QCOMPARE(open.rows().at(3), QStringLiteral("Fuels"));
        whenModal([](QWidget* dialog) {
            for (QAbstractButton* button : qobject_cast<QMessageBox*>(dialog)->buttons())
                if (button->text().contains(QLatin1String("Rows")))
                    button->click();
        });
        open.trigger("removeSectionAction");
        QCOMPARE(open.rows(), (QStringList{heading, light, museum}));
        open.undoAll();
        QCOMPARE(open.text(), open.savedText());
    }

    void aBrokenRowIsMarkedAndMendedWithOneKey() {
        Opened open;
        const std::string broken = open.savedWith("\"The lamp museum\")", "\"The \"lamp\" museum\")");
        QVERIFY(open.session.setText({0}, broken));
        open.validator.finish();
        const auto issues = open.page.commands().issuesAt(1);
        QVERIFY(!issues.empty());
        QCOMPARE(issues.front()->severity, catalog::Severity::Error);
        QVERIFY(open.page.commands().issuesAt(2).empty());
        QAction* mend = open.page.commands().action("mendRowsAction");
        open.select(2);
        QVERIFY(!mend->isEnabled());
        open.select(1);
        QVERIFY(mend->isEnabled());
        open.key(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(open.text(), open.savedWith("\"The lamp museum\")", "'The \"lamp\" museum')"));
        QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("Mend Link"));
        open.session.undoStack().undo();
        QCOMPARE(open.text(), broken);
    }

    void offersTheShowsCommonLinks() {
        Opened open;
        open.select(2);
        open.key(Qt::Key_Delete);
        auto* menu = PageFixture::child<QMenu>(open.page, "commonLinksMenu");
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().constFirst()->trigger();
        QCOMPARE(open.rows(), (QStringList{heading, museum, oil}));
        open.key(Qt::Key_Delete);
        open.trigger("usualLinksAction");
        QCOMPARE(open.rows(), (QStringList{heading, museum, oil}));
    }

    void nothingCanBeDoneToARefusedFile() {
        EpisodeFixture broken;
        Opened open;
        open.site.write(EpisodeFixture::path(1), "{\n  \"title\": \n}\n");
        catalog::Catalog catalog;
        open.site.openIn(catalog);
        catalog::Validator validator(catalog);
        models::EditSession session(catalog);
        app::LinksPage page({session, validator, open.settings, open.links, open.playhead});
        page.setEpisode(catalog.idOfPath(open.site.absolute(EpisodeFixture::path(1))));
        for (const char* name : {"addLinkAction", "pasteLinksAction", "removeLinksAction", "usualLinksAction",
                                 "repairLinksAction", "addSectionAction"})
            QVERIFY2(!page.commands().action(name)->isEnabled(), name);
    }

    void everyActionHasItsWords() {
        Opened open;
        QMenu menu;
        open.page.commands().fill(&menu);
        QSet<QString> mnemonics;
        for (const QAction* action : menu.actions()) {
            if (action->isSeparator())
                continue;
            QVERIFY(!action->text().isEmpty());
            const qsizetype at = action->text().indexOf(u'&');
            if (at < 0)
                continue;
            const QString letter = action->text().mid(at + 1, 1).toLower();
            QVERIFY2(!mnemonics.contains(letter), qPrintable(action->text()));
            mnemonics.insert(letter);
        }
    }
};

QTEST_MAIN(TestLinksPage)
#include "tst_linkspage.moc"
