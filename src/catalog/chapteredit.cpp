// SPDX-License-Identifier: MIT
#include "catalog/chapteredit.h"

#include "catalog/chapterstyle.h"
#include "catalog/field.h"
#include "catalog/memberedit.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace catalog {

using format::Document;
using format::JsonId;
using format::JsonNode;
using format::JsonType;
using format::Result;
using format::TextEdits;

namespace {

/// Reads the members of one chapter.
class ChapterReader {
public:
    ChapterReader(const Document& document, JsonId id)
        : m_document(document)
        , m_id(id) {}

    QString text(const char* key, JsonId object) const {
        const JsonNode* node = find(key, object, JsonType::String);
        return node ? QString::fromUtf8(node->string) : QString();
    }
    QString text(const char* key) const { return text(key, m_id); }
    std::optional<qint64> milliseconds(const char* key) const {
        const JsonNode* node = find(key, m_id, JsonType::Number);
        return node ? std::optional<qint64>(toMilliseconds(m_document.raw(*node))) : std::nullopt;
    }
    bool isFalse(const char* key) const {
        const JsonNode* node = find(key, m_id, JsonType::Boolean);
        return node && m_document.raw(*node) == "false";
    }
    std::optional<ChapterLocation> location() const {
        const JsonId id = memberOf(m_document, m_id, "location");
        if (id == format::noNode || m_document.json().node(id).type != JsonType::Object)
            return std::nullopt;
        return ChapterLocation{text("name", id), text("geo", id), text("osm", id)};
    }

private:
    const JsonNode* find(const char* key, JsonId object, JsonType type) const {
        const JsonId id = memberOf(m_document, object, key);
        return id != format::noNode && m_document.json().node(id).type == type ? &m_document.json().node(id)
                                                                               : nullptr;
    }
    static qint64 toMilliseconds(std::string_view raw) {
        constexpr double most = 1e12; // seconds; what is beyond is no time
        double seconds = 0;
        std::from_chars(raw.data(), raw.data() + raw.size(), seconds);
        return std::isfinite(seconds) && std::abs(seconds) < most ? std::llround(seconds * 1000) : 0;
    }

    const Document& m_document;
    JsonId m_id;
};

Chapter chapterAt(const Document& document, JsonId id) {
    const ChapterReader reader(document, id);
    Chapter chapter;
    chapter.start = reader.milliseconds("startTime").value_or(0);
    chapter.end = reader.milliseconds("endTime");
    chapter.title = reader.text("title");
    chapter.url = reader.text("url");
    chapter.image = reader.text("img");
    chapter.isInContents = !reader.isFalse("toc");
    chapter.location = reader.location();
    return chapter;
}

bool isSameMember(const Chapter& a, const Chapter& b, std::string_view key) {
    return key == "startTime" ? a.start == b.start
           : key == "title"   ? a.title == b.title
           : key == "img"     ? a.image == b.image
           : key == "url"     ? a.url == b.url
           : key == "toc"     ? a.isInContents == b.isInContents
           : key == "endTime" ? a.end == b.end
                              : a.location == b.location;
}

/// Makes the edits of one document's chapters.
class ChapterEditor {
public:
    ChapterEditor(const Document& document, const Document* like)
        : m_document(document)
        , m_like(like)
        , m_editor(document.jsonEditor())
        , m_style(document, like)
        , m_list(chapterList(document)) {}

    Result<TextEdits> set(const Chapters& chapters, const ChapterOrigins& origins,
                          const ChapterOrigins& absorbed) const {
        if (const auto error = whyNot())
            return *error;
        if (m_list != format::noNode)
            return arrange(chapters, origins, absorbed);
        if (chapters.empty())
            return TextEdits{};
        if (chaptersObject(m_document) == format::noNode)
            return m_document.set({std::string(chaptersKey)}, parsed(objectJson(chapters)), keyOrder());
        const JsonId object = chaptersObject(m_document);
        return memberOf(m_document, object, chapterListKey) == format::noNode
                   ? m_editor.insertMember({std::string(chaptersKey)}, chapterListKey,
                                           parsed(listJson(chapters)))
                   : m_editor.set({std::string(chaptersKey), std::string(chapterListKey)},
                                  parsed(listJson(chapters)));
    }

private:
    static format::JsonValue parsed(const std::string& json) {
        return format::JsonValue::parse(json).valueOr(format::JsonValue::null());
    }
    const format::JsonStyle& style() const { return m_editor.style(); }
    const JsonNode& node(JsonId id) const { return m_document.json().node(id); }

    std::optional<format::Error> whyNot() const {
        const JsonNode* top = m_document.member(chaptersKey);
        if (!top || top->type == JsonType::Null)
            return std::nullopt;
        if (top->isDuplicateKey)
            return format::Error{"The key \"podcast_chapters\" occurs twice; delete one of the two first.",
                                 top->key.begin};
        const JsonId list = memberOf(m_document, chaptersObject(m_document), chapterListKey);
        const bool isList =
            list == format::noNode || m_list != format::noNode || node(list).type == JsonType::Null;
        if (top->type != JsonType::Object || !isList)
            return format::Error{"The key \"podcast_chapters\" holds something that is no list of chapters; "
                                 "repair it in All Fields first.",
                                 top->span.begin};
        return std::nullopt;
    }

    Result<TextEdits> arrange(const Chapters& chapters, const ChapterOrigins& origins,
                              const ChapterOrigins& absorbed) const {
        const auto& children = node(m_list).children;
        const auto elementOf = [&](const std::optional<std::size_t>& place) {
            return place && *place < children.size() ? children[*place] : format::noNode;
        };
        std::vector<format::ArrangedItem> items;
        for (std::size_t i = 0; i < chapters.size(); ++i) {
            const auto from = i < origins.size() ? origins[i] : std::nullopt;
            if (!from || *from >= children.size()) {
                items.push_back({std::nullopt, {}, m_style.print(chapters[i], style())});
                continue;
            }
            auto edits = change(children[*from], chapters[i],
                                elementOf(i < absorbed.size() ? absorbed[i] : std::nullopt));
            if (!edits)
                return edits.error();
            items.push_back({from, std::move(edits).value()});
        }
        return m_editor.arrange(m_document.json().pathOf(m_list), items);
    }

    /// The members of the chapter that is taken in which the program does not know and the other lacks, as
    /// they are written.
    std::vector<WantedMember> unknownOf(JsonId absorbed, JsonId id) const {
        std::vector<WantedMember> unknown;
        if (absorbed == format::noNode || node(absorbed).type != JsonType::Object)
            return unknown;
        for (const JsonId child : node(absorbed).children) {
            const JsonNode& member = node(child);
            const bool isKnown =
                std::find(chapterMembers.begin(), chapterMembers.end(), member.name) != chapterMembers.end();
            const bool counts = memberOf(m_document, absorbed, member.name) == child;
            if (!isKnown && counts && memberOf(m_document, id, member.name) == format::noNode)
                unknown.push_back({member.name, std::string(m_document.raw(member))});
        }
        return unknown;
    }

    Result<TextEdits> change(JsonId id, const Chapter& chapter, JsonId absorbed) const {
        const Chapter now = chapterAt(m_document, id);
        if (now == chapter && absorbed == format::noNode)
            return TextEdits{};
        if (node(id).type != JsonType::Object)
            return TextEdits{{node(id).span, m_style.print(chapter, style())}};
        std::vector<WantedMember> wanted = unknownOf(absorbed, id);
        TextEdits inLocation;
        for (const std::string_view key : chapterMembers) {
            if (isSameMember(now, chapter, key))
                continue;
            if (key == "location" && now.location && chapter.location) {
                auto edits = changeLocation(memberOf(m_document, id, key), *now.location, *chapter.location);
                if (!edits)
                    return edits.error();
                inLocation = std::move(edits).value();
                continue;
            }
            const JsonId member = memberOf(m_document, id, key);
            const bool isNumber = member != format::noNode && node(member).type == JsonType::Number;
            const std::string_view raw = isNumber ? m_document.raw(node(member)) : std::string_view();
            auto text = m_style.member(chapter, key, raw);
            if (text && key == "location")
                text = format::printJson(parsed(*text), style(), memberDepth);
            else if (text)
                text = format::printJson(parsed(*text), style(), 0);
            wanted.push_back({key, text});
        }
        auto edits = setMembers(m_document, id, chapterMembers, wanted, m_style.writesNulls());
        if (!edits)
            return edits;
        edits.value().insert(edits.value().end(), inLocation.begin(), inLocation.end());
        return edits;
    }

    Result<TextEdits> changeLocation(JsonId id, const ChapterLocation& now,
                                     const ChapterLocation& location) const {
        std::vector<WantedMember> wanted;
        const auto add = [&](std::string_view key, const QString& old, const QString& text) {
            if (old != text)
                wanted.push_back({key, text.isEmpty() && key == "osm"
                                           ? std::nullopt
                                           : std::optional(format::quoteJson(text.toStdString(), style()))});
        };
        add("name", now.name, location.name);
        add("geo", now.geo, location.geo);
        add("osm", now.osm, location.osm);
        return setMembers(m_document, id, locationMembers, wanted, m_style.writesNulls());
    }

    std::string listJson(const Chapters& chapters) const {
        std::string json;
        for (const Chapter& chapter : chapters)
            json += (json.empty() ? "" : ",") + m_style.json(chapter);
        return "[" + json + "]";
    }

    std::string stringOf(const char* key) const {
        const JsonNode* value = m_document.member(key);
        return value && value->type == JsonType::String ? format::JsonValue::string(value->string).json()
                                                        : "null";
    }

    /// A whole object: with the members of the one to be like, else the usual ones.
    std::string objectJson(const Chapters& chapters) const {
        std::string json;
        const auto add = [&](std::string_view key, const std::string& value) {
            json += (json.empty() ? "\"" : ",\"") + std::string(key) + "\":" + value;
        };
        const auto addKnown = [&](std::string_view key) {
            if (key == "version")
                add(key, "\"1.2.0\"");
            else if (key == "title")
                add(key, stringOf("title"));
            else if (key == "podcastName")
                add(key, stringOf("show_name"));
            else if (key == chapterListKey)
                add(key, listJson(chapters));
            else
                return false;
            return true;
        };
        const JsonId model = m_like ? chaptersObject(*m_like) : format::noNode;
        if (model == format::noNode || chapterList(*m_like) == format::noNode) {
            for (const char* key : {"version", "author", "title", "podcastName", chapterListKey})
                if (!addKnown(key))
                    add(key, "null");
            return "{" + json + "}";
        }
        for (const JsonId id : m_like->json().node(model).children) {
            const JsonNode& member = m_like->json().node(id);
            const bool isSame = member.type == JsonType::Null || member.name == "author";
            if (!member.isDuplicateKey && !addKnown(member.name) && isSame)
                add(member.name, m_like->value(member).json());
        }
        return "{" + json + "}";
    }

    static constexpr std::size_t memberDepth = 4; ///< of what stands in a chapter

    const Document& m_document;
    const Document* m_like;
    format::JsonEditor m_editor;
    ChapterStyle m_style;
    JsonId m_list;
};

} // namespace

Chapters chaptersOf(const Document& document) {
    Chapters chapters;
    if (const JsonId list = chapterList(document); list != format::noNode)
        for (const JsonId id : document.json().node(list).children)
            chapters.push_back(chapterAt(document, id));
    return chapters;
}

std::vector<format::Span> chapterSpans(const Document& document) {
    std::vector<format::Span> spans;
    if (const JsonId list = chapterList(document); list != format::noNode)
        for (const JsonId id : document.json().node(list).children)
            spans.push_back(document.json().node(id).span);
    return spans;
}

Result<TextEdits> setChapters(const Document& document, const Chapters& chapters,
                              const ChapterOrigins& origins, const Document* like,
                              const ChapterOrigins& absorbed) {
    return ChapterEditor(document, like).set(chapters, origins, absorbed);
}

Result<TextEdits> setChapters(const Document& document, const Chapters& chapters, const Document* like) {
    return setChapters(document, chapters, matchChapters(chaptersOf(document), chapters), like);
}

Result<TextEdits> setChapter(const Document& document, std::size_t index, const Chapter& chapter,
                             const Document* like) {
    Chapters chapters = chaptersOf(document);
    if (index >= chapters.size())
        return format::Error{"There is no such chapter.", 0};
    chapters[index] = chapter;
    ChapterOrigins origins(chapters.size());
    for (std::size_t i = 0; i < origins.size(); ++i)
        origins[i] = i;
    return setChapters(document, chapters, origins, like);
}

} // namespace catalog
