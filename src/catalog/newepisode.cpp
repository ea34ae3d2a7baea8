// SPDX-License-Identifier: MIT
#include "catalog/newepisode.h"

#include "catalog/chapteredit.h"
#include "catalog/episode.h"
#include "catalog/facts.h"
#include "catalog/field.h"
#include "catalog/values.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <vector>

namespace catalog {

namespace {

using format::Document;
using format::Error;
using format::JsonType;
using format::JsonValue;
using format::Result;

JsonValue textValue(const QString& text) {
    return JsonValue::string(text.toStdString());
}

/// A number where the last episode has one, else text.
JsonValue likeNode(const format::JsonNode& node, const QString& text) {
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return node.type == JsonType::Number && isNumber ? JsonValue::integer(number) : textValue(text);
}

/// What stands for "nothing": in the type that the last episode uses, null where the field may be null.
JsonValue nothingLike(const format::JsonNode& node, const Field& field) {
    if (isList(field.kind) || node.type == JsonType::Array)
        return JsonValue::strings({});
    return field.isNullable || node.type == JsonType::Null ? JsonValue::null() : textValue({});
}

template <typename Keys>
bool isIn(const Keys& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// What the text is made from: the show's last episode, or one that is copied.
enum class Source { Last, Copied };

bool isOwn(const Field& field, Source source) {
    static const std::vector<std::string_view> kept{"categories", "hosts", "header_image", "show_slug",
                                                    "show_name",  "type",  "draft",        "value"};
    static const std::vector<std::string_view> pages{"youtube_link", "jb_url", "fireside_url", "transcripts"};
    return source == Source::Last ? !isIn(kept, field.key)
                                  : isIn(mediaFileKeys, field.key) || isIn(pages, field.key);
}

/// Nothing where the list stays as it is, spelling and all.
std::optional<JsonValue> listFor(const Document& document, const format::JsonNode& node,
                                 const std::optional<QStringList>& wanted) {
    if (!wanted)
        return std::nullopt;
    std::vector<std::string> items;
    for (const QString& item : *wanted)
        items.push_back(item.toStdString());
    const bool isSame = node.type == JsonType::Array && document.strings(node) == items;
    return isSame ? std::nullopt : std::optional(JsonValue::strings(items));
}

/// The new value of a field of the last episode, or nothing where it stays.
std::optional<JsonValue> valueFor(const Document& document, const Field& field, const format::JsonNode& node,
                                  const NewEpisode& episode, Source source) {
    const auto known = [&](const QString& text) {
        return text.isEmpty() ? nothingLike(node, field) : likeNode(node, text);
    };
    if (field.key == "draft")
        return JsonValue::boolean(episode.isDraft);
    if (field.key == "episode")
        return known(episode.number);
    if (field.key == "episode_padded")
        return known(episode.padded);
    if (field.key == "slug")
        return known(episode.slug);
    if (field.key == "episode_guid")
        return known(episode.guid);
    if (field.key == "title")
        return textValue(episode.title);
    if (field.key == "date")
        return known(episode.date);
    if (field.key == "podcast_file")
        return known(episode.url);
    if (field.key == "podcast_bytes")
        return episode.bytes < 0 ? JsonValue::null() : JsonValue::integer(episode.bytes);
    if (field.key == "podcast_duration")
        return episode.seconds < 0 ? JsonValue::null() : textValue(durationText(episode.seconds));
    if (field.key == "hosts")
        return listFor(document, node, episode.hosts);
    if (field.key == "categories")
        return listFor(document, node, episode.categories);
    if (field.key == "header_image" && episode.headerImage &&
        *episode.headerImage != valueText(document, field.key))
        return known(*episode.headerImage);
    if (isOwn(field, source))
        return nothingLike(node, field);
    return std::nullopt;
}

/// What is said even where the last episode does not.
std::optional<JsonValue> addedValue(const Field& field, const NewEpisode& episode) {
    if (field.key == "draft" && episode.isDraft)
        return JsonValue::boolean(true);
    if (field.key == "title" && !episode.title.isEmpty())
        return textValue(episode.title);
    if (field.key == "podcast_file" && !episode.url.isEmpty())
        return textValue(episode.url);
    if (field.key == "podcast_bytes" && episode.bytes >= 0)
        return JsonValue::integer(episode.bytes);
    if (field.key == "podcast_duration" && episode.seconds >= 0)
        return textValue(durationText(episode.seconds));
    return std::nullopt;
}

Result<Document> edited(const Document& document, const Result<format::TextEdits>& edits) {
    if (!edits)
        return edits.error();
    const auto text = format::applyEdits(document.text(), *edits);
    return text ? Document::parse(*text) : Result<Document>(text.error());
}

Result<Document> withoutLinks(const Document& document) {
    const auto editor = document.linkEditor();
    if (!editor)
        return editor.error();
    std::vector<std::size_t> links;
    const auto& rows = document.links().rows();
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows[row].kind == format::RowKind::Link)
            links.push_back(row);
    return edited(document, editor->removeRows(links));
}

/// Leaves empty what belongs to the other one's sound or pages and is no field of ours, or lies within one: a
/// value time split is seconds of that sound.
Result<Document> withoutOwnParts(Result<Document> document) {
    const std::vector<format::JsonPath> parts{
        {"value", "timesplits"}, {"value", "timeSplits"}, {"soundbites"},  {"soundbite"},
        {"podcast_soundbites"},  {"podcast_soundbite"},   {"enclosure"},   {"chapters"},
        {"social_interact"},     {"socialInteract"},      {"content_link"}};
    for (const format::JsonPath& path : parts) {
        const format::JsonId id = document ? document->json().find(path) : format::noNode;
        if (id == format::noNode || document->json().node(id).type == JsonType::Null)
            continue;
        const format::JsonNode& node = document->json().node(id);
        const bool isEmptyList = node.type == JsonType::Array && node.children.empty();
        if (!isEmptyList)
            document = edited(*document, document->set(path,
                                                       node.type == JsonType::Array ? JsonValue::strings({})
                                                       : node.type == JsonType::String ? textValue({})
                                                                                       : JsonValue::null(),
                                                       keyOrder()));
    }
    return document;
}

bool isCalled(const QString& a, const QString& b) {
    return !b.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

/// The document with the new one's values.
Result<Document> withValues(Result<Document> document, const NewEpisode& episode, Source source) {
    for (const Field& field : fields()) {
        if (!document)
            return document;
        const format::JsonNode* node = document->member(field.key);
        const auto value =
            node ? valueFor(*document, field, *node, episode, source) : addedValue(field, episode);
        if (value)
            document = edited(*document, document->set({std::string(field.key)}, *value, keyOrder()));
    }
    return document;
}

/// The new name for what the last one's number, padded number or slug was called by.
QString renamed(const QString& name, const Document& last, const NewEpisode& episode) {
    const QString number = valueText(last, "episode");
    const QString padded = valueText(last, "episode_padded");
    if (isCalled(name, padded))
        return episode.padded;
    if (isCalled(name, number))
        return episode.number;
    for (const auto& [old, now] : {std::pair(padded, episode.padded), std::pair(number, episode.number)})
        if (!old.isEmpty() && !now.isEmpty() && name.endsWith(old, Qt::CaseInsensitive))
            return name.chopped(old.size()) + now;
    return episode.padded;
}

} // namespace

QString nextNumber(const QString& number) {
    bool isNumber = false;
    const qint64 value = number.toLongLong(&isNumber);
    if (!isNumber || value < 0)
        return {};
    return QString::number(value + 1).rightJustified(number.size(), QLatin1Char('0'));
}

namespace {

/// The same weekday again where the show keeps to one: an episode that was late moves no other.
QDate onUsualWeekday(QDate date, const std::vector<EpisodeDate>& known) {
    constexpr std::ptrdiff_t week = 7;
    const auto uses = [&](int day) {
        return std::count_if(known.begin(), known.end(),
                             [day](const EpisodeDate& one) { return one.date.dayOfWeek() == day; });
    };
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        if (known.size() < 4 || uses(day) * 4 < static_cast<std::ptrdiff_t>(known.size()) * 3)
            continue;
        const qint64 behind = (date.dayOfWeek() - day + week) % week;
        const QDate usual = date.addDays(behind <= week / 2 ? -behind : week - behind);
        return usual > known.front().date ? usual : date;
    }
    return date;
}

std::optional<EpisodeDate> nextInRhythm(const QStringList& dates) {
    constexpr std::size_t lookedAt = 9;
    std::vector<EpisodeDate> known;
    for (const QString& stored : dates)
        if (const auto date = parseEpisodeDate(stored); date && known.size() < lookedAt)
            known.push_back(*date);
    if (known.empty())
        return std::nullopt;
    std::vector<qint64> distances;
    for (std::size_t i = 1; i < known.size(); ++i)
        distances.push_back(known[i].date.daysTo(known[i - 1].date));
    std::sort(distances.begin(), distances.end());
    constexpr qint64 week = 7;
    const qint64 distance = distances.empty() ? week : std::max<qint64>(1, distances[distances.size() / 2]);
    EpisodeDate next = known.front();
    next.date = next.date.addDays(distance);
    if (distance % week == 0)
        next.date = onUsualWeekday(next.date, known);
    return next;
}

/// The offset that most of the zones have then; an hour that the clocks leave out becomes the one behind it.
void takeOffset(EpisodeDate& date, const std::vector<QTimeZone>& zones) {
    std::vector<int> offsets;
    offsets.reserve(zones.size());
    for (const QTimeZone& zone : zones)
        offsets.push_back(QDateTime(date.date, *date.time, zone).offsetFromUtc());
    const auto most = std::max_element(offsets.begin(), offsets.end(), [&](int a, int b) {
        return std::count(offsets.begin(), offsets.end(), a) < std::count(offsets.begin(), offsets.end(), b);
    });
    const QTimeZone& zone = zones[static_cast<std::size_t>(most - offsets.begin())];
    const QDateTime asked(date.date, *date.time, zone);
    const auto there = QDateTime::fromMSecsSinceEpoch(asked.toMSecsSinceEpoch(), zone);
    date.time = there.time();
    date.offsetSeconds = there.offsetFromUtc();
    date.usesZ = date.usesZ && date.offsetSeconds == 0;
}

} // namespace

QString nextDate(const QStringList& dates) {
    return nextDate(dates, {});
}

QString nextDate(const QStringList& dates, const std::vector<QTimeZone>& zones) {
    auto next = nextInRhythm(dates);
    if (next && next->isComplete() && !zones.empty())
        takeOffset(*next, zones);
    return next ? next->toString() : QString();
}

bool followsNumber(const QString& name, const Document& episode) {
    for (const std::string_view key : {"episode_padded", "episode"})
        if (const QString number = valueText(episode, key);
            !number.isEmpty() && name.endsWith(number, Qt::CaseInsensitive))
            return true;
    return false;
}

JsonValue numberLike(const Document& episode, std::string_view key, const QString& text) {
    const format::JsonNode* node = episode.member(key);
    return node ? likeNode(*node, text) : textValue(text);
}

NewEpisode suggestNewEpisode(const Document& last, const QString& lastFile, const QStringList& dates) {
    NewEpisode episode;
    setNumber(episode, nextNumber(valueText(last, "episode")), last, lastFile);
    episode.guid = newGuid();
    episode.date = nextDate(dates);
    return episode;
}

void setNumber(NewEpisode& episode, const QString& number, const Document& last, const QString& lastFile) {
    episode.number = number;
    const QString padded = valueText(last, "episode_padded");
    const bool isNumber = !nextNumber(number).isEmpty();
    episode.padded = isNumber && !nextNumber(padded).isEmpty()
                         ? number.rightJustified(padded.size(), QLatin1Char('0'))
                         : paddedNumber(number);
    episode.slug = renamed(valueText(last, "slug"), last, episode);
    const QFileInfo file(lastFile);
    const QString name = renamed(file.completeBaseName(), last, episode);
    episode.fileName = name.isEmpty() ? QString() : name + QLatin1Char('.') + file.suffix();
}

Result<std::string> newEpisodeText(const Document& last, const NewEpisode& episode,
                                   const Document* chaptersLike) {
    auto document = withoutOwnParts(withValues(Document::parse(last.text()), episode, Source::Last));
    if (document && !episode.chapters.empty())
        document = edited(*document, setChapters(*document, episode.chapters, chaptersLike));
    if (document && !document->isBodyLocked())
        document = withoutLinks(*document);
    return document ? Result<std::string>(document->text()) : document.error();
}

Result<std::string> copiedEpisodeText(const Document& source, const Document& last,
                                      const NewEpisode& episode) {
    auto document = withoutOwnParts(withValues(Document::parse(source.text()), episode, Source::Copied));
    const bool isOtherShow = valueText(source, "show_slug") != valueText(last, "show_slug");
    for (const std::string_view key : {"show_slug", "show_name", "header_image", "categories"}) {
        const format::JsonNode* node = last.member(key);
        if (document && isOtherShow && node)
            document = edited(*document, document->set({std::string(key)}, last.value(*node), keyOrder()));
    }
    if (document && !episode.chapters.empty())
        document = edited(*document, setChapters(*document, episode.chapters, nullptr));
    return document ? Result<std::string>(document->text()) : document.error();
}

} // namespace catalog
