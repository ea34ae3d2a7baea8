// SPDX-License-Identifier: MIT
#include "app/editor/detailspage.h"

#include "catalog/values.h"

#include "app/editor/mediapage.h"
#include "app/editor/peoplepage.h"
#include "support/pagefixture.h"
#include "support/realcatalog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimeEdit>

using app::DetailsPage;

class TestDetailsPage : public QObject {
    Q_OBJECT

    struct Shown : PageFixture {
        Shown() {
            page.setEpisode({0});
            page.resize(900, 700);
            page.show();
        }
        DetailsPage page{context()};
        template <typename T>
        T* find(const char* name) {
            return child<T>(page, name);
        }
        void type(const char* name, const char* words) {
            auto* edit = find<QLineEdit>(name);
            edit->selectAll();
            QTest::keyClicks(edit, QString::fromLatin1(words));
        }
    };

private slots:
    void typingChangesOnlyItsValue_data() {
        QTest::addColumn<QByteArray>("edit");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("title") << QByteArray("titleEdit") << QByteArray("Wicks")
                               << QByteArray("\"Lanterns, part 1\"") << QByteArray("\"Wicks\"");
        QTest::newRow("a number stays a number")
            << QByteArray("numberEdit") << QByteArray("12") << QByteArray("\"episode\": 1,")
            << QByteArray("\"episode\": 12,");
        QTest::newRow("a word is a string")
            << QByteArray("numberEdit") << QByteArray("T-0") << QByteArray("\"episode\": 1,")
            << QByteArray("\"episode\": \"T-0\",");
        QTest::newRow("slug") << QByteArray("slugEdit") << QByteArray("7") << QByteArray("\"slug\": \"1\"")
                              << QByteArray("\"slug\": \"7\"");
        QTest::newRow("header image")
            << QByteArray("headerImageEdit") << QByteArray("/images/misc/moon.png")
            << QByteArray("/images/shows/night-desk.png") << QByteArray("/images/misc/moon.png");
    }
    void typingChangesOnlyItsValue() {
        QFETCH(QByteArray, edit);
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Shown shown;
        shown.type(edit.constData(), words.constData());
        QCOMPARE(shown.text(), shown.savedWith(before.toStdString(), after.toStdString()));
        QCOMPARE(shown.session.undoStack().count(), 1); // typing is one step
        shown.undoAll();
        QCOMPARE(shown.text(), shown.savedText());
        QVERIFY(shown.find<QLineEdit>(edit.constData())->text() != QString::fromLatin1(words));
    }

    void theCursorStaysWhileTyping() {
        Shown shown;
        auto* title = shown.find<QLineEdit>("titleEdit");
        title->setFocus();
        title->setCursorPosition(4);
        QTest::keyClicks(title, QStringLiteral("xy"));
        QCOMPARE(title->text(), QStringLiteral("Lantxyerns, part 1"));
        QCOMPARE(title->cursorPosition(), 6);
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.text(), shown.savedText());
        QCOMPARE(title->text(), QStringLiteral("Lanterns, part 1"));
    }

    void theDescriptionKeepsItsEscapes() {
        Shown shown;
        auto* text = shown.find<QPlainTextEdit>("descriptionEdit");
        QCOMPARE(text->toPlainText(), QString::fromUtf8("We café and \"talk\"."));
        QVERIFY(shown.find<QLabel>("descriptionLength")->text().contains(QStringLiteral("19")));
        text->moveCursor(QTextCursor::End);
        QTest::keyClicks(text, QStringLiteral("!"));
        QCOMPARE(shown.text(),
                 shown.savedWith("We caf\\u00e9 and \\\"talk\\\".", "We caf\\u00e9 and \\\"talk\\\".!"));
        QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown.text(), shown.savedText());
    }

    void theGuidIsLockedUntilUnlocked() {
        Shown shown;
        auto* guid = shown.find<QLineEdit>("guidEdit");
        QVERIFY(guid->isReadOnly());
        QVERIFY(shown.find<QLabel>("guidState")->text().contains(QStringLiteral("valid")));
        QTest::keyClicks(guid, QStringLiteral("0"));
        QCOMPARE(shown.text(), shown.savedText());
        shown.find<QPushButton>("unlockGuidButton")->click();
        QVERIFY(!guid->isReadOnly());
        shown.type("guidEdit", "no guid");
        QCOMPARE(shown.text(), shown.savedWith("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001", "no guid"));
        QVERIFY(shown.find<QLabel>("guidState")->text().contains(QStringLiteral("not a GUID")));
        shown.page.setEpisode({1});
        QVERIFY(guid->isReadOnly());
    }

    void aNewGuidOnlyAfterTheWarning() {
        Shown shown;
        shown.find<QPushButton>("unlockGuidButton")->click();
        for (const bool agrees : {false, true}) {
            shown.find<QPushButton>("newGuidButton")->click();
            auto* box = shown.page.findChild<QMessageBox*>(QStringLiteral("newGuidQuestion"));
            QVERIFY(box);
            QCOMPARE(shown.text(), shown.savedText());
            if (agrees)
                PageFixture::child<QPushButton>(*box, "replaceGuidButton")->click();
            else
                box->button(QMessageBox::Cancel)->click();
            delete box;
        }
        const QString guid = shown.find<QLineEdit>("guidEdit")->text();
        QCOMPARE(catalog::guidStateOf(guid), catalog::GuidState::Valid);
        QCOMPARE(shown.text(), shown.savedWith("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001", guid.toStdString()));
        shown.undoAll();
        QCOMPARE(shown.text(), shown.savedText());
    }

    void dateAndTimeInTheOffsetStored() {
        Shown shown;
        QCOMPARE(shown.find<QDateEdit>("dateEdit")->date(), QDate(2024, 3, 1));
        QCOMPARE(shown.find<QTimeEdit>("timeEdit")->time(), QTime(18, 0));
        QCOMPARE(shown.find<QComboBox>("offsetCombo")->currentData().toInt(), -8 * 3600);
        QCOMPARE(shown.text(), shown.savedText());
        shown.find<QTimeEdit>("timeEdit")->setTime(QTime(18, 30));
        QCOMPARE(shown.text(), shown.savedWith("2024-03-01T18:00:00-08:00", "2024-03-01T18:30:00-08:00"));
        shown.undoAll();
        QCOMPARE(shown.text(), shown.savedText());
        QCOMPARE(shown.find<QTimeEdit>("timeEdit")->time(), QTime(18, 0));
    }

    void theDraftBox() {
        Shown shown;
        shown.find<QCheckBox>("draftBox")->click();
        QCOMPARE(shown.text(), shown.savedWith("\"draft\": false", "\"draft\": true"));
        shown.undoAll();
        QCOMPARE(shown.text(), shown.savedText());
        QVERIFY(!shown.find<QCheckBox>("draftBox")->isChecked());
    }

    void derivedFieldsFollowTheNumberInOneStep() {
        Shown shown;
        auto* follow = shown.find<QPushButton>("followNumberButton");
        QVERIFY(!follow->isVisible());
        shown.type("numberEdit", "44");
        QVERIFY(follow->isVisible());
        const int steps = shown.session.undoStack().count();
        follow->click();
        QCOMPARE(shown.session.undoStack().count(), steps + 1);
        QVERIFY(shown.text().find("\"episode_padded\": \"0044\"") != std::string::npos);
        QVERIFY(shown.text().find("\"slug\": \"44\"") != std::string::npos);
        QVERIFY(
            shown.find<QLabel>("followWords")->text().contains(QStringLiteral("0044.md"))); // the file's name
        QVERIFY(!follow->isVisible());
        shown.undoAll();
        QCOMPARE(shown.text(), shown.savedText());
    }

    void goesToAField() {
        Shown shown;
        shown.page.activateWindow();
        const auto at = shown.text().find("part 1");
        QVERIFY(shown.page.goTo(QStringLiteral("title"), {at, at + 4}));
        QCOMPARE(shown.find<QLineEdit>("titleEdit")->selectedText(), QStringLiteral("part"));
        QVERIFY(!shown.page.goTo(QStringLiteral("podcast_file"), {}));
    }

    void aWrongTypeIsShownAndKept() {
        Shown shown;
        QVERIFY(shown.session.setValue({0}, {std::string("title")}, *format::JsonValue::parse("[1, 2]")));
        const std::string before = shown.text();
        auto* title = shown.find<QLineEdit>("titleEdit");
        QVERIFY(title->isReadOnly());
        QVERIFY(!shown.find<QLabel>("titleNote")->text().isEmpty());
        QTest::keyClicks(title, QStringLiteral("x"));
        QCOMPARE(shown.text(), before);
    }

    void markAndRevertOfAField() {
        Shown shown;
        QVERIFY(shown.find<QLabel>("titleChangedMark")->text().isEmpty());
        shown.type("titleEdit", "Wicks");
        QVERIFY(!shown.find<QLabel>("titleChangedMark")->text().isEmpty());
        QVERIFY(
            shown.find<QLabel>("titleChangedMark")->toolTip().contains(QStringLiteral("Lanterns, part 1")));
        QVERIFY(shown.session.revertField({0}, "title"));
        QVERIFY(shown.find<QLabel>("titleChangedMark")->text().isEmpty());
        QCOMPARE(shown.text(), shown.savedText());
    }

    void showingRealEpisodesNeverWrites() {
        if (realCatalog().isEmpty())
            QSKIP("There is no real catalogue here; EPISODE_DESK_CATALOG names one.");
        Shown shown;
        app::PeoplePage people(shown.context());
        app::MediaPage media(shown.context());
        shown.catalog.clear();
        const auto listing = catalog::listEpisodeFiles({realCatalog()});
        shown.catalog.setRoot(listing.root);
        shown.catalog.add(catalog::FolderLoader::loadAll(listing).episodes);
        QVERIFY(shown.catalog.size() > 0);
        for (int id = 0; id < shown.catalog.size(); ++id) {
            for (app::EditorPage* page :
                 std::initializer_list<app::EditorPage*>{&shown.page, &people, &media}) {
                page->setEpisode({id});
                page->commit();
            }
        }
        QCOMPARE(shown.session.undoStack().count(), 0);
        QVERIFY(shown.catalog.changedEpisodes().empty());
    }

    void noEpisodeShowsNothing() {
        Shown shown;
        shown.page.setEpisode({});
        QVERIFY(shown.find<QLineEdit>("titleEdit")->text().isEmpty());
        QVERIFY(!shown.find<QLineEdit>("titleEdit")->isEnabled());
    }
};

QTEST_MAIN(TestDetailsPage)
#include "tst_detailspage.moc"
