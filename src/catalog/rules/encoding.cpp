// SPDX-License-Identifier: MIT
#include "catalog/rules/encoding.h"

#include "catalog/rules/report.h"
#include "catalog/rules/spelling.h"
#include "format/mojibake.h"

namespace catalog {

namespace {

using format::MojibakeRepair;
using format::Span;

QString tr(const char* text) {
    return Report::tr(text);
}

QString textOf(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::size_t firstAboveAscii(std::string_view text) {
    const auto* const found =
        std::find_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return static_cast<std::size_t>(found - text.begin());
}

/// A text of the episode: a string of the front matter or a line of the notes.
struct Place {
    std::string_view text;
    Span span;
    std::optional<format::JsonId> string; ///< absent for a line
};

void addStrings(const format::Document& document, std::vector<Place>& places) {
    const format::JsonTree& tree = document.json();
    for (format::JsonId id = 0; id < static_cast<format::JsonId>(tree.size()); ++id) {
        const format::JsonNode& node = tree.node(id);
        if (node.type == format::JsonType::String && !node.hasLoneSurrogate &&
            firstAboveAscii(node.string) < node.string.size())
            places.push_back({node.string, node.span, id});
    }
}

void addLines(const format::Document& document, std::vector<Place>& places) {
    if (document.isBodyLocked())
        return;
    const std::string_view body = document.body();
    const std::size_t origin = document.frontMatter().body.begin;
    for (std::size_t begin = 0; begin < body.size();) {
        const std::size_t end = std::min(body.find('\n', begin), body.size());
        const std::string_view line = body.substr(begin, end - begin);
        if (firstAboveAscii(line) < line.size())
            places.push_back({line, {origin + begin, origin + end}, std::nullopt});
        begin = end + 1;
    }
}

/// The key that the place belongs to; "body" for the notes.
std::string fieldAt(const format::Document& document, const Place& place) {
    if (!place.string)
        return "body";
    const format::JsonPath path = document.json().pathOf(*place.string);
    const auto* key = path.empty() ? nullptr : std::get_if<std::string>(&path.front());
    return key ? *key : std::string();
}

/// The key that all places belong to; empty where they belong to several.
std::string commonField(const format::Document& document, const std::vector<Place>& places) {
    const std::string field = fieldAt(document, places.front());
    const bool isOne = std::all_of(places.begin(), places.end(),
                                   [&](const Place& place) { return fieldAt(document, place) == field; });
    return isOne ? field : std::string();
}

/// The place in words: "Title", "Show notes, line 12".
QString whereIs(const format::Document& document, const Place& place) {
    if (!place.string)
        return tr("Show notes, line %1").arg(document.positionOf(place.span.begin).line);
    const std::string key = fieldAt(document, place);
    const Field* field = fieldOf(key);
    return field ? labelOf(*field) : QString::fromStdString(key);
}

/// What parts words, in notes too. All ASCII, which every table keeps: in each reading of a text the same
/// number of them stands before a word.
constexpr std::string_view separators = " \t\r\n\"[]()*";

QString wordAt(std::string_view text, std::size_t separatorsBefore) {
    for (; separatorsBefore > 0; --separatorsBefore)
        text.remove_prefix(std::min(text.find_first_of(separators), text.size() - 1) + 1);
    return shortened(textOf(text.substr(0, text.find_first_of(separators))));
}
std::size_t countSeparators(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return separators.find(c) != std::string_view::npos; }));
}

/// The first damaged word and what it becomes.
struct Words {
    QString before, after;

    Words(const Place& place, const MojibakeRepair& repair) {
        const std::size_t parted = countSeparators(place.text.substr(0, firstAboveAscii(place.text)));
        before = wordAt(place.text, parted);
        after = wordAt(repair.text, parted);
    }
};

/// The tables that did it, the first mistake first.
QString tablesOf(const MojibakeRepair& repair) {
    QStringList names;
    for (const format::CodeTable table : repair.tables)
        names.prepend(textOf(nameOf(table)));
    return names.join(QLatin1String(" + "));
}

/// The edit of one place. Of a line only what differs, so that other repairs of it stay possible.
void addEdits(const Place& place, const MojibakeRepair& repair, const format::JsonStyle& style,
              format::TextEdits& edits) {
    if (place.string) {
        edits.push_back({place.span, format::quoteJson(repair.text, style)});
        return;
    }
    for (format::TextEdit& edit : format::differenceOf(place.text, repair.text))
        edits.push_back({{edit.span.begin + place.span.begin, edit.span.end + place.span.begin},
                         std::move(edit.replacement)});
}

void tellWhole(Report& report, const std::vector<Place>& places, const format::MojibakeRepairs& repairs) {
    const format::Document& document = report.context().document;
    const format::JsonStyle style = document.jsonEditor().style();
    format::TextEdits edits;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (repairs.units[i])
            addEdits(places[i], *repairs.units[i], style, edits);
    const Words words(places.front(), *repairs.units.front());
    Issue& issue = report.add(
        commonField(document, places),
        tr("All accents and signs of this file are UTF-8 that was read as %1: \"%2\" should be \"%3\". "
           "Listeners would see the wrong characters.")
            .arg(tablesOf(*repairs.units.front()), words.before, words.after),
        places.front().span);
    report.fixBy(issue, tr("Repair the whole file"), std::move(edits));
    Report::askFirst(issue);
}

void tellOne(Report& report, const Place& place, const MojibakeRepair& repair,
             const format::JsonStyle& style) {
    const format::Document& document = report.context().document;
    const Words words(place, repair);
    Issue& issue = report.add(fieldAt(document, place),
                              tr("%1: UTF-8 was read as %2, so that it says \"%3\" instead of \"%4\". "
                                 "Listeners would see the wrong characters.")
                                  .arg(whereIs(document, place), tablesOf(repair), words.before, words.after),
                              place.span);
    format::TextEdits edits;
    addEdits(place, repair, style, edits);
    report.fixBy(issue, tr("Set to \"%1\"").arg(shortened(textOf(repair.text))), std::move(edits));
    Report::askFirst(issue);
}

void damaged(Report& report) {
    const format::Document& document = report.context().document;
    std::vector<Place> places;
    addStrings(document, places);
    addLines(document, places);
    std::vector<std::string_view> texts;
    texts.reserve(places.size());
    for (const Place& place : places)
        texts.push_back(place.text);
    const auto repairs = format::repairedMojibake(texts);
    const auto isDamaged = [](const auto& repair) { return repair.has_value(); };
    if (std::none_of(repairs.units.begin(), repairs.units.end(), isDamaged))
        return;
    if (repairs.isWhole && !document.isBodyLocked())
        return tellWhole(report, places, repairs);
    const format::JsonStyle style = document.jsonEditor().style();
    for (std::size_t i = 0; i < places.size(); ++i)
        if (repairs.units[i])
            tellOne(report, places[i], *repairs.units[i], style);
}

void notUtf8(Report& report) {
    const std::string& text = report.context().document.text();
    const std::size_t bad = format::firstInvalidUtf8(text);
    if (bad != std::string::npos)
        report.add("body", notUtf8Message(text), Span{bad, bad + 1});
}

constexpr Rule rules[] = {
    {"file-not-utf8", Severity::Error, "The file is not valid UTF-8.", checkWith<notUtf8>},
    {"mojibake-text", Severity::Error, "UTF-8 was read by another table.", checkWith<damaged>},
};

} // namespace

QString notUtf8Message(std::string_view bytes) {
    const std::size_t bad = format::firstInvalidUtf8(bytes);
    if (bad == std::string_view::npos)
        return {};
    const format::Position at = format::positionAt(bytes, bad);
    QString trouble = tr("The file is not valid UTF-8: the first bad byte stands on line %1, column "
                         "%2. The site would show \"\uFFFD\" there.")
                          .arg(at.line)
                          .arg(at.column);
    const auto all = format::readings(bytes);
    if (all.empty())
        return trouble;
    const QString word = wordAt(all.front().text, countSeparators(bytes.substr(0, bad)));
    return trouble + QLatin1Char(' ') +
           tr("In %1 it says \"%2\".").arg(textOf(nameOf(all.front().tables.front())), word);
}

std::span<const Rule> encodingRules() {
    return rules;
}

} // namespace catalog
