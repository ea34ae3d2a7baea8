// SPDX-License-Identifier: MIT
#include "catalog/tabletext.h"

#include "catalog/celltext.h"
#include "catalog/tableexport.h"
#include "support/episodefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using catalog::TableFormat;

class TestTableText : public QObject {
    Q_OBJECT

    static format::Document parsed(const QByteArray& bytes) {
        return format::Document::parse(bytes.toStdString()).value();
    }
    static const catalog::Field& field(const char* key) { return *catalog::fieldOf(key); }

    /// The fixture's first episode with a key's value replaced.
    static format::Document with(const char* key, const char* json) {
        const format::Document before = parsed(EpisodeFixture::episode(1));
        const auto edits = before.jsonEditor().setRaw({std::string(key)}, json);
        return before.withEdits(edits.value()).value();
    }

private slots:
    void membersInOneLine_data() {
        QTest::addColumn<QStringList>("members");
        QTest::addColumn<QString>("line");
        const auto row = [](const char* name, const QStringList& members, const char* line) {
            QTest::newRow(name) << members << QString::fromUtf8(line);
        };
        row("none", {}, "");
        row("two", {"lamps", "oil"}, "lamps, oil");
        row("a comma", {"oil, whale", "lamps"}, "\"oil, whale\", lamps");
        row("quotes first", {"\"oil\""}, "\"\"\"oil\"\"\"");
        row("quotes inside", {"the \"oil\""}, "the \"oil\"");
        row("white space", {" oil "}, "\" oil \"");
        row("empty", {"", "oil"}, "\"\", oil");
        row("a quote alone", {"\"", ","}, "\"\"\"\", \",\"");
    }
    void membersInOneLine() {
        QFETCH(QStringList, members);
        QFETCH(QString, line);
        QCOMPARE(catalog::joinMembers(members), line);
        QCOMPARE(catalog::splitMembers(line), members);
    }

    void whatIsTyped_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("members");
        QTest::newRow("spaces") << QStringLiteral("  ada ,ben  ") << QStringList{"ada", "ben"};
        QTest::newRow("empty ones") << QStringLiteral(",, ada,,") << QStringList{"ada"};
        QTest::newRow("open quote") << QStringLiteral("\"ada, ben") << QStringList{"\"ada", "ben"};
        QTest::newRow("text behind quotes")
            << QStringLiteral("\"ada\" q, ben") << QStringList{"\"ada\" q", "ben"};
    }
    void whatIsTyped() {
        QFETCH(QString, line);
        QFETCH(QStringList, members);
        QCOMPARE(catalog::splitMembers(line), members);
    }

    void valuesOfTexts_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json"); ///< empty: refused
        const auto row = [](const char* name, const char* key, const char* text, const char* json) {
            QTest::newRow(name) << QByteArray(key) << QString::fromUtf8(text) << QByteArray(json);
        };
        row("title", "title", "Wicks = light", "\"Wicks = light\"");
        row("title keeps its spaces", "title", " Wicks ", "\" Wicks \"");
        row("title with a line break", "title", "Wicks\nand oil", "");
        row("title with a tab", "title", "Wicks\toil", "");
        row("description in lines", "description", "One\r\ntwo", "\"One\\ntwo\"");
        row("number", "episode", "12", "12");
        row("number with zeros is a text", "episode", "0012", "\"0012\"");
        row("word for a special", "episode", "T-0", "\"T-0\"");
        row("no number", "episode", " ", "");
        row("two words", "episode", "1 2", "");
        row("date", "date", "2024-03-01", "\"2024-03-01\"");
        row("moment", "date", " 2024-03-01T18:00:00-08:00 ", "\"2024-03-01T18:00:00-08:00\"");
        row("no such day", "date", "2024-02-30", "");
        row("date of a spreadsheet", "date", "3/1/2024", "");
        row("no date", "date", "", "");
        row("true", "draft", "true", "true");
        row("TRUE of a spreadsheet", "draft", "TRUE", "true");
        row("yes", "draft", "yes", "");
        row("duration", "podcast_duration", "00:46:01", "\"00:46:01\"");
        row("minutes", "podcast_duration", "46:01", "\"00:46:01\"");
        row("hour", "podcast_duration", "1:02:03", "\"01:02:03\"");
        row("no duration", "podcast_duration", "", "null");
        row("fraction", "podcast_duration", "46:01.5", "");
        row("seconds alone", "podcast_duration", "2761", "");
        row("bytes", "podcast_bytes", "123", "123");
        row("no bytes", "podcast_bytes", "", "null");
        row("bytes with separators", "podcast_bytes", "1,234", "");
        row("bytes too many to count", "podcast_bytes", "9999999999999999999", "");
        row("address", "podcast_file", "https://m.example.org/1.mp3", "\"https://m.example.org/1.mp3\"");
        row("script", "podcast_file", "javascript:alert(1)", "");
        row("no address", "video_file", "", "null");
        row("slug", "slug", "lamps-and-oil", "\"lamps-and-oil\"");
        row("slug with a slash", "slug", "lamps/oil", "");
        row("hosts", "hosts", "ada, ben", "[\"ada\",\"ben\"]");
        row("no hosts", "hosts", "", "[]");
        row("a host twice", "hosts", "ada, ben, ada", "");
    }
    void valuesOfTexts() {
        QFETCH(QByteArray, key);
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        const format::Document saved = parsed(EpisodeFixture::episode(1));
        const auto value = catalog::cellValue(field(key), text, &saved);
        QCOMPARE(QByteArray::fromStdString(value ? value->json() : std::string()), json);
        QVERIFY(value || !value.error().message.empty());
    }

    /// Typing does not mend what the file spells in its own way.
    void spellingOfTheFileStays() {
        const format::Document texts = with("podcast_bytes", "\"123\"");
        QCOMPARE(catalog::cellValue(field("podcast_bytes"), QStringLiteral("124"), &texts)->json(),
                 std::string("\"124\""));
        const format::Document odd = with("podcast_bytes", "1.50");
        QCOMPARE(catalog::valueOfText(&field("podcast_bytes"), "podcast_bytes", QStringLiteral("1.50"), &odd)
                     .json(),
                 std::string("1.50"));
        const format::Document null = with("guests", "null");
        QCOMPARE(catalog::cellValue(field("guests"), {}, &null)->json(), std::string("null"));
    }

    void whatNoTextCanChange_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("can");
        const auto row = [](const char* name, const char* key, const char* json, bool can) {
            QTest::newRow(name) << QByteArray(key) << QByteArray(json) << can;
        };
        row("text", "title", "\"a\"", true);
        row("number for a text", "title", "12", true);
        row("null", "title", "null", true);
        row("list for a text", "title", "[\"a\"]", false);
        row("true for a text", "title", "true", false);
        row("number for a date", "date", "2024", false);
        row("half a character", "title", "\"\\ud83d\"", false);
        row("list", "tags", "[\"a\"]", true);
        row("text for a list", "tags", "\"a\"", false);
        row("number in a list", "tags", "[\"a\", 1]", false);
        row("text for true or false", "draft", "\"true\"", false);
        row("GUID", "episode_guid", "\"6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001\"", false);
        row("chapters", "podcast_chapters", "null", false);
    }
    void whatNoTextCanChange() {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, json);
        QFETCH(bool, can);
        QCOMPARE(catalog::whyNotAsText(with(key, json), field(key)).isEmpty(), can);
    }

    void tabbedRows_data() {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QString>("record");
        const auto row = [](const char* name, const QStringList& cells, const char* record) {
            QTest::newRow(name) << cells << QString::fromUtf8(record);
        };
        row("plain", {"1", "Lamps"}, "1\tLamps");
        row("empty ones", {"", "", ""}, "\t\t");
        row("tab", {"a\tb", "c"}, "\"a\tb\"\tc");
        row("line break", {"a\nb", "c"}, "\"a\nb\"\tc");
        row("CRLF", {"a\r\nb"}, "\"a\r\nb\"");
        row("quotes inside", {"the \"oil\""}, "the \"oil\"");
        row("quotes first", {"\"oil\" burns"}, "\"\"\"oil\"\" burns\"");
        row("quotes and a break", {"\"a\"\n\"b\"", "\""}, "\"\"\"a\"\"\n\"\"b\"\"\"\t\"\"\"\"");
    }
    void tabbedRows() {
        QFETCH(QStringList, cells);
        QFETCH(QString, record);
        QCOMPARE(catalog::tsvRecord(cells), record);
        const std::vector<QStringList> expected{cells, {QStringLiteral("next"), QStringLiteral("row")}};
        for (const char* end : {"\n", "\r\n"}) {
            const QString text = record + QLatin1String(end) + QStringLiteral("next\trow");
            QCOMPARE(catalog::readTsv(text), expected);
            QCOMPARE(catalog::readTsv(text + QLatin1String(end)), expected);
        }
    }

    void rowsThatOthersWrite_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<QStringList>>("rows");
        const auto row = [](const char* name, const char* text, const std::vector<QStringList>& rows) {
            QTest::newRow(name) << QString::fromUtf8(text) << rows;
        };
        row("nothing", "", {});
        row("an empty line", "\n", {{""}});
        row("an empty line between", "a\n\nb", {{"a"}, {""}, {"b"}});
        row("old Macintosh", "a\rb", {{"a"}, {"b"}});
        row("quotes that are text", "\"oil\" burns\tx", {{"\"oil\" burns", "x"}});
        row("quotes never closed", "\"oil\tx\ny", {{"\"oil", "x"}, {"y"}});
        row("a quote alone", "\"\tx", {{"\"", "x"}});
        row("rows of different lengths", "a\tb\tc\nd", {{"a", "b", "c"}, {"d"}});
        row("last cell empty", "a\t\nb\t", {{"a", ""}, {"b", ""}});
    }
    void rowsThatOthersWrite() {
        QFETCH(QString, text);
        QFETCH(std::vector<QStringList>, rows);
        QCOMPARE(catalog::readTsv(text), rows);
    }

    void formulasAreTexts_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char* cell, const char* safe) {
            QTest::newRow(cell) << QString::fromLatin1(cell) << QString::fromLatin1(safe);
        };
        row("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")");
        row("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        row("-2+3", "'-2+3");
        row("@SUM(A1)", "'@SUM(A1)");
        row("\t=1", "'\t=1");
        row("-5", "-5");
        row("+1.5", "+1.5");
        row("Lamps = light", "Lamps = light");
        row("", "");
    }
    void formulasAreTexts() {
        QFETCH(QString, cell);
        QFETCH(QString, safe);
        QCOMPARE(catalog::withoutFormula(cell), safe);
    }

    void files_data() {
        QTest::addColumn<TableFormat>("format");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("csv") << TableFormat::Csv
                             << QByteArray("episode,title,tags,changed,file\n"
                                           "1,=SUM(A1),\"lamps, oil\",true,a/0001.md\n");
        QTest::newRow("for spreadsheets") << TableFormat::SpreadsheetCsv
                                          << QByteArray("\xEF\xBB\xBF"
                                                        "episode,title,tags,changed,file\r\n"
                                                        "1,'=SUM(A1),\"lamps, oil\",true,a/0001.md\r\n");
        QTest::newRow("tsv") << TableFormat::Tsv
                             << QByteArray("episode\ttitle\ttags\tchanged\tfile\n"
                                           "1\t=SUM(A1)\tlamps, oil\ttrue\ta/0001.md\n");
        QTest::newRow("json") << TableFormat::Json
                              << QByteArray("[\n  {\"episode\": 1, \"title\": \"=SUM(A1)\", \"tags\": "
                                            "[\"lamps\", \"oil\"], \"changed\": true, \"file\": "
                                            "\"a/0001.md\"}\n]\n");
    }
    void files() {
        QFETCH(TableFormat, format);
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        catalog::TableExport table;
        table.path = folder.filePath(QStringLiteral("out"));
        table.root = QStringLiteral("/site");
        table.format = format;
        table.columns = QStringList{"episode", "title", "tags", "changed", "file"};
        table.rows = {{std::make_shared<const std::string>(with("title", "\"=SUM(A1)\"").text()),
                       QStringLiteral("/site/a/0001.md"), 0, true}};
        QCOMPARE(catalog::exportTable(table, [](int) { return true; }), QString());
        QFile file(table.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray read = file.readAll();
        if (format == TableFormat::Json)
            QCOMPARE(QJsonDocument::fromJson(read), QJsonDocument::fromJson(bytes));
        else
            QCOMPARE(read, bytes);
    }

    void aFileThatCannotBeWritten() {
        QTemporaryDir folder;
        catalog::TableExport table;
        table.path = folder.filePath(QStringLiteral("nowhere/out.csv"));
        const QString why = catalog::exportTable(table, [](int) { return true; });
        QVERIFY2(why.contains(QStringLiteral("nowhere")), qPrintable(why));
    }

    void givenUpNothingIsWritten() {
        QTemporaryDir folder;
        catalog::TableExport table;
        table.path = folder.filePath(QStringLiteral("out.csv"));
        table.columns = QStringList{"title"};
        table.rows.resize(1, {std::make_shared<const std::string>("{}"), {}, 0, false});
        QCOMPARE(catalog::exportTable(table, [](int) { return false; }), QString());
        QVERIFY(!QFile::exists(table.path));
    }
};

QTEST_GUILESS_MAIN(TestTableText)
#include "tst_tabletext.moc"
