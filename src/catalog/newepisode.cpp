// SPDX-License-Identifier: MIT
#include "catalog/newepisode.h"

#include "catalog/chapteredit.h"
#include "catalog/episode.h"
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

bool isOwn(const Field& field) {
    static const std::vector<std::string_view> kept{"categories", "hosts", "header_image", "show_slug",
                                                    "show_name",  "type",  "draft"};
    const bool isKept = std::find(kept.begin(), kept.end(), field.key) != kept.end();
    return !isKept && field.key != "value";
}

/// The new value of a field of the last episode, or nothing where it stays.
std::optional<JsonValue> valueFor(const Field& field, const format::JsonNode& node,
                                  const NewEpisode& episode) {
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
    if (isOwn(field))
        return nothingLike(node, field);
    return std::nullopt;
}

/// What is said even where the last episode does not.
std::optional<JsonValue> addedValue(const Field& field, const NewEpisode& episode) {
    if (field.key == "draft" && episode.isDraft)
        return JsonValue::boolean(true);
    if (field.key == "title" && !episode.title.isEmpty())
        return textValue(episode.title);
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

/// The new name for what the last one's number, padded number or slug was called by.
QString renamed(const QString& name, const Document& last, const NewEpisode& episode) {
    const QString number = valueText(last, "episode");
    const QString padded = valueText(last, "episode_padded");
    const auto isCalled = [](const QString& a, const QString& b) {
        return !b.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
    };
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

QString nextDate(const QStringList& dates) {
    constexpr std::size_t lookedAt = 9;
    std::vector<EpisodeDate> known;
    for (const QString& stored : dates)
        if (const auto date = parseEpisodeDate(stored); date && known.size() < lookedAt)
            known.push_back(*date);
    if (known.empty())
        return {};
    std::vector<qint64> distances;
    for (std::size_t i = 1; i < known.size(); ++i)
        distances.push_back(known[i].date.daysTo(known[i - 1].date));
    std::sort(distances.begin(), distances.end());
    constexpr qint64 week = 7;
    EpisodeDate next = known.front();
    next.date =
        next.date.addDays(distances.empty() ? week : std::max<qint64>(1, distances[distances.size() / 2]));
    return next.toString();
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
    auto document = Document::parse(last.text());
    for (const Field& field : fields()) {
        if (!document)
            return document.error();
        const format::JsonNode* node = document->member(field.key);
        const auto value = node ? valueFor(field, *node, episode) : addedValue(field, episode);
        if (value)
            document = edited(*document, document->set({std::string(field.key)}, *value, keyOrder()));
    }
    if (document && !episode.chapters.empty())
        document = edited(*document, setChapters(*document, episode.chapters, chaptersLike));
    if (document && !document->isBodyLocked())
        document = withoutLinks(*document);
    return document ? Result<std::string>(document->text()) : document.error();
}

} // namespace catalog
