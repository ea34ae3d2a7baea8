// SPDX-License-Identifier: MIT
// Places of an episode, their names, and how they are kept.
#include "catalog/field.h"
#include "catalog/overwriteguard.h"
#include "catalog/recordlog.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>

namespace catalog {

namespace {

constexpr std::uint64_t version = 1;
constexpr std::uint64_t mostEntries = 10'000; ///< of one list; what claims more is damaged

QString tr(const char* text) {
    return QCoreApplication::translate("OverwriteGuard", text);
}

bool isLink(std::string_view place) {
    return place.substr(0, linkPlace.size()) == linkPlace;
}

/// The value as JSON text that does not depend on how a file spells strings and lays out lists.
std::string plainJson(const format::Document& document, format::JsonId id) {
    const format::JsonNode& node = document.json().node(id);
    const bool isObject = node.type == format::JsonType::Object;
    if (node.type == format::JsonType::String && !node.hasLoneSurrogate)
        return format::JsonValue::string(document.plain(node)).json();
    if (!isObject && node.type != format::JsonType::Array) // a number's spelling is its value
        return std::string(document.raw(node));
    std::string text(1, isObject ? '{' : '[');
    for (const format::JsonId child : node.children) {
        if (text.size() > 1)
            text += ", ";
        if (isObject)
            text += format::JsonValue::string(document.json().node(child).name).json() + ": ";
        text += plainJson(document, child);
    }
    return text + (isObject ? '}' : ']');
}

std::string encodeLink(const format::LinkParts& link) {
    return FieldWriter()
        .text(link.text)
        .text(link.description)
        .number(link.title ? 1 : 0)
        .text(link.title.value_or(""))
        .take();
}

format::LinkParts decodeLink(std::string_view place, std::string_view value) {
    FieldReader reader(value);
    format::LinkParts link;
    link.url = place.substr(linkPlace.size());
    link.text = reader.text();
    link.description = reader.text();
    const bool hasTitle = reader.number() == 1;
    const std::string title(reader.text());
    if (hasTitle)
        link.title = title;
    return link;
}

std::string valueOf(const PlaceValues& values, const std::string& place) {
    const auto found = values.find(place);
    return found == values.end() ? std::string() : found->second;
}

std::size_t rowOf(const format::Document& document, std::string_view url) {
    const auto& rows = document.links().rows();
    const auto row = std::find_if(rows.begin(), rows.end(), [url](const format::Row& one) {
        return one.kind == format::RowKind::Link && one.link.url == url;
    });
    return static_cast<std::size_t>(row - rows.begin());
}

format::Result<format::TextEdits> linkEdits(const format::Document& document, const Overwrite& overwrite) {
    const auto editor = document.linkEditor();
    if (!editor)
        return editor.error();
    const format::LinkParts mine = decodeLink(overwrite.place, overwrite.mine);
    const std::size_t row = rowOf(document, mine.url);
    if (overwrite.mine.empty())
        return editor->removeRows({row});
    return overwrite.theirs.empty() ? editor->insertLinks(document.links().rows().size(), {mine})
                                    : editor->setLink(row, mine);
}

format::Result<format::TextEdits> keyEdits(const format::Document& document, const Overwrite& overwrite) {
    if (overwrite.mine.empty())
        return document.jsonEditor().remove({overwrite.place});
    const auto value = format::JsonValue::parse(overwrite.mine);
    return value ? document.set({overwrite.place}, *value, keyOrder())
                 : format::Result<format::TextEdits>(value.error());
}

format::Result<format::TextEdits> editsFor(const format::Document& document, const Overwrite& overwrite) {
    if (overwrite.place == bodyPlace)
        return format::TextEdits{{document.frontMatter().body, overwrite.mine}};
    return isLink(overwrite.place) ? linkEdits(document, overwrite) : keyEdits(document, overwrite);
}

} // namespace

PlaceValues placesOf(const format::Document& document) {
    PlaceValues values;
    for (const format::JsonId id : document.json().node(document.json().root()).children) {
        const format::JsonNode& node = document.json().node(id);
        values[std::string(node.name)] = plainJson(document, id);
    }
    if (document.isBodyLocked())
        return values;
    values[std::string(bodyPlace)] = document.body();
    std::set<std::string> twice; // two rows to one address have no place of their own
    for (const format::Row& row : document.links().rows()) {
        if (row.kind != format::RowKind::Link)
            continue;
        const std::string place = std::string(linkPlace) + row.link.url;
        if (!values.emplace(place, encodeLink(row.link)).second)
            twice.insert(place);
    }
    for (const std::string& place : twice)
        values.erase(place);
    return values;
}

bool isIdentity(const std::string& place) {
    static constexpr std::array<std::string_view, 5> keys{"episode_guid", "show_slug", "show_name", "episode",
                                                          "slug"};
    return std::find(keys.begin(), keys.end(), place) != keys.end();
}

QString placeName(const std::string& place) {
    if (place == bodyPlace)
        return tr("show notes");
    if (isLink(place))
        return tr("the link %1").arg(QString::fromStdString(place.substr(linkPlace.size())));
    const Field* field = fieldOf(place);
    return field ? labelOf(*field) : QString::fromStdString(place);
}

QString placeText(const std::string& place, const std::string& value) {
    if (value.empty())
        return tr("(nothing)");
    if (isLink(place)) {
        const format::LinkParts link = decodeLink(place, value);
        return QString::fromStdString(link.description.empty() ? link.text
                                                               : link.text + " — " + link.description);
    }
    QString text = QString::fromStdString(value);
    if (place == bodyPlace || !text.startsWith(QLatin1Char('"')))
        return text;
    const auto page = format::Document::parse("{\"v\": " + value + "}"); // a string without its escapes
    return page && page->member("v") ? QString::fromStdString(page->plain(*page->member("v"))) : text;
}

std::string reapplied(const format::Document& document, const std::vector<Overwrite>& overwrites) {
    format::Document now = document;
    for (const Overwrite& overwrite : overwrites) {
        if (valueOf(placesOf(now), overwrite.place) != overwrite.theirs)
            continue; // somebody changed it since
        const auto edits = editsFor(now, overwrite);
        auto next = edits ? now.withEdits(*edits) : format::Result<format::Document>(edits.error());
        if (next)
            now = std::move(next).value();
    }
    return now.text();
}

std::string encodeSavedFile(const SavedFile& file) {
    FieldWriter writer;
    writer.number(version)
        .text(file.path.toStdString())
        .number(static_cast<std::uint64_t>(file.when.toMSecsSinceEpoch()))
        .text(file.textHash)
        .number(file.places.size());
    for (const auto& [name, place] : file.places) {
        writer.text(name).text(place.saved).number(place.former.size());
        for (const std::string& value : place.former)
            writer.text(value);
    }
    writer.number(file.identity.size());
    for (const auto& [name, value] : file.identity)
        writer.text(name).text(value);
    return writer.take();
}

std::optional<SavedFile> decodeSavedFile(std::string_view bytes) {
    FieldReader reader(bytes);
    SavedFile file;
    const bool isKnown = reader.number() == version;
    file.path = QString::fromStdString(std::string(reader.text()));
    file.when = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(reader.number()), Qt::UTC);
    file.textHash = reader.text();
    const auto places = std::min(reader.number(), mostEntries);
    for (std::uint64_t i = 0; i < places && reader.isGood(); ++i) {
        SavedFile::Place& place = file.places[std::string(reader.text())];
        place.saved = reader.text();
        const auto values = std::min(reader.number(), mostEntries);
        for (std::uint64_t k = 0; k < values && reader.isGood(); ++k)
            place.former.emplace_back(reader.text());
    }
    const auto identity = std::min(reader.number(), mostEntries);
    for (std::uint64_t i = 0; i < identity && reader.isGood(); ++i) {
        const std::string name(reader.text());
        file.identity[name] = reader.text();
    }
    return isKnown && reader.atEnd() ? std::optional(std::move(file)) : std::nullopt;
}

} // namespace catalog
