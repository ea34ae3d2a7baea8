// SPDX-License-Identifier: MIT
#include "catalog/rules/explanations.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <map>

namespace {

/// What the description of the format says of each rule, and of those that came later: E error, W warning,
/// I information. An id that changes is missed in everybody's `.episode-desk.json`.
struct Described {
    char severity;
    const char* rules;
};
constexpr Described described[] = {
    {'E', "json-invalid file-not-utf8 json-duplicate-key key-missing body-nul"},
    {'W', "json-lone-surrogate json-similar-keys json-control-char key-unknown file-bom file-crlf"},
    {'I',
     "key-order file-no-final-newline json-mixed-escaping json-empty-array-multiline json-unusual-number"},
    {'E', "show-slug-folder-mismatch filename-mismatch slug-mismatch slug-duplicate episode-number-duplicate "
          "guid-invalid guid-duplicate"},
    {'W', "show-name-mismatch episode-padded-mismatch guid-nil"},
    {'I', "episode-not-number episode-number-gap guid-not-canonical"},
    {'E', "title-empty mojibake-text date-invalid"},
    {'W', "title-outer-whitespace title-double-space title-html-entity title-number-prefix "
          "title-show-suffix description-empty description-long"},
    {'I', "title-generic title-duplicate-in-show description-outer-whitespace description-double-space "
          "description-carriage-return description-multiline"},
    {'W', "date-only date-no-offset date-order-vs-number"},
    {'I', "date-offset-not-los-angeles date-in-future"},
    {'E', "header-image-missing host-unknown"},
    {'W', "categories-first-not-show guest-unknown sponsor-unknown sponsor-other-show sponsors-duplicate "
          "hosts-duplicate guests-duplicate tags-duplicate tag-backslash"},
    {'I', "header-image-not-show-default hosts-empty guest-also-host tag-double-space tag-nbsp "
          "tag-url-special tags-empty tags-unsorted"},
    {'E', "no-playable-audio bytes-not-number duration-invalid url-empty-string url-invalid youtube-host "
          "youtube-id"},
    {'E', "enclosure-gone"},
    {'W', "bytes-differ duration-differs enclosure-type"},
    {'W', "podcast-file-missing bytes-missing duration-missing duration-format url-extension "
          "url-double-slash url-repeated-in-episode url-youtube-in-media-field "
          "url-duplicate-across-episodes youtube-form jb-url-form jb-url-not-this-episode "
          "fireside-url-double-slash"},
    {'I', "duration-implausible bitrate-implausible url-http-media url-tracking-prefix youtube-http "
          "jb-url-index-html fireside-url-null fireside-url-not-episode fireside-url-site-root "
          "fireside-url-duplicate"},
    {'E', "chapter-out-of-order chapter-after-end chapter-end-before-start value-node-address"},
    {'W', "chapters-version chapters-title-mismatch chapter-end-after-episode-end chapter-overlap "
          "chapter-same-start chapter-title-empty value-recipient-duplicate value-custom-pair "
          "transcript-http transcript-type transcript-type-extension"},
    {'I', "chapters-empty chapters-podcast-name-mismatch chapter-first-not-zero chapter-too-short "
          "chapter-title-outer-whitespace chapter-title-double-space chapter-title-duplicate "
          "value-split-sum-not-100 value-timesplit-after-end value-timesplit-no-itemGuid transcript-rel "
          "transcript-no-language"},
    {'E', "body-control-char link-title-unescaped-quote link-broken-syntax link-unbalanced-backtick "
          "link-url-empty link-url-unsafe-scheme link-gone"},
    {'W', "link-url-no-scheme link-url-stray-quote link-text-raw-html link-text-empty "
          "link-title-html-entity link-text-html-entity link-description-html-entity link-moved "
          "link-unanswered"},
    {'I', "body-empty body-invisible-char body-nbsp line-trailing-whitespace link-url-mirror-artifact "
          "link-title-backslash-escape link-title-newline link-text-outer-whitespace "
          "link-description-trailing-whitespace link-separator-nonstandard link-bare-url link-url-http "
          "link-url-tracking link-url-duplicate link-refused"},
};

char letterOf(catalog::Severity severity) {
    switch (severity) {
    case catalog::Severity::Error:
        return 'E';
    case catalog::Severity::Warning:
        return 'W';
    case catalog::Severity::Information:
        break;
    }
    return 'I';
}

/// The rules that rows of the table tests beside this one name, by what the row wants of them.
QSet<QString> rulesOfRows(const QString& functions) {
    const QRegularExpression row(QStringLiteral("\\b(?:%1)\\(\\s*\"([^\"]+)\"").arg(functions));
    QSet<QString> rules;
    const QDir folder(QStringLiteral(EPISODE_DESK_RULE_TESTS));
    for (const QString& name : folder.entryList({QStringLiteral("tst_rules_*.cpp")})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(name));
        const QString source = QString::fromUtf8(file.readAll());
        for (auto matches = row.globalMatch(source); matches.hasNext();)
            rules.insert(matches.next().captured(1));
    }
    return rules;
}

void addRules(const char* butNot = "") {
    QTest::addColumn<QString>("rule");
    for (const catalog::Rule* rule : catalog::allRules())
        if (std::string_view(rule->id) != butNot)
            QTest::newRow(rule->id) << QString::fromLatin1(rule->id);
}

} // namespace

/// What holds for every rule: its weight, its explanation, and that it is tried both ways.
class TestAllRules : public QObject {
    Q_OBJECT

private slots:
    void hasItsSeverity_data() {
        QTest::addColumn<char>("severity");
        for (const Described& some : described)
            for (const QString& rule : QString::fromLatin1(some.rules).split(QLatin1Char(' ')))
                QTest::newRow(qPrintable(rule)) << some.severity;
    }
    void hasItsSeverity() {
        QFETCH(char, severity);
        int found = 0;
        for (const catalog::Rule* rule : catalog::allRules())
            if (qstrcmp(rule->id, QTest::currentDataTag()) == 0) {
                QCOMPARE(letterOf(rule->severity), severity);
                ++found;
            }
        QCOMPARE(found, 1);
    }
    void noRuleIsUndescribed() {
        QSet<QString> ids;
        for (const Described& some : described)
            for (const QString& rule : QString::fromLatin1(some.rules).split(QLatin1Char(' ')))
                ids.insert(rule);
        QCOMPARE(ids.size(), static_cast<qsizetype>(catalog::allRules().size()));
    }

    void isTriedBothWays_data() { addRules("json-invalid"); } // a refused file: tst_validator
    void isTriedBothWays() {
        QFETCH(QString, rule);
        static const QSet<QString> found = rulesOfRows(QStringLiteral("finds|mends|offers"));
        static const QSet<QString> left = rulesOfRows(QStringLiteral("leaves"));
        static const QSet<QString> mended = rulesOfRows(QStringLiteral("mends"));
        static const QSet<QString> offered = rulesOfRows(QStringLiteral("offers"));
        QVERIFY2(found.contains(rule), "no row says what it must find");
        QVERIFY2(left.contains(rule), "no row says what it must not find");
        const auto* explanation = catalog::ruleExplanation(rule.toStdString());
        QVERIFY(explanation);
        QCOMPARE(mended.contains(rule), explanation->fix == catalog::FixKind::Safe);
        QCOMPARE(offered.contains(rule), explanation->fix == catalog::FixKind::Look);
    }

    void everyRuleIsExplainedOnce() {
        std::map<QString, int> explained;
        for (const auto* explanation : catalog::allRuleExplanations())
            ++explained[QString::fromLatin1(explanation->rule)];
        for (const catalog::Rule* rule : catalog::allRules())
            QCOMPARE(explained[QString::fromLatin1(rule->id)], 1);
        QCOMPARE(explained.size(), catalog::allRules().size());
        QVERIFY(!catalog::ruleExplanation("no-rule"));
        QCOMPARE(catalog::ruleExplanationText("no-rule"), QString());
    }
    void everyRuleIsOfOneFamily() {
        std::map<QString, int> listed;
        for (const auto& family : catalog::ruleFamilies()) {
            QVERIFY(!family.heading.isEmpty() && !family.rules.empty());
            for (const catalog::Rule* rule : family.rules)
                ++listed[QString::fromLatin1(rule->id)];
        }
        for (const catalog::Rule* rule : catalog::allRules())
            QCOMPARE(listed[QString::fromLatin1(rule->id)], 1);
        QCOMPARE(listed.size(), catalog::allRules().size());
    }

    void explanationsAreWords_data() { addRules(); }
    void explanationsAreWords() {
        QFETCH(QString, rule);
        const QString text = catalog::ruleExplanationText(rule.toStdString());
        QVERIFY(text.endsWith(QLatin1Char('.')));
        const auto sentences = text.count(QLatin1String(". ")) + 1;
        QVERIFY2(sentences >= 2 && sentences <= 4, qPrintable(text));
        QVERIFY2(text.size() >= 100 && text.size() <= 420, qPrintable(text));
        QVERIFY(!text.contains(QLatin1Char('!')) && !text.contains(QLatin1String("  ")));
        // The end says what to do, and agrees with what the table says of the fix.
        static const std::map<catalog::FixKind, QRegularExpression> ends = {
            {catalog::FixKind::None,
             QRegularExpression(QStringLiteral("no fix|no automatic fix|nothing to fix|becomes UTF-8\\."))},
            {catalog::FixKind::Safe, QRegularExpression(QStringLiteral("[Tt]he fix .*\\bsafe\\b"))},
            {catalog::FixKind::Look, QRegularExpression(QStringLiteral("[Tt]he fix .*\\blook\\b"))}};
        const auto fix = catalog::ruleExplanation(rule.toStdString())->fix;
        QVERIFY2(ends.at(fix).match(text).hasMatch(), qPrintable(text));
        for (const auto& [kind, end] : ends)
            QVERIFY2(kind == fix || kind == catalog::FixKind::None || !end.match(text).hasMatch(),
                     qPrintable(text));
    }
    /// Rules are about any podcast's catalogue: no show, host, server or zone is named.
    void explanationsNameNoPodcast() {
        const QRegularExpression names(
            QStringLiteral("jupiter|fireside|coder|linux|self-hosted|angeles|libsyn|scaleengine|op3|podtrac|"
                           "chtbl|podhome|fountain|hugo|scraper|\\bjb\\b|\\bLUP\\b"),
            QRegularExpression::CaseInsensitiveOption);
        for (const auto* explanation : catalog::allRuleExplanations())
            QVERIFY2(!names.match(QString::fromUtf8(explanation->text)).hasMatch(), explanation->rule);
        for (const catalog::Rule* rule : catalog::allRules())
            QVERIFY2(!names.match(QString::fromUtf8(rule->summary)).hasMatch(), rule->id);
    }
};

QTEST_GUILESS_MAIN(TestAllRules)
#include "tst_rules_all.moc"
