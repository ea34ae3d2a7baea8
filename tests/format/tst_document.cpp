// SPDX-License-Identifier: MIT
#include "format/document.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using format::Document;
using format::JsonValue;
using Kind = format::Oddity::Kind;

/// What opens although it is odd, and the way back to the saved bytes.
class DocumentTest : public QObject {
    Q_OBJECT
private slots:
    void odd_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("offset");
        QTest::newRow("duplicate key") << QByteArray("{\"a\": 1, \"a\": 2}") << int(Kind::DuplicateKey) << 1;
        QTest::newRow("similar keys") << QByteArray("{\"a\": 1, \"A\": 2}") << int(Kind::SimilarKeys) << 9;
        QTest::newRow("lone high") << QByteArray("{\"a\": \"\\uD83D!\"}") << int(Kind::LoneSurrogate) << 6;
        QTest::newRow("lone low") << QByteArray("{\"a\": \"\\udc00\"}") << int(Kind::LoneSurrogate) << 6;
        QTest::newRow("huge") << QByteArray("{\"a\": -1e400}") << int(Kind::UnusualNumber) << 6;
        QTest::newRow("2^64") << QByteArray("{\"a\": 18446744073709551616}") << int(Kind::UnusualNumber) << 6;
        QTest::newRow("trailing zero") << QByteArray("{\"a\": 1.50}") << int(Kind::UnusualNumber) << 6;
        QTest::newRow("minus zero") << QByteArray("{\"a\": -0}") << int(Kind::UnusualNumber) << 6;
        QTest::newRow("escaped NUL") << QByteArray("{\"a\": \"\\u0000\"}") << int(Kind::ControlOrBidi) << 6;
        QTest::newRow("bidi") << QByteArray("{\"a\": \"\xE2\x80\xAE\"}") << int(Kind::ControlOrBidi) << 6;
        QTest::newRow("body") << QByteArray("{\"a\": 1}\nx\xFF") << int(Kind::BodyNotUtf8) << 10;
        QTest::newRow("NUL in the body") << QByteArray("{\"a\": 1}\n\0", 10) << int(Kind::BodyNotUtf8) << 9;
    }
    void odd() {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(int, offset);
        const auto document = Document::parse(text.toStdString());
        QVERIFY(document);
        QCOMPARE(document->oddities().size(), std::size_t{1});
        QCOMPARE(int(document->oddities()[0].kind), kind);
        QCOMPARE(int(document->oddities()[0].span.begin), offset);
        QCOMPARE(document->text(), text.toStdString());
        QCOMPARE(document->isBodyLocked(), kind == int(Kind::BodyNotUtf8));
        QCOMPARE(bool(document->linkEditor()), kind != int(Kind::BodyNotUtf8));
    }
    void nothingOdd() {
        const auto document =
            Document::parse("{\"a\": 1.0, \"b\": 5e-8, \"c\": 9007199254740992, \"d\": \"\\n\"}");
        QVERIFY(document);
        QVERIFY(document->oddities().empty());
    }

    void hugeNumberKeepsItsSpan() {
        const auto document = Document::parse("{\"a\": [1e400 , \"\\ud800\", 2], \"b\": 3}");
        QVERIFY(document);
        QCOMPARE(std::string(document->raw(*document->at({"a", std::size_t{0}}))), std::string("1e400"));
        QVERIFY(document->at({"a", std::size_t{1}})->hasLoneSurrogate);
        QCOMPARE(std::string(document->at({"a", std::size_t{1}})->string), std::string("\xEF\xBF\xBD"));
        QCOMPARE(std::string(document->raw(*document->member("b"))), std::string("3"));
    }
    void manyLoneSurrogatesTakeLinearTime() {
        std::string text = "{\"a\": [";
        for (int i = 0; i < 200'000; ++i)
            text += "\"\\ud800\",1e999,";
        const std::clock_t begin = std::clock(); // processor time: whoever else is busy does not count
        QVERIFY(Document::parse(text + "0]}"));
        QVERIFY2((std::clock() - begin) / CLOCKS_PER_SEC < 20,
                 "an unpaired surrogate must not cost a parse each");
    }

    void backToSavedBytes_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << QByteArray("{\n  \"a\": \"x\",\n  \"l\": [\n    \"1\"\n  ]\n}\n");
        QTest::newRow("crlf, mark") << QByteArray(
            "\xEF\xBB\xBF{\r\n\t\"a\" :\"\\u00e9\",\r\n\t\"l\":[ ]\r\n}");
        QTest::newRow("mixed escapes") << QByteArray("{\"a\": \"\\u00E9é\\/\", \"l\": [\n  ], \"z\": 1e400}");
        QTest::newRow("compact") << QByteArray("{\"l\":[1,[2 , 3]],\"a\":{ }}\nbody");
    }
    void backToSavedBytes() {
        QFETCH(QByteArray, text);
        const auto saved = Document::parse(text.toStdString());
        QVERIFY(saved);
        for (const std::string key : {"a", "l"}) {
            for (const auto& value :
                 {JsonValue::null(), JsonValue::strings({"x", "y—"}), JsonValue::string("é")}) {
                const auto changed = saved->withEdits(saved->set({key}, value).valueOr({}));
                QVERIFY(changed);
                QVERIFY(changed->value(*changed->member(key)).isSameValue(value));
                auto back =
                    changed->withEdits(changed->set({key}, saved->value(*saved->member(key))).valueOr({}));
                QVERIFY(back);
                QCOMPARE(back->withEdits(back->restoreSpelling(*saved, key))->text(), text.toStdString());
            }
            // Taken out and put in again, wherever it stood.
            const auto without = saved->withEdits(saved->jsonEditor().remove({key}).valueOr({}));
            auto back = without->withEdits(
                without->set({key}, saved->value(*saved->member(key)), {"a", "l"}).valueOr({}));
            QVERIFY(back);
            QVERIFY(back->value(*back->member(key)).isSameValue(saved->value(*saved->member(key))));
        }
    }
};

QTEST_APPLESS_MAIN(DocumentTest)
#include "tst_document.moc"
