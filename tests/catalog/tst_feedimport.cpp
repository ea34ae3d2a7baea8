// SPDX-License-Identifier: MIT
#include "catalog/chapteredit.h"
#include "catalog/feed/feedepisodes.h"
#include "catalog/feed/feedreading.h"
#include "catalog/feed/rsswriter.h"
#include "support/episodefixture.h"
#include "support/feedfixture.h"
#include "support/realcatalog.h"

#include <QTest>

using catalog::FeedComparison;

class TestFeedImport : public QObject {
    Q_OBJECT

    static catalog::Feed read(const QByteArray& bytes) {
        auto feed = catalog::readFeed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (!feed)
            qFatal("the feed cannot be read: %s", feed.error().message.c_str());
        return *feed;
    }
    static const QString& show() {
        static const QString slug = QStringLiteral("night-desk");
        return slug;
    }
    /// One item compared with the fixture's episode 3, of which `from` is replaced by `to`.
    static FeedComparison compared(const QByteArray& item, const QByteArray& from = {},
                                   const QByteArray& to = {}, QByteArray* after = nullptr) {
        const EpisodeFixture site;
        if (!from.isEmpty())
            site.write(EpisodeFixture::path(3), EpisodeFixture::episode(3).replace(from, to));
        catalog::Catalog catalog;
        site.openIn(catalog);
        FeedComparison comparison =
            catalog::compareFeed(read(feedfixture::rss(item)), catalog::comparisonSource(catalog, show()));
        if (after) {
            for (catalog::ProposedChange& change : comparison.proposal.changes)
                change.isTicked = true;
            for (const catalog::Edit& edit : catalog::gathered(comparison.proposal).edits)
                if (!catalog.apply(edit))
                    qFatal("an edit does not fit");
            *after = QByteArray::fromStdString(catalog.episode({2}).text());
        }
        return comparison;
    }

private slots:
    void knownBy_data() {
        QTest::addColumn<QByteArray>("guid"); // of the feed's item 3
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<int>("known"); // KnownBy; -1: new
        const QByteArray guid = "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0003";
        const QByteArray url = "https://media.example.org/night-desk-3.mp3";
        const QByteArray title = "Lanterns, part 3";
        const QByteArray other = "https://other.example.org/a.mp3";
        QTest::newRow("GUID") << guid << other << QByteArray("Wicks") << 0;
        QTest::newRow("GUID in capitals") << guid.toUpper() << other << QByteArray("Wicks") << 0;
        QTest::newRow("enclosure") << QByteArray("x") << url << QByteArray("Wicks") << 1;
        QTest::newRow("enclosure by way of a counter")
            << QByteArray("x") << QByteArray(url).replace("https://", "https://op3.dev/e/")
            << QByteArray("Wicks") << 1;
        QTest::newRow("number and title") << QByteArray("x") << other << title << 2;
        QTest::newRow("the number in the title, too") << QByteArray("x") << other << "3: " + title << 2;
        QTest::newRow("number alone") << QByteArray("x") << other << QByteArray("Wicks") << -1;
        QTest::newRow("nothing at all") << QByteArray() << other << QByteArray() << -1;
    }
    void knownBy() {
        QFETCH(QByteArray, guid);
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, title);
        QFETCH(int, known);
        const FeedComparison comparison =
            compared(feedfixture::item(3)
                         .replace("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0003", guid)
                         .replace("https://media.example.org/night-desk-3.mp3", url)
                         .replace("Lanterns, part 3", title));
        QCOMPARE(comparison.newItems.size(), std::size_t(known < 0 ? 1 : 0));
        QCOMPARE(comparison.known.size(), std::size_t(known < 0 ? 0 : 1));
        if (known < 0)
            return;
        QCOMPARE(comparison.known.front().id.value, 2);
        QCOMPARE(static_cast<int>(comparison.known.front().by), known);
    }

    /// A placeholder is no GUID: many episodes may have it.
    void nilGuidsNameNobody() {
        const QByteArray guid = "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0003";
        const QByteArray nil = "00000000-0000-0000-0000-000000000000";
        const FeedComparison comparison = compared(
            feedfixture::item(3).replace(guid, nil).replace("media.", "other.").replace("Lanterns", "Wicks"),
            guid, nil);
        QCOMPARE(comparison.newItems.size(), std::size_t(1));
    }

    void enclosureKeys_data() {
        QTest::addColumn<QString>("url");
        for (const char* url : {"https://media.example.org/a.mp3", "http://media.example.org/a.mp3",
                                "https://op3.dev/e/media.example.org/a.mp3",
                                "https://op3.dev/e/https://media.example.org/a.mp3",
                                "https://dts.podtrac.com/redirect.mp3/op3.dev/e/media.example.org/a.mp3?x=1",
                                "https://chtbl.com/track/ABC/media.example.org/a.mp3#t"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void enclosureKeys() {
        QFETCH(QString, url);
        QCOMPARE(catalog::enclosureKey(url), QStringLiteral("media.example.org/a.mp3"));
    }

    /// By number and title: another GUID and another host.
    void movedToAnotherHost() {
        const FeedComparison comparison =
            compared(feedfixture::item(3).replace("6f0c2f5e", "aaaaaaaa").replace("media.", "other."));
        QCOMPARE(comparison.known.size(), std::size_t(1));
        QCOMPARE(comparison.known.front().by, catalog::KnownBy::NumberAndTitle);
        QCOMPARE(comparison.fields, std::vector<std::string_view>{"podcast_file"});
        QVERIFY(!comparison.proposal.changes.front().isTicked);
    }

    /// What differs in one way: which field is offered, what it becomes, and whether it is ticked.
    void fields_data() {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QByteArray>("from"); // in the episode
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("field"); // empty: nothing is offered
        QTest::addColumn<QByteArray>("after"); // instead of `to`
        QTest::addColumn<bool>("isTicked");
        const auto row = [](const char* name, const QByteArray& more, const QByteArray& from,
                            const QByteArray& to, const QByteArray& field, const QByteArray& after,
                            bool isTicked) {
            QTest::newRow(name) << feedfixture::item(3, more) << from << to << field << after << isTicked;
        };
        const QByteArray bytes = "\"podcast_bytes\": 14000003";
        row("all the same", "", "", "", "", "", false);
        row("no size", "", bytes, "\"podcast_bytes\": null", "podcast_bytes", bytes, true);
        row("another size", "", bytes, "\"podcast_bytes\": 5", "podcast_bytes", bytes, false);
        row("no duration", "<itunes:duration>1863</itunes:duration>", "\"00:31:03\"", "null",
            "podcast_duration", "\"00:31:03\"", true);
        row("the duration in other words", "<itunes:duration>31:03</itunes:duration>", "", "", "", "", false);
        row("no file", "", "\"https://media.example.org/night-desk-3.mp3\"", "null", "podcast_file",
            "\"https://media.example.org/night-desk-3.mp3\"", true);
        row("the other file", "",
            "\"https://media.example.org/night-desk-3.mp3\",\n  \"podcast_bytes\": 14000003,\n"
            "  \"podcast_chapters\": null,\n  \"podcast_alt_file\": null",
            "null,\n  \"podcast_bytes\": null,\n  \"podcast_chapters\": null,\n"
            "  \"podcast_alt_file\": \"https://media.example.org/night-desk-3.mp3\"",
            "", "", false);
        row("the title with its number", "<itunes:title>3: Lanterns, part 3</itunes:title>", "", "", "", "",
            false);
        row("another title", "", "Lanterns, part 3", "Lamps", "title", "Lanterns, part 3", false);
        row("no description", "<description>Short.</description>", "\"We caf\\u00e9 and \\\"talk\\\".\"",
            "\"\"", "description", "\"Short.\"", true);
        row("the description on two lines", "<description>We caf\xc3\xa9\n  and \"talk\".</description>", "",
            "", "", "", false);
        row("the same moment", "", "2024-03-03T18:00:00-08:00", "2024-03-04T03:00:00+01:00", "", "", false);
        row("another moment", "", "T18:00:00-08:00", "T18:00:01-08:00", "date", "T18:00:00-08:00", false);
        row("no hosts", "<podcast:person>ADA  quill</podcast:person>", "\"hosts\": [\n    \"ada\"\n  ]",
            "\"hosts\": []", "hosts", "\"hosts\": [\n    \"ada\"\n  ]", true);
        row("a guest", "<podcast:person role=\"Guest\">Ben Harrow</podcast:person>", "\"guests\": []",
            "\"guests\": []", "guests", "\"guests\": [\n    \"ben\"\n  ]", true);
        row("somebody unknown", "<podcast:person role=\"guest\">Zed</podcast:person>", "", "", "", "", false);
        row("the tags in another order", "<category>oil</category><category>lamps</category>", "", "", "", "",
            false);
        row("another tag", "<category>wax</category>", "\"lamps\",\n    \"oil\"", "\"lamps\",\n    \"oil\"",
            "tags", "\"wax\"", false);
        row("a transcript",
            "<podcast:transcript url=\"https://media.example.org/3.srt\" type=\"application/x-subrip\"/>",
            "\"fireside_url\": \"/3\"", "\"fireside_url\": \"/3\"", "transcripts",
            "\"fireside_url\": \"/3\",\n  \"transcripts\": [\n    {\n      \"url\": "
            "\"https://media.example.org/3.srt\",\n      \"type\": \"application/x-subrip\"\n    }\n  ]",
            true);
        row("a GUID", "", "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0003", "00000000-0000-0000-0000-000000000000",
            "episode_guid", "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0003", true);
        row("the notes as they are",
            "<description><![CDATA[<h3>Episode Links</h3><ul><li><a href=\"https://lamps.example.org/\">The "
            "lamp museum</a> &#8212; Open at night.</li><li><a href=\"https://oil.example.org/\">Oil</a>"
            "</li></ul>]]></description>",
            "", "", "", "", false);
        row("other notes",
            "<description><![CDATA[<ul><li><a href=\"https://wax.example.org/\">Wax</a></li></ul>]]>"
            "</description>",
            "  * [The lamp museum](https://lamps.example.org/ \"The lamp museum\") \xe2\x80\x94 Open at "
            "night.\n  * [Oil](https://oil.example.org/)\n",
            "  * [Old](https://old.example.org/)\n", "notes", "  * [Wax](https://wax.example.org/)\n", false);
    }
    void fields() {
        QFETCH(QByteArray, item);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, after);
        QFETCH(bool, isTicked);
        QVERIFY(from.isEmpty() || EpisodeFixture::episode(3).contains(from));
        QByteArray text;
        const FeedComparison comparison = compared(item, from, to, &text);
        QCOMPARE(comparison.known.size(), std::size_t(1));
        std::vector<std::string_view> expected;
        if (!field.isEmpty())
            expected.emplace_back(field.constData());
        QCOMPARE(comparison.fields, expected);
        if (field.isEmpty())
            return;
        QCOMPARE(text, EpisodeFixture::episode(3).replace(from, after));
        QVERIFY(!comparison.proposal.changes.front().after.isEmpty());
        QCOMPARE(compared(item, from, to).proposal.changes.front().isTicked, isTicked);
    }

    void saysWhatCannotBeTakenOver() {
        const FeedComparison comparison = compared(
            feedfixture::item(3, "<podcast:person>Zed</podcast:person><itunes:season>4"
                                 "</itunes:season><podcast:chapters url=\"https://c.example.org/\"/>"));
        const QString said = comparison.notTaken.value(0).join(QLatin1Char(' '));
        for (const char* word : {"Zed", "4", "https://c.example.org/"})
            QVERIFY2(said.contains(QLatin1String(word)), qPrintable(said));
    }

    /// A season that the episode states as well needs no word.
    void seasonsTheSame() {
        const QByteArray page = "\"fireside_url\": \"/3\"";
        for (const char* season : {"4", "5"}) {
            const FeedComparison comparison =
                compared(feedfixture::item(3, "<itunes:season>4</itunes:season>"), page,
                         page + ",\n  \"season\": " + season);
            QCOMPARE(comparison.notTaken.isEmpty(), QByteArray(season) == "4");
        }
    }

    void newEpisode() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        const catalog::Feed feed = read(feedfixture::rss(feedfixture::fullItem()));
        const FeedComparison comparison =
            catalog::compareFeed(feed, catalog::comparisonSource(catalog, show()));
        QCOMPARE(comparison.newItems, std::vector<std::size_t>{0});
        const auto episodes = catalog::feedEpisodes(catalog, show(), feed, comparison, false);
        QCOMPARE(episodes.size(), std::size_t(1));
        QCOMPARE(episodes.front().whyNot, QString());
        QCOMPARE(episodes.front().plan.relativePath(), EpisodeFixture::path(12));
        const auto text = catalog::textOf(episodes.front(), feed.items.front(), comparison.habits);
        QVERIFY2(text.hasValue(), text ? "" : text.error().message.c_str());
        const auto document = format::Document::parse(*text);
        QVERIFY(document.hasValue());
        const auto value = [&](const char* key) { return catalog::valueText(*document, key); };
        QCOMPARE(value("title"), QStringLiteral("Wicks & Wax"));
        QCOMPARE(value("draft"), QStringLiteral("false"));
        QCOMPARE(value("episode"), QStringLiteral("12"));
        QCOMPARE(value("description"), QStringLiteral("All about wicks."));
        QCOMPARE(value("date"), QStringLiteral("2024-04-12T18:00:00-07:00"));
        QCOMPARE(value("hosts"), QStringLiteral("ada"));
        QCOMPARE(value("guests"), QStringLiteral("ben"));
        QCOMPARE(value("tags"), QStringLiteral("wax, wicks"));
        QCOMPARE(value("podcast_duration"), QStringLiteral("01:02:03"));
        QCOMPARE(value("podcast_bytes"), QStringLiteral("24000012"));
        QCOMPARE(catalog::chaptersOf(*document).size(), std::size_t(2));
        QCOMPARE(QByteArray::fromStdString(std::string(document->body())),
                 QByteArray("\n\n\n### Episode Links\n\n"
                            "  * [The wick shop](https://wicks.example.org/ \"The wick shop\") \xe2\x80\x94 "
                            "Open at dusk.\n  * [Wax](https://wax.example.org/)\n\n\n"));
        // Once it is written, the feed has nothing new and nothing else.
        site.write(EpisodeFixture::path(12), QByteArray::fromStdString(*text));
        catalog::Catalog again;
        site.openIn(again);
        const FeedComparison after = catalog::compareFeed(feed, catalog::comparisonSource(again, show()));
        QVERIFY(after.newItems.empty());
        QCOMPARE(after.fields, std::vector<std::string_view>());
    }

    void numbersOfNewEpisodes() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        const catalog::Feed feed = read(
            feedfixture::rss("<item><title>C</title><pubDate>3 May 2024</pubDate></item>"
                             "<item><title>B</title><pubDate>2 May 2024</pubDate></item>"
                             "<item><title>4: A</title><pubDate>1 May 2024</pubDate></item>"
                             "<item><title>4: D</title><pubDate>4 May 2024</pubDate></item>"
                             "<item><title>2: E</title><pubDate>5 May 2024</pubDate></item>"
                             "<item><title>F</title><pubDate>soon</pubDate></item>"
                             "<item><title>../../etc: G</title><itunes:episode>../../etc</itunes:episode>"
                             "<pubDate>6 May 2024</pubDate></item>"));
        const FeedComparison comparison =
            catalog::compareFeed(feed, catalog::comparisonSource(catalog, show()));
        QStringList made;
        for (const auto& episode : catalog::feedEpisodes(catalog, show(), feed, comparison, true))
            made += episode.plan.episode.title + QLatin1Char(' ') + episode.plan.episode.number +
                    (episode.whyNot.isEmpty() ? QString() : QStringLiteral(" not"));
        QCOMPARE(made,
                 (QStringList{QStringLiteral("A 4"), QStringLiteral("B 5"), QStringLiteral("C 6"),
                              QStringLiteral("D 4 not"), QStringLiteral("E 2 not"),
                              QStringLiteral("../../etc: G ../../etc not"), QStringLiteral("F 7 not")}));
    }

    void cancelled() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        int asked = 0;
        const FeedComparison comparison = catalog::compareFeed(
            read(feedfixture::rss(feedfixture::fullItem())), catalog::comparisonSource(catalog, show()),
            [&asked](int, int total) { return total == 4 && ++asked < 2; });
        QVERIFY(!comparison.isWhole);
        QCOMPARE(asked, 2);
    }

    void exportedAndReadAgain_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("sample") << QStringLiteral(EPISODE_DESK_SAMPLE);
        QTest::newRow("real") << realCatalog();
    }
    /// The feed of each show brings nothing new and nothing different.
    void exportedAndReadAgain() {
        QFETCH(QString, folder);
        if (folder.isEmpty())
            QSKIP("No real catalogue here; name one in EPISODE_DESK_CATALOG.");
        const auto listing = catalog::listEpisodeFiles({folder});
        catalog::Catalog catalog;
        catalog.setRoot(listing.root);
        catalog.setRegistry(catalog::Registry::read(catalog::contentFolderOf(listing.root)));
        catalog.add(catalog::FolderLoader::loadAll(listing).episodes);
        QSet<QString> shows;
        for (int i = 0; i < catalog.size(); ++i)
            shows.insert(catalog.episode({i}).summary().show);
        QVERIFY(shows.size() > 1);
        for (const QString& slug : shows) {
            const auto made = catalog::showFeed(catalog::showFeedSource(catalog, slug), {true, 0, {}});
            QVERIFY(!made.feed.items.empty());
            const catalog::Feed feed = read(catalog::writeRss(made.feed));
            QCOMPARE(feed.items.size(), made.feed.items.size());
            const FeedComparison comparison =
                catalog::compareFeed(feed, catalog::comparisonSource(catalog, slug));
            QCOMPARE(comparison.known.size(), feed.items.size());
            for (std::size_t i = 0; i < comparison.fields.size(); ++i)
                qWarning("%s %s: %s: %s -> %s", qPrintable(slug),
                         qPrintable(catalog.relativePath(comparison.proposal.changes[i].id)),
                         std::string(comparison.fields[i]).c_str(),
                         qPrintable(comparison.proposal.changes[i].before.left(200)),
                         qPrintable(comparison.proposal.changes[i].after.left(200)));
            QVERIFY(comparison.fields.empty());
            QVERIFY(comparison.newItems.empty());
            for (std::size_t i = 0; i < comparison.known.size(); ++i)
                QCOMPARE(comparison.known[i].id, made.episodes[i]);
        }
    }
};

QTEST_GUILESS_MAIN(TestFeedImport)
#include "tst_feedimport.moc"
