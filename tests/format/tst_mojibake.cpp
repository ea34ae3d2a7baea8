// SPDX-License-Identifier: MIT
#include "format/mojibake.h"

#include "format/span.h"
#include "format/utf8.h"
#include "support/realcatalog.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <random>

using format::CodeTable;
using format::codeTables;

namespace {

/// What a program makes of UTF-8 that it reads by a table.
std::string misread(std::string_view utf8, CodeTable table) {
    std::string text;
    for (const char byte : utf8)
        format::appendCharacter(text, format::characterOf(table, static_cast<unsigned char>(byte)));
    return text;
}

QString titleOf(CodeTable table) {
    const std::string_view name = format::nameOf(table);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// Invented; each has something above ASCII.
constexpr const char* texts[] = {
    "Café Müller’s “late” session — 10 € a head…",
    "💥 Boom! 🚀🎧 and 👩‍💻 at 🇨🇦",
    "naïve",
    "Größe: 5 µm ± 1 %, ½ so viel",
    "Dvořák, Łódź, İzmir, Šibenik",
    "Привет, мир",
    "Ωμέγα και λόγος",
    "日本語のポッドキャスト",
    "שלום עולם",
    "voilà\u00A0: ça coûte 5\u00A0€",
    "√π ≈ 1.77, π ≠ 3",
    "λ und π",
    "año",
    "20°C · 3×4",
    "Tiếng Việt",
    "  * [Die Brücke](https://example.org/br%C3%BCcke \"Brücke\") — offen",
};

/// As people write it, with what comes nearest to damage.
constexpr const char* cleanTexts[] = {
    "Dans l’école",
    "L’État, c’est l’été",
    "l’île d’être",
    "— école, – Été, …été",
    "« Élan »",
    "«École",
    "fiancé\u00A0»",
    "VOILÀ… CAFÉ™ NESCAFÉ® CAFÉ’S",
    "CAFÉ™",
    "NESCAFÉ® tonight",
    "The FIANCÉ’S car",
    "FIANCÉ\u00A0!",
    "CAFÉ…",
    "PERCHÈ’",
    "AMANHÃ…",
    "HYVÄ… TÄMÄ™",
    "Straße, Übergröße, ÄÖÜ äöü ß",
    "„Äpfel“ und ‚Öl‘",
    "“Über” alles: ‘Über’",
    "Größe",
    "GRÖẞE MENÜ”",
    "Zażółć gęślą jaźń",
    "ZAŻÓŁĆ GĘŚLĄ JAŹŃ",
    "Úžas a krása",
    "KRÍŽ",
    "PÍŠE ÚŽASNE",
    "TÕÄ JÕÜ",
    "日本語のポッドキャスト、ー",
    "Привет, мир! ПРИВЕТ, МИР",
    "ПРИВЕТ",
    "Καλημέρα κόσμε",
    "ΚΑΛΗΜΕΡΑ ΩΜΕΓΑ",
    "Ω",
    "שלום עולם",
    "💥🚀 👩‍💻 🇨🇦 ☕️",
    "é",
    "à",
    "É",
    "Ã",
    "Â",
    "§",
    "5\u00A0µm, 20\u00A0°C",
    "20\u00A0°C",
    "10\u00A0€ £5 ≈£5 ¥100",
    "≈£5",
    "√π",
    "√∂ + √∑ ≈ x√π",
    "a ≠ b, ∑∏∫ ≤ ≥ ∞ ≈∞",
    "∆π ÷ ∂",
    "┌┐",
    "┌──┐",
    "│ ┬│ │",
    "├── src",
    "╔═╗ ╠╣ ╚═╝",
    "╠╣",
    "┬▓",
    "▓▒░",
    "\uF8FF Music",
    "© 2020 ® ™",
    "…",
    "plain",
    "",
};

void addTables() {
    QTest::addColumn<int>("table");
    for (const CodeTable table : codeTables)
        QTest::newRow(qPrintable(titleOf(table))) << static_cast<int>(table);
}

std::string fileAt(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class MojibakeTest : public QObject {
    Q_OBJECT
private slots:
    void everyByteGoesThereAndBack_data() { addTables(); }
    void everyByteGoesThereAndBack() {
        QFETCH(int, table);
        for (int byte = 0; byte < 256; ++byte) {
            const auto shown =
                format::characterOf(static_cast<CodeTable>(table), static_cast<unsigned char>(byte));
            QCOMPARE(shown < 0x80, byte < 0x80);
            const auto back = format::byteOf(static_cast<CodeTable>(table), shown);
            QVERIFY(back.has_value());
            QCOMPARE(static_cast<int>(*back), byte);
        }
        QVERIFY(!format::byteOf(static_cast<CodeTable>(table), U'ש').has_value());
    }

    void tablesSayWhatTheirStandardsSay_data() {
        QTest::addColumn<int>("table");
        QTest::addColumn<int>("byte");
        QTest::addColumn<QString>("shown");
        const auto row = [](CodeTable table, int byte, const char* shown) {
            QTest::addRow("%s %02X", qPrintable(titleOf(table)), byte)
                << static_cast<int>(table) << byte << QString::fromUtf8(shown);
        };
        row(CodeTable::MacRoman, 0x8E, "é");
        row(CodeTable::MacRoman, 0xDB, "€");
        row(CodeTable::MacRoman, 0xF0, "\uF8FF");
        row(CodeTable::MacRoman, 0xFF, "ˇ");
        row(CodeTable::Windows1252, 0x80, "€");
        row(CodeTable::Windows1252, 0x81, "\xC2\x81");
        row(CodeTable::Windows1252, 0x9F, "Ÿ");
        row(CodeTable::Latin1, 0x85, "\xC2\x85");
        row(CodeTable::Latin1, 0xE9, "é");
        row(CodeTable::Cp437, 0xE1, "ß");
        row(CodeTable::Cp437, 0xC3, "├");
        row(CodeTable::Cp850, 0xD5, "ı");
        row(CodeTable::Cp850, 0xFE, "■");
    }
    void tablesSayWhatTheirStandardsSay() {
        QFETCH(int, table);
        QFETCH(int, byte);
        QFETCH(QString, shown);
        std::string text;
        format::appendCharacter(
            text, format::characterOf(static_cast<CodeTable>(table), static_cast<unsigned char>(byte)));
        QCOMPARE(QString::fromStdString(text), shown);
    }

    void olderMacSignsAreTaken() {
        QCOMPARE(format::byteOf(CodeTable::MacRoman, 0xA4).value_or(0), static_cast<unsigned char>(0xDB));
        QCOMPARE(format::byteOf(CodeTable::MacRoman, 0x2126).value_or(0), static_cast<unsigned char>(0xBD));
    }

    void damageIsTakenBack_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("table");
        QTest::addColumn<int>("rounds");
        for (const CodeTable table : codeTables)
            for (int rounds = 1; rounds <= format::maximumRounds; ++rounds)
                for (const char* text : texts)
                    QTest::addRow("%s %d %s", qPrintable(titleOf(table)), rounds, text)
                        << QByteArray(text) << static_cast<int>(table) << rounds;
    }
    void damageIsTakenBack() {
        QFETCH(QByteArray, text);
        QFETCH(int, table);
        QFETCH(int, rounds);
        std::string damaged = text.toStdString();
        for (int round = 0; round < rounds; ++round)
            damaged = misread(damaged, static_cast<CodeTable>(table));
        const auto repair = format::repairedMojibake(damaged);
        QVERIFY2(repair.has_value(), damaged.c_str());
        QCOMPARE(QByteArray::fromStdString(repair->text), text);
        QCOMPARE(static_cast<int>(repair->tables.size()), rounds);
        QVERIFY(!format::repairedMojibake(repair->text));
    }

    void differentTablesOneAfterTheOther() {
        const std::string text = "Café — “naïve” 🚀";
        const std::string damaged = misread(misread(text, CodeTable::MacRoman), CodeTable::Windows1252);
        const auto repair = format::repairedMojibake(damaged);
        QVERIFY(repair.has_value());
        QCOMPARE(repair->text, text);
        QVERIFY((repair->tables == std::vector{CodeTable::Windows1252, CodeTable::MacRoman}));
    }

    void cleanTextStays_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : cleanTexts)
            QTest::addRow("%s", text) << QByteArray(text);
        for (const char* text : texts)
            QTest::addRow("meant: %s", text) << QByteArray(text);
    }
    void cleanTextStays() {
        QFETCH(QByteArray, text);
        const auto repair = format::repairedMojibake(text.toStdString());
        QVERIFY2(!repair, repair ? repair->text.c_str() : "");
    }

    void damageInPartIsRepairedInPart_data() { addTables(); }
    void damageInPartIsRepairedInPart() {
        QFETCH(int, table);
        const std::string sound = "Dans l’école — “été”", meant = "Größe — “XL”";
        const std::string damaged = misread(meant, static_cast<CodeTable>(table));
        const auto repairs = format::repairedMojibake({sound, damaged, "plain"});
        QVERIFY(!repairs.isWhole);
        QCOMPARE(repairs.units.size(), std::size_t{3});
        QVERIFY(!repairs.units[0] && !repairs.units[2]);
        QVERIFY(repairs.units[1].has_value());
        QCOMPARE(repairs.units[1]->text, meant);
        QVERIFY(!format::repairedMojibake(sound + damaged)); // not a text that one table explains
    }

    void aWholeFileTakesItsDoubtfulTextsAlong() {
        const std::vector<std::string> meant{"Größe", "“Ja”", "Müll — teuer", "Ça va…", "CAFə"};
        std::vector<std::string> damaged;
        for (const std::string& text : meant)
            damaged.push_back(misread(text, CodeTable::Windows1252));
        QVERIFY(!format::repairedMojibake(damaged.back())); // CAFÉ™
        const auto repairs = format::repairedMojibake({damaged.begin(), damaged.end()});
        QVERIFY(repairs.isWhole);
        for (std::size_t i = 0; i < meant.size(); ++i)
            QCOMPARE(repairs.units[i] ? repairs.units[i]->text : std::string(), meant[i]);
    }

    void theFilesOwnTableDecides() {
        // "Ã¼" is Windows-1252 and Latin-1; with its neighbour only Latin-1 explains both.
        const std::string both = misread("ü", CodeTable::Latin1), one = misread("—", CodeTable::Latin1);
        const auto alone = format::repairedMojibake(both);
        QVERIFY(alone.has_value() && alone->tables.front() == CodeTable::Windows1252);
        const auto repairs = format::repairedMojibake({both, one});
        QVERIFY(repairs.units[0].has_value());
        QVERIFY(repairs.units[0]->tables.front() == CodeTable::Latin1);
        QCOMPARE(repairs.units[0]->text, std::string("ü"));
        QVERIFY(repairs.isWhole);
    }

    void aByteOrderMarkStays() {
        const std::string mark = "\xEF\xBB\xBF";
        const auto repair = format::repairedMojibake(mark + misread("Café", CodeTable::MacRoman));
        QVERIFY(repair.has_value());
        QCOMPARE(repair->text, mark + "Café");
        QVERIFY(!format::repairedMojibake(mark + "Café"));
    }

    void randomTextNeverSettlesWrongly() {
        const unsigned seed = 20240229;
        std::mt19937 random(seed);
        const std::u32string pool = U"aZ é’É…«»\u00A0Ã¼ÂâÄô‚√≈œ┬├│Ø\u0081日я🚀\uF8FF\u0301";
        int repaired = 0;
        for (int i = 0; i < 20000; ++i) {
            std::string text;
            for (auto left = random() % 12; left > 0; --left)
                format::appendCharacter(text, pool[random() % pool.size()]);
            const auto once = format::repairedMojibake(text);
            if (!once)
                continue;
            ++repaired;
            QVERIFY2(format::firstInvalidUtf8(once->text) == std::string_view::npos, text.c_str());
            const bool isSpent = once->tables.size() == static_cast<std::size_t>(format::maximumRounds);
            QVERIFY2(isSpent || !format::repairedMojibake(once->text), text.c_str());
        }
        QVERIFY2(repaired > 0, "the pool makes no damage at all");
    }

    void randomBytesAreRefusedOrRead() {
        std::mt19937 random(7);
        int read = 0;
        for (int i = 0; i < 5000; ++i) {
            std::string bytes;
            for (auto left = random() % 16; left > 0; --left)
                bytes += static_cast<char>(random() % 256);
            const bool isUtf8 = format::firstInvalidUtf8(bytes) == std::string_view::npos;
            if (!isUtf8)
                QVERIFY(!format::repairedMojibake(bytes));
            const auto all = format::readings(bytes);
            QVERIFY(!isUtf8 || all.empty());
            read += all.empty() ? 0 : 1;
            for (const auto& reading : all)
                QVERIFY(format::firstInvalidUtf8(reading.text) == std::string_view::npos);
        }
        QVERIFY(read > 0);
    }

    void bytesAreReadByTheTableThatFits_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("table");
        QTest::addColumn<QByteArray>("meant");
        const auto row = [](const char* bytes, CodeTable table, const char* meant) {
            QTest::addRow("%s", meant) << QByteArray(bytes) << static_cast<int>(table) << QByteArray(meant);
        };
        row("L\xE4nterns", CodeTable::Windows1252, "Länterns");
        row("L\xE4nterns", CodeTable::Latin1, "Länterns");
        row("It\x92s \x93late\x94 \x97 caf\xE9", CodeTable::Windows1252, "It’s “late” — café");
        row("It\xD5s \xD2late\xD3 at the caf\x8E", CodeTable::MacRoman, "It’s “late” at the café");
        row("Gr\x94\xE1"
            "e und M\x81ll",
            CodeTable::Cp850, "Größe und Müll");
        row("caf\xC3\xA9, na\xC3\xAFve, r\xE9sum\xC3\xA9", CodeTable::Windows1252, "café, naïve, résumé");
    }
    void bytesAreReadByTheTableThatFits() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, table);
        QFETCH(QByteArray, meant);
        const auto all = format::readings(bytes.toStdString());
        QVERIFY(!all.empty());
        QCOMPARE(QByteArray::fromStdString(all.front().text), meant);
        const auto& tables = all.front().tables;
        QVERIFY(std::find(tables.begin(), tables.end(), static_cast<CodeTable>(table)) != tables.end());
    }
    void whatDoesNotFitIsNotOffered() {
        for (const auto& reading : format::readings("L\xE4nterns"))
            QVERIFY(std::find(reading.tables.begin(), reading.tables.end(), CodeTable::MacRoman) ==
                    reading.tables.end());
        for (const auto& reading : format::readings("It\x92s"))
            QVERIFY(reading.tables.front() != CodeTable::Latin1);
        QVERIFY(format::readings("café").empty());
        QVERIFY(format::readings("plain").empty());
    }

    void aRealDamagedFileIsRepairedToTheByte() {
        const QString root = realCatalog();
        const std::string good = fileAt(root + "/content/show/coder-radio/0605.md");
        const std::string damaged = fileAt(root + "/../damaged/coder-radio-0605-mojibake.txt");
        if (root.isEmpty() || good.empty() || damaged.empty())
            QSKIP("No damaged file beside a real catalogue; name one in EPISODE_DESK_CATALOG.");
        const auto repair = format::repairedMojibake(damaged);
        QVERIFY(repair.has_value());
        QVERIFY(repair->text == good);
        QVERIFY(repair->tables == std::vector{CodeTable::MacRoman});
        QVERIFY(!format::repairedMojibake(good));
    }
};

QTEST_GUILESS_MAIN(MojibakeTest)
#include "tst_mojibake.moc"
