// SPDX-License-Identifier: MIT
#include "catalog/feed/rssfeed.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/chapterformats/limits.h"
#include "catalog/feed/feeddate.h"
#include "catalog/feed/feedtext.h"
#include "catalog/feed/feedxml.h"
#include "catalog/feed/limits.h"

#include <QCoreApplication>

#include <algorithm>

namespace catalog {

namespace {

using format::Result;

QString sentence(const char* words, const QString& piece) {
    return QCoreApplication::translate("Feeds", words).arg(piece);
}

/// Reads the parts of a channel and its items.
class RssReader : private FeedXml {
public:
    explicit RssReader(const QString& text)
        : FeedXml(text) {}

    Result<Feed> read() {
        if (nextElement())
            readRoot();
        if (const auto wrong = error())
            return *wrong;
        if (!m_hasChannel)
            return feedError(0, "There is no element channel.");
        return std::move(m_feed);
    }

private:
    void readRoot() {
        if (name() == QLatin1String("html"))
            return fail("This is a web page, not a feed.");
        if (is(Space::Atom, "feed"))
            return fail("This is an Atom feed, which is not read. Give the address of the show's RSS feed or "
                        "JSON Feed; its page or its host names them.");
        if (name() != QLatin1String("rss"))
            return fail("This is no RSS: its root element is %1.", name().toString());
        while (nextElement()) {
            if (!m_hasChannel && is(Space::None, "channel"))
                readChannel();
            else
                skip();
        }
        while (next()) // what stands behind the root must be sound, too
            ;
    }

    void readChannel() {
        m_hasChannel = true;
        while (nextElement()) {
            if (is(Space::None, "item"))
                readItem();
            else
                readChannelPart(m_feed.channel);
        }
    }

    void readChannelPart(FeedChannel& channel) {
        if (is(Space::None, "title"))
            channel.title = words();
        else if (is(Space::None, "link"))
            channel.link = words();
        else if (is(Space::None, "description"))
            channel.description = words();
        else if (is(Space::None, "language"))
            channel.language = words();
        else if (is(Space::None, "copyright"))
            channel.copyright = words();
        else if (is(Space::Atom, "link"))
            readAtomLink(channel);
        else if (is(Space::None, "image"))
            readImage(channel);
        else
            readChannelExtension(channel);
    }

    void readChannelExtension(FeedChannel& channel) {
        if (is(Space::ITunes, "author"))
            channel.author = words();
        else if (is(Space::ITunes, "image"))
            readAddress(channel.image, "href");
        else if (is(Space::ITunes, "explicit"))
            channel.isExplicit = explicitness(words());
        else if (is(Space::ITunes, "category"))
            readCategory(channel, {});
        else if (is(Space::ITunes, "owner"))
            readOwner(channel);
        else if (is(Space::Podcast, "guid"))
            channel.guid = words();
        else if (is(Space::Podcast, "person"))
            readPerson(channel.people);
        else
            skip();
    }

    void readAtomLink(FeedChannel& channel) {
        if (attribute("rel") == QLatin1String("self"))
            channel.feedUrl = attribute("href");
        skip();
    }
    void readAddress(QString& address, const char* name) {
        address = attribute(name);
        skip();
    }
    /// RSS's own image, where iTunes' says nothing.
    void readImage(FeedChannel& channel) {
        while (nextElement()) {
            if (is(Space::None, "url") && channel.image.isEmpty())
                channel.image = words();
            else
                skip();
        }
    }
    void readCategory(FeedChannel& channel, const QString& above) {
        const QString name = above + attribute("text");
        bool hasMore = false;
        while (nextElement()) {
            hasMore = true;
            is(Space::ITunes, "category") ? readCategory(channel, name + QLatin1String(" > ")) : skip();
        }
        if (!hasMore && !name.isEmpty() &&
            static_cast<std::size_t>(channel.categories.size()) < feedlimits::listed)
            channel.categories += name;
    }
    void readOwner(FeedChannel& channel) {
        while (nextElement()) {
            if (is(Space::ITunes, "name"))
                channel.ownerName = words();
            else if (is(Space::ITunes, "email"))
                channel.ownerEmail = words();
            else
                skip();
        }
    }
    void readPerson(std::vector<FeedPerson>& people) {
        FeedPerson person{{}, attribute("role").toLower(), attribute("href"), attribute("img")};
        person.name = text().simplified();
        if (!person.name.isEmpty() && people.size() < feedlimits::listed)
            people.push_back(person);
    }
    static std::optional<bool> explicitness(const QString& words) {
        const QString word = words.toLower();
        if (word == QLatin1String("true") || word == QLatin1String("yes") ||
            word == QLatin1String("explicit"))
            return true;
        const bool isClean =
            word == QLatin1String("false") || word == QLatin1String("no") || word == QLatin1String("clean");
        return isClean ? std::optional(false) : std::nullopt;
    }

    void readItem() {
        if (m_feed.items.size() >= feedlimits::items)
            return fail("The feed has more than %1 items, the most that are read.",
                        QString::number(feedlimits::items));
        FeedItem item;
        ItemTexts texts;
        while (nextElement())
            if (!readPlainPart(item, texts) && !readITunesPart(item, texts) && !readOtherPart(item, texts))
                skip();
        settleTexts(item, texts);
        item.number = plainNumber(item.number.isEmpty() ? numberInTitle(item.title) : item.number);
        m_feed.items.push_back(std::move(item));
    }

    bool readPlainPart(FeedItem& item, ItemTexts& texts) {
        if (is(Space::None, "title") && item.title.isEmpty())
            item.title = words();
        else if (is(Space::None, "link"))
            item.link = words();
        else if (is(Space::None, "description"))
            texts.description = text();
        else if (is(Space::None, "guid"))
            item.guid = words();
        else if (is(Space::None, "pubDate"))
            readDate(item);
        else if (is(Space::None, "category"))
            addTags(item, {text()});
        else if (is(Space::None, "enclosure"))
            readEnclosure(item);
        else
            return false;
        return true;
    }

    bool readITunesPart(FeedItem& item, ItemTexts& texts) {
        if (is(Space::ITunes, "title"))
            takeWhereFilled(item.title);
        else if (is(Space::ITunes, "episode"))
            takeWhereFilled(item.number);
        else if (is(Space::ITunes, "season"))
            takeWhereFilled(item.season);
        else if (is(Space::ITunes, "duration"))
            readDuration(item);
        else if (is(Space::ITunes, "summary"))
            texts.summary = text();
        else if (is(Space::ITunes, "subtitle"))
            texts.subtitle = text();
        else if (is(Space::ITunes, "keywords"))
            addTags(item, text().split(QLatin1Char(',')));
        else if (is(Space::ITunes, "image"))
            readAddress(item.image, "href");
        else if (is(Space::ITunes, "explicit"))
            item.isExplicit = explicitness(words());
        else
            return false;
        return true;
    }

    bool readOtherPart(FeedItem& item, ItemTexts& texts) {
        if (is(Space::Content, "encoded"))
            texts.content = text();
        else if (is(Space::Podcast, "person"))
            readPerson(item.people);
        else if (is(Space::Podcast, "transcript"))
            readTranscript(item);
        else if (is(Space::Podcast, "chapters"))
            readChaptersFile(item);
        else if (is(Space::Podcast, "season"))
            takeWhereFilled(item.season);
        else if (is(Space::Podcast, "episode"))
            takeWhereEmpty(item.number);
        else if (is(Space::Podcast, "value") && !item.value)
            readValue(item);
        else if (is(Space::Podlove, "chapters"))
            readChapters(item);
        else if (is(Space::DublinCore, "date") && !item.date)
            readDate(item);
        else
            return false;
        return true;
    }

    void takeWhereFilled(QString& value) {
        if (const QString found = words(); !found.isEmpty())
            value = found;
    }
    void takeWhereEmpty(QString& value) {
        if (const QString found = words(); value.isEmpty())
            value = found;
    }
    void addTags(FeedItem& item, const QStringList& tags) {
        for (const QString& tag : tags)
            if (const QString plain = tag.simplified();
                !plain.isEmpty() && !item.tags.contains(plain) &&
                static_cast<std::size_t>(item.tags.size()) < feedlimits::listed)
                item.tags += plain;
    }
    void readDate(FeedItem& item) {
        const QString stated = words();
        item.date = parseFeedDate(stated);
        if (!item.date && !stated.isEmpty())
            remark("The date \"%1\" cannot be read.", stated);
    }
    void readDuration(FeedItem& item) {
        const QString stated = words();
        item.seconds = parseFeedDuration(stated).value_or(-1);
        if (item.seconds < 0 && !stated.isEmpty())
            remark("The duration \"%1\" cannot be read.", stated);
    }
    void readEnclosure(FeedItem& item) {
        FeedEnclosure enclosure{attribute("url"), attribute("type"), -1};
        bool isNumber = false;
        const qint64 bytes = attribute("length").toLongLong(&isNumber);
        enclosure.bytes = isNumber && bytes > 0 ? bytes : -1;
        // RSS has one; of several the first with sound counts.
        const auto isSound = [](const FeedEnclosure& e) { return e.type.startsWith(QLatin1String("audio")); };
        if (!enclosure.url.isEmpty() &&
            (item.enclosure.url.isEmpty() || (isSound(enclosure) && !isSound(item.enclosure))))
            item.enclosure = enclosure;
        skip();
    }
    void readTranscript(FeedItem& item) {
        const FeedTranscript transcript{attribute("url"), attribute("type"), attribute("language"),
                                        attribute("rel")};
        if (!transcript.url.isEmpty() && item.transcripts.size() < feedlimits::listed)
            item.transcripts.push_back(transcript);
        skip();
    }
    void readChaptersFile(FeedItem& item) {
        item.chaptersFile = {attribute("url"), attribute("type")};
        skip();
    }
    void readValue(FeedItem& item) {
        FeedValue value{attribute("type"), attribute("method"), number("suggested"), {}, {}};
        while (nextElement()) {
            if (is(Space::Podcast, "valueRecipient"))
                readRecipient(value.recipients);
            else if (is(Space::Podcast, "valueTimeSplit") && value.timeSplits.size() < feedlimits::listed)
                readTimeSplit(value.timeSplits);
            else
                skip();
        }
        if (!value.recipients.empty())
            item.value = std::move(value);
    }
    QString number(const char* name) const { return plainDecimal(attribute(name)); }
    void readRecipient(std::vector<FeedRecipient>& recipients) {
        if (recipients.size() < feedlimits::listed)
            recipients.push_back({attribute("name"), attribute("type"), attribute("address"),
                                  attribute("customKey"), attribute("customValue"), number("split"),
                                  attribute("fee")});
        skip();
    }
    void readTimeSplit(std::vector<FeedTimeSplit>& splits) {
        FeedTimeSplit split{number("startTime"),        number("duration"), number("remoteStartTime"),
                            number("remotePercentage"), std::nullopt,       {}};
        while (nextElement()) {
            if (is(Space::Podcast, "valueRecipient")) {
                readRecipient(split.recipients);
                continue;
            }
            if (is(Space::Podcast, "remoteItem"))
                split.item = FeedRemoteItem{attribute("feedGuid"), attribute("feedUrl"),
                                            attribute("itemGuid"), attribute("medium")};
            skip();
        }
        splits.push_back(std::move(split));
    }
    void readChapters(FeedItem& item) {
        while (nextElement()) {
            const auto start = parseClock(attribute("start").toStdString());
            if (start && is(Space::Podlove, "chapter") && item.chapters.size() < chapterlimits::chapters) {
                Chapter chapter;
                chapter.start = *start;
                chapter.title = rawAttribute("title");
                chapter.url = attribute("href");
                chapter.image = attribute("image");
                item.chapters.push_back(chapter);
            }
            skip();
        }
        std::stable_sort(item.chapters.begin(), item.chapters.end(),
                         [](const Chapter& a, const Chapter& b) { return a.start < b.start; });
    }
    void remark(const char* words, const QString& piece) {
        constexpr qsizetype shown = 80;
        if (static_cast<std::size_t>(m_feed.remarks.size()) < feedlimits::listed)
            m_feed.remarks += sentence(words, piece.left(shown));
    }

    Feed m_feed;
    bool m_hasChannel = false;
};

} // namespace

Result<Feed> readRss(const std::string& utf8) {
    return RssReader(QString::fromStdString(utf8)).read();
}

} // namespace catalog
