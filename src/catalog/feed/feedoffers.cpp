// SPDX-License-Identifier: MIT
#include "catalog/feed/feedoffers.h"

#include "catalog/chapteredit.h"
#include "catalog/episode.h"
#include "catalog/feed/feednotes.h"
#include "catalog/feed/feedtext.h"
#include "catalog/feed/showfeed.h"
#include "catalog/field.h"
#include "catalog/xmltext.h"
#include "format/noteshtml.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace catalog {

namespace {

using format::Document;
using format::JsonNode;
using format::JsonType;
using format::JsonValue;

QString words(const char* text) {
    return QCoreApplication::translate("FeedImport", text);
}

JsonValue textValue(const QString& text) {
    return JsonValue::string(text.toStdString());
}

JsonValue listValue(const QStringList& list) {
    std::vector<std::string> items;
    for (const QString& item : list)
        items.push_back(item.toStdString());
    return JsonValue::strings(items);
}

/// What XML keeps of a text, blanks apart.
QString carried(const QString& text) {
    return xmlText(text).simplified();
}

/// Null, missing, an empty text or list, a nil GUID.
bool isEmptyField(const Document& document, std::string_view key) {
    const JsonNode* node = document.member(key);
    if (!node || node->type == JsonType::Null)
        return true;
    if (node->type == JsonType::String)
        return node->string.empty() || guidStateOf(QString::fromUtf8(node->string)) == GuidState::Nil;
    return node->type == JsonType::Array && node->children.empty();
}

/// Compares one episode with one item.
class Comparer {
public:
    Comparer(const Document& document, const FeedItem& item, const FeedHabits& habits, QStringList& problems)
        : m_document(document)
        , m_item(item)
        , m_habits(habits)
        , m_problems(problems) {}

    std::vector<FeedOffer> compare() {
        compareTexts();
        compareDate();
        compareEnclosure();
        compareDuration();
        comparePeople("hosts", hostNames(m_item));
        comparePeople("guests", guestNames(m_item));
        compareTags();
        compareTranscripts();
        compareChapters();
        compareValue();
        compareNotes();
        return std::move(m_offers);
    }

private:
    QString text(std::string_view key) const { return valueText(m_document, key); }

    void add(std::string_view key, const QString& before, const QString& after,
             const format::Result<format::TextEdits>& edits, bool isFilling) {
        if (!edits)
            m_problems += QString::fromStdString(edits.error().message);
        else if (!edits->empty())
            m_offers.push_back({key, before, after, *edits, isFilling});
    }
    void offer(std::string_view key, const QString& after, const JsonValue& value) {
        add(key, text(key), after, m_document.set({std::string(key)}, value, keyOrder()),
            isEmptyField(m_document, key));
    }

    void compareTexts() {
        const bool lacksGuid = isEmptyField(m_document, "episode_guid");
        if (lacksGuid && guidStateOf(m_item.guid) == GuidState::Valid)
            offer("episode_guid", m_item.guid, textValue(m_item.guid));
        const QString number = m_item.number.isEmpty() ? text("episode") : m_item.number;
        const QString title = bareTitle(m_item.title, number);
        if (!title.isEmpty() && carried(text("title")) != carried(m_item.title) &&
            bareTitle(carried(text("title")), number) != title)
            offer("title", title, textValue(title));
        const QString description = m_item.description.trimmed();
        if (!description.isEmpty() && carried(text("description")) != carried(description))
            offer("description", description, textValue(description));
    }

    void compareDate() {
        const auto mine = parseEpisodeDate(text("date"));
        if (m_item.date && (!mine || mine->moment() != m_item.date->moment()))
            offer("date", m_item.date->toString(), textValue(m_item.date->toString()));
    }

    void compareEnclosure() {
        const FeedEnclosure& enclosure = m_item.enclosure;
        if (!isWebUrl(enclosure.url))
            return;
        const QString key = enclosureKey(enclosure.url);
        const bool isMain = enclosureKey(text("podcast_file")) == key;
        // The feed has one address; that of another format is not the main file's.
        if (!isMain &&
            (enclosureKey(text("podcast_alt_file")) == key || enclosureKey(text("podcast_ogg_file")) == key))
            return;
        if (!isMain)
            offer("podcast_file", enclosure.url, textValue(enclosure.url));
        if (enclosure.bytes > 0 && text("podcast_bytes") != QString::number(enclosure.bytes))
            offer("podcast_bytes", QString::number(enclosure.bytes), JsonValue::integer(enclosure.bytes));
    }

    void compareDuration() {
        constexpr qint64 day = 24 * 3600;
        const auto mine = parseDuration(text("podcast_duration"));
        if (m_item.seconds > 0 && m_item.seconds < day && (!mine || *mine != m_item.seconds))
            offer("podcast_duration", durationText(m_item.seconds), textValue(durationText(m_item.seconds)));
    }

    void comparePeople(const char* key, const QStringList& names) {
        const QStringList ids = strings(key);
        const QStringList theirs = m_habits.people.idsOf(names);
        if (theirs.isEmpty() || m_habits.people.haveNames(ids, names))
            return;
        if (QSet<QString>(ids.begin(), ids.end()) != QSet<QString>(theirs.begin(), theirs.end()))
            offer(key, theirs.join(QStringLiteral(", ")), listValue(theirs));
    }

    void compareTags() {
        QStringList mine = strings("tags");
        for (QString& tag : mine)
            tag = carried(tag);
        const QSet<QString> theirs(m_item.tags.begin(), m_item.tags.end());
        QSet<QString> own(mine.begin(), mine.end());
        own.remove({});
        if (!theirs.isEmpty() && own != theirs)
            offer("tags", m_item.tags.join(QStringLiteral(", ")), listValue(m_item.tags));
    }

    void compareTranscripts() {
        std::vector<FeedTranscript> mine = transcriptsOf(m_document);
        std::erase_if(mine, [](const FeedTranscript& t) { return !isWebUrl(t.url); });
        std::vector<FeedTranscript> theirs = m_item.transcripts;
        std::erase_if(theirs, [](const FeedTranscript& t) { return !isWebUrl(t.url); });
        if (theirs.empty() || mine == theirs)
            return;
        std::string json;
        QStringList addresses;
        for (const FeedTranscript& transcript : theirs) {
            json += (json.empty() ? "[" : ",") + transcriptJson(transcript);
            addresses += transcript.url;
        }
        if (const auto value = JsonValue::parse(json + "]"))
            offer("transcripts", addresses.join(QLatin1Char('\n')), *value);
    }
    static std::string transcriptJson(const FeedTranscript& transcript) {
        std::string members;
        for (const auto& [key, value] :
             {std::pair("url", transcript.url), std::pair("type", transcript.type),
              std::pair("language", transcript.language), std::pair("rel", transcript.rel)})
            if (!value.isEmpty())
                members +=
                    (members.empty() ? "" : ",") + std::string("\"") + key + "\":" + textValue(value).json();
        return "{" + members + "}";
    }

    /// A feed says start, title, address and picture; the rest of a chapter that starts at the same time
    /// stays.
    void compareChapters() {
        if (m_item.chapters.empty())
            return;
        const Chapters mine = chaptersOf(m_document);
        const auto said = [](const Chapter& a, const Chapter& b) {
            return a.start == b.start && carried(a.title) == carried(b.title) &&
                   carried(a.url) == carried(b.url) && carried(a.image) == carried(b.image);
        };
        Chapters sortedMine = mine;
        std::stable_sort(sortedMine.begin(), sortedMine.end(),
                         [](const Chapter& a, const Chapter& b) { return a.start < b.start; });
        if (std::equal(sortedMine.begin(), sortedMine.end(), m_item.chapters.begin(), m_item.chapters.end(),
                       said))
            return;
        Chapters theirs = m_item.chapters;
        for (Chapter& chapter : theirs)
            for (const Chapter& old : mine)
                if (old.start == chapter.start) {
                    chapter.end = old.end;
                    chapter.isInContents = old.isInContents;
                    chapter.location = old.location;
                }
        add("podcast_chapters", chaptersWords(mine), chaptersWords(theirs), setChapters(m_document, theirs),
            mine.empty());
    }
    static QString chaptersWords(const Chapters& chapters) {
        QStringList lines;
        for (const Chapter& chapter : chapters)
            lines += durationText(chapter.start / 1000) + QLatin1Char(' ') + chapter.title;
        return lines.join(QLatin1Char('\n'));
    }

    void compareValue() {
        if (!m_item.value || m_item.value->type.isEmpty() || m_item.value->method.isEmpty())
            return;
        const auto mine = valueOf(m_document);
        if (!mine || carriedValue(*mine) != carriedValue(*m_item.value))
            add("value", mine ? valueWords(*mine) : QString(), valueWords(*m_item.value),
                m_document.set({std::string("value")}, valueJson(*m_item.value), keyOrder()), !mine);
    }

    void compareNotes() {
        if (m_document.isBodyLocked() || m_item.notes.isEmpty() || saySame(m_document.body(), m_item.notes))
            return;
        FeedHabits habits = m_habits;
        takeNotesHabits(m_document, habits);
        const std::string_view front = m_document.text();
        const std::string body =
            bodyOf(m_item, habits, front.find("\r\n") == std::string_view::npos ? "\n" : "\r\n");
        const std::string old(m_document.body());
        if (body.empty() || saySame(body, QString::fromStdString(format::notesHtml(old))))
            return;
        const bool isBlank = old.find_first_not_of(" \t\r\n") == std::string::npos;
        format::TextEdits edits = format::differenceOf(old, body);
        for (format::TextEdit& edit : edits)
            edit.span = {edit.span.begin + m_document.frontMatter().body.begin,
                         edit.span.end + m_document.frontMatter().body.begin};
        add("notes", QString::fromStdString(old).trimmed(), QString::fromStdString(body).trimmed(), edits,
            isBlank);
    }

    QStringList strings(const char* key) const {
        QStringList list;
        const JsonNode* node = m_document.member(key);
        if (node && node->type == JsonType::Array)
            for (const std::string& item : m_document.strings(*node))
                list += QString::fromStdString(item);
        return list;
    }

    const Document& m_document;
    const FeedItem& m_item;
    const FeedHabits& m_habits;
    QStringList& m_problems;
    std::vector<FeedOffer> m_offers;
};

} // namespace

const std::vector<std::string_view>& feedFields() {
    static const std::vector<std::string_view> keys{
        "episode_guid", "title",         "description",      "date",
        "podcast_file", "podcast_bytes", "podcast_duration", "hosts",
        "guests",       "tags",          "transcripts",      "podcast_chapters",
        "value",        "notes"};
    return keys;
}

QString feedFieldLabel(std::string_view key) {
    const Field* field = fieldOf(key);
    return field ? labelOf(*field) : words("Show notes");
}

std::vector<FeedOffer> feedOffers(const Document& document, const FeedItem& item, const FeedHabits& habits,
                                  QStringList& problems) {
    return Comparer(document, item, habits, problems).compare();
}

QStringList notTakenOver(const FeedItem& item, const FeedHabits& habits, const QString& season) {
    QStringList sentences;
    const QStringList unknown = habits.people.unknownIn(item);
    if (!unknown.isEmpty())
        sentences += words("The site has no page for %1.").arg(unknown.join(QStringLiteral(", ")));
    if (!item.season.isEmpty() && item.season != season)
        sentences += words("Episodes here have no season (%1).").arg(item.season);
    if (!item.chaptersFile.url.isEmpty() && item.chapters.empty())
        sentences += words("The chapters are in a file of their own: %1").arg(item.chaptersFile.url);
    if (!item.image.isEmpty())
        sentences += words("The picture stays where it is: %1").arg(item.image);
    return sentences;
}

QString enclosureKey(const QString& url) {
    static const QRegularExpression scheme(QStringLiteral("\\Ahttps?://"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression counter(
        QStringLiteral("\\A(?:www\\.)?(?:op3\\.dev/e|dts\\.podtrac\\.com/redirect\\.(?:mp3|m4a)|"
                       "pdst\\.fm/e|chtbl\\.com/track/[^/]+|pdcn\\.co/e|mgln\\.ai/e/[^/]+|"
                       "arttrk\\.com/p/[^/]+|podtrac\\.com/pts/redirect\\.(?:mp3|m4a))/"),
        QRegularExpression::CaseInsensitiveOption);
    QString key = QString(url).remove(scheme);
    for (bool isStripped = true; isStripped;) {
        const qsizetype before = key.size();
        key.remove(counter);
        key.remove(scheme);
        isStripped = key.size() != before;
    }
    const qsizetype query = key.indexOf(QRegularExpression(QStringLiteral("[?#]")));
    return query < 0 ? key : key.left(query);
}

} // namespace catalog
