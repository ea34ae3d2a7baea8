// SPDX-License-Identifier: MIT
#include "format/htmlnotes.h"
#include "format/noteshtml.h"

#include <QTest>

using format::NotesBlock;

class TestNotesHtml : public QObject {
    Q_OBJECT

    static QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

private slots:
    void rendered_data() {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("html");
        const auto row = [](const char* name, const char* markdown, const char* html) {
            QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(html);
        };
        row("a list of links", "### Links\n\n  * [A & B](https://a.example.org/ \"A\") \xe2\x80\x94 so\n",
            "<h3>Links</h3>\n<ul>\n<li><a href=\"https://a.example.org/\" title=\"A\">A &amp; B</a> "
            "\xe2\x80\x94 so</li>\n</ul>\n");
        row("marks", "**a** *b* `c<`\n", "<p><strong>a</strong> <em>b</em> <code>c&lt;</code></p>\n");
        row("HTML is text", "<script>x</script>\n", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n");
        row("a picture's words", "![a *b*](https://a.example.org/p.png)\n", "<p>a b</p>\n");
        row("a script's address", "[a](javascript:alert(1)) [b](DATA:x)\n", "<p>a b</p>\n");
        row("a file's address", "[a](file:///etc/passwd)\n", "<p>a</p>\n");
        row("mail and relative addresses", "[a](mailto:a@b.c) [b](/c)\n",
            "<p><a href=\"mailto:a@b.c\">a</a> <a href=\"/c\">b</a></p>\n");
        row("an address with quotes", "[a](https://a.example.org/%22\"x)\n",
            "<p><a href=\"https://a.example.org/%22&quot;x\">a</a></p>\n");
        row("entities", "&amp;lt; &eacute;\n", "<p>&amp;lt; &amp;eacute;</p>\n");
        row("numbers", "3. a\n4. b\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
        row("a quote, a rule, code", "> a\n\n* * *\n\n    b\n",
            "<blockquote>\n<p>a</p>\n</blockquote>\n<hr />\n<pre><code>b\n</code></pre>\n");
        row("lines", "a  \nb\nc\n", "<p>a<br />\nb\nc</p>\n");
        row("not UTF-8", "a\xff", "");
    }
    void rendered() {
        QFETCH(QString, markdown);
        const std::string source = QTest::currentDataTag() == QLatin1String("not UTF-8")
                                       ? std::string("a\xff")
                                       : markdown.toStdString();
        QTEST(text(format::notesHtml(source)), "html");
    }

    void longNotesAreText() {
        const std::string html = format::notesHtml(std::string(600 * 1024, '*'));
        QVERIFY(html.starts_with("<pre>*"));
    }

    void taken_data() {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("markdown");
        const auto row = [](const char* name, const char* html, const char* markdown) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(markdown);
        };
        row("paragraphs", "<p>One\n  &amp; two</p><p>Three</p>", "One & two\n\nThree\n");
        row("a heading and a list",
            "<h2>Links</h2><ul><li><a href=\"https://a.example.org/\">A</a> - so</li></ul>",
            "### Links\n\n  * [A](https://a.example.org/) \xe2\x80\x94 so\n");
        row("a bold line", "<p><b>Music:</b></p>", "**Music:**\n");
        row("a link with a title",
            "<ul><li><a title=\"T\" href=\"https://a.example.org/\">A</a>: so</li></ul>",
            "  * [A](https://a.example.org/ \"T\") \xe2\x80\x94 so\n");
        row("words before the link", "<ul><li>See <a href=\"https://a.example.org/\">A</a></li></ul>",
            "  * See [A](https://a.example.org/)\n");
        row("a list in a list", "<ul><li>a<ul><li>b</li></ul></li></ul>", "  * a\n      * b\n");
        row("words that look like marks", "<p>a *b* [c](d) # e</p><p># f</p><p>1. g</p>",
            "a \\*b\\* \\[c\\](d) \\# e\n\n\\# f\n\n1\\. g\n");
        row("lines", "<p>a<br/>b<br>c</p>", "a\n\nb\n\nc\n");
        row("paragraphs in an item", "<ul><li><p>a</p><p>b</p></li></ul>", "  * a b\n");
        row("no tags", "a < b", "a < b\n");
        row("scripts and pictures", "<script>alert(1)</script><style>p{}</style><p>a<img src=\"x\"></p>",
            "a\n");
        row("nothing closed", "<ul><li><a href=\"https://a.example.org/\">A",
            "  * [A](https://a.example.org/)\n");
        row("a comment without end", "<p>a</p><!-- b <p>c</p>", "a\n");
        row("a rule", "<p>a</p><hr /><p>b</p>", "a\n\n* * *\n\nb\n");
        row("nothing", "<p> &nbsp;</p>", "\xc2\xa0\n");
        row("empty", "", "");
    }
    void taken() {
        QFETCH(QString, html);
        const auto blocks = format::notesBlocks(html.toStdString());
        QTEST(text(format::notesMarkdown(blocks, {})), "markdown");
        // What was made of it says the same again.
        const auto again = format::notesBlocks(format::notesHtml(format::notesMarkdown(blocks, {})));
        QCOMPARE(text(format::notesMarkdown(again, {})), text(format::notesMarkdown(blocks, {})));
    }

    void looksLikeHtml_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("is");
        QTest::newRow("paragraph") << QStringLiteral("<p>a</p>") << true;
        QTest::newRow("line end") << QStringLiteral("a<br/>b") << true;
        QTest::newRow("heading") << QStringLiteral("a <H2>b") << true;
        QTest::newRow("plain") << QStringLiteral("a < b & c > d") << false;
        QTest::newRow("no element of HTML") << QStringLiteral("by <antonia> of C++ <vector>") << false;
    }
    void looksLikeHtml() {
        QFETCH(QString, words);
        QTEST(format::looksLikeHtml(words.toStdString()), "is");
    }

    /// A million brackets and lists take no longer than they are long, and no stack.
    void hostile_data() {
        QTest::addColumn<QByteArray>("piece");
        for (const char* piece :
             {"<", "<ul><li>", "<a href=\"", "<b>", "<!--", "</", "<p", "&", "<a href=x>"})
            QTest::newRow(piece) << QByteArray(piece);
    }
    void hostile() {
        QFETCH(QByteArray, piece);
        const std::string html = piece.repeated(200'000).toStdString();
        const auto blocks = format::notesBlocks(html);
        QVERIFY(blocks.size() <= 1);
        (void)format::looksLikeHtml(html);
    }
};

QTEST_GUILESS_MAIN(TestNotesHtml)
#include "tst_noteshtml.moc"
