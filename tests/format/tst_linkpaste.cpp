// SPDX-License-Identifier: MIT
#include "format/limits.h"
#include "format/linkcopy.h"
#include "format/linkpaste.h"

#include "format/commonmark.h"

#include <QTest>

using format::LinkParts;

namespace {

/// Links as lines `text | url | title | description`, empty ends left out.
QString shown(const std::vector<LinkParts>& links) {
    QStringList lines;
    for (const LinkParts& link : links) {
        QStringList parts{QString::fromStdString(link.text), QString::fromStdString(link.url),
                          QString::fromStdString(link.title.value_or("")),
                          QString::fromStdString(link.description)};
        while (parts.last().isEmpty())
            parts.removeLast();
        lines += parts.join(QStringLiteral(" | "));
    }
    return lines.join(u'\n');
}

} // namespace

class TestLinkPaste : public QObject {
    Q_OBJECT

private slots:
    void textBecomesLinks_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("links");
        const auto row = [](const char* name, const char* text, const char* links) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(links);
        };
        row("nothing", "", "");
        row("words only", "no address here", "");
        row("one", "https://a.example/x", "https://a.example/x | https://a.example/x");
        row("host", "www.example.org", "https://www.example.org | https://www.example.org");
        row("host and path", "tools.example/page?x=1",
            "https://tools.example/page?x=1 | https://tools.example/page?x=1");
        row("usual host", "Example.org\n", "https://Example.org | https://Example.org");
        row("a file is no host", "notes.txt", "");
        row("a sentence is no host", "we spoke. then left", "");
        row("lines", "https://a.example/1\r\nhttps://b.example/2\r\n",
            "https://a.example/1 | https://a.example/1\nhttps://b.example/2 | https://b.example/2");
        row("blanks and commas", "https://a.example/1, https://b.example/2,https://c.example/3",
            "https://a.example/1 | https://a.example/1\nhttps://b.example/2 | https://b.example/2\n"
            "https://c.example/3 | https://c.example/3");
        row("comma inside", "https://a.example/1,2", "https://a.example/1,2 | https://a.example/1,2");
        row("words before", "The Tool - https://a.example", "The Tool | https://a.example");
        row("em dash", "The Tool — https://a.example", "The Tool | https://a.example");
        row("quotes behind", "https://a.example “The Tool”", "“The Tool” | https://a.example");
        row("quotes before", "“The Tool” — https://a.example", "“The Tool” | https://a.example");
        row("a bullet behind", "https://a.example – • one", "• one | https://a.example");
        row("words behind", "https://a.example: The Tool", "The Tool | https://a.example");
        row("in brackets", "The Tool (https://a.example/x_(y)).", "The Tool | https://a.example/x_(y)");
        row("angle brackets", "<https://a.example>", "https://a.example | https://a.example");
        row("bullets", "• One https://a.example/1\n- https://b.example/2\n12. Three: https://c.example/3",
            "One | https://a.example/1\nhttps://b.example/2 | https://b.example/2\nThree | "
            "https://c.example/3");
        row("words above", "First\nhttps://a.example/1\n\nSecond\nhttps://b.example/2",
            "First | https://a.example/1\nSecond | https://b.example/2");
        row("words below", "https://a.example/1\nFirst\nhttps://b.example/2\nSecond",
            "First | https://a.example/1\nSecond | https://b.example/2");
        row("Markdown", "  * [One](https://a.example/1 \"A title\") — why it matters",
            "One | https://a.example/1 | A title | why it matters");
        row("Markdown in prose", "See [one](https://a.example/1) and [two](https://b.example/2 'T').",
            "one | https://a.example/1\ntwo | https://b.example/2 | T");
        row("Markdown with markup", "* [**One** `x`](https://a.example/1)", "One x | https://a.example/1");
        row("autolink in Markdown list", "* <https://a.example/1>",
            "https://a.example/1 | https://a.example/1");
        row("mail", "Write to mailto:desk@a.example", "Write to | mailto:desk@a.example");
        row("capital scheme", "HTTPS://a.example/X", "HTTPS://a.example/X | HTTPS://a.example/X");
        row("scripts are no links", "javascript:alert(1)\ndata:text/html,x\nfile:///etc/passwd", "");
        row("scheme alone", "https://", "");
    }
    void textBecomesLinks() {
        QFETCH(QString, text);
        QFETCH(QString, links);
        QCOMPARE(shown(format::linksFromText(text.toStdString())), links);
    }

    void htmlBecomesLinks_data() {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("links");
        const auto row = [](const char* name, const char* html, const char* links) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(links);
        };
        row("one", "<p>See <a href=\"https://a.example/?a=1&amp;b=2\">A &amp; B</a></p>",
            "A & B | https://a.example/?a=1&b=2");
        row("markup and breaks", "<a class=x href='https://a.example'>\n  A <b>bold</b>\n tool </a>",
            "A bold tool | https://a.example");
        row("picture and words",
            "<a href=https://a.example/1><img src=x></a><a href=https://a.example/1>One</a>",
            "One | https://a.example/1");
        row("capitals", "<A HREF=\"https://a.example/1\">One</A>", "One | https://a.example/1");
        row("base",
            "<base href=\"https://a.example/shows/\"><a href=\"12\">T</a><a href=\"/x\">X</a>"
            "<a href=\"//b.example/y\">Y</a>",
            "T | https://a.example/shows/12\nX | https://a.example/x\nY | https://b.example/y");
        row("relative without base", "<a href=\"/x\">X</a>", "");
        row("scripts", "<a href=\"javascript:alert(1)\">X</a><a href=' data:text/html,x'>Y</a>", "");
        row("in a comment", "<!-- <a href=https://a.example>X</a> --><a href=https://b.example>Y</a>",
            "Y | https://b.example");
        row("unclosed", "<a href=\"https://a.example\">X", "X | https://a.example");
        row("unclosed tag", "<a href=\"https://a.example", "");
        row("an address about references is decoded once",
            "<a href=\"https://a.example/?q=&amp;lt;b&amp;gt;\">X</a>", "X | https://a.example/?q=&lt;b&gt;");
        row("one in another", "<a href=https://a.example>X<a href=https://b.example>Y</a></a>",
            "X | https://a.example\nY | https://b.example");
    }
    void htmlBecomesLinks() {
        QFETCH(QString, html);
        QFETCH(QString, links);
        QCOMPARE(shown(format::linksFromHtml(html.toStdString())), links);
    }

    void aBookmarkFileIsRead() {
        const std::string file =
            "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF=\"https://a.example/\" "
            "ADD_DATE=\"1\">First</A>\n<DT><A HREF=\"https://b.example/\">Second</A>\n</DL>";
        QCOMPARE(shown(format::linksFromText(file)),
                 QStringLiteral("First | https://a.example/\nSecond | https://b.example/"));
    }

    void hostileTextIsReadInOnePass() {
        std::string deep;
        for (int i = 0; i < 200'000; ++i)
            deep += "<a href=https://a.example/" + std::to_string(i) + "><b>";
        QCOMPARE(format::linksFromHtml(deep).size(), format::limits::pastedLinks);
        QVERIFY(format::linksFromHtml(std::string(1'000'000, '<')).empty());
        QVERIFY(format::linksFromText(std::string(100'000, '[')).empty());
        QVERIFY(format::linksFromText("https://a.example/\xFF").empty());
        QVERIFY(format::linksFromHtml("<a href=https://a.example>\xC3</a>").empty());
    }

    void whatIsCopiedCanBePasted() {
        const std::vector<LinkParts> links{
            {"A \"quoted\" [tool] <x> & `y`", "https://a.example/x_(y)?a=1&b=2", {}, {}},
            {"Two", "https://b.example/", {}, "why, & how"}};
        QCOMPARE(shown(format::linksFromText(format::linksAsMarkdown(links))), shown(links));
        std::vector<LinkParts> plain = links;
        plain[1].description.clear();
        QCOMPARE(shown(format::linksFromHtml(format::linksAsHtml(links))), shown(plain));
        QCOMPARE(QString::fromStdString(format::linksAsPlainText({links[1]})),
                 QStringLiteral("Two — why, & how\nhttps://b.example/\n"));
    }
};

QTEST_APPLESS_MAIN(TestLinkPaste)
#include "tst_linkpaste.moc"
