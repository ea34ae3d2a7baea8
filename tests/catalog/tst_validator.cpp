// SPDX-License-Identifier: MIT
// Longer than others: most of it is one table with a row a rule, and all of it asks one validator.
#include "catalog/validator.h"

#include "catalog/catalog.h"
#include "support/episodefixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using catalog::EpisodeId;

namespace {

QStringList rulesOf(const std::vector<catalog::Issue>& issues) {
    QStringList rules;
    for (const auto& issue : issues)
        rules += issue.rule;
    return rules;
}

void set(catalog::Catalog& catalog, EpisodeId id, const QByteArray& key, const QByteArray& json) {
    const auto value = format::JsonValue::parse(json.toStdString());
    const auto edits = catalog.episode(id).document()->set({key.toStdString()}, value.value());
    QVERIFY(edits.hasValue());
    QVERIFY(catalog.apply({id, *edits}).hasValue());
}

/// What is kept while editing must be what a look at all finds.
QStringList liveIssues(const catalog::Validator& validator, const catalog::Catalog& catalog) {
    QStringList rules;
    for (int id = 0; id < catalog.size(); ++id)
        rules += rulesOf(validator.issuesOf({id}));
    return rules;
}
QStringList allIssues(const catalog::Catalog& catalog) {
    return rulesOf(catalog::checkAll(catalog));
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
        row("title-html-entity", "Lanterns,", "Lanterns &amp;", true);
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
        row("url-double-slash", "org/night-desk-1", "org//night-desk-1", true);
        row("youtube-host", "\"youtube_link\": null", "\"youtube_link\": \"https://tube.example.org/x\"");
        row("youtube-id", "\"youtube_link\": null", "\"youtube_link\": \"https://youtu.be/short\"");
        row("youtube-form", "\"youtube_link\": null", "\"youtube_link\": \"https://youtu.be/abcdefghijk/\"",
            true);
        row("key-missing", "  \"podcast_alt_file\": null,\n", "", true);
        row("key-unknown", "{\n", "{\n  \"colour\": 1,\n");
        row("json-duplicate-key", "{\n", "{\n  \"title\": \"x\",\n", true);
        row("key-order", "  \"type\": \"episode\",\n  \"draft\": false,\n",
            "  \"draft\": false,\n  \"type\": \"episode\",\n", true);
        row("json-empty-array-multiline", "\"guests\": []", "\"guests\": [\n  ]", true);
        row("json-lone-surrogate", "\\u00e9", "\\ud83d");
        row("file-bom", "{\n  \"type\"", "\xEF\xBB\xBF{\n  \"type\"", true);
        row("file-crlf", "{\n", "{\r\n", true);
        row("link-title-unescaped-quote", "\"The lamp museum\"", "\"The \"lamp\" museum\"", true);
        row("link-url-empty", "(https://oil.example.org/)", "()");
        row("link-url-unsafe-scheme", "(https://oil.example.org/)", "(file:///oil)");
        row("link-url-no-scheme", "(https://oil.example.org/)", "(oil.example.org)", true);
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

    void aRefusedFileSaysWhatItMayMean() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1), EpisodeFixture::episode(1).replace("Lanterns", "L\xE4nterns"));
        catalog::Catalog catalog;
        site.openIn(catalog);
        QVERIFY(catalog.episode({0}).isRefused());
        const auto issues = catalog::checkAll(catalog);
        QCOMPARE(rulesOf(issues), QStringList{QStringLiteral("file-not-utf8")});
        QVERIFY2(issues[0].message.contains(QStringLiteral("Windows-1252")), qPrintable(issues[0].message));
        QVERIFY2(issues[0].message.contains(QStringLiteral("Länterns")), qPrintable(issues[0].message));
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

    void whatTwoEpisodesShareShowsOnBothAndGoesFromBoth_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("own");
        QTest::addColumn<QByteArray>("other");
        const auto row = [](const char* rule, const char* key, const char* own, const char* other) {
            QTest::newRow(rule) << QByteArray(key) << QByteArray(own) << QByteArray(other);
        };
        row("guid-duplicate", "episode_guid", "\"6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001\"",
            "\"6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0002\"");
        row("episode-number-duplicate", "episode", "1", "2");
        row("slug-duplicate", "slug", "\"1\"", "\"2\"");
        row("title-duplicate-in-show", "title", "\"Lanterns, part 1\"", "\"Lanterns, part 2\"");
        row("url-duplicate-across-episodes", "podcast_file", "\"https://media.example.org/night-desk-1.mp3\"",
            "\"https://media.example.org/night-desk-2.mp3\"");
        row("fireside-url-duplicate", "fireside_url", "\"/1\"", "\"/2\"");
    }
    void whatTwoEpisodesShareShowsOnBothAndGoesFromBoth() {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, own);
        QFETCH(QByteArray, other);
        const QString rule = QString::fromLatin1(QTest::currentDataTag());
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1), EpisodeFixture::episode(1).replace("\"" + key + "\": " + own,
                                                                               "\"" + key + "\": " + other));
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        validator.finish();
        QVERIFY(rulesOf(validator.issuesOf({0})).contains(rule));
        QVERIFY(rulesOf(validator.issuesOf({1})).contains(rule));
        set(catalog, {0}, key, own);
        QVERIFY(!rulesOf(validator.issuesOf({0})).contains(rule)); // at once, while it is typed
        validator.finish();
        QVERIFY(!rulesOf(validator.issuesOf({1})).contains(rule));
        set(catalog, {0}, key, other);
        validator.finish();
        QVERIFY(rulesOf(validator.issuesOf({1})).contains(rule));
    }

    void theNextNumberIsCheckedAgain() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        validator.finish();
        const auto next = [&] {
            validator.finish();
            return rulesOf(validator.issuesOf({1})); // number 2
        };
        QCOMPARE(next(), QStringList());
        set(catalog, {0}, "date", "\"2024-03-02T19:00:00-08:00\"");
        QVERIFY(next().contains(QStringLiteral("date-order-vs-number")));
        set(catalog, {0}, "date", "\"2024-03-02T17:00:00-08:00\"");
        QCOMPARE(next(), QStringList());
        set(catalog, {2}, "episode", "0"); // then 2 follows 0
        set(catalog, {0}, "episode", "\"one\"");
        QVERIFY(next().contains(QStringLiteral("episode-number-gap")));
        set(catalog, {0}, "episode", "1");
        QCOMPARE(next(), QStringList());
    }

    void aHabitThatGoesTakesItsDeviationsWithIt() {
        const EpisodeFixture site;
        constexpr int episodes = 21;
        for (int number = 4; number <= episodes; ++number) {
            const QByteArray n = QByteArray::number(number);
            site.write(EpisodeFixture::path(number),
                       EpisodeFixture::episode(1)
                           .replace("\"episode\": 1,", "\"episode\": " + n + ",")
                           .replace("-1.mp3", "-" + n + ".mp3"));
        }
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        const QString rule = QStringLiteral("header-image-not-show-default");
        set(catalog, {5}, "header_image", "\"/images/other.png\"");
        validator.finish();
        QVERIFY(rulesOf(validator.issuesOf({5})).contains(rule));
        QVERIFY(!rulesOf(validator.issuesOf({6})).contains(rule));
        set(catalog, {6}, "header_image", "\"/images/other.png\""); // two of 21 still are few
        validator.finish();
        QVERIFY(rulesOf(validator.issuesOf({5})).contains(rule));
        set(catalog, {7}, "header_image", "\"/images/other.png\""); // three are more than one in ten
        validator.finish();
        for (int id : {5, 6, 7, 8})
            QVERIFY(!rulesOf(validator.issuesOf({id})).contains(rule));
        QCOMPARE(liveIssues(validator, catalog), allIssues(catalog));
    }

    /// Nobody calls finish(): the other thread does it all, whatever is edited meanwhile.
    void checksOnAnotherThreadWhileEpisodesChange() {
        const EpisodeFixture site;
        for (int number = 4; number <= 80; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(1 + number % 2));
        catalog::Catalog catalog;
        catalog::Validator validator(catalog);
        QSignalSpy progress(&validator, &catalog::Validator::progressed);
        site.openIn(catalog);
        QVERIFY(validator.isBusy());
        for (int round = 0; round < 40; ++round) {
            set(catalog, {round}, "slug", QByteArray::number(round % 7).prepend('"').append('"'));
            set(catalog, {round}, "title", "\"\"");
            QVERIFY(rulesOf(validator.issuesOf({round})).contains(QStringLiteral("title-empty")));
            QTest::qWait(1);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!validator.isBusy(), 20'000);
        QCOMPARE(liveIssues(validator, catalog), allIssues(catalog));
        QCOMPARE(progress.last().at(0), progress.last().at(1));
        QVERIFY(progress.last().at(1).toInt() > 0);
    }

    /// A step of thousands is checked behind it, however few of them come in a turn.
    void whatComesInManyTurnsIsCheckedBehind() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        validator.finish();
        catalog.setChangingMany(true);
        set(catalog, {0}, "title", "\"\"");
        catalog.setChangingMany(false);
        QVERIFY(validator.issuesOf({0}).empty() && validator.isBusy());
        QTRY_VERIFY(rulesOf(validator.issuesOf({0})).contains(QStringLiteral("title-empty")));
    }

    void anotherCatalogueWhileOneIsChecked() {
        const EpisodeFixture site;
        for (int number = 4; number <= 60; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(1));
        catalog::Catalog catalog;
        catalog::Validator validator(catalog);
        for (int wait = 0; wait < 12; ++wait) { // closed at other moments of the work
            site.openIn(catalog);
            QTest::qWait(wait);
            catalog.clear();
            QVERIFY(!validator.isBusy());
            QCOMPARE(validator.count(catalog::Severity::Error), 0);
        }
        site.openIn(catalog);
        QTRY_VERIFY_WITH_TIMEOUT(!validator.isBusy(), 20'000);
        QCOMPARE(liveIssues(validator, catalog), allIssues(catalog));
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

    /// A step of many episodes must not stop the window: most of them are checked on the other thread. Until
    /// then nothing is said of them that was true of the old text.
    void checksManyTogetherLater() {
        constexpr int many = 40;
        const EpisodeFixture site;
        for (int number = 4; number <= many; ++number)
            site.write(EpisodeFixture::path(number),
                       EpisodeFixture::episode(number % 10).replace("Lanterns", " Lanterns"));
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        validator.finish();
        const auto hasTitleIssue = [&](int id) {
            return rulesOf(validator.issuesOf({id})).contains(QLatin1String("title-outer-whitespace"));
        };
        QVERIFY(hasTitleIssue(many - 1));
        QSignalSpy changed(&validator, &catalog::Validator::issuesChanged);
        for (int id = 0; id < many; ++id)
            set(catalog, {id}, "title", "\"Dusk\"");
        QVERIFY(validator.isBusy());
        QVERIFY(changed.size() >= many); // whoever shows the old ones looks anew
        QVERIFY(validator.issuesOf({many - 1}).empty());
        for (int id = 0; id < many; ++id)
            QVERIFY(!hasTitleIssue(id));
        QTRY_VERIFY(!validator.isBusy());
        QStringList live = liveIssues(validator, catalog);
        QStringList all = allIssues(catalog);
        live.sort();
        all.sort();
        QCOMPARE(live, all);
        QVERIFY(live.contains(QLatin1String("title-duplicate-in-show")));
        QTest::qWait(150);                       // what comes later is no part of that step
        set(catalog, {0}, "title", "\" Dusk\""); // one alone is checked at once
        QVERIFY(hasTitleIssue(0));
    }

    /// Files that go together take what they shared with others along.
    void manyThatGoTogetherAreForgotten() {
        constexpr int many = 40;
        const EpisodeFixture site;
        for (int number = 4; number <= many; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(1));
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        validator.finish();
        const QString rule = QStringLiteral("guid-duplicate");
        QVERIFY(rulesOf(validator.issuesOf({0})).contains(rule));
        for (int id = 3; id < many; ++id)
            catalog.forget({id});
        QTRY_VERIFY(!validator.isBusy());
        QVERIFY(!rulesOf(validator.issuesOf({0})).contains(rule));
        QCOMPARE(liveIssues(validator, catalog), allIssues(catalog));
    }

    /// A step that is taken in turns of the event loop would else stop for a few checks in each.
    void checksNothingAtOnceInLaterTurnsOfAStep() {
        constexpr int many = 40;
        const EpisodeFixture site;
        for (int number = 4; number <= many; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number % 10));
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        validator.finish();
        const auto isFound = [&](int id) {
            return rulesOf(validator.issuesOf({id})).contains(QLatin1String("title-outer-whitespace"));
        };
        set(catalog, {0}, "title", "\" Dusk\"");
        QVERIFY(isFound(0));
        for (int id = 1; id < many - 1; ++id)
            set(catalog, {id}, "title", "\"Dusk\"");
        QCoreApplication::processEvents();
        set(catalog, {many - 1}, "title", "\" Dusk\"");
        QVERIFY(!isFound(many - 1));
        QTRY_VERIFY(isFound(many - 1));
    }
};

QTEST_GUILESS_MAIN(TestValidator)
#include "tst_validator.moc"
