// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/jsonchapters.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/chapterformats/textlines.h"
#include "format/jsontree.h"
#include "format/jsonvalue.h"

#include <charconv>

namespace catalog {

namespace {

using format::JsonId;
using format::JsonNode;
using format::JsonTree;
using format::JsonType;
using format::JsonValue;

/// Reads one object of the list.
class ChapterReader {
public:
    ChapterReader(std::string_view text, const JsonTree& tree, JsonId id)
        : m_text(text)
        , m_tree(tree)
        , m_id(id) {}

    format::Result<Chapter> read() const {
        const JsonNode& object = m_tree.node(m_id);
        if (object.type != JsonType::Object)
            return chapterError(object.span.begin, "A chapter is an object.");
        const JsonId startId = m_tree.member(m_id, "startTime");
        if (startId == format::noNode)
            return chapterError(object.span.begin, "The chapter has no startTime.");
        const auto start = time(startId);
        if (!start)
            return noTime(startId);
        Chapter chapter;
        chapter.start = *start;
        if (const JsonId endId = present("endTime"); endId != format::noNode) {
            chapter.end = time(endId);
            if (!chapter.end)
                return noTime(endId);
        }
        chapter.title = string(m_id, "title");
        chapter.url = string(m_id, "url");
        chapter.image = string(m_id, "img");
        if (const JsonId toc = present("toc"); toc != format::noNode)
            chapter.isInContents = raw(toc) != "false";
        if (const JsonId place = present("location"); place != format::noNode)
            chapter.location = location(place);
        return chapter;
    }

private:
    std::string_view raw(JsonId id) const { return m_tree.node(id).span.in(m_text); }
    /// A member that is neither missing nor null.
    JsonId present(std::string_view key) const {
        const JsonId id = m_tree.member(m_id, key);
        return id != format::noNode && m_tree.node(id).type != JsonType::Null ? id : format::noNode;
    }
    QString string(JsonId object, std::string_view key) const {
        const JsonId id = m_tree.member(object, key);
        return id != format::noNode && m_tree.node(id).type == JsonType::String
                   ? textOf(m_tree.node(id).string)
                   : QString();
    }
    /// Seconds; tolerated as text, too, and with colons.
    std::optional<qint64> time(JsonId id) const {
        const JsonNode& node = m_tree.node(id);
        if (node.type == JsonType::String)
            return parseClock(node.string);
        const std::string_view number = raw(id);
        double seconds = 0;
        const auto read = std::from_chars(number.data(), number.data() + number.size(), seconds);
        return node.type == JsonType::Number && read.ec == std::errc() ? millisecondsOf(seconds)
                                                                       : std::nullopt;
    }
    format::Error noTime(JsonId id) const {
        return chapterError(m_tree.node(id).span.begin, "%1 is no time in seconds.", raw(id));
    }
    std::optional<ChapterLocation> location(JsonId id) const {
        if (m_tree.node(id).type != JsonType::Object)
            return std::nullopt;
        ChapterLocation place{string(id, "name"), string(id, "geo"), string(id, "osm")};
        return place == ChapterLocation{} ? std::nullopt : std::optional(place);
    }

    std::string_view m_text;
    const JsonTree& m_tree;
    JsonId m_id;
};

std::string quoted(const QString& text) {
    return JsonValue::string(text.toStdString()).json();
}

/// Members of an object; what is empty is left out.
class Members {
public:
    explicit Members(std::string separator)
        : m_separator(std::move(separator)) {}
    void add(const char* key, const std::string& json) {
        m_text += (m_text.empty() ? "" : m_separator) + '"' + key + "\": " + json;
    }
    void addText(const char* key, const QString& text) {
        if (!text.isEmpty())
            add(key, quoted(text));
    }
    const std::string& text() const { return m_text; }

private:
    std::string m_separator;
    std::string m_text;
};

std::string printLocation(const ChapterLocation& location) {
    Members members(", ");
    members.addText("name", location.name);
    members.addText("geo", location.geo);
    members.addText("osm", location.osm);
    return "{" + members.text() + "}";
}

std::string printChapter(const Chapter& chapter) {
    Members members(",\n      ");
    members.add("startTime", plainSeconds(chapter.start));
    if (chapter.end)
        members.add("endTime", plainSeconds(*chapter.end));
    members.addText("title", chapter.title);
    members.addText("img", chapter.image);
    members.addText("url", chapter.url);
    if (!chapter.isInContents)
        members.add("toc", "false");
    if (chapter.location && *chapter.location != ChapterLocation{})
        members.add("location", printLocation(*chapter.location));
    return "    {\n      " + members.text() + "\n    }";
}

} // namespace

format::Result<Chapters> readJsonChapters(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = std::min(text.find_first_not_of(blanks), text.size());
    const format::Span span{first, std::max(first, text.find_last_not_of(blanks) + 1)};
    const auto tree = JsonTree::parse(text, span);
    if (!tree)
        return tree.error();
    if (tree->isEmpty() || tree->node(tree->root()).type != JsonType::Object)
        return chapterError(first, "JSON chapters are an object with a list named chapters.");
    const JsonId list = tree->member(tree->root(), "chapters");
    if (list == format::noNode || tree->node(list).type != JsonType::Array)
        return chapterError(first, "There is no list named chapters.");
    Chapters chapters;
    for (const JsonId id : tree->node(list).children) {
        auto chapter = ChapterReader(text, *tree, id).read();
        if (!chapter)
            return chapter.error();
        if (auto error = addChapter(chapters, std::move(chapter.value()), tree->node(id).span.begin))
            return *error;
    }
    return chapters;
}

QByteArray writeJsonChapters(const Chapters& chapters, const WriteOptions& options) {
    std::string list;
    for (const Chapter& chapter : chapters)
        list += (list.empty() ? "\n" : ",\n") + printChapter(chapter);
    Members members(",\n  ");
    const ChapterDetails& details = options.details;
    const auto stated = [](const QString& own, const QString& other) { return own.isEmpty() ? other : own; };
    members.add("version", "\"1.2.0\"");
    members.addText("author", details.author);
    members.addText("title", stated(details.title, options.title));
    members.addText("podcastName", stated(details.podcastName, options.show));
    members.addText("description", details.description);
    members.addText("fileName", stated(details.fileName, options.audioFile));
    if (details.waypoints)
        members.add("waypoints", *details.waypoints ? "true" : "false");
    members.add("chapters", list.empty() ? "[]" : "[" + list + "\n  ]");
    return QByteArray::fromStdString("{\n  " + members.text() + "\n}\n");
}

} // namespace catalog
