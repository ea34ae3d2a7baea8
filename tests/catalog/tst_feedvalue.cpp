// SPDX-License-Identifier: MIT
#include "catalog/feed/feedcomparison.h"
#include "catalog/feed/feedreading.h"
#include "catalog/feed/feedvalue.h"
#include "catalog/feed/rsswriter.h"
#include "catalog/feed/showfeed.h"
#include "support/episodefixture.h"
#include "support/feedfixture.h"

#include <QTest>

using catalog::FeedValue;

namespace {

/// What a value block of an episode may hold: numbers with exponents, nulls, both kinds of time splits.
QByteArray block() {
    return R"("value": {
    "type": "lightning",
    "method": "keysend",
    "suggested": 5e-08,
    "recipients": [
      {"name": "Ada & co", "type": "node", "address": "02aa", "customKey": null, "customValue": null, "split": 95, "fee": false},
      {"name": "Host", "type": "lnaddress", "address": "host@pay.example.org", "customKey": "696969", "customValue": "b7", "split": 5, "fee": true}
    ],
    "timesplits": [
      {"startTime": 60, "duration": 237.5, "remotePercentage": 95, "remoteStartTime": null,
       "remoteItem": {"feedGuid": "a94f5cc9-8c58-55fc-91fe-a324087a655b", "feedUrl": "https://songs.example.org/rss", "itemGuid": "song-1", "medium": "music"}, "recipients": []},
      {"startTime": 400, "duration": 10, "remotePercentage": null, "remoteStartTime": 0,
       "remoteItem": null, "recipients": [{"name": "Ben", "type": "node", "address": "03bb", "split": 10}]}
    ]
  })";
}

QByteArray episodeWith(const QByteArray& member) {
    return EpisodeFixture::episode(3).replace("\"fireside_url\": \"/3\"",
                                              "\"fireside_url\": \"/3\",\n  " + member);
}

format::Document parsed(const QByteArray& text) {
    auto document = format::Document::parse(text.toStdString());
    if (!document)
        qFatal("the fixture is broken: %s", document.error().message.c_str());
    return *document;
}

catalog::Feed feedOf(const FeedValue& value) {
    catalog::Feed feed;
    feed.items.resize(1);
    feed.items.front().title = QStringLiteral("Lanterns");
    feed.items.front().value = value;
    return feed;
}

catalog::Feed read(const QByteArray& bytes) {
    auto feed = catalog::readFeed(bytes.toStdString());
    if (!feed)
        qFatal("the feed cannot be read: %s", feed.error().message.c_str());
    return *feed;
}

} // namespace

class TestFeedValue : public QObject {
    Q_OBJECT

private slots:
    /// All that a block says stands in the feed, amounts without exponent; null is left out.
    void written() {
        const auto value = catalog::valueOf(parsed(episodeWith(block())));
        QVERIFY(value.has_value());
        const QByteArray bytes = catalog::writeRss(feedOf(*value));
        for (
            const char* piece :
            {R"(<podcast:value type="lightning" method="keysend" suggested="0.00000005">)",
             R"(<podcast:valueRecipient address="02aa" name="Ada &amp; co" type="node" split="95" fee="false"/>)",
             R"(type="lnaddress" customKey="696969" customValue="b7" split="5" fee="true"/>)",
             R"(<podcast:valueTimeSplit startTime="60" duration="237.5" remotePercentage="95">)",
             R"(<podcast:remoteItem feedGuid="a94f5cc9-8c58-55fc-91fe-a324087a655b" feedUrl="https://songs.example.org/rss" itemGuid="song-1" medium="music"/>)",
             R"(<podcast:valueTimeSplit startTime="400" duration="10" remoteStartTime="0">)",
             R"(<podcast:valueRecipient address="03bb" name="Ben" type="node" split="10"/>)"})
            QVERIFY2(bytes.contains(piece), piece);
        QCOMPARE(read(bytes).items.front().value, value);
    }

    void leftOut_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::newRow("null") << QByteArray("\"value\": null");
        QTest::newRow("a word") << QByteArray("\"value\": \"lightning\"");
        QTest::newRow("nobody") << QByteArray(R"("value": {"type": "lightning", "method": "keysend"})");
        QTest::newRow("no method") << block().replace("\"keysend\"", "null");
        QTest::newRow("lists of other things")
            << QByteArray(R"("value": {"type": [], "method": {}, "recipients": 3, "timesplits": {}})");
    }
    void leftOut() {
        QFETCH(QByteArray, member);
        const auto item = catalog::feedItemOf(parsed(episodeWith(member)), {}, {});
        catalog::Feed feed;
        feed.items = {item};
        QVERIFY(!catalog::writeRss(feed).contains("podcast:value"));
    }

    void decimals_data() {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("plain");
        QTest::newRow("exponent") << QStringLiteral("2.222e-05") << QStringLiteral("0.00002222");
        QTest::newRow("zeros") << QStringLiteral("0.00000005000") << QStringLiteral("0.00000005");
        QTest::newRow("whole") << QStringLiteral("95") << QStringLiteral("95");
        QTest::newRow("float of a whole") << QStringLiteral("17.0") << QStringLiteral("17");
        QTest::newRow("no number") << QStringLiteral("much") << QStringLiteral("much");
        QTest::newRow("no finite one") << QStringLiteral("inf") << QStringLiteral("inf");
        QTest::newRow("nothing") << QString() << QString();
    }
    void decimals() {
        QFETCH(QString, written);
        QTEST(catalog::plainDecimal(written), "plain");
    }

    /// What is taken from a feed is the field that scrapers write.
    void intoAnEpisode() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        const auto value = catalog::valueOf(parsed(episodeWith(block())));
        catalog::Feed feed = read(feedfixture::rss(feedfixture::item(3)));
        feed.items.front().value = value;
        const auto comparison =
            catalog::compareFeed(feed, catalog::comparisonSource(catalog, QStringLiteral("night-desk")));
        QCOMPARE(comparison.fields, std::vector<std::string_view>{"value"});
        QVERIFY(comparison.proposal.changes.front().isTicked);
        QVERIFY(comparison.proposal.changes.front().after.contains(QLatin1String("host@pay.example.org")));
        for (const catalog::Edit& edit : catalog::gathered(comparison.proposal).edits)
            QVERIFY(catalog.apply(edit));
        const auto document = parsed(QByteArray::fromStdString(catalog.episode({2}).text()));
        QCOMPARE(catalog::valueOf(document), value);
        QVERIFY(document.at({"value", "recipients", std::size_t(1), "fee"})->type ==
                format::JsonType::Boolean);
        QCOMPARE(document.plain(*document.at({"value", "suggested"})), std::string("0.00000005"));
        QVERIFY(document.at({"value", "timesplits", std::size_t(1), "remoteItem"})->type ==
                format::JsonType::Null);
    }

    /// In other words, but the same: nothing is offered.
    void sameInOtherWords_data() {
        QTest::addColumn<QByteArray>("from"); // in the feed
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("as it is") << QByteArray() << QByteArray();
        QTest::newRow("no fee said") << QByteArray(" fee=\"false\"") << QByteArray();
        QTest::newRow("longer amount") << QByteArray("\"0.00000005\"") << QByteArray("\"0.00000005000\"");
        QTest::newRow("all of it") << QByteArray(" remoteStartTime=\"0\"")
                                   << QByteArray(" remotePercentage=\"100\"");
        QTest::newRow("no block at all") << QByteArray("podcast:value") << QByteArray("podcast:other");
    }
    void sameInOtherWords() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(3), episodeWith(block()));
        catalog::Catalog catalog;
        site.openIn(catalog);
        const auto source = catalog::showFeedSource(catalog, QStringLiteral("night-desk"));
        QByteArray bytes = catalog::writeRss(catalog::showFeed(source, {true, 0, {}}).feed);
        QVERIFY(from.isEmpty() || bytes.contains(from));
        if (!from.isEmpty())
            bytes.replace(from, to);
        const auto comparison = catalog::compareFeed(
            read(bytes), catalog::comparisonSource(catalog, QStringLiteral("night-desk")));
        QCOMPARE(comparison.known.size(), std::size_t(3));
        QCOMPARE(comparison.fields, std::vector<std::string_view>());
    }
};

QTEST_GUILESS_MAIN(TestFeedValue)
#include "tst_feedvalue.moc"
