// SPDX-License-Identifier: MIT
#include "catalog/validator.h"

#include "catalog/catalog.h"
#include "support/episodefixture.h"
#include "support/realcatalog.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>

using catalog::EpisodeId;

namespace {

QStringList rulesOf(const std::vector<catalog::Issue>& issues) {
    QStringList rules;
    for (const auto& issue : issues)
        rules += issue.rule;
    return rules;
}

} // namespace

class TestValidator : public QObject {
    Q_OBJECT

private slots:
    void aSoundEpisodeHasNoIssue() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        QCOMPARE(rulesOf(catalog::checkAll(catalog)), QStringList());
    }

    void everyRuleFindsItsFault_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("hasFix");
        const auto row = [](const char* rule, const char* from, const char* to, bool hasFix = false) {
            QTest::newRow(rule) << QByteArray(from) << QByteArray(to) << hasFix;
        };
        row("show-slug-folder-mismatch", "\"show_slug\": \"night-desk\"", "\"show_slug\": \"day\"", true);
        row("show-name-mismatch", "\"show_name\": \"Night Desk\"", "\"show_name\": \"Night desk\"", true);
        row("episode-not-number", "\"episode\": 1,", "\"episode\": \"1\",");
        row("episode-padded-mismatch", "\"0001\"", "\"001\"", true);
        row("filename-mismatch", "\"0001\"", "\"001\"");
        row("slug-mismatch", "\"slug\": \"1\"", "\"slug\": \"01\"", true);
        row("slug-duplicate", "\"slug\": \"1\"", "\"slug\": \"2\"");
        row("episode-number-duplicate", "\"episode\": 1,", "\"episode\": 2,");
        row("guid-duplicate", "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001", "6F0C2F5E-3F7A-4C55-9A51-0B6F5D5C0002");
        row("guid-not-canonical", "6f0c2f5e-", "6F0C2F5E-");
        row("guid-invalid", "6f0c2f5e-", "6f0c2f5-");
        row("guid-nil", "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001", "00000000-0000-0000-0000-000000000000");
        row("title-empty", "Lanterns, part 1", "  ");
        row("title-outer-whitespace", "Lanterns, part 1", "Lanterns ", true);
        row("title-double-space", "Lanterns, part", "Lanterns,  part", true);
        row("title-html-entity", "Lanterns,", "Lanterns &amp;");
        row("title-number-prefix", "Lanterns, part 1", "1: Lanterns", true);
        row("description-empty", "We caf\\u00e9 and \\\"talk\\\".", "");
        row("date-invalid", "2024-03-01T18:00:00-08:00", "2024-02-30T18:00:00-08:00");
        row("date-only", "2024-03-01T18:00:00-08:00", "2024-03-01");
        row("date-no-offset", "2024-03-01T18:00:00-08:00", "2024-03-01T18:00:00");
        row("date-in-future", "2024-03-01T", "9024-03-01T");
        row("hosts-empty", "\"hosts\": [\n    \"ada\"\n  ]", "\"hosts\": []");
        row("host-unknown", "\"ada\"", "\"cleo\"");
        row("guest-unknown", "\"guests\": []", "\"guests\": [\"cleo\"]");
        row("guest-also-host", "\"guests\": []", "\"guests\": [\"ada\"]", true);
        row("guests-duplicate", "\"guests\": []", "\"guests\": [\"ben\", \"ben\"]", true);
        row("tags-duplicate", "\"oil\"", "\"lamps\"", true);
        row("categories-first-not-show", "\"categories\": [\n    \"Night", "\"categories\": [\n    \"Day",
            true);
        row("no-playable-audio", "\"https://media.example.org/night-desk-1.mp3\"", "null");
        row("bytes-not-number", "14000001", "\"14000001\"", true);
        row("duration-invalid", "00:31:01", "31:01");
        row("duration-format", "00:31:01", "0:31:01", true);
        row("duration-implausible", "00:31:01", "00:01:01");
        row("bitrate-implausible", "14000001", "140000010");
        row("url-empty-string", "\"podcast_ogg_file\": null", "\"podcast_ogg_file\": \"\"", true);
        row("url-invalid", "https://media", "ftp://media");
        row("url-double-slash", "org/night-desk-1", "org//night-desk-1");
        row("youtube-host", "\"youtube_link\": null", "\"youtube_link\": \"https://tube.example.org/x\"");
        row("youtube-id", "\"youtube_link\": null", "\"youtube_link\": \"https://youtu.be/short\"");
        row("youtube-form", "\"youtube_link\": null", "\"youtube_link\": \"https://youtu.be/abcdefghijk/\"",
            true);
        row("key-missing", "  \"podcast_alt_file\": null,\n", "", true);
        row("key-unknown", "{\n", "{\n  \"colour\": 1,\n");
        row("json-duplicate-key", "{\n", "{\n  \"title\": \"x\",\n", true);
        row("key-order", "  \"type\": \"episode\",\n  \"draft\": false,\n",
            "  \"draft\": false,\n  \"type\": \"episode\",\n");
        row("json-empty-array-multiline", "\"guests\": []", "\"guests\": [\n  ]", true);
        row("json-lone-surrogate", "\\u00e9", "\\ud83d");
        row("file-bom", "{\n  \"type\"", "\xEF\xBB\xBF{\n  \"type\"", true);
        row("file-crlf", "{\n", "{\r\n", true);
        row("link-title-unescaped-quote", "\"The lamp museum\"", "\"The \"lamp\" museum\"");
        row("link-url-empty", "(https://oil.example.org/)", "()");
        row("link-url-unsafe-scheme", "(https://oil.example.org/)", "(file:///oil)");
        row("link-url-no-scheme", "(https://oil.example.org/)", "(oil.example.org)");
        row("json-invalid", "{\n", "{,\n");
        row("file-not-utf8", "Lanterns", "L\xE4nterns");
    }
    void everyRuleFindsItsFault() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(bool, hasFix);
        const QString rule = QString::fromLatin1(QTest::currentDataTag());
        const EpisodeFixture site;
        QByteArray text = EpisodeFixture::episode(1);
        const auto at = text.indexOf(from);
        QVERIFY(at >= 0);
        site.write(EpisodeFixture::path(1), text.replace(at, from.size(), to));
        catalog::Catalog catalog;
        site.openIn(catalog);
        const auto issues = catalog::checkAll(catalog);
        const auto found =
            std::find_if(issues.begin(), issues.end(), [&](const auto& issue) { return issue.rule == rule; });
        QVERIFY2(found != issues.end(), qPrintable(rulesOf(issues).join(QLatin1Char(' '))));
        QVERIFY(!found->message.isEmpty());
        QCOMPARE(found->fix.has_value(), hasFix);
        if (!hasFix)
            return;
        QVERIFY(catalog.apply(found->fix->edit).hasValue());
        const QStringList left = rulesOf(catalog::checkAll(catalog));
        QVERIFY2(!left.contains(rule), qPrintable(left.join(QLatin1Char(' '))));
        QVERIFY(left.size() < static_cast<qsizetype>(issues.size()));
    }

    void aFileOutsideAShowMayHaveAnyName() {
        const EpisodeFixture site;
        site.write(QStringLiteral("draft.txt"), EpisodeFixture::episode(7));
        const auto listing = catalog::listEpisodeFiles({site.absolute(QStringLiteral("draft.txt"))});
        catalog::Catalog catalog;
        catalog.setRoot(listing.root);
        catalog.add(catalog::FolderLoader::loadAll(listing).episodes);
        QCOMPARE(rulesOf(catalog::checkAll(catalog)), QStringList());
    }

    void aSharedGuidShowsOnBothAndGoesFromBoth() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        validator.finish();
        QCOMPARE(validator.count(catalog::Severity::Error), 0);
        const auto document = catalog.episode({0}).document();
        const auto edits = document->set({std::string("episode_guid")},
                                         format::JsonValue::string("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0002"));
        QVERIFY(edits.hasValue());
        const auto inverse = catalog.apply({{0}, *edits});
        QVERIFY(inverse.hasValue());
        const QString rule = QStringLiteral("guid-duplicate");
        QVERIFY(rulesOf(validator.issuesOf({0})).contains(rule)); // at once, while it is typed
        validator.finish();
        QVERIFY(rulesOf(validator.issuesOf({1})).contains(rule));
        QVERIFY(catalog.apply(*inverse).hasValue());
        validator.finish();
        QVERIFY(validator.issuesOf({0}).empty());
        QVERIFY(validator.issuesOf({1}).empty());
        QCOMPARE(validator.count(catalog::Severity::Error), 0);
        catalog.clear();
        QVERIFY(!validator.isBusy());
        QVERIFY(validator.issuesOf({0}).empty());
    }

    void realEpisodesHaveTheCountedIssues() {
        const QString root = realCatalog();
        if (root.isEmpty())
            QSKIP("no real catalogue: set EPISODE_DESK_CATALOG");
        const auto listing = catalog::listEpisodeFiles({root});
        catalog::Catalog catalog;
        catalog.setRoot(listing.root);
        catalog.setRegistry(catalog::Registry::read(catalog::contentFolderOf(root)));
        catalog.add(catalog::FolderLoader::loadAll(listing).episodes);
        if (catalog.size() != 812)
            QSKIP("the counts are for another catalogue");
        QElapsedTimer timer;
        timer.start();
        std::map<QString, int> counts;
        for (const auto& issue : catalog::checkAll(catalog))
            ++counts[issue.rule];
        qInfo("checked in %lld ms", static_cast<long long>(timer.elapsed()));
        const std::map<QString, int> expected = {
            {QStringLiteral("bitrate-implausible"), 2},
            {QStringLiteral("body-empty"), 249},
            {QStringLiteral("bytes-missing"), 55},
            {QStringLiteral("date-only"), 55},
            {QStringLiteral("duration-implausible"), 3},
            {QStringLiteral("duration-missing"), 55},
            {QStringLiteral("episode-not-number"), 4},
            {QStringLiteral("file-no-final-newline"), 8},
            {QStringLiteral("guid-nil"), 55},
            {QStringLiteral("guid-not-canonical"), 245},
            {QStringLiteral("hosts-empty"), 2},
            {QStringLiteral("json-empty-array-multiline"), 1},
            {QStringLiteral("link-broken-syntax"), 1},
            {QStringLiteral("link-title-unescaped-quote"), 38},
            {QStringLiteral("link-unbalanced-backtick"), 1},
            {QStringLiteral("link-url-no-scheme"), 2},
            {QStringLiteral("podcast-file-missing"), 55},
            {QStringLiteral("sponsors-duplicate"), 3},
            {QStringLiteral("tags-empty"), 355},
            {QStringLiteral("youtube-form"), 1},
            {QStringLiteral("youtube-id"), 2},
        };
        for (const auto& [rule, count] : counts)
            qInfo("%s %d", qPrintable(rule), count);
        QVERIFY(counts == expected);
    }
};

QTEST_GUILESS_MAIN(TestValidator)
#include "tst_validator.moc"
