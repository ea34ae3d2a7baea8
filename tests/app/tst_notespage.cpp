// SPDX-License-Identifier: MIT
#include "app/editor/linkspage.h"
#include "app/editor/notespage.h"
#include "app/editor/sourcepage.h"
#include "app/preview/notespreview.h"
#include "app/widgets/codeedit.h"
#include "app/widgets/findbar.h"
#include "app/widgets/textcolors.h"
#include "support/pagefixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

class TestNotesPage : public QObject {
    Q_OBJECT

    template <typename Page>
    struct Opened : PageFixture {
        explicit Opened(const QByteArray& bytes = EpisodeFixture::episode(1)) {
            catalog.clear();
            site.write(EpisodeFixture::path(1), bytes);
            site.openIn(catalog);
            id = catalog.idOfPath(site.absolute(EpisodeFixture::path(1)));
            page.resize(900, 500);
            page.show();
            page.setEpisode(id);
            QApplication::setActiveWindow(&page);
            edit->setFocus();
        }
        std::string text() const { return catalog.episode(id).text(); }
        std::string saved() const { return catalog.episode(id).savedText(); }
        void putCursor(const QString& before) {
            QTextCursor cursor = edit->document()->find(before);
            if (cursor.isNull())
                qFatal("the text does not hold this");
            cursor.setPosition(cursor.selectionStart());
            edit->setTextCursor(cursor);
        }
        catalog::EpisodeId id;
        Page page{context()};
        app::CodeEdit* edit = page.template findChild<app::CodeEdit*>();
    };
    using Notes = Opened<app::NotesPage>;
    using Source = Opened<app::SourcePage>;

    static std::string replaced(std::string text, const std::string& words, const std::string& by) {
        const auto at = text.find(words);
        if (at == std::string::npos)
            qFatal("the text does not hold this");
        return text.replace(at, words.size(), by);
    }

private slots:
    void typingChangesOnlyItsBytes_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray plain = EpisodeFixture::episode(1);
        QTest::newRow("plain") << plain;
        QTest::newRow("CRLF") << QByteArray(plain).replace("\n", "\r\n");
        QTest::newRow("mixed") << QByteArray(plain).replace("at night.\n", "at night.\r\n");
        QTest::newRow("BOM") << "\xEF\xBB\xBF" + plain;
        QTest::newRow("emoji before") << QByteArray(plain).replace("The lamp", "\xF0\x9F\x94\xA6 The lamp");
    }
    void typingChangesOnlyItsBytes() {
        QFETCH(QByteArray, bytes);
        Notes open(bytes);
        QVERIFY(open.edit->toPlainText().startsWith(QStringLiteral("### Episode Links")));
        open.putCursor(QStringLiteral("Oil]"));
        QTest::keyClicks(open.edit, QStringLiteral("Lamp "));
        QCOMPARE(open.text(), replaced(open.saved(), "[Oil]", "[Lamp Oil]"));
        QCOMPARE(open.session.undoStack().count(), 1);
        QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("Change Show Notes"));
        open.session.undoStack().undo();
        QCOMPARE(open.text(), open.saved());
        QVERIFY(open.edit->toPlainText().contains(QStringLiteral("[Oil]")));
    }

    void linesAreThoseOfTheFile() {
        Notes open;
        const auto begin = open.text().find("### Episode Links");
        const auto line = format::positionAt(open.text(), begin).line;
        QVERIFY(open.edit->numbersWidth() > 0);
        QCOMPARE(static_cast<int>(line), 41);
    }

    void linesTypedAtTheTopAreSeen() {
        Notes open;
        open.edit->moveCursor(QTextCursor::Start);
        QTest::keyClick(open.edit, Qt::Key_Return);
        QTest::keyClick(open.edit, Qt::Key_Up);
        QTest::keyClicks(open.edit, QStringLiteral("Hello"));
        QVERIFY(open.edit->toPlainText().startsWith(QStringLiteral("Hello\n### Episode Links")));
        QCOMPARE(open.text(), replaced(open.saved(), "### Episode", "Hello\n### Episode"));
    }

    void notesWithoutALineBeforeThemGetOne() {
        QByteArray bytes = EpisodeFixture::episode(1);
        bytes.truncate(bytes.indexOf("\n}") + 2);
        Notes open(bytes);
        QTest::keyClicks(open.edit, QStringLiteral("Hi"));
        QCOMPARE(open.text(), bytes.toStdString() + "\n\nHi");
        QCOMPARE(open.edit->toPlainText(), QStringLiteral("Hi"));
    }

    void rowsAndNotesAreOneText() {
        Notes open;
        app::LinksPage links(open.context());
        links.setEpisode(open.id);
        auto* model = PageFixture::child<QTableView>(links, "linksView")->model();
        open.putCursor(QStringLiteral("Oil]"));
        QTest::keyClicks(open.edit, QStringLiteral("x"));
        QCOMPARE(model->index(2, 0).data().toString(), QStringLiteral("xOil"));
        open.edit->moveCursor(QTextCursor::End);
        const int end = open.edit->textCursor().position();
        QVERIFY(model->setData(model->index(1, 0), QStringLiteral("Museum")));
        QVERIFY(open.edit->toPlainText().contains(QStringLiteral("[Museum]")));
        const int shorter = static_cast<int>(qstrlen("The lamp ")) * 2; // the title follows
        QCOMPARE(open.edit->textCursor().position(),
                 end - shorter -
                     2 * (static_cast<int>(qstrlen("museum")) - static_cast<int>(qstrlen("Museum"))));
        open.session.undoStack().undo();
        QVERIFY(open.edit->toPlainText().contains(QStringLiteral("[The lamp museum]")));
    }

    void brokenLinksAreMarkedAndExplained() {
        Notes open(EpisodeFixture::episode(1).replace("\"The lamp museum\")", "\"The \"lamp\" museum\")"));
        open.validator.finish();
        const auto marks = open.edit->extraSelections();
        const QColor red = app::severityColor(catalog::Severity::Error, open.edit->palette());
        QVERIFY(std::any_of(marks.begin(), marks.end(), [&](const QTextEdit::ExtraSelection& mark) {
            return mark.format.underlineStyle() == QTextCharFormat::WaveUnderline &&
                   mark.format.underlineColor() == red;
        }));
        auto* preview = open.page.findChild<app::NotesPreview*>();
        QTRY_VERIFY(preview->toPlainText().contains(QStringLiteral("Oil")));
        QTextCursor broken = preview->document()->find(QStringLiteral("lamps.example.org"));
        QVERIFY(!broken.isNull());
        QCOMPARE(broken.charFormat().foreground().color(), red);
        QVERIFY(preview->document()->find(QStringLiteral("Oil")).charFormat().foreground().color() != red);
    }

    void countsWhatAReaderSees() {
        QCOMPARE(
            app::wordsIn(QStringLiteral("* [Two words](https://a.example/not-counted \"Title\") — don't")),
            4);
        QCOMPARE(app::wordsIn(QStringLiteral("https://a.example/x <https://b.example/>")), 0);
        QCOMPARE(app::wordsIn(QString()), 0);
        Notes open;
        auto* counts = PageFixture::child<QLabel>(open.page, "notesCounts");
        const QString before = counts->text();
        QVERIFY2(before.contains(QStringLiteral("2 link")), qPrintable(before));
        open.edit->moveCursor(QTextCursor::End);
        QTest::keyClicks(open.edit, QStringLiteral("word"));
        QVERIFY(counts->text() != before);
    }

    void aRefusedFileSaysWhy() {
        Notes open("{\n  \"title\": \n}\n\n  * [Oil](https://oil.example.org/)\n");
        QVERIFY(open.edit->isReadOnly());
        QVERIFY(PageFixture::child<QLabel>(open.page, "notesNotice")->isVisible());
        QTest::keyClicks(open.edit, QStringLiteral("x"));
        QCOMPARE(open.text(), open.saved());
    }

    void notesThatAreNoUtf8AreLeftAlone() {
        Notes open(EpisodeFixture::episode(1).replace("[Oil]", "[\xD6l]"));
        QVERIFY(open.edit->isReadOnly());
        QVERIFY(
            PageFixture::child<QLabel>(open.page, "notesNotice")->text().contains(QStringLiteral("UTF-8")));
        QTest::keyClicks(open.edit, QStringLiteral("x"));
        QCOMPARE(open.text(), open.saved());
        open.page.setEpisode({});
        QVERIFY(open.edit->isReadOnly());
        QCOMPARE(PageFixture::child<QLabel>(open.page, "notesCounts")->text(), QString());
    }

    void anIssueIsSelected() {
        Notes open;
        const auto oil = open.text().find("Oil");
        QVERIFY(open.page.goTo(QStringLiteral("body"), {oil, oil + 3}));
        QCOMPARE(open.edit->textCursor().selectedText(), QStringLiteral("Oil"));
        QVERIFY(!open.page.goTo(QStringLiteral("title"), {0, 1}));
    }

    void findWalksAndCounts() {
        Notes open;
        QTest::keyClick(open.edit, Qt::Key_F, Qt::ControlModifier);
        auto* words = PageFixture::child<QLineEdit>(open.page, "findEdit");
        auto* count = PageFixture::child<QLabel>(open.page, "findCount");
        QVERIFY(words->isVisible());
        QVERIFY(!PageFixture::child<QLineEdit>(open.page, "replaceEdit")->isVisible());
        QTest::keyClicks(words, QStringLiteral("EXAMPLE"));
        QCOMPARE(count->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(count->text(), QStringLiteral("2 of 2"));
        QTest::keyClick(words, Qt::Key_F3);
        QCOMPARE(count->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(words, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(count->text(), QStringLiteral("2 of 2"));
        PageFixture::child<QCheckBox>(open.page, "findCaseBox")->setChecked(true);
        QCOMPARE(count->text(), QStringLiteral("Not found"));
        words->setText(QStringLiteral("oi"));
        PageFixture::child<QCheckBox>(open.page, "findWholeBox")->setChecked(true);
        QCOMPARE(count->text(), QStringLiteral("Not found"));
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!words->isVisible());
    }

    void wholeWordsMayEndWithSigns() {
        Notes open(EpisodeFixture::episode(1).replace("[Oil]", "[Oil C++]"));
        QTest::keyClick(open.edit, Qt::Key_F, Qt::ControlModifier);
        auto* count = PageFixture::child<QLabel>(open.page, "findCount");
        PageFixture::child<QCheckBox>(open.page, "findWholeBox")->setChecked(true);
        PageFixture::child<QLineEdit>(open.page, "findEdit")->setText(QStringLiteral("c++"));
        QCOMPARE(count->text(), QStringLiteral("1 of 1"));
        PageFixture::child<QLineEdit>(open.page, "findEdit")->setText(QStringLiteral("il"));
        QCOMPARE(count->text(), QStringLiteral("Not found"));
    }

    void aWrongExpressionIsSaid() {
        Notes open;
        QTest::keyClick(open.edit, Qt::Key_R, Qt::ControlModifier);
        PageFixture::child<QCheckBox>(open.page, "findRegexBox")->setChecked(true);
        PageFixture::child<QLineEdit>(open.page, "findEdit")->setText(QStringLiteral("a(b"));
        QVERIFY(PageFixture::child<QLabel>(open.page, "findCount")
                    ->text()
                    .startsWith(QStringLiteral("At character")));
        QVERIFY(!PageFixture::child<QPushButton>(open.page, "replaceAllButton")->isEnabled());
        // Neither moved nor mended by what whole words are looked for with.
        auto* count = PageFixture::child<QLabel>(open.page, "findCount");
        const QString said = count->text();
        PageFixture::child<QCheckBox>(open.page, "findWholeBox")->setChecked(true);
        QCOMPARE(count->text(), said);
        PageFixture::child<QLineEdit>(open.page, "findEdit")->setText(QStringLiteral("a)(?:b"));
        QVERIFY(count->text().startsWith(QStringLiteral("At character")));
    }

    void replacesAllInOneStepAndKeepsLineEnds() {
        const QByteArray mixed = EpisodeFixture::episode(1).replace("at night.\n", "at night.\r\n");
        Notes open(mixed);
        QTest::keyClick(open.edit, Qt::Key_R, Qt::ControlModifier);
        PageFixture::child<QCheckBox>(open.page, "findRegexBox")->setChecked(true);
        PageFixture::child<QLineEdit>(open.page, "findEdit")
            ->setText(QStringLiteral("https://(\\w+)\\.example"));
        PageFixture::child<QLineEdit>(open.page, "replaceEdit")
            ->setText(QStringLiteral("https://www.\\1.test"));
        QSignalSpy said(&open.page, &app::EditorPage::message);
        PageFixture::child<QPushButton>(open.page, "replaceAllButton")->click();
        std::string expected = open.saved();
        expected = replaced(expected, "https://lamps.example", "https://www.lamps.test");
        expected = replaced(expected, "https://oil.example", "https://www.oil.test");
        QCOMPARE(open.text(), expected);
        QCOMPARE(said.count(), 1);
        QCOMPARE(open.session.undoStack().count(), 1);
        open.session.undoStack().undo();
        QCOMPARE(open.text(), open.saved());
    }

    void replacesOneAfterTheOther() {
        Notes open;
        QTest::keyClick(open.edit, Qt::Key_R, Qt::ControlModifier);
        PageFixture::child<QLineEdit>(open.page, "findEdit")->setText(QStringLiteral("example"));
        PageFixture::child<QLineEdit>(open.page, "replaceEdit")->setText(QStringLiteral("example example"));
        auto* replace = PageFixture::child<QPushButton>(open.page, "replaceButton");
        replace->click();
        QCOMPARE(open.text(), replaced(open.saved(), "lamps.example.", "lamps.example example."));
        replace->click();
        QVERIFY(open.text().find("oil.example example.") != std::string::npos);
    }

    void theSourceIsNotOverwrittenByOldTyping() {
        Source open;
        open.putCursor(QStringLiteral("\"title\""));
        QTest::keyClicks(open.edit, QStringLiteral("x"));
        QCOMPARE(open.text(), open.saved());
        QVERIFY(
            open.session.setValue(open.id, {std::string("title")}, format::JsonValue::string("Elsewhere")));
        const std::string elsewhere = open.text();
        auto* mine = PageFixture::child<QPushButton>(open.page, "useTypedButton");
        QTest::keyClick(open.edit, Qt::Key_Backspace);
        QCOMPARE(open.text(), elsewhere);
        QVERIFY(mine->isVisible());
        QVERIFY(open.edit->toPlainText().contains(QStringLiteral("Lanterns")));
        mine->click();
        QCOMPARE(open.text(), open.saved());
        QVERIFY(!mine->isVisible());
        open.session.undoStack().undo();
        QCOMPARE(open.text(), elsewhere);
    }

    void oldTypingCanBeDiscarded() {
        Source open;
        open.putCursor(QStringLiteral("\"title\""));
        QTest::keyClicks(open.edit, QStringLiteral("x"));
        QVERIFY(
            open.session.setValue(open.id, {std::string("title")}, format::JsonValue::string("Elsewhere")));
        PageFixture::child<QPushButton>(open.page, "discardTypedButton")->click();
        QCOMPARE(open.edit->toPlainText().toStdString(), open.text());
        QVERIFY(open.text().find("Elsewhere") != std::string::npos);
    }

    void typingGoesOnWhileThePreviewIsMade() {
        Notes open;
        QString notes;
        for (int i = 0; i < 900; ++i)
            notes += QStringLiteral("* [Row %1](https://a.example/%1)\n").arg(i);
        const std::string text = open.saved() + notes.toStdString();
        QVERIFY(open.session.setText(open.id, text));
        auto* preview = open.page.findChild<app::NotesPreview*>();
        QTRY_VERIFY(preview->toPlainText().contains(QStringLiteral("Row 899")));
        QVERIFY(!preview->isPlain());
        open.edit->moveCursor(QTextCursor::End);
        QTest::keyClicks(open.edit, QStringLiteral("The end"));
        QTRY_VERIFY(preview->toPlainText().endsWith(QStringLiteral("The end")));
    }
};

QTEST_MAIN(TestNotesPage)
#include "tst_notespage.moc"
