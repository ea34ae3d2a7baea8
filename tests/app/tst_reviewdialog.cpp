// SPDX-License-Identifier: MIT
#include "app/review/reviewdialog.h"

#include "support/windowfixture.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

using format::JsonValue;

class TestReviewDialog : public QObject {
    Q_OBJECT

    /// A window with changes in its first two episodes, and the review of them.
    struct Reviewed {
        Reviewed()
            : program(ini.filePath(QStringLiteral("settings.ini"))) {
            program.open(site);
            program.select(0);
            set(0, "title", "First");
            set(0, "description", "Nothing");
            const auto& rows = program.catalog.episode({0}).document()->links().rows();
            const auto link = std::find_if(rows.begin(), rows.end(), [](const format::Row& row) {
                return row.kind == format::RowKind::Link;
            });
            QVERIFY(program.session.removeRows({0}, {static_cast<std::size_t>(link - rows.begin())}));
            set(1, "title", "Second");
            program.trigger("reviewChangesAction");
            QTRY_VERIFY(dialog() && dialog()->isVisible());
            QTRY_COMPARE(tree()->model()->rowCount(), 2);
            QApplication::setActiveWindow(dialog());
            tree()->setFocus();
        }
        void set(int episode, const char* key, const char* value) {
            QVERIFY(program.session.setValue({episode}, {std::string(key)}, JsonValue::string(value)));
        }
        app::ReviewDialog* dialog() const { return program.window.findChild<app::ReviewDialog*>(); }
        QTreeView* tree() const { return dialog()->findChild<QTreeView*>(QStringLiteral("changesTree")); }
        template <typename Widget>
        Widget* find(const char* name) const {
            return dialog()->findChild<Widget*>(QLatin1String(name));
        }
        /// To whatever has the focus, by way of shortcuts.
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
            QTest::keyClick(dialog()->windowHandle(), key, modifiers);
        }
        void click(const char* name) const { find<QPushButton>(name)->click(); }
        QModelIndex row(int episode, int change = -1) const {
            const QModelIndex parent = tree()->model()->index(episode, 0);
            tree()->expand(parent);
            return change < 0 ? parent : tree()->model()->index(change, 0, parent);
        }
        void choose(int episode, int change = -1) const { tree()->setCurrentIndex(row(episode, change)); }
        std::string text(int episode) const { return program.catalog.episode({episode}).text(); }
        QByteArray onDisk(int number) const { return site.read(EpisodeFixture::path(number)); }

        EpisodeFixture site;
        QTemporaryDir ini;
        Program program;
    };

private slots:
    void revertsAField() {
        Reviewed review;
        QCOMPARE(review.tree()->model()->rowCount(review.row(0)), 3);
        review.choose(0, 1);
        QCOMPARE(review.tree()->currentIndex().data().toString(), QStringLiteral("Description"));
        const std::string before = review.text(0);
        review.click("revertChangeButton");
        QVERIFY(review.text(0).find("caf\\u00e9 and") != std::string::npos); // as it was spelled
        QVERIFY(review.text(0).find("First") != std::string::npos);
        QTRY_COMPARE(review.tree()->model()->rowCount(review.row(0)), 2);
        review.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(review.text(0), before);
        review.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(review.text(0) != before);
    }

    void revertsARow() {
        Reviewed review;
        review.choose(0, 2);
        QCOMPARE(review.tree()->currentIndex().data().toString(), QStringLiteral("Link"));
        review.press(Qt::Key_Delete);
        const QByteArray saved = EpisodeFixture::episode(1);
        QVERIFY(QByteArray::fromStdString(review.text(0)).endsWith(saved.mid(saved.lastIndexOf('}'))));
        QVERIFY(review.text(0).find("First") != std::string::npos);
    }

    void revertsAFile() {
        Reviewed review;
        review.choose(0, 0);
        const std::string before = review.text(0);
        review.click("revertFileButton");
        QCOMPARE(QByteArray::fromStdString(review.text(0)), EpisodeFixture::episode(1));
        QCOMPARE(review.tree()->model()->rowCount(), 1);
        review.click("reviewUndoButton");
        QCOMPARE(review.text(0), before);
        QTRY_COMPARE(review.tree()->model()->rowCount(), 2);
        review.click("reviewRedoButton");
        QTRY_COMPARE(review.tree()->model()->rowCount(), 1);
    }

    void savesTheTickedOnes() {
        Reviewed review;
        auto* model = review.tree()->model();
        QVERIFY(model->setData(review.row(0), Qt::Unchecked, Qt::CheckStateRole));
        review.click("saveTickedButton");
        QCOMPARE(review.onDisk(1), EpisodeFixture::episode(1));
        QVERIFY(review.onDisk(2) == QByteArray::fromStdString(review.text(1)));
        QVERIFY(review.onDisk(2) != EpisodeFixture::episode(2));
        QCOMPARE(review.onDisk(3), EpisodeFixture::episode(3));
        QTRY_COMPARE(model->rowCount(), 1);
        QVERIFY(!review.find<QPushButton>("saveTickedButton")->isEnabled()); // nothing is ticked
        review.click("reviewSaveAllButton");
        QCOMPARE(review.onDisk(1), QByteArray::fromStdString(review.text(0)));
        QTRY_VERIFY(review.find<QLabel>("noChangesLabel")->isVisible());
        QVERIFY(!review.find<QSplitter>("reviewSplitter")->isVisible());
        QVERIFY(!review.find<QPushButton>("reviewSaveAllButton")->isEnabled());
        QVERIFY(!review.find<QPushButton>("revertFileButton")->isEnabled());
    }

    void showsTheDifference() {
        Reviewed review;
        review.choose(0, 0);
        const QString sides = review.find<QTextEdit>("sideBySideDiff")->toPlainText();
        QVERIFY(sides.contains("Lanterns, part 1") && sides.contains("\"First\""));
        QVERIFY(!sides.contains("show_slug")); // far from every change
        review.find<QToolButton>("unifiedButton")->click();
        auto* unified = review.find<QPlainTextEdit>("unifiedDiff");
        QVERIFY(unified->isVisible());
        QVERIFY(unified->toPlainText().contains("+  \"title\": \"First\","));
        review.choose(1, 0);
        QVERIFY(unified->toPlainText().contains("+  \"title\": \"Second\","));
    }

    void walksAndGoesToTheField() {
        Reviewed review;
        review.choose(0, 2);
        review.press(Qt::Key_F7);
        QCOMPARE(review.tree()->currentIndex(), review.row(1, 0));
        review.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(review.tree()->currentIndex(), review.row(0, 2));
        review.press(Qt::Key_F7);
        review.press(Qt::Key_Return);
        QCOMPARE(review.program.editor()->episode().value, 1);
        QTRY_COMPARE(review.program.window.focusWidget()->objectName(), QStringLiteral("titleEdit"));
    }

    void marksWhatOthersChanged() {
        Reviewed review;
        review.site.write(EpisodeFixture::path(2), EpisodeFixture::episode(2) + "\nMore.\n");
        review.choose(1, 0);
        QTRY_VERIFY(review.find<QLabel>("reviewNotice")->isVisible());
        QVERIFY(review.find<QLabel>("reviewNotice")->text().contains("Another program"));
        QTRY_VERIFY(review.tree()->model()->index(1, 1).data().toString().contains("on the disk"));
        review.choose(0, 0);
        QVERIFY(!review.find<QLabel>("reviewNotice")->isVisible());
    }

    void followsTheWindow() {
        Reviewed review;
        review.set(2, "title", "Third");
        QTRY_COMPARE(review.tree()->model()->rowCount(), 3);
        QTRY_VERIFY(review.program.find<QLabel>("countsLabel")->text().contains("3 changed"));
    }

    void closingLeadsHere() {
        Reviewed review;
        review.dialog()->close();
        QTRY_VERIFY(!review.dialog());
        Answer answer(QStringLiteral("reviewChangesButton"));
        review.program.window.close();
        QCOMPARE(answer.asked, 1);
        QVERIFY(review.program.window.isVisible());
        QTRY_VERIFY(review.dialog() && review.dialog()->isVisible());
        QCOMPARE(review.onDisk(1), EpisodeFixture::episode(1));
    }

    void reportLeadsHere() {
        Reviewed review;
        review.dialog()->close();
        QTRY_VERIFY(!review.dialog());
        review.site.write(EpisodeFixture::path(1), "{ no episode any more"); // cannot be merged with
        Answer answer(QStringLiteral("reviewChangesButton"));
        review.program.trigger("saveAllAction");
        QCOMPARE(answer.asked, 2); // first: is mine kept as a copy
        QTRY_VERIFY(review.dialog() && review.dialog()->isVisible());
    }

    /// Compared on another thread; what is shown is bounded.
    void largeTexts() {
        Reviewed review;
        std::string text = review.text(0);
        for (int line = 0; line < 20'000; ++line)
            text += "A line of the notes, number " + std::to_string(line) + ".\n";
        QVERIFY(review.program.session.setText({0}, text));
        review.choose(0);
        auto* sides = review.find<QTextEdit>("sideBySideDiff");
        QTRY_VERIFY(sides->toPlainText().contains("number 100."));
        QVERIFY(sides->toPlainText().contains("the rest is not shown"));
    }

    void remembersItsLook() {
        Reviewed review;
        review.find<QToolButton>("unifiedButton")->click();
        review.dialog()->resize(900, 620);
        review.dialog()->close();
        QTRY_VERIFY(!review.dialog());
        review.program.trigger("reviewChangesAction");
        QCOMPARE(review.dialog()->size(), QSize(900, 620));
        QVERIFY(review.find<QPlainTextEdit>("unifiedDiff")->isVisible());
    }
};

QTEST_MAIN(TestReviewDialog)
#include "tst_reviewdialog.moc"
