// SPDX-License-Identifier: MIT
#include "catalog/rules/encoding.h"
#include "support/misread.h"
#include "support/realcatalog.h"
#include "support/rulefixture.h"

#include <QFile>

namespace {

const QString mojibake = QStringLiteral("mojibake-text");
const QString notUtf8 = QStringLiteral("file-not-utf8");

QByteArray fixed(const QByteArray& text, const catalog::Issue& issue) {
    const auto result = format::applyEdits(text.toStdString(), issue.fix->edit.changes);
    return QByteArray::fromStdString(result.valueOr("the edits do not fit"));
}

} // namespace

class TestEncodingRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        const char* title = "Ships, part 12";
        offers("mojibake-text", title, "Caf√© und M√ºller", "Café und Müller");
        offers("mojibake-text", title, "CafÃ© â€“ spÃ¤t", "Café – spät");
        offers("mojibake-text", title, "CafÃƒÂ©", "Café");
        offers("mojibake-text", title, "Caf├⌐", "Café");
        offers("mojibake-text", title, "Caf\\u221a\\u00a9", "Caf\\u00e9");
        offers("mojibake-text", "We look at ships.", "Schiffe \\\"gro√ü\\\"", "Schiffe \\\"groß\\\"");
        offers("mojibake-text", "Welcome", "Gr√º√üe", "Grüße");
        offers("mojibake-text", "\"tide\"", "\"fl√∂√üe\"", "\"flöße\"");
        offers("mojibake-text", "### Episode Links", "### Verkn√ºpfungen", "### Verknüpfungen");
        for (const char* clean : {"Dans l’école", "CAFÉ™", "√π ≈ 3", "ÜBER GRÖSSE", "Привет", "日本語", "┌┐",
                                  "💥 “so” — é", "Caf\\u00e9", "\\ud83d Ã©"})
            leaves("mojibake-text", title, clean);
        leaves("mojibake-text", "[Ropes]", "[l’école √π]");
        leaves("mojibake-text", "Up and down.", "Caf\xE9 Ã©"); // locked notes
        finds("file-not-utf8", "Up and down.", "Up \xE4nd down.");
        leaves("file-not-utf8", "Up and down.", "Up änd down.");
    }
    void rules() { checkRuleRow(); }

    void aNulIsNotBadUtf8() {
        RuleFixture fixture;
        QByteArray text = RuleFixture::episode();
        text[text.indexOf("Up and down.")] = '\0';
        QCOMPARE(fixture.check(text, QStringLiteral("body-nul")).size(), std::size_t{1});
        QVERIFY(fixture.check(text, notUtf8).empty());
        QVERIFY(fixture.check(RuleFixture::episode(), QStringLiteral("body-nul")).empty());
    }

    void theMessageSaysWhereAndWhat() {
        RuleFixture fixture;
        const QByteArray text = RuleFixture::episode()
                                    .replace("\"title\": \"Ships", "\"title\": \"Our Caf√© Ships")
                                    .replace("Open at night", "Unchanged — é");
        const auto issues = fixture.check(text, mojibake);
        QCOMPARE(issues.size(), std::size_t{1});
        for (const char* part : {"Title", "Mac Roman", "\"Caf√©\"", "\"Café\""})
            QVERIFY2(issues[0].message.contains(QString::fromUtf8(part)), qPrintable(issues[0].message));
        QCOMPARE(issues[0].field, QStringLiteral("title"));
        QCOMPARE(issues[0].severity, catalog::Severity::Error);
    }

    void everyDamagedTextIsOneIssue() {
        RuleFixture fixture;
        const QByteArray text = RuleFixture::episode()
                                    .replace("Ships, part 12\",\n  \"desc", "Schiffe √ºber\",\n  \"desc")
                                    .replace("[Ropes]", "[Seile √ºber]");
        const auto issues = fixture.check(text, mojibake);
        QCOMPARE(issues.size(), std::size_t{2}); // the other lines' dashes are sound
        QCOMPARE(issues[0].field, QStringLiteral("title"));
        QCOMPARE(issues[1].field, QStringLiteral("body"));
        QVERIFY(fixed(text, issues[1]).contains("[Seile über]"));
        QVERIFY(fixed(text, issues[1]).contains("Schiffe √ºber"));
        QCOMPARE(fixture.check(fixed(text, issues[1]), mojibake).size(), std::size_t{1});
    }

    void aDamagedFileIsRepairedAtOnce_data() {
        QTest::addColumn<int>("table");
        QTest::addColumn<int>("rounds");
        for (const format::CodeTable table : format::codeTables)
            for (int rounds = 1; rounds <= 3; ++rounds)
                QTest::addRow("%s %d", std::string(nameOf(table)).c_str(), rounds)
                    << static_cast<int>(table) << rounds;
    }
    void aDamagedFileIsRepairedAtOnce() {
        QFETCH(int, table);
        QFETCH(int, rounds);
        RuleFixture fixture;
        const QByteArray sound = RuleFixture::episode()
                                     .replace("\"title\": \"Ships", "\"title\": \"Übergröße 🚀")
                                     .replace("We look at", "“Nous” — à l’école")
                                     .replace("Farewell", "Tschüß…");
        QByteArray text = sound;
        for (int round = 0; round < rounds; ++round)
            text = misread(text, static_cast<format::CodeTable>(table));
        const auto issues = fixture.check(text, mojibake);
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].fix && issues[0].fix->needsLook);
        QCOMPARE(issues[0].field, QString()); // several fields
        QCOMPARE(fixed(text, issues[0]), sound);
        QVERIFY(fixture.check(sound, mojibake).empty());
    }

    void badBytesAreReadByTheLikeliestTable() {
        const QString message = catalog::notUtf8Message("{\n  \"title\": \"Many L\xE4nterns\"\n}\n");
        for (const char* part : {"line 2, column 19", "Windows-1252", "\"Länterns\"."})
            QVERIFY2(message.contains(QString::fromUtf8(part)), qPrintable(message));
        QVERIFY(!catalog::notUtf8Message("\x8D\x8F\x90\x9D").isEmpty());
        QCOMPARE(catalog::notUtf8Message("Länterns"), QString());
    }

    void aRealDamagedFileIsRepairedToTheByte() {
        QFile good(realCatalog() + QStringLiteral("/content/show/coder-radio/0605.md"));
        QFile damaged(realCatalog() + QStringLiteral("/../damaged/coder-radio-0605-mojibake.txt"));
        if (realCatalog().isEmpty() || !good.open(QIODevice::ReadOnly) || !damaged.open(QIODevice::ReadOnly))
            QSKIP("No damaged file beside a real catalogue; name one in EPISODE_DESK_CATALOG.");
        RuleFixture fixture;
        const QByteArray text = damaged.readAll();
        const auto issues = fixture.check(text, mojibake);
        QCOMPARE(issues.size(), std::size_t{1});
        QCOMPARE(issues[0].field, QStringLiteral("body")); // its front matter is ASCII
        QVERIFY(fixed(text, issues[0]) == good.readAll());
    }
};

QTEST_GUILESS_MAIN(TestEncodingRules)
#include "tst_rules_encoding.moc"
