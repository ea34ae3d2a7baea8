// SPDX-License-Identifier: MIT
#include "app/widgets/notehighlighter.h"

#include "app/widgets/textcolors.h"

#include <QPlainTextEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using app::TextColor;

class TestNoteHighlighter : public QObject {
    Q_OBJECT

    /// The format of the character at which `words` begin.
    static QTextCharFormat formatAt(const QPlainTextEdit& edit, const QString& words) {
        const QTextCursor found = edit.document()->find(words, 0, QTextDocument::FindCaseSensitively);
        if (found.isNull())
            qFatal("the text does not hold this");
        const int at = found.selectionStart() - found.block().position();
        for (const QTextLayout::FormatRange& range : found.block().layout()->formats())
            if (range.start <= at && at < range.start + range.length)
                return range.format;
        return {};
    }
    static bool isBold(const QTextCharFormat& format) { return format.fontWeight() == QFont::Bold; }
    static QColor colorOf(const QTextCharFormat& format) { return format.foreground().color(); }

private slots:
    void marksEmphasis_data() {
        QTest::addColumn<QString>("notes");
        QTest::addColumn<bool>("bold");
        QTest::addColumn<bool>("italic");
        QTest::newRow("plain") << QStringLiteral("some lamp oil") << false << false;
        QTest::newRow("bold") << QStringLiteral("some **lamp** oil") << true << false;
        QTest::newRow("bold by lines below") << QStringLiteral("__lamp__") << true << false;
        QTest::newRow("italic") << QStringLiteral("*lamp* oil") << false << true;
        QTest::newRow("both") << QStringLiteral("***lamp***") << true << true;
        QTest::newRow("italic in bold") << QStringLiteral("**some *lamp* oil**") << true << true;
        QTest::newRow("in an item") << QStringLiteral("* some *lamp*") << false << true;
        QTest::newRow("around a link") << QStringLiteral("**[lamp](https://a.example/)**") << true << false;
        QTest::newRow("not ended") << QStringLiteral("*lamp oil") << false << false;
        QTest::newRow("escaped") << QStringLiteral("\\*lamp\\*") << false << false;
        QTest::newRow("within a word") << QStringLiteral("a_lamp_oil") << false << false;
        QTest::newRow("between gaps") << QStringLiteral("2 * lamp * 3") << false << false;
        QTest::newRow("in code") << QStringLiteral("`*lamp*`") << false << false;
        QTest::newRow("in addresses")
            << QStringLiteral("[a](https://a.example/*b) lamp [c](https://c.example/*d)") << false << false;
    }
    void marksEmphasis() {
        QFETCH(QString, notes);
        QFETCH(bool, bold);
        QFETCH(bool, italic);
        QPlainTextEdit edit;
        const app::NoteHighlighter highlighter(edit);
        edit.setPlainText(notes);
        const QTextCharFormat format = formatAt(edit, QStringLiteral("lamp"));
        QCOMPARE(isBold(format), bold);
        QCOMPARE(format.fontItalic(), italic);
    }

    void tellsTheLinksPartsApart() {
        QPlainTextEdit edit;
        const app::NoteHighlighter highlighter(edit);
        edit.setPlainText(QStringLiteral("* [lamp](https://a.example/ \"Title\") - words"));
        QCOMPARE(colorOf(formatAt(edit, QStringLiteral("lamp"))),
                 app::textColor(TextColor::Link, edit.palette()));
        QCOMPARE(colorOf(formatAt(edit, QStringLiteral("https"))),
                 app::textColor(TextColor::Address, edit.palette()));
        QCOMPARE(colorOf(formatAt(edit, QStringLiteral("\"Title"))),
                 app::textColor(TextColor::String, edit.palette()));
        QVERIFY(!formatAt(edit, QStringLiteral("words")).hasProperty(QTextFormat::ForegroundBrush));
    }

    void followsFences() {
        QPlainTextEdit edit;
        const app::NoteHighlighter highlighter(edit);
        edit.setPlainText(QStringLiteral("~~~\n# inside\n```\n# still\n~~~\n# outside\n"));
        QVERIFY(!isBold(formatAt(edit, QStringLiteral("# inside"))));
        QVERIFY(!isBold(formatAt(edit, QStringLiteral("# still"))));
        QVERIFY(isBold(formatAt(edit, QStringLiteral("# outside"))));
        QTextCursor cursor = edit.document()->find(QStringLiteral("~~~"));
        cursor.removeSelectedText(); // now the last one begins a block, and ``` too
        QVERIFY(isBold(formatAt(edit, QStringLiteral("# inside"))));
        QVERIFY(!isBold(formatAt(edit, QStringLiteral("# outside"))));
    }

    void theObjectIsNoMarkdown() {
        QPlainTextEdit edit;
        app::NoteHighlighter highlighter(edit);
        edit.setPlainText(QStringLiteral("{\n\"key\": \"*value*\",\n\"other\": [1, null]\n}\n\n*lamp*\n"));
        highlighter.setFirstNotesLine(4);
        QCOMPARE(colorOf(formatAt(edit, QStringLiteral("\"key"))),
                 app::textColor(TextColor::Key, edit.palette()));
        QCOMPARE(colorOf(formatAt(edit, QStringLiteral("value"))),
                 app::textColor(TextColor::String, edit.palette()));
        QCOMPARE(colorOf(formatAt(edit, QStringLiteral("1,"))),
                 app::textColor(TextColor::Number, edit.palette()));
        QCOMPARE(colorOf(formatAt(edit, QStringLiteral("null"))),
                 app::textColor(TextColor::Literal, edit.palette()));
        QVERIFY(!formatAt(edit, QStringLiteral("value")).fontItalic());
        QVERIFY(formatAt(edit, QStringLiteral("lamp")).fontItalic());
    }
};

QTEST_MAIN(TestNoteHighlighter)
#include "tst_notehighlighter.moc"
