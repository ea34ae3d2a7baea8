// SPDX-License-Identifier: MIT
#include "catalog/catalog.h"
#include "catalog/checking.h"
#include "catalog/folderloader.h"
#include "catalog/rules/rule.h"
#include "catalog/validator.h"
#include "support/realcatalog.h"
#include "support/rulefixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <set>

namespace {

/// `files` -1: not counted.
struct Count {
    const char* rule;
    int hits, files;
};

constexpr Count counts[] = {
    {"file-not-utf8", 0, 0},
    {"json-invalid", 0, 0},
    {"json-duplicate-key", 0, 0},
    {"json-lone-surrogate", 0, 0},
    {"key-missing", 0, 0},
    {"key-unknown", 0, 0},
    {"key-order", 0, 0},
    {"file-bom", 0, 0},
    {"file-crlf", 0, 0},
    {"file-no-final-newline", 8, -1},
    {"json-mixed-escaping", 0, 0},
    {"json-empty-array-multiline", 1, -1},
    {"show-slug-folder-mismatch", 0, 0},
    {"show-name-mismatch", 0, 0},
    {"episode-not-number", 4, -1},
    {"episode-padded-mismatch", 0, 0},
    {"filename-mismatch", 0, 0},
    {"slug-mismatch", 0, 0},
    {"slug-duplicate", 0, 0},
    {"episode-number-duplicate", 0, 0},
    {"episode-number-gap", 0, 0},
    {"guid-invalid", 0, 0},
    {"guid-nil", 55, -1},
    {"guid-not-canonical", 245, -1},
    {"guid-duplicate", 0, 0},
    {"title-empty", 0, 0},
    {"title-outer-whitespace", 0, 0},
    {"title-double-space", 0, 0},
    {"title-html-entity", 0, 0},
    {"title-number-prefix", 0, 0},
    {"title-show-suffix", 0, 0},
    {"title-generic", 0, 0},
    {"title-duplicate-in-show", 8, -1},
    {"description-empty", 0, 0},
    {"description-outer-whitespace", 26, -1},
    {"description-double-space", 14, -1},
    {"description-carriage-return", 22, -1},
    {"description-multiline", 136, -1},
    {"description-long", 0, 0},
    {"mojibake-text", 0, 0},
    {"date-invalid", 0, 0},
    {"date-only", 55, -1},
    {"date-no-offset", 0, 0},
    {"date-offset-not-los-angeles", 0, 0},
    {"date-in-future", 0, 0},
    {"date-order-vs-number", 0, 0},
    {"header-image-missing", 0, 0},
    {"header-image-not-show-default", 0, 0},
    {"categories-first-not-show", 0, 0},
    {"hosts-empty", 2, -1},
    {"host-unknown", 0, 0},
    {"guest-unknown", 0, 0},
    {"guest-also-host", 0, 0},
    {"sponsor-unknown", 0, 0},
    {"sponsor-other-show", 0, 0},
    {"sponsors-duplicate", 3, -1},
    {"hosts-duplicate", 0, 0},
    {"guests-duplicate", 0, 0},
    {"tags-duplicate", 0, 0},
    {"tag-backslash", 1, -1},
    {"tag-double-space", 3, -1},
    {"tag-nbsp", 0, 0},
    {"tag-url-special", 59, 52},
    {"tags-empty", 355, -1},
    {"tags-unsorted", 0, 0},
    {"podcast-file-missing", 55, -1},
    {"no-playable-audio", 0, 0},
    {"bytes-missing", 55, -1},
    {"bytes-not-number", 0, 0},
    {"duration-missing", 55, -1},
    {"duration-invalid", 0, 0},
    {"duration-format", 0, 0},
    {"duration-implausible", 3, -1},
    {"bitrate-implausible", 2, -1},
    {"url-empty-string", 0, 0},
    {"url-invalid", 0, 0},
    {"url-http-media", 442, 245},
    {"url-extension", 2, -1},
    {"url-double-slash", 0, 0},
    {"url-repeated-in-episode", 1, -1},
    {"url-youtube-in-media-field", 0, 0},
    {"url-tracking-prefix", 53, -1},
    {"url-duplicate-across-episodes", 0, 0},
    {"youtube-host", 0, 0},
    {"youtube-id", 2, -1},
    {"youtube-form", 1, -1},
    {"youtube-http", 45, -1},
    {"jb-url-form", 1, -1},
    // counted 64: 65 addresses end so; the one without its leading slash was left out
    {"jb-url-index-html", 65, 65},
    {"jb-url-not-this-episode", 3, -1},
    {"fireside-url-null", 0, 0},
    {"fireside-url-not-episode", 0, 0},
    {"fireside-url-double-slash", 7, -1},
    {"fireside-url-site-root", 0, 0},
    {"fireside-url-duplicate", 0, 0},
    {"chapters-version", 0, 0},
    {"chapters-empty", 2, -1},
    {"chapters-title-mismatch", 4, -1},
    {"chapters-podcast-name-mismatch", 4, -1},
    {"chapter-out-of-order", 0, 0},
    {"chapter-after-end", 1, -1},
    {"chapter-end-before-start", 0, 0},
    {"chapter-end-after-episode-end", 0, 0},
    {"chapter-overlap", 0, 0},
    {"chapter-same-start", 2, -1},
    {"chapter-first-not-zero", 7, -1},
    {"chapter-too-short", 2, -1},
    {"chapter-title-empty", 0, 0},
    {"chapter-title-outer-whitespace", 0, 0},
    {"chapter-title-double-space", 2, -1},
    {"chapter-title-duplicate", 19, -1},
    {"value-node-address", 0, 0},
    {"value-split-sum-not-100", 40, -1},
    {"value-recipient-duplicate", 0, 0},
    {"value-timesplit-after-end", 4, -1},
    {"value-timesplit-no-itemGuid", 4, 1},
    {"value-custom-pair", 0, 0},
    {"transcript-http", 0, 0},
    {"transcript-type", 0, 0},
    {"transcript-type-extension", 0, 0},
    {"transcript-rel", 16, -1},
    {"transcript-no-language", 0, 0},
    {"body-empty", 249, -1},
    {"body-control-char", 1, -1},
    {"body-invisible-char", 9, -1},
    {"body-nbsp", 17, -1},
    {"line-trailing-whitespace", 780, 323},
    {"link-title-unescaped-quote", 38, 34},
    {"link-broken-syntax", 1, -1},
    {"link-unbalanced-backtick", 1, -1},
    {"link-url-empty", 0, 0},
    {"link-url-unsafe-scheme", 0, 0},
    {"link-url-no-scheme", 2, -1},
    {"link-url-stray-quote", 37, 28},
    // counted 247/51: the 51 are the files of one import alone; 12 links in 12 later files end so too (63
    // files), and a plain search of the rows that begin with a link counts 248 as well
    {"link-url-mirror-artifact", 248, -1},
    // counted 0, though the description of the notes names both: one is a name in angle brackets, the other
    // an emphasis
    {"link-text-raw-html", 2, 2},
    {"link-text-empty", 0, 0},
    {"link-title-html-entity", 0, 0},
    {"link-text-html-entity", 0, 0},
    {"link-description-html-entity", 0, 0},
    // counted 83/74: one stands in a row that an unescaped quote makes no link; it is told as that
    {"link-title-backslash-escape", 82, 73},
    {"link-title-newline", 0, 0},
    // counted 325/195: two stand in rows that an unescaped quote makes no links, of files that have others
    {"link-text-outer-whitespace", 323, 195},
    // counted 779/322: five stand behind rows that an unescaped quote makes no links; all are found by
    // line-trailing-whitespace
    {"link-description-trailing-whitespace", 774, 320},
    // counted 4: in all four a sentence goes on behind the link after mere spaces; that is no separator
    {"link-separator-nonstandard", 0, 0},
    {"link-bare-url", 7, -1},
    {"link-url-http", 319, 110},
    {"link-url-tracking", 20, 19},
    {"link-url-duplicate", 3, -1},
};

} // namespace

/// What every rule finds in a catalogue of 812 real episodes, against what was counted by hand when the
/// format was described. A rule that begins to cry wolf, or falls silent, shows here.
class TestRuleCounts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const QString root = realCatalog();
        if (root.isEmpty())
            QSKIP("no real catalogue: set EPISODE_DESK_CATALOG");
        const auto listing = catalog::listEpisodeFiles({root});
        catalog::Catalog& catalog = m_catalog;
        catalog.setRoot(listing.root);
        catalog.setRegistry(catalog::Registry::read(catalog::contentFolderOf(root)));
        catalog.add(catalog::FolderLoader::loadAll(listing).episodes);
        if (catalog.size() != 812)
            QSKIP("the counts are for another catalogue");
        QElapsedTimer timer;
        timer.start();
        const auto issues = catalog::checkAll(catalog);
        qInfo("checked in %lld ms", static_cast<long long>(timer.elapsed()));
        m_issues = issues;
        m_validator = std::make_unique<catalog::Validator>(m_catalog);
        m_validator->finish();
        for (const auto& issue : issues) {
            ++m_hits[issue.rule];
            m_files[issue.rule].insert(issue.episode.value);
            if (qEnvironmentVariable("EPISODE_DESK_RULE") == issue.rule)
                qInfo("%s: %s", qPrintable(catalog.relativePath(issue.episode)), qPrintable(issue.message));
        }
    }

    void everyRuleFindsWhatWasCounted_data() {
        QTest::addColumn<int>("hits");
        QTest::addColumn<int>("files"); // -1: not counted
        std::set<QString> named;
        for (const Count& count : counts) {
            QTest::newRow(count.rule) << count.hits << count.files;
            named.insert(QString::fromLatin1(count.rule));
        }
        for (const catalog::Rule* rule : catalog::allRules())
            if (!named.contains(QString::fromLatin1(rule->id)))
                QTest::newRow(rule->id) << 0 << 0; // not of the description: finds nothing there
    }
    void everyRuleFindsWhatWasCounted() {
        QFETCH(int, hits);
        QFETCH(int, files);
        const QString rule = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(m_hits[rule], hits);
        if (files >= 0)
            QCOMPARE(static_cast<int>(m_files[rule].size()), files);
    }

    /// Every safe fix: the rule finds less, no rule finds anything new in any episode, and the change stays
    /// within the lines of the field or the row.
    void everySafeFixMendsAndHarmsNothing_data() { addRulesWith(false); }
    void everySafeFixMendsAndHarmsNothing() { tryFixes(std::numeric_limits<int>::max()); }
    /// Guesses end their issue and bring no error; a few of each rule are tried.
    void everyGuessEndsItsIssue_data() { addRulesWith(true); }
    void everyGuessEndsItsIssue() { tryFixes(12); }

    void checkingAllAgreesWithCheckingWhileEditing() {
        m_validator->finish();
        QStringList live, all;
        for (int id = 0; id < m_catalog.size(); ++id)
            for (const auto& issue : m_validator->issuesOf({id}))
                live += issue.rule;
        for (const auto& issue : m_issues)
            all += issue.rule;
        QVERIFY(live == all);
    }
    void noFixTouchesAGuid() {
        for (const auto& issue : m_issues)
            QVERIFY(!issue.fix || !issue.rule.startsWith(QLatin1String("guid-")));
    }

private:
    /// A row for each rule that offers such fixes here.
    void addRulesWith(bool needsLook) {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<bool>("needsLook");
        std::set<QString> rules;
        for (const auto& issue : m_issues)
            if (issue.fix && issue.fix->needsLook == needsLook)
                rules.insert(issue.rule);
        for (const QString& rule : rules)
            QTest::newRow(qPrintable(rule)) << rule << needsLook;
        if (rules.empty())
            QSKIP("no real catalogue");
    }
    void tryFixes(int most) {
        QFETCH(QString, rule);
        QFETCH(bool, needsLook);
        int tried = 0;
        for (const auto& issue : m_issues) {
            if (issue.rule != rule || !issue.fix || issue.fix->needsLook != needsLook || ++tried > most)
                continue;
            tryFix(issue);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(tried > 0);
    }
    void tryFix(const catalog::Issue& issue) {
        QVERIFY(isAsExplained(issue));
        const QString place = issue.rule + QLatin1Char(' ') + m_catalog.relativePath(issue.episode);
        const QString outside = changeOutside(issue);
        QVERIFY2(issue.fix->needsLook || outside.isEmpty(), qPrintable(place + outside));
        m_validator->finish();
        const auto before = m_validator->issuesOf(issue.episode);
        const auto totalBefore = total();
        const auto inverse = m_catalog.apply(issue.fix->edit);
        QVERIFY2(inverse.hasValue(), qPrintable(place));
        m_validator->finish();
        const auto after = m_validator->issuesOf(issue.episode);
        const auto totalAfter = total();
        QVERIFY(m_catalog.apply(*inverse).hasValue());
        QVERIFY2(count(after, issue.rule) < count(before, issue.rule), qPrintable(place));
        QVERIFY2(errors(after) <= errors(before), qPrintable(place));
        if (issue.fix->needsLook)
            return;
        const QStringList found = newFindings(issue.rule, findingsOf(before), findingsOf(after));
        QVERIFY2(found.isEmpty(), qPrintable(place + QLatin1String(" then ") + found.join(QLatin1Char(' '))));
        // What ended here is all that ended anywhere: no other episode has more than before.
        const auto here = static_cast<int>(before.size()) - static_cast<int>(after.size());
        QVERIFY2(totalBefore - totalAfter >= here, qPrintable(place));
    }
    int total() const {
        using catalog::Severity;
        return m_validator->count(Severity::Error) + m_validator->count(Severity::Warning) +
               m_validator->count(Severity::Information);
    }
    /// A change of the fix that lies outside the lines of the issue and of its field's value.
    QString changeOutside(const catalog::Issue& issue) const {
        const catalog::Episode& episode = m_catalog.episode(issue.episode);
        const std::string& text = episode.text();
        format::Span lines = issue.span;
        const auto document = episode.document();
        if (const auto* node = document ? document->member(issue.field.toStdString()) : nullptr)
            lines = {std::min(lines.begin, node->key.begin), std::max(lines.end, node->span.end)};
        if (issue.rule == QLatin1String("body-invisible-char")) // one finding for all of the notes
            lines.end = text.size();
        lines.begin = lines.begin == 0 ? 0 : text.rfind('\n', lines.begin - 1) + 1;
        lines.end = std::min(text.find('\n', lines.end), text.size());
        for (const auto& change : issue.fix->edit.changes)
            if (change.span.begin < lines.begin || change.span.end > lines.end)
                return QStringLiteral(" changes %1 to %2, outside %3 to %4")
                    .arg(change.span.begin)
                    .arg(change.span.end)
                    .arg(lines.begin)
                    .arg(lines.end);
        return {};
    }
    static std::ptrdiff_t count(const std::vector<catalog::Issue>& issues, const QString& rule) {
        return std::count_if(issues.begin(), issues.end(),
                             [&](const auto& issue) { return issue.rule == rule; });
    }
    static std::ptrdiff_t errors(const std::vector<catalog::Issue>& issues) {
        return std::count_if(issues.begin(), issues.end(),
                             [](const auto& issue) { return issue.severity == catalog::Severity::Error; });
    }

    catalog::Catalog m_catalog;
    std::unique_ptr<catalog::Validator> m_validator;
    std::vector<catalog::Issue> m_issues;
    std::map<QString, int> m_hits;
    std::map<QString, std::set<int>> m_files;
};

QTEST_GUILESS_MAIN(TestRuleCounts)
#include "tst_rulecounts.moc"
