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
                   "header_image = \"/images/night.png\"\nhosts = [\"ada\"]\n\n[links.email]\n"
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
        for (const auto& [rule, how] : breaks())
            QTest::newRow(rule) << QString::fromLatin1(rule) << row++;
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
            {"item-chapters", [](Feed& f) { f.items[1].chaptersFile.url = QStringLiteral("x"); }}};
        return all;
    }
};

QTEST_GUILESS_MAIN(TestFeedWriting)
#include "tst_feedwriting.moc"
