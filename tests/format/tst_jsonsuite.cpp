// SPDX-License-Identifier: MIT
// RFC 8259, rule by rule: what it allows is opened and kept byte for byte, what it does not is refused with
// the place, and where it leaves the choice to us, this is ours.
#include "jsoncases.h"

#include "format/document.h"
#include "support/rfcjson.h"
#include "support/sametree.h"

#include <QTest>

using format::Document;
using Kind = format::Oddity::Kind;

namespace {

constexpr std::string_view mark = "¤";

/// A case's bytes without the mark, and where it stood.
struct Marked {
    explicit Marked(std::string marked)
        : text(std::move(marked))
        , offset(text.find(mark)) {
        text.erase(offset, mark.size());
    }
    std::string text;
    std::size_t offset;
};

std::string nested(std::size_t depth) {
    return "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

std::string keys(int count) {
    std::string text = "{";
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":0";
    return text + "}";
}

} // namespace

class TestJsonSuite : public QObject {
    Q_OBJECT

    static void addRows(const std::vector<std::string>& cases) {
        QTest::addColumn<QByteArray>("json");
        for (std::size_t i = 0; i < cases.size(); ++i) {
            const QByteArray name =
                QByteArray::number(int(i)) + ' ' + QByteArray::fromStdString(cases[i].substr(0, 60));
            QTest::newRow(name.constData()) << QByteArray::fromStdString(cases[i]);
        }
    }

private slots:
    void thereAreEnough() {
        QVERIFY2(jsoncases::valid().size() >= 150, qPrintable(QString::number(jsoncases::valid().size())));
        QVERIFY2(jsoncases::invalid().size() >= 150,
                 qPrintable(QString::number(jsoncases::invalid().size())));
    }

    void validIsOpenedAndKept_data() { addRows(jsoncases::valid()); }
    void validIsOpenedAndKept() {
        QFETCH(QByteArray, json);
        const std::string value = json.toStdString();
        QVERIFY(RfcJson::isValid(value));
        for (const std::string& text :
             {"{\"a\": " + value + "}\n", "\xEF\xBB\xBF \n{\"b\":0,\"a\":" + value + " }"}) {
            const auto document = Document::parse(text);
            QVERIFY2(document, document ? "" : document.error().message.c_str());
            QCOMPARE(document->text(), text);
            QCOMPARE(std::string(document->raw(*document->member("a"))), value);
            QVERIFY(document->set({"a"}, document->value(*document->member("a")))->empty());
        }
        if (value.front() == '{')
            QVERIFY(Document::parse(value));
    }

    void invalidIsRefusedWhereItIs_data() { addRows(jsoncases::invalid()); }
    void invalidIsRefusedWhereItIs() {
        QFETCH(QByteArray, json);
        const Marked wrong(json.toStdString());
        QVERIFY(!RfcJson::isValid(wrong.text));
        const auto document = Document::parse(wrong.text);
        QVERIFY(!document);
        QVERIFY(!document.error().message.empty());
        const auto position = format::positionAt(wrong.text, document.error().offset);
        const auto expected = format::positionAt(wrong.text, wrong.offset);
        QCOMPARE(position.line, expected.line);
        QCOMPARE(position.column, expected.column);
    }

    void theQuickReaderReadsLikeTheLibrary_data() {
        std::vector<std::string> cases = jsoncases::valid();
        for (const auto& more : {jsoncases::invalid(), jsoncases::notUtf8()})
            for (const std::string& wrong : more)
                cases.push_back(Marked(wrong).text);
        addRows(cases);
    }
    void theQuickReaderReadsLikeTheLibrary() {
        QFETCH(QByteArray, json);
        const std::string value = json.toStdString();
        for (const std::string& text : {value, "{\"a\": " + value + ", \"A\":1}", " [" + value + "]\n"})
            QCOMPARE(whereReadersDiffer(text, {0, text.size()}), std::string());
    }

    void bytesThatAreNotUtf8AreRefusedWhereTheyAre_data() { addRows(jsoncases::notUtf8()); }
    void bytesThatAreNotUtf8AreRefusedWhereTheyAre() {
        QFETCH(QByteArray, json);
        const Marked wrong(json.toStdString());
        const auto document = Document::parse(wrong.text);
        QVERIFY(!document);
        QVERIFY2(document.error().message.find("UTF-8") != std::string::npos,
                 document.error().message.c_str());
        QCOMPARE(document.error().offset, wrong.offset);
    }

    // "Implementations may": our decisions.
    void whatIsOursToChooseIsKeptAndSaid_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const std::string& json, Kind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(json) << static_cast<int>(kind);
        };
        row("section 4: the same key twice", "{\"a\":1,\"a\":2}", Kind::DuplicateKey);
        row("the same key, spelled otherwise", "{\"a\":1,\"\\u0061\":2}", Kind::DuplicateKey);
        row("the same key three times", "{\"a\":1,\"b\":0,\"a\":2,\"a\":3}", Kind::DuplicateKey);
        row("keys equal but for case", "{\"Title\":1,\"title\":2}", Kind::SimilarKeys);
        row("section 6: over 2^53", "{\"a\":9007199254740993}", Kind::UnusualNumber);
        row("over 2^64", "{\"a\":18446744073709551616}", Kind::UnusualNumber);
        row("too large for a double", "{\"a\":1e400}", Kind::UnusualNumber);
        row("too large, negative", "{\"a\":-1e400}", Kind::UnusualNumber);
        row("a googol of digits", "{\"a\":1" + std::string(400, '0') + "}", Kind::UnusualNumber);
        row("minus zero", "{\"a\":-0}", Kind::UnusualNumber);
        row("minus zero point zero", "{\"a\":-0.0}", Kind::UnusualNumber);
        row("a price", "{\"a\":1.50}", Kind::UnusualNumber);
        row("section 8.2: a high surrogate alone", "{\"a\":\"\\ud83d\"}", Kind::LoneSurrogate);
        row("a low surrogate alone", "{\"a\":\"\\udca1\"}", Kind::LoneSurrogate);
        row("two high ones", "{\"a\":\"\\ud83d\\ud83d\"}", Kind::LoneSurrogate);
        row("the wrong way round", "{\"a\":\"\\udca1\\ud83d\"}", Kind::LoneSurrogate);
        row("a high one and a letter", "{\"a\":\"\\ud83dx\"}", Kind::LoneSurrogate);
        row("NUL, escaped", "{\"a\":\"\\u0000\"}", Kind::ControlOrBidi);
        row("escape, escaped", "{\"a\":\"\\u001b[31m\"}", Kind::ControlOrBidi);
        row("right-to-left override", "{\"a\":\"\\u202egpj\"}", Kind::ControlOrBidi);
        row("right-to-left override, raw", "{\"a\":\"\xE2\x80\xAEgpj\"}", Kind::ControlOrBidi);
        row("isolate", "{\"a\":\"\\u2066x\"}", Kind::ControlOrBidi);
    }
    void whatIsOursToChooseIsKeptAndSaid() {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        const std::string text = json.toStdString();
        const auto document = Document::parse(text);
        QVERIFY2(document, document ? "" : document.error().message.c_str());
        QCOMPARE(document->text(), text);
        QVERIFY(!document->oddities().empty());
        QCOMPARE(static_cast<int>(document->oddities().front().kind), kind);
        // Changing something else leaves it as it is.
        const auto changed = document->withEdits(
            document->jsonEditor().insertMember({}, "zz", format::JsonValue::integer(1)).valueOr({}));
        QVERIFY(changed);
        QVERIFY(changed->text().find(text.substr(1, text.size() - 2)) != std::string::npos);
    }

    void whereAFileEndsAndTheNotesBegin_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("opens");
        QTest::addColumn<bool>("isLocked");
        const auto row = [](const char* name, const std::string& file, bool opens, bool isLocked) {
            QTest::newRow(name) << QByteArray::fromStdString(file) << opens << isLocked;
        };
        using namespace std::string_literals;
        row("nothing behind", "{}", true, false);
        row("text behind the object is the notes", "{}x", true, false);
        row("a further object too", "{}{}", true, false);
        row("a bracket too", "{}]", true, false);
        row("a byte order mark before", "\xEF\xBB\xBF{}", true, false);
        row("white space before", " \t\r\n{}", true, false);
        row("NUL behind", "{}\0"s, true, true);
        row("bytes that are not UTF-8 behind", "{}\n\xFF", true, true);
        row("a BOM twice", "\xEF\xBB\xBF\xEF\xBB\xBF{}", false, false);
        row("NUL before", "\0{}"s, false, false);
        row("a list as a whole", "[]", false, false);
        row("a word as a whole", "null", false, false);
        row("nothing", "", false, false);
        row("UTF-16, little", "\xFF\xFE{\0}\0"s, false, false);
        row("UTF-16, big", "\xFE\xFF\0{\0}"s, false, false);
        row("UTF-16 without a mark", "{\0}\0"s, false, false);
        row("UTF-32", "\xFF\xFE\0\0{\0\0\0}\0\0\0"s, false, false);
    }
    void whereAFileEndsAndTheNotesBegin() {
        QFETCH(QByteArray, file);
        QFETCH(bool, opens);
        QFETCH(bool, isLocked);
        const auto document = Document::parse(file.toStdString());
        QCOMPARE(document.hasValue(), opens);
        if (document) {
            QCOMPARE(document->text(), file.toStdString());
            QCOMPARE(document->isBodyLocked(), isLocked);
        }
    }

    void limits_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QByteArray>("limit");
        const auto row = [](const char* name, const std::string& json, const char* number,
                            const char* limit) {
            QTest::newRow(name) << QByteArray::fromStdString(json) << QByteArray(number) << QByteArray(limit);
        };
        row("256 deep", nested(256), "", "");
        row("257 deep", nested(257), "257 levels", "256");
        row("a million deep", nested(1000000), "1000000 levels", "256");
        row("a million deep, never closed", "{\"a\":" + std::string(999999, '['), "1000000 levels", "256");
        row("10,000 keys", keys(10000), "", "");
        row("10,001 keys", keys(10001), "10001 keys", "10000");
        row("50,000 keys", keys(50000), "50000 keys", "10000");
        std::string many = "{\"a\":[0";
        for (int i = 1; i < 499998; ++i)
            many += ",0";
        row("500,000 values", many + "]}", "", "");
        many += ",0,0,[],{}";
        row("500,004 values", many + "]}", "500004 values", "500000");
        row("8 MB", "{}" + std::string(8 * 1024 * 1024 - 2, '\n'), "", "");
        row("8 MB and a byte", "{}" + std::string(8 * 1024 * 1024 - 1, '\n'), "8388609 bytes", "8388608");
    }
    void limits() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, number);
        QFETCH(QByteArray, limit);
        const auto document = Document::parse(json.toStdString());
        QCOMPARE(document.hasValue(), limit.isEmpty());
        if (document)
            return;
        const QByteArray message = QByteArray::fromStdString(document.error().message);
        QVERIFY2(message.contains(number) && message.contains(limit), message);
    }

    void manyRowsOfNotesEndInOne() {
        const std::string text = "{}" + std::string(8 * 1024 * 1024 - 2, '\n');
        const auto document = Document::parse(text);
        QVERIFY(document);
        const auto& rows = document->links().rows();
        QCOMPARE(rows.size(), format::limits::noteRows);
        QCOMPARE(rows.back().span.end, text.size());
        QCOMPARE(static_cast<int>(rows.back().kind), static_cast<int>(format::RowKind::Other));
    }
};

QTEST_APPLESS_MAIN(TestJsonSuite)
#include "tst_jsonsuite.moc"
