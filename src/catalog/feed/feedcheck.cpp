// SPDX-License-Identifier: MIT
#include "catalog/feed/feedcheck.h"

#include "catalog/feed/feedtext.h"
#include "catalog/feed/limits.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace catalog {

namespace {

QString sentence(const char* words) {
    return QCoreApplication::translate("FeedCheck", words);
}

bool isAscii(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// Checks one feed; each function a family of rules.
class FeedChecker {
public:
    explicit FeedChecker(const Feed& feed)
        : m_feed(feed) {}

    std::vector<FeedFinding> check() {
        checkChannelTexts(m_feed.channel);
        checkChannelFacts(m_feed.channel);
        for (m_item = 0; m_item < static_cast<int>(m_feed.items.size()); ++m_item) {
            const FeedItem& item = m_feed.items[static_cast<std::size_t>(m_item)];
            checkTexts(item);
            checkIdentity(item);
            checkEnclosure(item.enclosure);
            checkTimes(item);
            checkExtensions(item);
            checkSeason(item.season);
            checkAlternates(item.alternates);
            if (item.value)
                checkValue(*item.value);
        }
        return std::move(m_findings);
    }

private:
    void find(const char* rule, FeedAuthority authority, const QString& message, bool isRequired = true) {
        m_findings.push_back({QLatin1String(rule), authority, isRequired, m_item, message});
    }
    void recommend(const char* rule, FeedAuthority authority, const QString& message) {
        find(rule, authority, message, false);
    }

    void checkChannelTexts(const FeedChannel& channel) {
        using enum FeedAuthority;
        if (channel.title.isEmpty())
            find("channel-title", Rss, sentence("The show has no title."));
        if (!isWebUrl(channel.link))
            find("channel-link", Rss,
                 sentence("The show names no web page of its own (website in its page)."));
        if (channel.description.isEmpty())
            find("channel-description", Rss, sentence("The show has no description."));
        else if (static_cast<std::size_t>(channel.description.toUtf8().size()) > feedlimits::descriptionBytes)
            find("channel-description-length", Apple,
                 sentence("The show's description is longer than 4,000 bytes."));
        if (channel.language.isEmpty())
            find("channel-language", Apple,
                 sentence("The show names no language, such as en or de (language in its page)."));
    }

    void checkChannelFacts(const FeedChannel& channel) {
        using enum FeedAuthority;
        if (!isWebUrl(channel.image))
            find("channel-image", Apple,
                 sentence("The show has no picture with a whole address (feed_image in its page, or the "
                          "site's own address)."));
        else if (!isPicture(channel.image))
            find("channel-image-type", Apple, sentence("The show's picture is no JPEG or PNG file."));
        if (channel.categories.isEmpty())
            find("channel-category", Apple,
                 sentence("The show names none of Apple's categories (itunes_categories in its page)."));
        for (const QString& category : channel.categories)
            if (!isAppleCategory(category))
                find("channel-category-unknown", Apple,
                     sentence("Apple has no category \"%1\".").arg(category));
        if (!channel.isExplicit)
            find("channel-explicit", Apple,
                 sentence("The show does not say whether it is explicit (explicit in its page, true or "
                          "false)."));
        if (channel.author.isEmpty())
            recommend("channel-author", Apple, sentence("The show names no author (author in its page)."));
        if (!isWebUrl(channel.feedUrl))
            recommend("channel-self", Rss,
                      sentence("The feed does not say where it is (rss in the show's page subscribe.md)."));
        checkChannelExtensions(channel);
        if (channel.guid.isEmpty())
            recommend("channel-guid", Podcasting,
                      sentence("The show has no podcast:guid; it follows from the feed's address."));
        if (m_feed.items.empty())
            find("channel-empty", Apple, sentence("The show has no episode in this feed."));
    }
    void checkChannelExtensions(const FeedChannel& channel) {
        using enum FeedAuthority;
        if (!channel.locked.isEmpty() && channel.locked != QLatin1String("yes") &&
            channel.locked != QLatin1String("no"))
            find(
                "channel-locked", Podcasting,
                sentence("The show's page says neither yes nor no to other hosts (locked); it is left out."));
        static const QRegularExpression media(
            QStringLiteral("\\A(?:(?:podcast|music|video|film|audiobook|newsletter|blog|publisher|course)L?|"
                           "mixed)\\z"));
        if (!channel.medium.isEmpty() && !media.match(channel.medium).hasMatch())
            find("channel-medium", Podcasting,
                 sentence("Podcasting 2.0 has no medium \"%1\" (medium in the show's page).")
                     .arg(channel.medium));
        if (static_cast<std::size_t>(channel.fundingText.size()) > feedlimits::nameCharacters)
            find("channel-funding", Podcasting,
                 sentence("The words of the link for support are longer than 128 characters (title in "
                          "links.support)."));
    }
    static bool isPicture(const QString& url) {
        const QString path = QUrl(url).path().toLower();
        return path.endsWith(QLatin1String(".png")) || path.endsWith(QLatin1String(".jpg")) ||
               path.endsWith(QLatin1String(".jpeg"));
    }

    void checkTexts(const FeedItem& item) {
        using enum FeedAuthority;
        if (item.title.isEmpty())
            find("item-title", Apple, sentence("The episode has no title."));
        else if (!item.number.isEmpty() && bareTitle(item.title, item.number) != item.title.simplified())
            recommend("item-title-number", Apple,
                      sentence("The title repeats the episode's number, which apps show beside it."));
        if (item.title.isEmpty() && item.description.isEmpty() && item.notes.isEmpty())
            find("item-empty", Rss, sentence("The episode has neither title nor description."));
        if (static_cast<std::size_t>(item.description.toUtf8().size()) > feedlimits::descriptionBytes)
            find("item-description-length", Apple,
                 sentence("The episode's description is longer than 4,000 bytes."));
    }

    void checkIdentity(const FeedItem& item) {
        using enum FeedAuthority;
        if (item.guid.isEmpty())
            find("item-guid", Apple,
                 sentence("The episode has no GUID: apps cannot tell it from others, and may show it "
                          "twice."));
        else if (m_guids.contains(item.guid))
            find("item-guid-duplicate", Rss,
                 sentence("Another episode has the same GUID; apps show only one of them."));
        m_guids.insert(item.guid);
    }

    void checkEnclosure(const FeedEnclosure& enclosure) {
        using enum FeedAuthority;
        if (enclosure.url.isEmpty())
            return find("item-enclosure", Apple,
                        sentence("The episode has no enclosure; apps leave it out."));
        if (!isWebUrl(enclosure.url) || !isAscii(enclosure.url))
            find("item-enclosure-url", Apple,
                 sentence("The enclosure's address is no web address in plain ASCII characters."));
        if (m_enclosures.contains(enclosure.url))
            find("item-enclosure-duplicate", Apple,
                 sentence("Another episode has the same enclosure; Apple leaves one of them out."));
        m_enclosures.insert(enclosure.url);
        if (enclosure.bytes <= 0)
            find("item-enclosure-length", Rss,
                 sentence("The enclosure's size in bytes is not known; the feed says 0."));
        static const QSet<QString> types{QStringLiteral("audio/mpeg"),     QStringLiteral("audio/x-m4a"),
                                         QStringLiteral("audio/mp4"),      QStringLiteral("video/quicktime"),
                                         QStringLiteral("video/mp4"),      QStringLiteral("video/x-m4v"),
                                         QStringLiteral("application/pdf")};
        if (enclosure.type.isEmpty())
            find("item-enclosure-type", Rss,
                 sentence("The enclosure's type is not known: its address has no ending that tells."));
        else if (!types.contains(enclosure.type))
            find("item-enclosure-format", Apple,
                 sentence("The enclosure is %1, which Apple does not take.").arg(enclosure.type));
    }

    void checkTimes(const FeedItem& item) {
        using enum FeedAuthority;
        if (!item.date)
            find("item-date", Rss,
                 sentence("The episode has no date that can be read; apps cannot sort it."));
        if (item.seconds <= 0 && !item.enclosure.url.isEmpty())
            recommend("item-duration", Apple, sentence("The episode has no duration."));
    }

    void checkExtensions(const FeedItem& item) {
        using enum FeedAuthority;
        for (const FeedPerson& person : item.people)
            if (static_cast<std::size_t>(person.name.size()) > feedlimits::nameCharacters)
                find("item-person-name", Podcasting,
                     sentence("A person's name is longer than 128 characters."));
        for (const FeedTranscript& transcript : item.transcripts)
            if (!isWebUrl(transcript.url) || transcript.type.isEmpty())
                find("item-transcript", Podcasting,
                     sentence("A transcript has no web address or no type; apps leave it out."));
        if (!item.chaptersFile.url.isEmpty() &&
            (!isWebUrl(item.chaptersFile.url) || item.chaptersFile.type.isEmpty()))
            find("item-chapters", Podcasting,
                 sentence("The chapters' file has no web address or no type; apps leave it out."));
    }

    void checkSeason(const QString& season) {
        bool isWhole = false;
        season.toLongLong(&isWhole);
        if (!season.isEmpty() && !isWhole)
            find("item-season", FeedAuthority::Podcasting,
                 sentence("The season \"%1\" is no whole number; it is left out.").arg(season));
    }
    void checkAlternates(const std::vector<FeedAlternate>& alternates) {
        for (const FeedAlternate& alternate : alternates)
            if (alternate.type.isEmpty())
                find("item-alternate-type", FeedAuthority::Podcasting,
                     sentence("The type of %1 is not known: its address has no ending that tells. It is left "
                              "out.")
                         .arg(alternate.url));
    }
    void checkValue(const FeedValue& value) {
        using enum FeedAuthority;
        if (value.type.isEmpty() || value.method.isEmpty())
            find("item-value", Podcasting,
                 sentence("The value names no type or no method, such as lightning and keysend; it is left "
                          "out."));
        else if (value.recipients.empty())
            find("item-value-recipients", Podcasting,
                 sentence("The value has no recipients; it is left out."));
        checkRecipients(value.recipients);
        for (const FeedTimeSplit& split : value.timeSplits)
            checkTimeSplit(split);
    }
    void checkRecipients(const std::vector<FeedRecipient>& recipients) {
        for (const FeedRecipient& recipient : recipients) {
            bool isNumber = false;
            const double share = recipient.split.toDouble(&isNumber);
            if (recipient.address.isEmpty() || recipient.type.isEmpty() || !isNumber || share < 0)
                find("item-value-recipient", FeedAuthority::Podcasting,
                     sentence("\"%1\" has no type, no address or no share; apps cannot pay there.")
                         .arg(recipient.name));
        }
    }
    void checkTimeSplit(const FeedTimeSplit& split) {
        using enum FeedAuthority;
        if (!isTime(split.startTime) || !isTime(split.duration))
            find("item-value-split-time", Podcasting,
                 sentence("A time split of the value names no start or no duration in seconds."));
        if (split.item.has_value() != split.recipients.empty())
            find("item-value-split-item", Podcasting,
                 sentence("The time split at %1 s must name either one item of another feed or recipients.")
                     .arg(split.startTime));
        if (split.item && split.item->feedGuid.isEmpty())
            find("item-value-split-feed", Podcasting,
                 sentence("The time split at %1 s names no feed by its GUID.").arg(split.startTime));
        bool isNumber = false;
        const double percent = split.remotePercentage.toDouble(&isNumber);
        if (!split.remotePercentage.isEmpty() && (!isNumber || percent < 0 || percent > 100))
            recommend("item-value-split-percentage", Podcasting,
                      sentence("The time split at %1 s gives a share that is none from 0 to 100.")
                          .arg(split.startTime));
        checkRecipients(split.recipients);
    }
    static bool isTime(const QString& seconds) {
        bool isNumber = false;
        return seconds.toDouble(&isNumber) >= 0 && isNumber;
    }

    const Feed& m_feed;
    std::vector<FeedFinding> m_findings;
    QSet<QString> m_guids, m_enclosures;
    int m_item = -1;
};

} // namespace

std::vector<FeedFinding> checkFeed(const Feed& feed) {
    return FeedChecker(feed).check();
}

QString nameOf(FeedAuthority authority) {
    switch (authority) {
    case FeedAuthority::Rss:
        return QStringLiteral("RSS 2.0");
    case FeedAuthority::Apple:
        return QStringLiteral("Apple Podcasts");
    default:
        return QStringLiteral("Podcasting 2.0");
    }
}

QString subjectOf(const FeedFinding& finding, const Feed& feed) {
    if (finding.item < 0)
        return sentence("The show");
    const FeedItem& item = feed.items[static_cast<std::size_t>(finding.item)];
    return item.number.isEmpty() ? item.title : QStringLiteral("%1: %2").arg(item.number, item.title);
}

bool isAppleCategory(const QString& category) {
    static const QHash<QString, QString> known{
        {QStringLiteral("Arts"),
         QStringLiteral("Books|Design|Fashion & Beauty|Food|Performing Arts|Visual Arts")},
        {QStringLiteral("Business"),
         QStringLiteral("Careers|Entrepreneurship|Investing|Management|Marketing|Non-Profit")},
        {QStringLiteral("Comedy"), QStringLiteral("Comedy Interviews|Improv|Stand-Up")},
        {QStringLiteral("Education"), QStringLiteral("Courses|How To|Language Learning|Self-Improvement")},
        {QStringLiteral("Fiction"), QStringLiteral("Comedy Fiction|Drama|Science Fiction")},
        {QStringLiteral("Government"), {}},
        {QStringLiteral("History"), {}},
        {QStringLiteral("Health & Fitness"),
         QStringLiteral("Alternative Health|Fitness|Medicine|Mental Health|Nutrition|Sexuality")},
        {QStringLiteral("Kids & Family"),
         QStringLiteral("Education for Kids|Parenting|Pets & Animals|Stories for Kids")},
        {QStringLiteral("Leisure"),
         QStringLiteral("Animation & Manga|Automotive|Aviation|Crafts|Games|Hobbies|Home & Garden|Video "
                        "Games")},
        {QStringLiteral("Music"), QStringLiteral("Music Commentary|Music History|Music Interviews")},
        {QStringLiteral("News"),
         QStringLiteral("Business News|Daily News|Entertainment News|News Commentary|Politics|Sports "
                        "News|Tech News")},
        {QStringLiteral("Religion & Spirituality"),
         QStringLiteral("Buddhism|Christianity|Hinduism|Islam|Judaism|Religion|Spirituality")},
        {QStringLiteral("Science"),
         QStringLiteral("Astronomy|Chemistry|Earth Sciences|Life Sciences|Mathematics|Natural "
                        "Sciences|Nature|Physics|Social Sciences")},
        {QStringLiteral("Society & Culture"),
         QStringLiteral("Documentary|Personal Journals|Philosophy|Places & Travel|Relationships")},
        {QStringLiteral("Sports"),
         QStringLiteral("Baseball|Basketball|Cricket|Fantasy Sports|Football|Golf|Hockey|Rugby|Running|"
                        "Soccer|Swimming|Tennis|Volleyball|Wilderness|Wrestling")},
        {QStringLiteral("Technology"), {}},
        {QStringLiteral("True Crime"), {}},
        {QStringLiteral("TV & Film"),
         QStringLiteral("After Shows|Film History|Film Interviews|Film Reviews|TV Reviews")}};
    const QStringList names = category.split(QStringLiteral(" > "));
    const auto found = known.constFind(names.front());
    const bool isKnown = found != known.constEnd() && names.size() <= 2;
    return isKnown && (names.size() == 1 || found->split(QLatin1Char('|')).contains(names[1]));
}

} // namespace catalog
