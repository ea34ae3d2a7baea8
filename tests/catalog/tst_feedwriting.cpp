// SPDX-License-Identifier: MIT
#include "catalog/feed/channelfacts.h"
#include "catalog/feed/feedcheck.h"
#include "catalog/feed/feedreading.h"
#include "catalog/feed/rsswriter.h"
#include "catalog/feed/showfeed.h"
#include "support/episodefixture.h"

#include <QTest>

using catalog::Feed;
using catalog::FeedItem;

class TestFeedWriting : public QObject {
    Q_OBJECT

    static const QDateTime& now() {
        static const QDateTime moment(QDate(2024, 3, 10), QTime(0, 0), Qt::UTC);
        return moment;
    }
    static catalog::ShowFeed feedOf(const EpisodeFixture& site, bool withDrafts = false,
                                    std::size_t limit = 0) {
        catalog::Catalog catalog;
        site.openIn(catalog);
        return catalog::showFeed(catalog::showFeedSource(catalog, QStringLiteral("night-desk")),
                                 {withDrafts, limit, now()});
    }
    static void fillShow(const EpisodeFixture& site) {
        site.write(QStringLiteral("hugo.toml"), "baseURL = \"https://site.example.org/\"\n");
        site.write(QStringLiteral("content/show/night-desk/_index.md"),
                   "+++\ntitle = \"Night Desk\"\ndescription = \"At night.\"\nlanguage = \"en\"\n"
                   "author = \"Ada Quill\"\nemail = \"ada@example.org\"\nexplicit = false\n"
                   "itunes_categories = [\"Society & Culture > Documentary\", \"Technology\"]\n"
                   "header_image = \"/images/night.png\"\nhosts = [\"ada\"]\nlocked = true\n"
                   "medium = \"audiobook\"\n\n[links.support]\n  url = \"/join\"\n"
                   "  title = \"Lend us oil\"\n[links.email]\n"
                   "  url = \"https://mail.example.org/\"\n[links.shownotes]\n"
                   "  url = \"https://desk.example.org\"\n+++\n\nA show.\n");
        site.write(QStringLiteral("content/show/night-desk/subscribe.md"),
                   "---\ntitle: Subscribe\nrss: \"https://feeds.example.org/night-desk/\"\n---\n");
    }
    static Feed sound() {
        const EpisodeFixture site;
        fillShow(site);
        return feedOf(site).feed;
    }
    static Feed again(const Feed& feed) {
        const QByteArray bytes = catalog::writeRss(feed);
        auto read = catalog::readFeed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (!read)
            qFatal("what was written cannot be read: %s", read.error().message.c_str());
        return *read;
    }

private slots:
    void episodesNewestFirst() {
        const EpisodeFixture site;
        fillShow(site);
        const catalog::ShowFeed made = feedOf(site);
        QCOMPARE(made.feed.items.size(), std::size_t(3));
        const FeedItem& item = made.feed.items.front();
        QCOMPARE(item.title, QStringLiteral("Lanterns, part 3"));
        QCOMPARE(item.link, QStringLiteral("https://site.example.org/show/night-desk/3/"));
        QCOMPARE(item.people.front().name, QStringLiteral("Ada Quill"));
        QVERIFY(item.notes.contains(QLatin1String("<a href=\"https://lamps.example.org/\"")));
        QCOMPARE(made.episodes.size(), std::size_t(3));
    }

    void leavesUnpublishedOut_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("draft") << QByteArray("\"draft\": false") << QByteArray("\"draft\": true");
        QTest::newRow("future") << QByteArray("2024-03-02T") << QByteArray("2024-05-02T");
    }
    void leavesUnpublishedOut() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2), EpisodeFixture::episode(2).replace(from, to));
        QCOMPARE(feedOf(site).feed.items.size(), std::size_t(2));
        QCOMPARE(feedOf(site, true).feed.items.size(), std::size_t(3));
        QCOMPARE(feedOf(site, true, 1).feed.items.size(), std::size_t(1));
    }

    void channelFromItsPages() {
        const Feed feed = again(sound());
        const catalog::FeedChannel& channel = feed.channel;
        QCOMPARE(channel.title, QStringLiteral("Night Desk"));
        QCOMPARE(channel.link, QStringLiteral("https://desk.example.org"));
        QCOMPARE(channel.image, QStringLiteral("https://site.example.org/images/night.png"));
        QCOMPARE(channel.feedUrl, QStringLiteral("https://feeds.example.org/night-desk/"));
        QCOMPARE(channel.categories, (QStringList{QStringLiteral("Society & Culture > Documentary"),
                                                  QStringLiteral("Technology")}));
        QCOMPARE(channel.isExplicit, std::optional(false));
        QCOMPARE(channel.ownerEmail, QStringLiteral("ada@example.org"));
        QCOMPARE(channel.people.front().name, QStringLiteral("Ada Quill"));
        QCOMPARE(channel.guid, catalog::podcastGuid(QStringLiteral("feeds.example.org/night-desk")));
    }

    /// What the catalogue states and Podcasting 2.0 has a word for.
    void podcastNamespace_data() {
        QTest::addColumn<QByteArray>("from"); // in episode 2
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("piece");
        const auto row = [](const char* name, const QByteArray& from, const QByteArray& to,
                            const QByteArray& piece) { QTest::newRow(name) << from << to << piece; };
        row("locked", "", "", "<podcast:locked owner=\"ada@example.org\">yes</podcast:locked>");
        row("medium", "", "", "<podcast:medium>audiobook</podcast:medium>");
        row("funding", "", "",
            "<podcast:funding url=\"https://site.example.org/join\">Lend us oil</podcast:funding>");
        row("person", "", "",
            "<podcast:person role=\"host\" href=\"https://ada.example.org/\" "
            "img=\"https://site.example.org/images/people/ada.jpg\">Ada Quill</podcast:person>");
        const QByteArray page = "\"fireside_url\": \"/2\"";
        row("season", page, page + ", \"season\": 4", "<podcast:season>4</podcast:season>");
        row("season for Apple", page, page + ", \"season\": 4", "<itunes:season>4</itunes:season>");
        row("half an episode", "\"episode\": 2", "\"episode\": \"1.5\"",
            "<podcast:episode>1.5</podcast:episode>");
        row("video", "\"video_hd_file\": null", "\"video_hd_file\": \"https://v.example.org/2.mp4\"",
            "<podcast:alternateEnclosure type=\"video/mp4\" title=\"HD video\">\n        <podcast:source "
            "uri=\"https://v.example.org/2.mp4\"/>");
        row("the same as Ogg", "\"podcast_ogg_file\": null",
            "\"podcast_ogg_file\": \"https://v.example.org/2.ogg\"",
            "<podcast:alternateEnclosure type=\"audio/ogg\" title=\"Ogg\">");
        row("on YouTube", "\"youtube_link\": null", "\"youtube_link\": \"https://youtu.be/abcdefghijk\"",
            "<podcast:contentLink href=\"https://youtu.be/abcdefghijk\">YouTube</podcast:contentLink>");
    }
    void podcastNamespace() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, piece);
        const EpisodeFixture site;
        fillShow(site);
        site.write(QStringLiteral("content/people/ada.md"),
                   "---\navatar: /images/people/ada.jpg\nhomepage: https://ada.example.org/\n"
                   "title: Ada Quill\ntype: host\n---");
        QVERIFY(from.isEmpty() || EpisodeFixture::episode(2).contains(from));
        QByteArray episode = EpisodeFixture::episode(2);
        if (!from.isEmpty())
            episode.replace(from, to);
        site.write(EpisodeFixture::path(2), episode);
        const QByteArray bytes = catalog::writeRss(feedOf(site).feed);
        QVERIFY2(bytes.contains(piece), bytes.constData());
    }

    /// What the pages do not say is not said.
    void nothingInvented() {
        const EpisodeFixture site;
        const QByteArray bytes = catalog::writeRss(feedOf(site).feed);
        for (const char* name : {"locked", "funding", "season", "alternateEnclosure", "contentLink", "value"})
            QVERIFY2(!bytes.contains(QByteArray("podcast:") + name), name);
        QVERIFY(bytes.contains("<podcast:medium>podcast</podcast:medium>"));
    }

    /// The example of Podcasting 2.0's own page on podcast:guid.
    void guidOfAFeed() {
        QCOMPARE(catalog::podcastGuid(QStringLiteral("https://podnews.net/rss")),
                 QStringLiteral("9b024349-ccf0-5f69-a609-6b82873eab3c"));
        QCOMPARE(catalog::podcastGuid(QStringLiteral("http://podnews.net/rss///")),
                 QStringLiteral("9b024349-ccf0-5f69-a609-6b82873eab3c"));
    }

    /// Whatever a text holds, the XML is sound and says it.
    void hostileTexts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("carried");
        QTest::newRow("markup") << QStringLiteral("a < b && \"c\" > 'd'")
                                << QStringLiteral("a < b && \"c\" > 'd'");
        QTest::newRow("CDATA's end") << QStringLiteral("a ]]> b") << QStringLiteral("a ]]> b");
        QTest::newRow("controls") << QStringLiteral("a\u0001\u0007\u001b b") << QStringLiteral("a b");
        QTest::newRow("a lone surrogate") << QString(u'a') + QChar(0xD800) << QStringLiteral("a");
        QTest::newRow("no character") << QString(u'a') + QChar(0xFFFF) << QStringLiteral("a");
        QTest::newRow("beyond the first plane")
            << QStringLiteral("\U0001F680") << QStringLiteral("\U0001F680");
        QTest::newRow("CDATA cut by a control")
            << QStringLiteral("a ]]\u0001> b") << QStringLiteral("a ]]> b");
    }
    void hostileTexts() {
        QFETCH(QString, text);
        QFETCH(QString, carried);
        Feed feed;
        feed.items.resize(1);
        FeedItem& item = feed.items.front();
        item.title = item.guid = item.number = text;
        item.notes = QStringLiteral("<p>x</p>") + text;
        item.tags = {text};
        item.people = {{text, QStringLiteral("host"), text, text}};
        item.enclosure.url = text;
        const Feed read = again(feed);
        const FeedItem& back = read.items.front();
        QCOMPARE(back.title, carried);
        QCOMPARE(back.guid, carried);
        QCOMPARE(back.notes, QStringLiteral("<p>x</p>") + carried);
        QCOMPARE(back.tags, QStringList{carried});
        QCOMPARE(back.people.front().name, carried);
        QCOMPARE(back.enclosure.url, carried);
    }

    void sameBytesEveryTime() {
        const Feed feed = sound();
        QCOMPARE(catalog::writeRss(feed), catalog::writeRss(feed));
        QVERIFY(catalog::writeRss(feed).contains("<guid isPermaLink=\"false\">"));
    }

    void soundFeed() {
        const Feed feed = sound();
        for (const catalog::FeedFinding& finding : catalog::checkFeed(feed))
            qWarning("%s: %s", qPrintable(finding.rule), qPrintable(finding.message));
        QVERIFY(catalog::checkFeed(feed).empty());
    }

    /// Each rule finds what breaks it in a sound feed, and nothing else is found then.
    void rules_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("breaking");
        int row = 0;
        for (const auto& [rule, how] : breaks()) {
            QTest::addRow("%s %d", rule, row) << QString::fromLatin1(rule) << row;
            ++row;
        }
    }
    void soundValue() {
        Feed feed = sound();
        value(feed);
        QVERIFY(catalog::checkFeed(feed).empty());
    }
    void rules() {
        QFETCH(QString, rule);
        QFETCH(int, breaking);
        Feed feed = sound();
        breaks()[static_cast<std::size_t>(breaking)].second(feed);
        QStringList found;
        for (const catalog::FeedFinding& finding : catalog::checkFeed(feed)) {
            found += finding.rule;
            QVERIFY(!finding.message.isEmpty());
            QCOMPARE(finding.item >= 0, finding.rule.startsWith(QLatin1String("item-")));
            QVERIFY(!catalog::subjectOf(finding, feed).isEmpty() || rule == QLatin1String("item-empty"));
        }
        QVERIFY2(found.contains(rule), qPrintable(found.join(QLatin1Char(' '))));
        found.removeAll(rule);
        if (rule != QLatin1String("item-empty") && rule != QLatin1String("channel-self"))
            QCOMPARE(found, QStringList());
    }

    void categories() {
        QVERIFY(catalog::isAppleCategory(QStringLiteral("Technology")));
        QVERIFY(catalog::isAppleCategory(QStringLiteral("Society & Culture > Documentary")));
        QVERIFY(!catalog::isAppleCategory(QStringLiteral("Technology > Documentary")));
        QVERIFY(!catalog::isAppleCategory(QStringLiteral("Tech")));
    }

private:
    using Break = std::pair<const char*, void (*)(Feed&)>;
    /// A sound value block for item 1.
    static catalog::FeedValue& value(Feed& feed) {
        const catalog::FeedRecipient ada{QStringLiteral("Ada"),
                                         QStringLiteral("node"),
                                         QStringLiteral("02aa"),
                                         {},
                                         {},
                                         QStringLiteral("5"),
                                         {}};
        const QString minute = QStringLiteral("60");
        feed.items[1].value = catalog::FeedValue{
            QStringLiteral("lightning"),
            QStringLiteral("keysend"),
            {},
            {ada},
            {{minute, minute, {}, {}, {}, {ada}},
             {minute, minute, {}, {}, catalog::FeedRemoteItem{QStringLiteral("guid"), {}, {}, {}}, {}}}};
        return *feed.items[1].value;
    }
    static const std::vector<Break>& breaks() {
        static const std::vector<Break> all{
            {"channel-title", [](Feed& f) { f.channel.title.clear(); }},
            {"channel-link", [](Feed& f) { f.channel.link = QStringLiteral("/here"); }},
            {"channel-description", [](Feed& f) { f.channel.description.clear(); }},
            {"channel-description-length", [](Feed& f) { f.channel.description.fill(u'a', 4001); }},
            {"channel-language", [](Feed& f) { f.channel.language.clear(); }},
            {"channel-image", [](Feed& f) { f.channel.image = QStringLiteral("/a.png"); }},
            {"channel-image-type", [](Feed& f) { f.channel.image += QLatin1String(".svg"); }},
            {"channel-category", [](Feed& f) { f.channel.categories.clear(); }},
            {"channel-category-unknown", [](Feed& f) { f.channel.categories = {QStringLiteral("Lamps")}; }},
            {"channel-explicit", [](Feed& f) { f.channel.isExplicit.reset(); }},
            {"channel-author", [](Feed& f) { f.channel.author.clear(); }},
            {"channel-self", [](Feed& f) { f.channel.feedUrl.clear(); }},
            {"channel-guid", [](Feed& f) { f.channel.guid.clear(); }},
            {"channel-empty", [](Feed& f) { f.items.clear(); }},
            {"item-title", [](Feed& f) { f.items[1].title.clear(); }},
            {"item-title-number", [](Feed& f) { f.items[1].title = QStringLiteral("2: Wicks"); }},
            {"item-empty",
             [](Feed& f) { f.items[1].title = f.items[1].description = f.items[1].notes = {}; }},
            {"item-description-length", [](Feed& f) { f.items[1].description.fill(u'a', 4001); }},
            {"item-guid", [](Feed& f) { f.items[1].guid.clear(); }},
            {"item-guid-duplicate", [](Feed& f) { f.items[1].guid = f.items[0].guid; }},
            {"item-enclosure", [](Feed& f) { f.items[1].enclosure = {}; }},
            {"item-enclosure-url", [](Feed& f) { f.items[1].enclosure.url += QStringLiteral("\u00e9"); }},
            {"item-enclosure-duplicate", [](Feed& f) { f.items[1].enclosure = f.items[0].enclosure; }},
            {"item-enclosure-length", [](Feed& f) { f.items[1].enclosure.bytes = -1; }},
            {"item-enclosure-type", [](Feed& f) { f.items[1].enclosure.type.clear(); }},
            {"item-enclosure-format",
             [](Feed& f) { f.items[1].enclosure.type = QStringLiteral("audio/ogg"); }},
            {"item-date", [](Feed& f) { f.items[1].date.reset(); }},
            {"item-duration", [](Feed& f) { f.items[1].seconds = -1; }},
            {"item-person-name", [](Feed& f) { f.items[1].people[0].name.fill(u'a', 129); }},
            {"item-transcript",
             [](Feed& f) {
                 f.items[1].transcripts = {{QStringLiteral("x"), {}, {}, {}}};
             }},
            {"item-chapters", [](Feed& f) { f.items[1].chaptersFile.url = QStringLiteral("x"); }},
            {"channel-locked", [](Feed& f) { f.channel.locked = QStringLiteral("maybe"); }},
            {"channel-medium", [](Feed& f) { f.channel.medium = QStringLiteral("lamps"); }},
            {"channel-funding", [](Feed& f) { f.channel.fundingText.fill(u'a', 129); }},
            {"item-season", [](Feed& f) { f.items[1].season = QStringLiteral("first"); }},
            {"item-alternate-type",
             [](Feed& f) {
                 f.items[1].alternates = {{QStringLiteral("https://v.example.org/x"), {}, {}}};
             }},
            {"item-value", [](Feed& f) { value(f).method.clear(); }},
            {"item-value-recipients", [](Feed& f) { value(f).recipients.clear(); }},
            {"item-value-recipient", [](Feed& f) { value(f).recipients[0].address.clear(); }},
            {"item-value-recipient", [](Feed& f) { value(f).timeSplits[0].recipients[0].split.clear(); }},
            {"item-value-split-time", [](Feed& f) { value(f).timeSplits[0].duration.clear(); }},
            {"item-value-split-item", [](Feed& f) { value(f).timeSplits[0].recipients.clear(); }},
            {"item-value-split-item", [](Feed& f) { value(f).timeSplits[1].item.reset(); }},
            {"item-value-split-feed", [](Feed& f) { value(f).timeSplits[1].item->feedGuid.clear(); }},
            {"item-value-split-percentage",
             [](Feed& f) { value(f).timeSplits[1].remotePercentage = QStringLiteral("101"); }}};
        return all;
    }
};

QTEST_GUILESS_MAIN(TestFeedWriting)
#include "tst_feedwriting.moc"
