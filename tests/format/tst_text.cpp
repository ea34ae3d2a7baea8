// SPDX-License-Identifier: MIT
#include "format/frontmatter.h"
#include "format/span.h"
#include "format/textedit.h"

#include <QTest>

/// Positions, UTF-8, edits and the split of a file into front matter and body.
class TextTest : public QObject {
    Q_OBJECT
private slots:
    void position_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("start") << QByteArray("ab") << 0 << 1 << 1;
        QTest::newRow("second line") << QByteArray("a\nb") << 2 << 2 << 1;
        QTest::newRow("crlf") << QByteArray("a\r\nbc") << 4 << 2 << 2;
        QTest::newRow("lone cr") << QByteArray("a\rb") << 2 << 2 << 1;
        QTest::newRow("characters, not bytes") << QByteArray("\xC3\xA9\xE2\x80\x94x") << 5 << 1 << 3;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFx") << 3 << 1 << 1;
        QTest::newRow("past the end") << QByteArray("ab\n") << 99 << 2 << 1;
    }
    void position() {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        QFETCH(int, line);
        QFETCH(int, column);
        const auto position = format::positionAt(text.toStdString(), static_cast<std::size_t>(offset));
        QCOMPARE(position.line, line);
        QCOMPARE(position.column, column);
    }

    void invalidUtf8_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("bad");
        QTest::newRow("valid") << QByteArray("a\xF0\x9F\x92\xA5\xEF\xBF\xBD") << -1;
        QTest::newRow("stray continuation") << QByteArray("a\x80") << 1;
        QTest::newRow("overlong") << QByteArray("ab\xC0\x80") << 2;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
        QTest::newRow("too high") << QByteArray("\xF4\x90\x80\x80") << 0;
        QTest::newRow("cut off") << QByteArray("abc\xE2\x80") << 3;
    }
    void invalidUtf8() {
        QFETCH(QByteArray, text);
        QFETCH(int, bad);
        const std::size_t found = format::firstInvalidUtf8(text.toStdString());
        QCOMPARE(found == std::string_view::npos ? -1 : static_cast<int>(found), bad);
    }

    void editsApplyAndInvert() {
        const std::string text = "one two three";
        const format::TextEdits edits{
            {{13, 13}, "!"}, {{0, 3}, "1"}, {{4, 4}, "a"}, {{4, 4}, "b"}, {{4, 7}, ""}};
        const auto changed = format::applyEdits(text, edits);
        QVERIFY(changed);
        QCOMPARE(*changed, std::string("1 ab three!"));
        QCOMPARE(format::applyEdits(*changed, format::invertEdits(text, edits)).valueOr("failed"), text);
    }
    void editsThatDoNotFit() {
        QVERIFY(!format::applyEdits("abc", {{{0, 2}, ""}, {{1, 3}, ""}}));
        QVERIFY(!format::applyEdits("abc", {{{2, 4}, ""}}));
        QVERIFY(!format::applyEdits("abc", {{{2, 1}, ""}}));
    }
    void differenceKeepsCharactersWhole() {
        const std::string before = "a\xC3\xA9z";
        const std::string after = "a\xC3\xA8z";
        const auto edits = format::differenceOf(before, after);
        QCOMPARE(edits.size(), std::size_t{1});
        QCOMPARE(edits[0].replacement, std::string("\xC3\xA8"));
        QCOMPARE(format::applyEdits(before, edits).valueOr({}), after);
        QVERIFY(format::differenceOf(before, before).empty());
        QCOMPARE(format::applyEdits("aaa", format::differenceOf("aaa", "aaaaa")).valueOr({}),
                 std::string("aaaaa"));
    }

    void pageKind_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isEpisode");
        QTest::newRow("object") << QByteArray("{}") << true;
        QTest::newRow("mark and white space") << QByteArray("\xEF\xBB\xBF\r\n \t{}") << true;
        QTest::newRow("yaml") << QByteArray("---\n") << false;
        QTest::newRow("toml") << QByteArray("+++\n") << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("prose") << QByteArray("Hello {}") << false;
        QTest::newRow("utf-16") << QByteArray("\xFF\xFE{\0", 4) << true;
        QTest::newRow("conflict at the top") << QByteArray("<<<<<<< ours\n{") << true;
    }
    void pageKind() {
        QFETCH(QByteArray, text);
        QFETCH(bool, isEpisode);
        QCOMPARE(format::pageKindOf(text.toStdString()) == format::PageKind::Episode, isEpisode);
    }

    void splitHonoursStrings() {
        const std::string text = "\xEF\xBB\xBF{\"a\": \"}\\\"}\", \"b\": {}}\r\nbody }";
        const auto front = format::splitFrontMatter(text);
        QVERIFY(front);
        QVERIFY(front->hasBom);
        QCOMPARE(std::string(front->object.in(text)), std::string("{\"a\": \"}\\\"}\", \"b\": {}}"));
        QCOMPARE(std::string(front->body.in(text)), std::string("\r\nbody }"));
        QVERIFY(!format::splitFrontMatter("{\"a\": \"}"));
    }
};

QTEST_APPLESS_MAIN(TextTest)
#include "tst_text.moc"
