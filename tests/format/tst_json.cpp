// SPDX-License-Identifier: MIT
#include "format/document.h"

#include <QTest>

using format::JsonValue;

namespace {

std::string applied(const std::string& text, const format::Result<format::TextEdits>& edits) {
    if (!edits)
        return "refused: " + edits.error().message;
    return format::applyEdits(text, *edits).valueOr("overlap");
}

JsonValue json(const char* text) {
    return JsonValue::parse(text).valueOr(JsonValue::string("bad test"));
}

} // namespace

/// Reading JSON with its places and changing it in its own style.
class JsonTest : public QObject {
    Q_OBJECT
private slots:
    void spans() {
        const std::string text = R"(xx{"a" : [1 , -2.5e3,true,null],"b":{"c":"é\u00e9"} })";
        const auto tree = format::JsonTree::parse(text, {2, text.size()});
        QVERIFY(tree);
        const auto raw = [&](const char* pointer) {
            const auto id = tree->find(format::fromPointer(pointer).valueOr({}));
            return id == format::noNode ? std::string("none") : std::string(tree->node(id).span.in(text));
        };
        QCOMPARE(raw("/a"), std::string("[1 , -2.5e3,true,null]"));
        QCOMPARE(raw("/a/0"), std::string("1"));
        QCOMPARE(raw("/a/1"), std::string("-2.5e3"));
        QCOMPARE(raw("/a/2"), std::string("true"));
        QCOMPARE(raw("/a/3"), std::string("null"));
        QCOMPARE(raw("/a/4"), std::string("none"));
        QCOMPARE(raw("/b/c"), std::string("\"é\\u00e9\""));
        const auto id = tree->find({"b", "c"});
        QCOMPARE(std::string(tree->node(id).string), std::string("éé"));
        QCOMPARE(std::string(tree->node(id).key.in(text)), std::string("\"c\""));
        QCOMPARE(format::toPointer(tree->pathOf(id)), std::string("/b/c"));
    }

    void pointers() {
        const format::JsonPath path{"a/b", "~", std::size_t{3}};
        QCOMPARE(format::toPointer(path), std::string("/a~1b/~0/3"));
        QVERIFY(format::fromPointer("/a~1b/~0/3").valueOr({}) == path);
        QVERIFY(!format::fromPointer("a"));
        QVERIFY(!format::fromPointer("/~2"));
    }

    void broken_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("trailing comma") << QByteArray("{\n  \"a\": 1,\n}") << 3 << 1 << QByteArray("comma");
        QTest::newRow("trailing comma in a list")
            << QByteArray("{\"a\": [1, ]}") << 1 << 11 << QByteArray("comma");
        QTest::newRow("missing comma")
            << QByteArray("{\"a\": 1\n \"b\": 2}") << 2 << 2 << QByteArray("comma is missing");
        QTest::newRow("two commas") << QByteArray("{\"a\": [1,,2]}") << 1 << 10
                                    << QByteArray("value is missing");
        QTest::newRow("missing colon") << QByteArray("{\"é\" 1}") << 1 << 6 << QByteArray("colon");
        QTest::newRow("missing value") << QByteArray("{\"a\": }") << 1 << 7 << QByteArray("value is missing");
        QTest::newRow("bare key") << QByteArray("{a: 1}") << 1 << 2 << QByteArray();
        QTest::newRow("single quotes") << QByteArray("{'a': 1}") << 1 << 2 << QByteArray("double quotes");
        QTest::newRow("comment") << QByteArray("{\n// no\n\"a\": 1}") << 2 << 1 << QByteArray("comments");
        QTest::newRow("NaN") << QByteArray("{\"a\": NaN}") << 1 << 7 << QByteArray("no JSON value");
        QTest::newRow("leading zero")
            << QByteArray("{\"a\": 012}") << 1 << 7 << QByteArray("cannot begin with 0");
        QTest::newRow("two numbers in one, beside one that is too large")
            << QByteArray("{\"a\": 1e400, \"b\":1234-23456789678901234567890}") << 1 << 18 << QByteArray();
        QTest::newRow("letters at a number, beside one that is too large")
            << QByteArray("{\"a\": 1e400, \"b\": 12345678901234567890x}") << 1 << 19 << QByteArray();
        QTest::newRow("point without digit") << QByteArray("{\"a\": 1.}") << 1 << 9 << QByteArray("number");
        QTest::newRow("raw line end")
            << QByteArray("{\"a\": \"x\ny\"}") << 1 << 9 << QByteArray("line break");
        QTest::newRow("raw tab") << QByteArray("{\"a\": \"x\ty\"}") << 1 << 9
                                 << QByteArray("control character");
        QTest::newRow("bad escape") << QByteArray("{\"a\": \"\\q\"}") << 1 << 9 << QByteArray("backslash");
        QTest::newRow("bad hex") << QByteArray("{\"a\": \"\\u12G4\"}") << 1 << 12
                                 << QByteArray("hexadecimal");
        QTest::newRow("wrong bracket") << QByteArray("{\"a\": [1}") << 1 << 9 << QByteArray("still open");
        QTest::newRow("never closed") << QByteArray("{\"a\": 1") << 1 << 8 << QByteArray("too early");
        QTest::newRow("cut in a number") << QByteArray("{\"a\": -") << 1 << 8 << QByteArray("number");
        QTest::newRow("quote never closed") << QByteArray("{\"a\": \"x}") << 1 << 10 << QByteArray("quote");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"a\": \"\xE9\"}") << 1 << 8 << QByteArray("UTF-8");
        QTest::newRow("NUL") << QByteArray("{\"a\": \"\0\"}", 10) << 1 << 8 << QByteArray("NUL");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << 1 << 1 << QByteArray("UTF-16");
        QTest::newRow("UTF-16 without mark") << QByteArray("{\0}\0", 4) << 1 << 1 << QByteArray("UTF-16");
        QTest::newRow("conflict") << QByteArray("{\n<<<<<<< ours\n}") << 2 << 1 << QByteArray("conflict");
        QTest::newRow("conflict in the notes")
            << QByteArray("{}\n\n<<<<<<< ours\n") << 3 << 1 << QByteArray("conflict");
        QTest::newRow("too deep") << QByteArray("{\"a\":" + QByteArray(256, '[') + QByteArray(256, ']') + "}")
                                  << 1 << 261 << QByteArray("256");
        QByteArray many = "{";
        for (int i = 0; i <= 10000; ++i)
            many += (i ? ",\"k" : "\"k") + QByteArray::number(i) + "\":0";
        QTest::newRow("too many keys") << many + "}" << 1 << int(many.size()) - 9 << QByteArray("10001 keys");
        QTest::newRow("too large") << "{}" + QByteArray(8 * 1024 * 1024, '\n') << 1 << 1
                                   << QByteArray("8388608");
    }
    void broken() {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(int, column);
        QFETCH(QByteArray, says);
        const auto document = format::Document::parse(text.toStdString());
        QVERIFY(!document);
        const auto position = format::positionAt(text.toStdString(), document.error().offset);
        const QByteArray message = QByteArray::fromStdString(document.error().message);
        QVERIFY2(message.contains(says), message);
        QVERIFY2(!message.contains("syntax error"), message);
        QCOMPARE(position.line, line);
        QCOMPARE(position.column, column);
    }

    void edit_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("scalar") << QByteArray("{\"a\" : 1 }") << QByteArray("/a") << QByteArray("2.50")
                                << QByteArray("{\"a\" : 2.50 }");
        QTest::newRow("equal") << QByteArray("{\"a\": \"\\u00e9\"}") << QByteArray("/a")
                               << QByteArray("\"é\"") << QByteArray("{\"a\": \"\\u00e9\"}");
        QTest::newRow("ascii") << QByteArray("{\n  \"a\": \"\\u00e9\"\n}") << QByteArray("/a")
                               << QByteArray("\"💥\"") << QByteArray("{\n  \"a\": \"\\ud83d\\udca5\"\n}");
        QTest::newRow("utf8") << QByteArray("{\n  \"a\": \"é\"\n}") << QByteArray("/a")
                              << QByteArray("\"\\u2014\"") << QByteArray("{\n  \"a\": \"—\"\n}");
        QTest::newRow("neither, newer keys")
            << QByteArray("{\"a\": 1, \"value\": null}") << QByteArray("/a") << QByteArray("\"é\"")
            << QByteArray("{\"a\": \"é\", \"value\": null}");
        QTest::newRow("element") << QByteArray("{\n\t\"a\": [\n\t\t1,\n\t\t2\n\t]\n}") << QByteArray("/a")
                                 << QByteArray("[1,3,2]")
                                 << QByteArray("{\n\t\"a\": [\n\t\t1,\n\t\t3,\n\t\t2\n\t]\n}");
        QTest::newRow("fill a list") << QByteArray("{\r\n  \"a\": []\r\n}") << QByteArray("/a")
                                     << QByteArray("[\"x\"]")
                                     << QByteArray("{\r\n  \"a\": [\r\n    \"x\"\r\n  ]\r\n}");
        QTest::newRow("empty a list") << QByteArray("{\n  \"a\": [\n    1\n  ]\n}") << QByteArray("/a")
                                      << QByteArray("[ ]") << QByteArray("{\n  \"a\": []\n}");
        QTest::newRow("compact") << QByteArray("{\"a\":[1],\"b\":2}") << QByteArray("/b")
                                 << QByteArray("{ \"c\" : [ 1, 2 ] }")
                                 << QByteArray("{\"a\":[1],\"b\":{\"c\":[1,2]}}");
        QTest::newRow("inline lists")
            << QByteArray("{\n  \"a\": [1, 2],\n  \"b\": []\n}") << QByteArray("/b") << QByteArray("[3,4]")
            << QByteArray("{\n  \"a\": [1, 2],\n  \"b\": [3, 4]\n}");
        QTest::newRow("member of an object")
            << QByteArray("{\n  \"a\": {\"x\":  1, \"y\": 2}\n}") << QByteArray("/a")
            << QByteArray("{\"x\":1,\"y\":3}") << QByteArray("{\n  \"a\": {\"x\":  1, \"y\": 3}\n}");
        QTest::newRow("new member") << QByteArray("{\n  \"a\": 1,\n  \"c\": 3\n}") << QByteArray("/b")
                                    << QByteArray("2")
                                    << QByteArray("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}");
        QTest::newRow("new first member") << QByteArray("{\n  \"b\": 1\n}") << QByteArray("/a")
                                          << QByteArray("2") << QByteArray("{\n  \"a\": 2,\n  \"b\": 1\n}");
        QTest::newRow("locked") << QByteArray("{\"a\": 1, \"a\": 2}") << QByteArray("/a") << QByteArray("3")
                                << QByteArray(
                                       "refused: The key \"a\" occurs twice; delete one of the two first.");
    }
    void edit() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        const auto document = format::Document::parse(text.toStdString());
        QVERIFY(document);
        const auto path = format::fromPointer(pointer.toStdString()).valueOr({});
        const auto edits = document->set(path, json(value.constData()), {"a", "b", "c"});
        QCOMPARE(QByteArray::fromStdString(applied(text.toStdString(), edits)), expected);
    }

    void insertThenRemove_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("spread") << QByteArray("{\n  \"l\": [\n    1,\n    2 ,\n\n    3\n  ],\n  \"m\": 1\n}");
        QTest::newRow("compact") << QByteArray("{\"l\":[1, 2,3],\"m\":1}");
        QTest::newRow("inner spaces") << QByteArray("{ \"l\" : [ 1, 2 ], \"m\" : 1 }");
        QTest::newRow("empty list") << QByteArray("{\"l\": [], \"m\": 1}");
    }
    void insertThenRemove() {
        QFETCH(QByteArray, text);
        const auto document = format::Document::parse(text.toStdString());
        const std::size_t count = document->member("l")->children.size();
        for (std::size_t at = 0; at <= count; ++at) {
            auto with = document->withEdits(
                document->jsonEditor().insertElement({"l"}, at, json("{\"x\":[1,2]}")).valueOr({}));
            QVERIFY(with);
            QCOMPARE(with->member("l")->children.size(), count + 1);
            QCOMPARE(applied(with->text(), with->jsonEditor().remove({"l", at})), text.toStdString());
            for (std::size_t to = 0; to <= count; ++to) {
                auto moved = with->withEdits(with->jsonEditor().move({"l", at}, to).valueOr({}));
                QVERIFY(moved);
                QCOMPARE(applied(moved->text(), moved->jsonEditor().move({"l", to}, at)), with->text());
            }
        }
        for (const auto* after : {"", "l", "m"}) {
            auto with = document->withEdits(
                document->jsonEditor().insertMember({}, "new", json("[]"), after).valueOr({}));
            QVERIFY(with);
            QCOMPARE(applied(with->text(), with->jsonEditor().remove({"new"})), text.toStdString());
        }
    }

    void values() {
        QVERIFY(json("{\"a\":1,\"b\":[\"\\u00e9\"]}").isSameValue(json("{ \"b\": [\"é\"], \"a\": 1 }")));
        QVERIFY(!json("1.0").isSameValue(json("1")));
        QVERIFY(!json("\"\\ud800\"").isSameValue(json("\"\\ufffd\"")));
        QCOMPARE(JsonValue::string("a\xFF\"").json(), std::string("\"a\xEF\xBF\xBD\\\"\""));
        QVERIFY(!JsonValue::parse("1 2"));
        QVERIFY(!JsonValue::parse(""));
    }
};

QTEST_APPLESS_MAIN(JsonTest)
#include "tst_json.moc"
