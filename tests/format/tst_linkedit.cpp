// SPDX-License-Identifier: MIT
#include "format/linklist.h"

#include "format/commonmark.h"
#include "format/linkitem.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using format::LinkEditor;
using format::LinkList;
using format::LinkParts;
using format::Row;
using format::RowKind;

namespace {

LinkList read(const std::string& body) {
    return LinkList::parse(body, {0, body.size()});
}

/// One letter a row, so that a page's shape can be compared.
QString shape(const std::string& body) {
    QString letters;
    const LinkList list = read(body);
    for (const Row& row : list.rows())
        letters += QLatin1Char("_HBLI-o"[static_cast<int>(row.kind)]);
    return letters;
}

std::string edited(const std::string& body, const format::Result<format::TextEdits>& edits) {
    if (!edits)
        return "refused";
    const auto text = format::applyEdits(body, *edits);
    return text ? *text : std::string("refused");
}

/// White space of ASCII as CommonMark's readers show it: once, and none at the ends.
QString onOneLine(const std::string& words) {
    static const QRegularExpression white(QStringLiteral("[ \\t\\r\\n]+"));
    QString line = QString::fromStdString(words).replace(white, QStringLiteral(" "));
    while (line.startsWith(QLatin1Char(' ')))
        line.remove(0, 1);
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line;
}

const std::string page =
    "\n\n### Links\n\n  * [One](https://a.example/1 \"One\")\n  * [Two](https://a.example/2 \"Two\")\n\n"
    "**MUSIC:**\n\n  * [Song](https://a.example/3)\n\n**CALLS**\n\n  * words\n\n";

} // namespace

class TestLinkEdit : public QObject {
    Q_OBJECT

private slots:
    void rowsAreWhatTheyLookLike_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("letters"); // _ blank, H heading, B label, L link, I item, - rule, o other
        const auto row = [](const char* name, const char* body, const char* letters) {
            QTest::newRow(name) << QString::fromUtf8(body) << QString::fromLatin1(letters);
        };
        row("empty", "", "");
        row("template", "\n\n### Links\n\n  * [One](https://a.example)\n\n\n", "__H_L__");
        row("CRLF", "### Links\r\n\r\n* [One](https://a.example)\r\n", "H_L");
        row("open last line", "* [One](https://a.example)", "L");
        row("label", "**MUSIC:**\n\n* [One](https://a.example)\n", "B_L");
        row("nested", "* [One](https://a.example)\n    * [Two](https://b.example)\n", "LL");
        row("lazy line", "* [One](https://a.example \"a\nb\")\nmore\n", "L");
        row("text", "* only words\n* <https://a.example>\n* https://a.example\n", "III");
        row("empty items", "* \n  +   \r\n1. \n* [One](https://a.example)\n", "IIIL");
        row("rule", "* * *\n\n---\n", "-_-");
        row("quote and prose", "> said\n\nwords\n", "o_o");
        row("quote in a title", "* [One](https://a.example \"the \"best\" one\")\n", "I");
        row("bracket", "* [One](https://a.example \n", "I");
        row("backtick", "* [One ` two](https://a.example \"One ` two\")\n", "I");
        row("balanced brackets", "* [One [two]](https://a.example)\n", "L");
        row("code with a bracket", "* [One `]` two](https://a.example)\n", "L");
    }
    void rowsAreWhatTheyLookLike() {
        QFETCH(QString, body);
        QFETCH(QString, letters);
        const std::string text = body.toStdString();
        QCOMPARE(shape(text), letters);
        std::string joined;
        const LinkList list = read(text);
        for (const Row& row : list.rows()) {
            joined += row.span.in(text);
            QVERIFY(row.text.isEmpty() || row.span.contains(row.text));
        }
        QCOMPARE(joined, text);
    }

    void sectionsAreAddedInThePagesStyle_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("expected");
        QTest::newRow("label") << QString::fromStdString(page) << 7
                               << QString::fromStdString(page).replace(u"**MUSIC:**"_qs,
                                                                       u"**New**\n\n**MUSIC:**"_qs);
        QTest::newRow("heading") << u"## A\n\n* x\n\n### B\n\n* y\n"_qs << 7
                                 << u"## A\n\n* x\n\n### B\n\n* y\n\n### New\n\n"_qs;
        QTest::newRow("none yet") << u"### A\n\n* x\n"_qs << 3 << u"### A\n\n* x\n\n**New**\n\n"_qs;
        QTest::newRow("open last line")
            << u"### A\r\n\r\n* x"_qs << 3 << u"### A\r\n\r\n* x\r\n\r\n**New**\r\n\r\n"_qs;
        QTest::newRow("nothing") << QString() << 0 << u"**New**\n\n"_qs;
    }
    void sectionsAreAddedInThePagesStyle() {
        QFETCH(QString, body);
        QFETCH(int, before);
        QFETCH(QString, expected);
        const std::string text = body.toStdString();
        const LinkList list = read(text);
        const auto edits = LinkEditor(text, list).insertSection(static_cast<std::size_t>(before), "New");
        QCOMPARE(QString::fromStdString(edited(text, edits)), expected);
    }

    void aSectionIsItsRows() {
        const LinkList list = read(page);
        const LinkEditor editor(page, list);
        QCOMPARE(shape(page), QStringLiteral("__H_LL_B_L_B_I_"));
        QCOMPARE(editor.sectionOf(2).end, std::size_t{15}); // the heading has the labels below it
        QCOMPARE(editor.sectionOf(7).end, std::size_t{11});
        QVERIFY(editor.sectionOf(4).isEmpty());
        QVERIFY(!editor.moveSection(4, 0));
        QVERIFY(!editor.removeSection(4, true));
        QVERIFY(!editor.insertSection(0, " "));
        QVERIFY(!editor.insertSection(0, "a\nb"));
    }

    void sectionsMoveAndGoWithTheirRows() {
        const LinkList list = read(page);
        const LinkEditor editor(page, list);
        const std::string moved = edited(page, editor.moveSection(11, 7));
        QCOMPARE(QString::fromStdString(moved).indexOf(u"**CALLS**") <
                     QString::fromStdString(moved).indexOf(u"**MUSIC"),
                 true);
        QCOMPARE(shape(moved), QStringLiteral("__H_LL_B_I_B_L_"));
        QCOMPARE(edited(page, editor.moveSection(7, 9)), page);
        const std::string without = edited(page, editor.removeSection(7, true));
        QCOMPARE(shape(without), QStringLiteral("__H_LL_B_I_"));
        QVERIFY(without.find("Song") == std::string::npos);
        const std::string joined = edited(page, editor.removeSection(7, false));
        QCOMPARE(shape(joined), QStringLiteral("__H_LL_L_B_I_"));
    }

    void aLabelNeverBecomesPartOfTheRowAbove() {
        const std::string text = "**A**\n* [One](https://a.example)\n**B**\n\n* [Two](https://b.example)\n";
        const std::string closed =
            "**A**\n\n* [One](https://a.example)\n\n**B**\n\n* [Two](https://b.example)";
        for (const std::string& body : {text, closed}) {
            const LinkList list = read(body);
            for (std::size_t row = 0; row < list.rows().size(); ++row)
                for (std::size_t before = 0; before <= list.rows().size(); ++before) {
                    const std::string moved = edited(body, LinkEditor(body, list).moveRows({row}, before));
                    QString was = shape(body).remove(u'_'), is = shape(moved).remove(u'_');
                    std::sort(was.begin(), was.end());
                    std::sort(is.begin(), is.end());
                    QVERIFY2(was == is, moved.c_str());
                }
        }
    }

    void rowsAreDuplicatedAsTheyAre() {
        const std::string body = "* [One](https://a.example \"x\\\"y\")  \r\n* two";
        const LinkList list = read(body);
        const LinkEditor editor(body, list);
        QCOMPARE(
            edited(body, editor.duplicateRows({0})),
            "* [One](https://a.example \"x\\\"y\")  \r\n* [One](https://a.example \"x\\\"y\")  \r\n* two");
        QCOMPARE(edited(body, editor.duplicateRows({0, 1})),
                 body + "\r\n* [One](https://a.example \"x\\\"y\")  \r\n* two");
    }

    void aFirstListHasTheGivenStyle() {
        const std::string body = "\n";
        const LinkList list = read(body);
        const LinkEditor editor(body, list, {"## Notes", "- "});
        const std::string text = edited(body, editor.insertLinks(0, {{"One", "https://a.example", {}, {}}}));
        QCOMPARE(text, "\n\n\n## Notes\n\n- [One](https://a.example)\n\n\n");
        const auto style = format::notesStyleOf(text, read(text));
        QVERIFY(style && style->heading == "## Notes" && style->item == "- ");
        QVERIFY(!format::notesStyleOf("words\n", read("words\n")));
    }

    // Whatever is typed, it is a link for CommonMark, reads back as typed, and its neighbours keep their
    // bytes.
    void wordsThatCannotBeSeenAreNone() {
        const std::string text = "* [One](https://a.example)\n";
        const LinkList list = read(text);
        for (const char* words : {" ", "\t\n", "\x01", "\x7F"}) {
            const auto edits = format::LinkEditor(text, list)
                                   .insertLinks(1, {{words, "https://b.example", std::nullopt, {}}});
            QVERIFY(edits);
            const std::string after = *format::applyEdits(text, *edits);
            QCOMPARE(shape(after), QStringLiteral("LL")); // `[ ]` would be a task
        }
    }

    void backticksSwallowNoLink_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("description");
        const QString address = QStringLiteral("https://a.example/");
        QTest::newRow("address and description") << address + u'`' << QString() << QStringLiteral("b ` c");
        QTest::newRow("title and description")
            << address << QStringLiteral("a ` b") << QStringLiteral("c ` d");
        QTest::newRow("everywhere") << address + u'`' << QStringLiteral("`") << QStringLiteral("``` `");
        QTest::newRow("code behind") << address << QString() << QStringLiteral("use `make`");
    }
    void backticksSwallowNoLink() {
        QFETCH(QString, url);
        QFETCH(QString, title);
        QFETCH(QString, description);
        LinkParts parts{"words", url.toStdString(), {}, description.toStdString()};
        if (!title.isEmpty())
            parts.title = title.toStdString();
        const std::string body = "### Links\n\n* [One](https://a.example/1)\n";
        const std::string after = edited(body, LinkEditor(body, read(body)).insertLinks(3, {parts}));
        QCOMPARE(shape(after), QStringLiteral("H_LL"));
        QCOMPARE(read(after).rows()[3].link.url, parts.url);
        if (QString::fromLatin1(QTest::currentDataTag()) == QLatin1String("code behind"))
            QVERIFY2(after.find("use `make`") != std::string::npos, after.c_str());
    }

    void whateverIsTypedIsALink_data() {
        QTest::addColumn<QString>("body");
        QTest::newRow("template") << QString::fromStdString(page);
        QTest::newRow("margin") << u"### A\n\n* [One](https://a.example)\n* [Two](https://a.example/2)\n"_qs;
        QTest::newRow("CRLF, open")
            << u"* [One](https://a.example \"One\")\r\n* [Two](https://a.example/2)"_qs;
    }
    void whateverIsTypedIsALink() {
        QFETCH(QString, body);
        const std::string text = body.toStdString();
        const LinkList list = read(text);
        std::size_t row = 0;
        while (list.rows()[row].kind != RowKind::Link)
            ++row;
        const std::string neighbour(list.rows()[row + 1].span.in(text));
        QRandomGenerator random(20261123);
        const QStringList letters{u"\""_qs,     u"'"_qs,
                                  u"`"_qs,      u"("_qs,
                                  u")"_qs,      u"["_qs,
                                  u"]"_qs,      u"\\"_qs,
                                  u"<"_qs,      u">"_qs,
                                  u"|"_qs,      u"&amp;"_qs,
                                  u"&"_qs,      u"*"_qs,
                                  u"_"_qs,      u"!"_qs,
                                  u"🎙"_qs,   u"\u05D0"_qs,
                                  u"\u200F"_qs, u"\n"_qs,
                                  u" "_qs,      u"a"_qs,
                                  u"b"_qs,      u"#"_qs,
                                  u"~~"_qs,     u"https://x.example"_qs,
                                  u"\u00A0"_qs, u"\t"_qs,
                                  u"%22"_qs,    u"<b>"_qs,
                                  u"[x] "_qs};
        const auto word = [&] {
            QString made;
            for (quint32 i = random.bounded(9); i > 0; --i)
                made += letters[static_cast<qsizetype>(random.bounded(letters.size()))];
            return made.toStdString();
        };
        for (int i = 0; i < 3500; ++i) {
            LinkParts parts{"T" + word(), "https://a.example/" + word(), "T" + word(), {}};
            if (i % 3 == 0)
                parts.title.reset();
            const LinkEditor editor(text, list);
            const auto edits = i % 2 == 0 ? editor.setLink(row, parts) : editor.insertLinks(row, {parts});
            QVERIFY2(edits, parts.text.c_str());
            const std::string now = edited(text, edits);
            const LinkList after = read(now);
            QVERIFY2(after.rows().size() > row + 1, now.c_str());
            const Row& written = after.rows()[row];
            QVERIFY2(written.kind == RowKind::Link, now.c_str());
            const auto seen = format::commonMarkLinks(written.span.in(now));
            QVERIFY2(!seen.empty() && seen.front().url.rfind("https://a.example/", 0) == 0, now.c_str());
            // What readers get is what was typed, white space aside; what the row shows is the same.
            QCOMPARE(onOneLine(seen.front().text), onOneLine(parts.text));
            QCOMPARE(onOneLine(written.link.text), onOneLine(parts.text));
            QCOMPARE(seen.front().url, written.link.url);
            QCOMPARE(onOneLine(seen.front().title), onOneLine(written.link.title.value_or("")));
            if (parts.title && !format::printTitle(*parts.title).empty()) // else it has every kind of quote
                QCOMPARE(onOneLine(seen.front().title), onOneLine(*parts.title));
            QVERIFY2(now.find(neighbour) != std::string::npos, now.c_str());
        }
    }

    void everyEditCanBeTakenBack() {
        const LinkList list = read(page);
        const LinkEditor editor(page, list);
        const std::vector<format::Result<format::TextEdits>> all{
            editor.setLink(4, {"New \"one\"", "https://x.example", "T", "why"}),
            editor.removeRows({4, 9}),
            editor.moveRows({5}, 4),
            editor.duplicateRows({4}),
            editor.insertSection(7, "X"),
            editor.moveSection(11, 7),
            editor.removeSection(7, true),
            editor.setContent(2, "Other")};
        for (const auto& edits : all) {
            QVERIFY(edits);
            const auto inverse = format::invertEdits(page, *edits);
            QCOMPARE(format::applyEdits(edited(page, edits), inverse).valueOr(""), page);
        }
    }
};

QTEST_APPLESS_MAIN(TestLinkEdit)
#include "tst_linkedit.moc"
