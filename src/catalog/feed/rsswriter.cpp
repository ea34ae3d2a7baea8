// SPDX-License-Identifier: MIT
#include "catalog/feed/rsswriter.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/feed/feeddate.h"
#include "catalog/feed/feedxml.h"
#include "catalog/xmltext.h"

#include <QRegularExpression>
#include <QUrl>
#include <QXmlStreamWriter>

namespace catalog {

namespace {

/// Writes what is known, and nothing where nothing is.
class RssWriter {
public:
    explicit RssWriter(QByteArray& bytes)
        : m_xml(&bytes) {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
    }

    void write(const Feed& feed) {
        m_xml.writeStartDocument();
        m_xml.writeNamespace(feedspace::itunes, QStringLiteral("itunes"));
        m_xml.writeNamespace(feedspace::podcast, QStringLiteral("podcast"));
        m_xml.writeNamespace(feedspace::content, QStringLiteral("content"));
        m_xml.writeNamespace(feedspace::atom, QStringLiteral("atom"));
        m_xml.writeNamespace(feedspace::chapters, QStringLiteral("psc"));
        m_xml.writeStartElement(QStringLiteral("rss"));
        m_xml.writeAttribute(QStringLiteral("version"), QStringLiteral("2.0"));
        m_xml.writeStartElement(QStringLiteral("channel"));
        writeChannel(feed.channel);
        for (const FeedItem& item : feed.items)
            writeItem(item);
        m_xml.writeEndDocument();
    }

private:
    using Attributes = std::initializer_list<std::pair<const char*, QString>>;

    void text(const QString& space, const char* name, const QString& words) {
        const QString plain = xmlText(words);
        if (plain.isEmpty())
            return;
        if (space.isEmpty())
            m_xml.writeTextElement(QLatin1String(name), plain);
        else
            m_xml.writeTextElement(space, QLatin1String(name), plain);
    }
    void text(const char* name, const QString& words) { text({}, name, words); }
    void attributes(Attributes values) {
        for (const auto& [name, value] : values)
            if (!value.isEmpty())
                m_xml.writeAttribute(QLatin1String(name), xmlText(value));
    }
    /// An element without words, where the first of its attributes is known.
    void empty(const QString& space, const char* name, Attributes values) {
        if (values.begin()->second.isEmpty())
            return;
        if (space.isEmpty())
            m_xml.writeEmptyElement(QLatin1String(name));
        else
            m_xml.writeEmptyElement(space, QLatin1String(name));
        attributes(values);
    }

    /// An element with words and attributes.
    void words(const QString& space, const char* name, const QString& content, Attributes values) {
        m_xml.writeStartElement(space, QLatin1String(name));
        attributes(values);
        m_xml.writeCharacters(xmlText(content));
        m_xml.writeEndElement();
    }

    void writeChannel(const FeedChannel& channel) {
        text("title", channel.title);
        text("link", channel.link);
        text("description", channel.description);
        text("language", channel.language);
        text("copyright", channel.copyright);
        text("generator", QStringLiteral("Episode Desk"));
        empty(feedspace::atom, "link",
              {{"href", channel.feedUrl},
               {"rel", QStringLiteral("self")},
               {"type", QStringLiteral("application/rss+xml")}});
        text(feedspace::itunes, "author", channel.author);
        empty(feedspace::itunes, "image", {{"href", channel.image}});
        for (const QString& category : channel.categories)
            writeCategory(category.split(QStringLiteral(" > ")));
        writeExplicit(channel.isExplicit);
        text(feedspace::itunes, "type", QStringLiteral("episodic"));
        if (!channel.ownerEmail.isEmpty()) {
            m_xml.writeStartElement(feedspace::itunes, QStringLiteral("owner"));
            text(feedspace::itunes, "name", channel.ownerName);
            text(feedspace::itunes, "email", channel.ownerEmail);
            m_xml.writeEndElement();
        }
        text(feedspace::podcast, "guid", channel.guid);
        text(feedspace::podcast, "medium",
             channel.medium.isEmpty() ? QStringLiteral("podcast") : channel.medium);
        if (channel.locked == QLatin1String("yes") || channel.locked == QLatin1String("no"))
            words(feedspace::podcast, "locked", channel.locked, {{"owner", channel.ownerEmail}});
        if (!channel.fundingUrl.isEmpty())
            words(feedspace::podcast, "funding", channel.fundingText, {{"url", channel.fundingUrl}});
        writePeople(channel.people);
    }
    void writeCategory(const QStringList& names) {
        for (const QString& name : names) {
            m_xml.writeStartElement(feedspace::itunes, QStringLiteral("category"));
            attributes({{"text", name.trimmed()}});
        }
        for (qsizetype i = 0; i < names.size(); ++i)
            m_xml.writeEndElement();
    }
    void writeExplicit(const std::optional<bool>& isExplicit) {
        if (isExplicit)
            text(feedspace::itunes, "explicit",
                 *isExplicit ? QStringLiteral("true") : QStringLiteral("false"));
    }
    void writePeople(const std::vector<FeedPerson>& people) {
        for (const FeedPerson& person : people)
            words(feedspace::podcast, "person", person.name,
                  {{"role", person.role}, {"href", person.url}, {"img", person.image}});
    }

    void writeItem(const FeedItem& item) {
        m_xml.writeStartElement(QStringLiteral("item"));
        text("title", item.title);
        text("link", item.link);
        writeGuid(item.guid);
        text("pubDate", item.date ? rfc2822Date(*item.date) : QString());
        text("description", item.description);
        writeNotes(item.notes);
        writeEnclosure(item.enclosure);
        for (const QString& tag : item.tags)
            text("category", tag);
        text(feedspace::itunes, "duration", item.seconds > 0 ? QString::number(item.seconds) : QString());
        writeSeason(item.season);
        writeNumber(item.number);
        writeExplicit(item.isExplicit);
        empty(feedspace::itunes, "image", {{"href", item.image}});
        writePeople(item.people);
        for (const FeedTranscript& transcript : item.transcripts)
            empty(feedspace::podcast, "transcript",
                  {{"url", transcript.url},
                   {"type", transcript.type},
                   {"language", transcript.language},
                   {"rel", transcript.rel}});
        empty(feedspace::podcast, "chapters",
              {{"url", item.chaptersFile.url}, {"type", item.chaptersFile.type}});
        writeChapters(item.chapters);
        writeAlternates(item.alternates);
        if (!item.videoPage.isEmpty())
            words(feedspace::podcast, "contentLink", videoSite(item.videoPage), {{"href", item.videoPage}});
        if (item.value)
            writeValue(*item.value);
        m_xml.writeEndElement();
    }
    void writeGuid(const QString& guid) {
        if (xmlText(guid).isEmpty())
            return;
        m_xml.writeStartElement(QStringLiteral("guid"));
        m_xml.writeAttribute(QStringLiteral("isPermaLink"), QStringLiteral("false"));
        m_xml.writeCharacters(xmlText(guid));
        m_xml.writeEndElement();
    }
    void writeNotes(const QString& html) {
        const QString plain = xmlText(html);
        if (plain.isEmpty())
            return;
        m_xml.writeStartElement(feedspace::content, QStringLiteral("encoded"));
        m_xml.writeCDATA(plain);
        m_xml.writeEndElement();
    }
    /// RSS wants a length; 0 stands for one that is not known.
    void writeEnclosure(const FeedEnclosure& enclosure) {
        const QString length = QString::number(std::max<qint64>(0, enclosure.bytes));
        empty({}, "enclosure", {{"url", enclosure.url}, {"length", length}, {"type", enclosure.type}});
    }
    /// Numbers only: what is called by a word has none.
    void writeNumber(const QString& number) {
        bool isWhole = false;
        if (number.toLongLong(&isWhole) > 0 && isWhole)
            text(feedspace::itunes, "episode", number);
        static const QRegularExpression decimal(QStringLiteral("\\A\\d+(?:\\.\\d+)?\\z"));
        if (decimal.match(number).hasMatch())
            text(feedspace::podcast, "episode", number);
        text(feedspace::itunes, "episodeType", QStringLiteral("full"));
    }
    void writeSeason(const QString& season) {
        bool isWhole = false;
        const qlonglong number = season.toLongLong(&isWhole);
        if (isWhole && number > 0)
            text(feedspace::itunes, "season", season);
        if (isWhole)
            text(feedspace::podcast, "season", season);
    }
    void writeAlternates(const std::vector<FeedAlternate>& alternates) {
        for (const FeedAlternate& alternate : alternates) {
            if (alternate.type.isEmpty())
                continue;
            m_xml.writeStartElement(feedspace::podcast, QStringLiteral("alternateEnclosure"));
            attributes({{"type", alternate.type}, {"title", alternate.title}});
            empty(feedspace::podcast, "source", {{"uri", alternate.url}});
            m_xml.writeEndElement();
        }
    }
    static QString videoSite(const QString& page) {
        const QString host = QUrl(page).host();
        const bool isYouTube = host.contains(QLatin1String("youtu"));
        return isYouTube ? QStringLiteral("YouTube") : host;
    }
    /// A block that pays nobody is left out: apps would take it for one that overrides the show's.
    void writeValue(const FeedValue& value) {
        if (value.type.isEmpty() || value.method.isEmpty() || value.recipients.empty())
            return;
        m_xml.writeStartElement(feedspace::podcast, QStringLiteral("value"));
        attributes({{"type", value.type}, {"method", value.method}, {"suggested", value.suggested}});
        writeRecipients(value.recipients);
        for (const FeedTimeSplit& split : value.timeSplits) {
            m_xml.writeStartElement(feedspace::podcast, QStringLiteral("valueTimeSplit"));
            attributes({{"startTime", split.startTime},
                        {"duration", split.duration},
                        {"remoteStartTime", split.remoteStartTime},
                        {"remotePercentage", split.remotePercentage}});
            if (split.item)
                empty(feedspace::podcast, "remoteItem",
                      {{"feedGuid", split.item->feedGuid},
                       {"feedUrl", split.item->feedUrl},
                       {"itemGuid", split.item->itemGuid},
                       {"medium", split.item->medium}});
            writeRecipients(split.recipients);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }
    void writeRecipients(const std::vector<FeedRecipient>& recipients) {
        for (const FeedRecipient& recipient : recipients)
            empty(feedspace::podcast, "valueRecipient",
                  {{"address", recipient.address},
                   {"name", recipient.name},
                   {"type", recipient.type},
                   {"customKey", recipient.customKey},
                   {"customValue", recipient.customValue},
                   {"split", recipient.split},
                   {"fee", recipient.fee}});
    }
    void writeChapters(const Chapters& chapters) {
        if (chapters.empty())
            return;
        m_xml.writeStartElement(feedspace::chapters, QStringLiteral("chapters"));
        m_xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.2"));
        for (const Chapter& chapter : chapters)
            empty(feedspace::chapters, "chapter",
                  {{"start", QString::fromStdString(fullClock(chapter.start))},
                   {"title", chapter.title},
                   {"href", chapter.url},
                   {"image", chapter.image}});
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray writeRss(const Feed& feed) {
    QByteArray bytes;
    RssWriter(bytes).write(feed);
    return bytes;
}

} // namespace catalog
