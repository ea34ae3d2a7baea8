// SPDX-License-Identifier: MIT
#include "catalog/feed/feeddate.h"
#include "catalog/feed/feedreading.h"
#include "catalog/feed/feedtext.h"
#include "catalog/feed/limits.h"
#include "support/feedfixture.h"

#include <QStringEncoder>
#include <QTest>

using catalog::Feed;

class TestFeedReading : public QObject {
    Q_OBJECT

    static format::Result<Feed> read(const QByteArray& bytes) {
        return catalog::readFeed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }
    static QByteArray utf16(const QByteArray& utf8) {
        QStringEncoder encoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        const QByteArray bytes = encoder.encode(QString::fromUtf8(utf8));
        return bytes;
    }

private slots:
    void wholeItem() {
        const auto feed = read(feedfixture::rss(feedfixture::fullItem()));
        QVERIFY2(feed.hasValue(), feed ? "" : feed.error().message.c_str());
        QCOMPARE(feed->channel.title, QStringLiteral("Night Desk"));
        QCOMPARE(feed->items.size(), std::size_t(1));
        const catalog::FeedItem& item = feed->items.front();
        QCOMPARE(item.title, QStringLiteral("12: Wicks & Wax"));
        QCOMPARE(item.guid, QStringLiteral("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0012"));
        QCOMPARE(item.date->toString(), QStringLiteral("2024-04-12T18:00:00-07:00"));
        QCOMPARE(item.description, QStringLiteral("All about wicks."));
        QVERIFY(item.notes.startsWith(QLatin1String("<p>All about wicks.</p>")));
        QCOMPARE(item.enclosure,
                 (catalog::FeedEnclosure{QStringLiteral("https://media.example.org/night-desk-12.mp3"),
                                         QStringLiteral("audio/mpeg"), 24000012}));
        QCOMPARE(item.tags, (QStringList{QStringLiteral("wax"), QStringLiteral("wicks")}));
        QCOMPARE(item.seconds, qint64(3723));
        QCOMPARE(item.number, QStringLiteral("12"));
        QCOMPARE(item.season, QStringLiteral("2"));
        QCOMPARE(item.isExplicit, std::optional(false));
        QCOMPARE(item.people.size(), std::size_t(2));
        QCOMPARE(item.people[1].role, QStringLiteral("guest"));
        QCOMPARE(item.transcripts.front().type, QStringLiteral("text/vtt"));
        QCOMPARE(item.chaptersFile.url, QStringLiteral("https://media.example.org/12.json"));
        QCOMPARE(item.chapters.size(), std::size_t(2));
        QCOMPARE(item.chapters[1].start, qint64(300'000));
        QCOMPARE(item.chapters[1].title, QStringLiteral("Wicks"));
        QVERIFY(feed->remarks.isEmpty());
    }

    void wholeChannel() {
        const auto feed = read(feedfixture::rss(
            {}, "<language>en</language><atom:link rel=\"self\" href=\"https://desk.example.org/rss\"/>"
                "<itunes:author>Ada</itunes:author><itunes:image href=\"https://desk.example.org/a.png\"/>"
                "<itunes:category text=\"Society &amp; Culture\"><itunes:category text=\"Documentary\"/>"
                "</itunes:category><itunes:category text=\"Technology\"/><itunes:explicit>clean"
                "</itunes:explicit><itunes:owner><itunes:name>A</itunes:name>"
                "<itunes:email>a@example.org</itunes:email></itunes:owner>"
                "<podcast:guid>g</podcast:guid>"));
        QVERIFY(feed.hasValue());
        const catalog::FeedChannel& channel = feed->channel;
        QCOMPARE(channel.link, QStringLiteral("https://desk.example.org/"));
        QCOMPARE(channel.feedUrl, QStringLiteral("https://desk.example.org/rss"));
        QCOMPARE(channel.categories, (QStringList{QStringLiteral("Society & Culture > Documentary"),
                                                  QStringLiteral("Technology")}));
        QCOMPARE(channel.isExplicit, std::optional(false));
        QCOMPARE(channel.ownerEmail, QStringLiteral("a@example.org"));
        QCOMPARE(channel.guid, QStringLiteral("g"));
        QCOMPARE(channel.image, QStringLiteral("https://desk.example.org/a.png"));
    }

    void jsonFeed() {
        const auto feed = read(feedfixture::json(feedfixture::jsonItem()));
        QVERIFY2(feed.hasValue(), feed ? "" : feed.error().message.c_str());
        QCOMPARE(feed->kind, catalog::FeedKind::JsonFeed);
        const catalog::FeedItem& item = feed->items.front();
        QCOMPARE(item.enclosure.url, QStringLiteral("https://media.example.org/night-desk-12.mp3"));
        QCOMPARE(item.enclosure.bytes, qint64(24000012));
        QCOMPARE(item.seconds, qint64(3723));
        QCOMPARE(item.number, QStringLiteral("12"));
        QCOMPARE(item.description, QStringLiteral("All about wicks."));
        QCOMPARE(item.date->toString(), QStringLiteral("2024-04-12T18:00:00-07:00"));
        QCOMPARE(item.people.front().name, QStringLiteral("Ada Quill"));
    }

    /// The description is the short text without markup; the notes are the long one.
    void texts_data() {
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("notes");
        const QByteArray html = "<![CDATA[<p>Long</p>]]>";
        QTest::newRow("plain alone") << QByteArray("<description>Short</description>")
                                     << QStringLiteral("Short") << QString();
        QTest::newRow("HTML alone") << "<description>" + html + "</description>" << QString()
                                    << QStringLiteral("<p>Long</p>");
        QTest::newRow("HTML and a subtitle")
            << "<description>" + html + "</description><itunes:subtitle>Short</itunes:subtitle>"
            << QStringLiteral("Short") << QStringLiteral("<p>Long</p>");
        QTest::newRow("both") << "<description>Short</description><content:encoded>" + html +
                                     "</content:encoded>"
                              << QStringLiteral("Short") << QStringLiteral("<p>Long</p>");
        QTest::newRow("the same twice, and a summary")
            << "<description>" + html + "</description><content:encoded>" + html +
                   "</content:encoded><itunes:summary>Short</itunes:summary>"
            << QStringLiteral("Short") << QStringLiteral("<p>Long</p>");
        QTest::newRow("escaped HTML") << QByteArray("<description>&lt;p&gt;Long&lt;/p&gt;</description>")
                                      << QString() << QStringLiteral("<p>Long</p>");
    }
    void texts() {
        QFETCH(QByteArray, parts);
        const auto feed = read(feedfixture::rss("<item>" + parts + "</item>"));
        QVERIFY(feed.hasValue());
        QTEST(feed->items.front().description, "description");
        QTEST(feed->items.front().notes, "notes");
    }

    void encodings_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray text = feedfixture::rss("<item><title>Caf\xc3\xa9</title></item>");
        QTest::newRow("UTF-8") << text;
        QTest::newRow("with a mark") << "\xEF\xBB\xBF" + text;
        QTest::newRow("UTF-16") << utf16(text);
        for (const char* name : {"ISO-8859-1", "windows-1252"})
            QTest::newRow(name) << QByteArray(text).replace("UTF-8", name).replace("\xc3\xa9", "\xe9");
    }
    void encodings() {
        QFETCH(QByteArray, bytes);
        const auto feed = read(bytes);
        QVERIFY2(feed.hasValue(), feed ? "" : feed.error().message.c_str());
        QCOMPARE(feed->items.front().title, QStringLiteral("Caf\u00e9"));
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place"); ///< in front of the reason
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QByteArray& bytes, const char* place,
                            const char* reason) {
            QTest::newRow(name) << bytes << QString::fromLatin1(place) << QString::fromLatin1(reason);
        };
        row("nothing", " \n", "line 1", "empty");
        row("words", "\n  hello", "line 2, column 3", "neither");
        row("a page", "<html><body></body></html>", "line 1", "web page");
        row("Atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", "line 1",
            "address of the show's RSS feed");
        row("other XML", "<opml/>", "line 1", "opml");
        row("no channel", "<rss version=\"2.0\"/>", "line 1", "channel");
        row("laughs",
            "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
            "<rss><channel><title>&b;</title></channel></rss>",
            "line 1", "document type");
        row("a file's words", "<!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n<rss>&f;</rss>",
            "line 1", "document type");
        row("unclosed", "<rss>\n<channel>\n <title>A", "line 3, column 9", "end of document");
        row("crossed", "<rss>\n<channel>\n<title>A</link>\n</channel></rss>", "line 3, column", "mismatch");
        row("text behind", "<rss><channel/></rss>\n<more/>", "line 2", "content at end");
        row("an entity of nobody", "<rss><channel>\n<title>&nope;</title></channel></rss>", "line 2", "nope");
        row("deep", "<rss><channel>" + QByteArray("<a>").repeated(100'000), "line 1", "64 deep");
        row("a control character", "<rss><channel><title>\x01</title></channel></rss>", "line 1", "");
        row("not UTF-8", "<rss>\n<channel><title>caf\xe9</title></channel></rss>", "line 2, column 20",
            "not valid UTF-8");
        row("an unknown encoding", "<?xml version=\"1.0\" encoding=\"KOI8-R\"?><rss/>", "", "koi8-r");
        row("half of UTF-16", utf16("<rss/>").chopped(1), "", "UTF-16");
        row("other JSON", "{\"items\": []}", "line 1", "version");
        row("no items", "{\"version\": \"https://jsonfeed.org/version/1\"}", "line 1", "items");
        row("broken JSON", "{\"version\":\n \"https://jsonfeed.org/version/1\",\n ]", "line 3", "");
        row("deep JSON", "{\"items\": " + QByteArray("[").repeated(100'000), "line 1", "");
        row("too many items", feedfixture::rss(QByteArray("<item/>").repeated(20'001)), "line", "20000");
        row("large JSON", "{" + QByteArray(catalog::feedlimits::jsonBytes, ' '), "line 1", "16 MB");
        row("100 MB", "<rss>" + QByteArray(100 * 1024 * 1024, ' '), "", "48 MB");
    }
    void refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        QFETCH(QString, reason);
        const auto feed = read(bytes);
        QVERIFY(!feed.hasValue());
        const QString message = QString::fromStdString(feed.error().message);
        QVERIFY2(message.startsWith(place) && message.contains(reason), qPrintable(message));
        QVERIFY(feed.error().offset <= static_cast<std::size_t>(bytes.size()));
    }

    /// What is odd but says what it means is read.
    void tolerated_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("old RSS") << QByteArray("<rss version=\"0.91\"><channel><item><title>A</title></item>"
                                               "</channel></rss>");
        QTest::newRow("elements of others") << feedfixture::rss(
            "<item><x:a xmlns:x=\"urn:x\"><x:title>B</x:title></x:a><title>A</title></item>");
        QTest::newRow("a title twice") << feedfixture::rss("<item><title>A</title><title>B</title></item>");
        QTest::newRow("in pieces") << feedfixture::rss("<item><title><![CDATA[]]>A</title></item>");
    }
    void tolerated() {
        QFETCH(QByteArray, bytes);
        const auto feed = read(bytes);
        QVERIFY2(feed.hasValue(), feed ? "" : feed.error().message.c_str());
        QCOMPARE(feed->items.front().title, QStringLiteral("A"));
    }

    void numbers_data() {
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<QString>("number");
        QTest::newRow("iTunes") << QByteArray("<itunes:episode>12</itunes:episode>") << QStringLiteral("12");
        QTest::newRow("zeros") << QByteArray("<itunes:episode>0012</itunes:episode>") << QStringLiteral("12");
        QTest::newRow("zero") << QByteArray("<itunes:episode>0</itunes:episode>") << QStringLiteral("0");
        QTest::newRow("podcast") << QByteArray("<podcast:episode>12.5</podcast:episode>")
                                 << QStringLiteral("12.5");
        QTest::newRow("both") << QByteArray("<podcast:episode>13</podcast:episode>"
                                            "<itunes:episode>12</itunes:episode>")
                              << QStringLiteral("12");
        QTest::newRow("title") << QByteArray("<title>Episode 012: Wicks</title>") << QStringLiteral("12");
        QTest::newRow("none") << QByteArray("<title>12 wicks</title>") << QString();
    }
    void numbers() {
        QFETCH(QByteArray, parts);
        const auto feed = read(feedfixture::rss("<item>" + parts + "</item>"));
        QVERIFY(feed.hasValue());
        QTEST(feed->items.front().number, "number");
    }

    void remarksOnWhatCannotBeRead() {
        const auto feed = read(feedfixture::rss("<item><pubDate>soon</pubDate>"
                                                "<itunes:duration>long</itunes:duration></item>"));
        QVERIFY(feed.hasValue());
        QCOMPARE(feed->remarks.size(), 2);
        QVERIFY(feed->remarks[0].contains(QLatin1String("soon")));
        QCOMPARE(feed->items.front().seconds, qint64(-1));
    }

    void dates_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char* text, const char* stored) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(stored);
        };
        row("Fri, 12 Apr 2024 18:00:00 -0700", "2024-04-12T18:00:00-07:00");
        row("12 Apr 2024 18:00 +0530", "2024-04-12T18:00:00+05:30");
        row("Fri, 12 Apr 24 18:00:00 GMT", "2024-04-12T18:00:00+00:00");
        row("Fri, 12 Apr 97 18:00:00 EST", "1997-04-12T18:00:00-05:00");
        row("Fri, 12 Apr 104 18:00:00 Z", "2004-04-12T18:00:00+00:00");
        row("Friday, 12 April 2024 8:05:09 pdt", "2024-04-12T08:05:09-07:00");
        row("Fri, 12 Apr 2024 18:00:00 -0700 (PDT)", "2024-04-12T18:00:00-07:00");
        row("Fri, 12 Apr 2024 18:00:00 A", "2024-04-12T18:00:00+00:00");
        row("Fri, 12 Apr 2024 23:59:60 +0000", "2024-04-12T23:59:59+00:00");
        row("Fri, 12 Apr 2024 18:00:00", "2024-04-12T18:00:00+00:00");
        row("12 Apr 2024", "2024-04-12");
        row("2024-04-12T18:00:00.123Z", "2024-04-12T18:00:00+00:00");
        row("2024-04-12 18:00:00 +02:00", "2024-04-12T18:00:00+02:00");
        row("2024-04-12", "2024-04-12");
        for (const char* none :
             {"", "soon", "32 Apr 2024 18:00:00 GMT", "12 Foo 2024", "12 Apr 2024 25:00:00",
              "12 Apr 2024 18:00:00 XYZ", "12 Apr 2024 18:00:00 +9900", "2024-13-01"})
            row(none, "");
    }
    void dates() {
        QFETCH(QString, text);
        const auto date = catalog::parseFeedDate(text);
        QTEST(date ? date->toString() : QString(), "stored");
        if (date && date->isComplete()) {
            const auto again = catalog::parseFeedDate(catalog::rfc2822Date(*date));
            QVERIFY(again.has_value());
            QCOMPARE(again->toString(), date->toString());
        }
    }

    void durations_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("seconds") << QStringLiteral("3723") << qint64(3723);
        QTest::newRow("fraction") << QStringLiteral(" 3722.6 ") << qint64(3723);
        QTest::newRow("minutes") << QStringLiteral("62:03") << qint64(3723);
        QTest::newRow("hours") << QStringLiteral("1:02:03") << qint64(3723);
        QTest::newRow("words") << QStringLiteral("an hour") << qint64(-1);
        QTest::newRow("negative") << QStringLiteral("-5") << qint64(-1);
        QTest::newRow("endless") << QStringLiteral("99999999999999999999") << qint64(-1);
    }
    void durations() {
        QFETCH(QString, text);
        QTEST(catalog::parseFeedDuration(text).value_or(-1), "seconds");
    }

    void titles_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("bare");
        const auto row = [](const char* title, const char* number, const char* bare) {
            QTest::newRow(title) << QString::fromUtf8(title) << QString::fromLatin1(number)
                                 << QString::fromUtf8(bare);
        };
        row("12: Wicks", "12", "Wicks");
        row("Episode 12: Wicks", "12", "Wicks");
        row("Ep. 012 - Wicks", "12", "Wicks");
        row("Wicks | Night Desk 12", "12", "Wicks");
        row("13: Wicks", "12", "13: Wicks");
        row("12", "12", "12");
        row("12: Wicks", "", "12: Wicks");
        row("Wicks | more wicks", "12", "Wicks | more wicks");
    }
    void titles() {
        QFETCH(QString, title);
        QFETCH(QString, number);
        QTEST(catalog::bareTitle(title, number), "bare");
    }
};

QTEST_GUILESS_MAIN(TestFeedReading)
#include "tst_feedreading.moc"
