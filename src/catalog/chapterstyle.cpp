// SPDX-License-Identifier: MIT
#include "catalog/chapterstyle.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace catalog {

using format::JsonId;
using format::JsonNode;
using format::JsonType;

namespace {

constexpr std::size_t elementDepth = 3; ///< of a chapter: below the root, the object and the list

std::string quoted(const QString& text) {
    return format::JsonValue::string(text.toStdString()).json();
}

bool isFraction(std::string_view raw) {
    const std::size_t point = raw.find('.');
    return point != std::string_view::npos && raw.find_first_not_of('0', point + 1) != std::string_view::npos;
}

std::string locationJson(const ChapterLocation& location) {
    std::string json = "{\"name\":" + quoted(location.name) + ",\"geo\":" + quoted(location.geo);
    if (!location.osm.isEmpty())
        json += ",\"osm\":" + quoted(location.osm);
    return json + "}";
}

} // namespace

JsonId memberOf(const format::Document& document, JsonId object, std::string_view key) {
    return object == format::noNode || document.json().node(object).type != JsonType::Object
               ? format::noNode
               : document.json().member(object, key);
}

JsonId chaptersObject(const format::Document& document) {
    const JsonId id = document.json().member(document.json().root(), chaptersKey);
    return id != format::noNode && document.json().node(id).type == JsonType::Object ? id : format::noNode;
}

JsonId chapterList(const format::Document& document) {
    const JsonId id = memberOf(document, chaptersObject(document), chapterListKey);
    return id != format::noNode && document.json().node(id).type == JsonType::Array ? id : format::noNode;
}

ChapterStyle::ChapterStyle(const format::Document& document, const format::Document* like) {
    measure(document);
    if (like && m_members.empty())
        measure(*like);
    if (m_members.empty())
        m_members = {"startTime", "title"};
    measureNumbers(document);
    if (like && m_whole + m_pointed == 0)
        measureNumbers(*like);
}

void ChapterStyle::measure(const format::Document& document) {
    const JsonId list = chapterList(document);
    if (list == format::noNode)
        return;
    const format::JsonTree& tree = document.json();
    std::map<std::vector<std::string>, int> shapes;
    for (const JsonId id : tree.node(list).children) {
        std::vector<std::string> members;
        if (tree.node(id).type != JsonType::Object)
            continue;
        for (const JsonId child : tree.node(id).children) {
            const JsonNode& node = tree.node(child);
            if (std::find(chapterMembers.begin(), chapterMembers.end(), node.name) == chapterMembers.end())
                continue;
            members.emplace_back(node.name);
            if (node.type == JsonType::Null)
                m_nulls.emplace(node.name);
            if (node.name == "toc" && document.raw(node) == "true")
                m_statesInContents = true;
        }
        if (members.size() > 1 && !m_oneLine &&
            document.raw(tree.node(id)).find('\n') == std::string_view::npos) {
            const auto& children = tree.node(id).children;
            const std::size_t from = tree.node(children[0]).span.end;
            m_oneLine = document.text().substr(from, tree.node(children[1]).key.begin - from);
        }
        if (!members.empty())
            ++shapes[members];
    }
    const auto most = std::max_element(shapes.begin(), shapes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != shapes.end())
        m_members = most->first;
}

void ChapterStyle::measureNumbers(const format::Document& document) {
    const JsonId list = chapterList(document);
    if (list == format::noNode)
        return;
    for (const JsonId id : document.json().node(list).children)
        for (const char* key : {"startTime", "endTime"}) {
            const JsonId member = memberOf(document, id, key);
            if (member != format::noNode && document.json().node(member).type == JsonType::Number)
                countNumber(document.raw(document.json().node(member)));
        }
}

void ChapterStyle::countNumber(std::string_view raw) {
    if (raw.find('.') == std::string_view::npos)
        ++m_whole;
    else
        ++(isFraction(raw) ? m_fractions : m_pointed);
}

std::string ChapterStyle::seconds(qint64 milliseconds, std::string_view now) const {
    std::string text = milliseconds < 0 ? "-" : "";
    text += std::to_string(std::abs(milliseconds / 1000));
    const auto rest = static_cast<int>(std::abs(milliseconds % 1000));
    if (rest != 0) {
        std::string digits = std::to_string(1000 + rest).substr(1);
        digits.erase(digits.find_last_not_of('0') + 1);
        return text + "." + digits;
    }
    const bool isKnown =
        !now.empty() && now.find_first_of("eE") == std::string_view::npos && !isFraction(now);
    const bool isPointed = isKnown                   ? now.find('.') != std::string_view::npos
                           : m_whole + m_pointed > 0 ? m_pointed > m_whole
                                                     : m_fractions > 0;
    return isPointed ? text + ".0" : text;
}

std::optional<std::string> ChapterStyle::member(const Chapter& chapter, std::string_view key,
                                                std::string_view now) const {
    const auto unlessEmpty = [](const QString& text) {
        return text.isEmpty() ? std::nullopt : std::optional<std::string>(quoted(text));
    };
    if (key == "startTime")
        return seconds(chapter.start, now);
    if (key == "title")
        return quoted(chapter.title);
    if (key == "img")
        return unlessEmpty(chapter.image);
    if (key == "url")
        return unlessEmpty(chapter.url);
    if (key == "toc")
        return chapter.isInContents && !m_statesInContents
                   ? std::nullopt
                   : std::optional<std::string>(chapter.isInContents ? "true" : "false");
    if (key == "endTime")
        return chapter.end ? std::optional<std::string>(seconds(*chapter.end, now)) : std::nullopt;
    return chapter.location ? std::optional<std::string>(locationJson(*chapter.location)) : std::nullopt;
}

bool ChapterStyle::holds(std::string_view key) const {
    return std::find(m_members.begin(), m_members.end(), key) != m_members.end();
}

std::string ChapterStyle::json(const Chapter& chapter) const {
    std::vector<std::string> members = m_members;
    // What the siblings do not have stands where it usually does.
    for (auto key = chapterMembers.begin(); key != chapterMembers.end(); ++key) {
        if (holds(*key) || !member(chapter, *key))
            continue;
        auto at = members.end();
        for (auto before = key; before != chapterMembers.begin() && at == members.end();)
            at = std::find(members.begin(), members.end(), *--before);
        members.insert(at == members.end() ? members.begin() : at + 1, std::string(*key));
    }
    std::string json;
    for (const std::string& key : members) {
        const auto text = member(chapter, key);
        if (!text && m_nulls.count(key) == 0)
            continue;
        json += (json.empty() ? "\"" : ",\"") + key + "\":" + text.value_or("null");
    }
    return "{" + json + "}";
}

std::string ChapterStyle::print(const Chapter& chapter, const format::JsonStyle& style) const {
    const auto value = format::JsonValue::parse(json(chapter)).valueOr(format::JsonValue::null());
    format::JsonStyle own = style;
    if (m_oneLine) {
        own.isCompact = true;
        own.comma = *m_oneLine;
    }
    return format::printJson(value, own, elementDepth);
}

} // namespace catalog
