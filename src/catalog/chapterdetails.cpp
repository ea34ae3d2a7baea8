// SPDX-License-Identifier: MIT
#include "catalog/chapterdetails.h"

#include "catalog/chapterstyle.h"
#include "catalog/memberedit.h"

#include <array>

namespace catalog {

using format::Document;
using format::JsonId;
using format::JsonNode;
using format::JsonType;

namespace {

struct TextMember {
    const char* key;
    QString ChapterDetails::*text;
};

constexpr const char waypointsKey[] = "waypoints";
constexpr std::array<TextMember, 6> textMembers{{{"version", &ChapterDetails::version},
                                                 {"author", &ChapterDetails::author},
                                                 {"title", &ChapterDetails::title},
                                                 {"podcastName", &ChapterDetails::podcastName},
                                                 {"description", &ChapterDetails::description},
                                                 {"fileName", &ChapterDetails::fileName}}};

MemberOrder usualOrder() {
    MemberOrder order;
    for (const TextMember& member : textMembers)
        order.emplace_back(member.key);
    order.emplace_back(waypointsKey);
    return order;
}

const JsonNode* find(const Document& document, const char* key) {
    const JsonId id = memberOf(document, chaptersObject(document), key);
    return id == format::noNode ? nullptr : &document.json().node(id);
}

bool isOdd(const Document& document, const char* key, JsonType type) {
    const JsonNode* node = find(document, key);
    return node && node->type != JsonType::Null && node->type != type;
}

} // namespace

ChapterDetails chapterDetailsOf(const Document& document) {
    ChapterDetails details;
    for (const TextMember& member : textMembers)
        if (const JsonNode* node = find(document, member.key); node && node->type == JsonType::String)
            details.*member.text = QString::fromUtf8(node->string);
    if (const JsonNode* node = find(document, waypointsKey); node && node->type == JsonType::Boolean)
        details.waypoints = document.raw(*node) == "true";
    return details;
}

bool hasChapterDetails(const Document& document) {
    return chaptersObject(document) != format::noNode;
}

QStringList oddChapterDetails(const Document& document) {
    QStringList odd;
    for (const TextMember& member : textMembers)
        if (isOdd(document, member.key, JsonType::String))
            odd += QLatin1String(member.key);
    if (isOdd(document, waypointsKey, JsonType::Boolean))
        odd += QLatin1String(waypointsKey);
    return odd;
}

format::Result<format::TextEdits> setChapterDetails(const Document& document, const ChapterDetails& details) {
    const JsonId object = chaptersObject(document);
    if (object == format::noNode)
        return format::Error{"The episode has no chapters that could say this.", 0};
    if (document.json().node(object).isDuplicateKey)
        return format::Error{"The key \"podcast_chapters\" occurs twice; delete one of the two first.",
                             document.json().node(object).key.begin};
    const ChapterDetails now = chapterDetailsOf(document);
    const format::JsonEditor editor = document.jsonEditor();
    std::vector<WantedMember> wanted;
    for (const TextMember& member : textMembers) {
        const QString& text = details.*member.text;
        if (text == now.*member.text || isOdd(document, member.key, JsonType::String))
            continue;
        wanted.push_back({member.key, text.isEmpty() ? std::nullopt
                                                     : std::optional(format::quoteJson(text.toStdString(),
                                                                                       editor.style()))});
    }
    if (details.waypoints != now.waypoints && !isOdd(document, waypointsKey, JsonType::Boolean))
        wanted.push_back({waypointsKey, details.waypoints ? std::optional<std::string>(
                                                                *details.waypoints ? "true" : "false")
                                                          : std::nullopt});
    return wanted.empty() ? format::TextEdits{} : setMembers(document, object, usualOrder(), wanted, true);
}

} // namespace catalog
