// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"

#include <QUrl>

#include <array>

namespace catalog {

namespace {

using format::JsonId;
using format::JsonNode;
using format::JsonPath;
using format::JsonType;
using format::JsonValue;

QString tr(const char* text) {
    return Report::tr(text);
}

constexpr const char field[] = "transcripts";

struct FileType {
    const char* ending;
    const char* type;
};
/// Podcasting 2.0 namespace, <podcast:transcript>.
constexpr std::array<FileType, 6> fileTypes = {{{".vtt", "text/vtt"},
                                                {".srt", "application/x-subrip"},
                                                {".html", "text/html"},
                                                {".htm", "text/html"},
                                                {".txt", "text/plain"},
                                                {".json", "application/json"}}};

/// One transcript of an episode.
struct Transcript {
    std::size_t index = 0;
    JsonId id = format::noNode;
    QString url, type, language;

    JsonPath path(const char* key) const { return {std::string(field), index, std::string(key)}; }
};

const JsonNode* memberOf(const Report& report, JsonId id, std::string_view key) {
    const auto& tree = report.context().document.json();
    const JsonId found = tree.node(id).type == JsonType::Object ? tree.member(id, key) : format::noNode;
    return found == format::noNode ? nullptr : &tree.node(found);
}

QString textOf(const Report& report, JsonId id, std::string_view key) {
    const JsonNode* node = memberOf(report, id, key);
    return node ? QString::fromUtf8(node->string) : QString();
}

std::vector<Transcript> transcripts(const Report& report) {
    std::vector<Transcript> all;
    const JsonNode* list = report.node(field);
    for (const JsonId id : list && list->type == JsonType::Array ? list->children : std::vector<JsonId>())
        all.push_back({all.size(), id, textOf(report, id, "url"), textOf(report, id, "type"),
                       textOf(report, id, "language")});
    return all;
}

format::Span spanOf(const Report& report, const Transcript& transcript, std::string_view key) {
    const JsonNode* node = memberOf(report, transcript.id, key);
    return node ? node->span : report.context().document.json().node(transcript.id).span;
}

/// The type that the address's ending stands for; empty where it is none of the known ones.
QString typeByEnding(const QString& url) {
    const QString path = QUrl(url).path().toLower();
    for (const FileType& known : fileTypes)
        if (path.endsWith(QLatin1String(known.ending)))
            return QLatin1String(known.type);
    return {};
}

bool isKnownType(const QString& type) {
    return std::any_of(fileTypes.begin(), fileTypes.end(),
                       [&type](const FileType& known) { return type == QLatin1String(known.type); });
}

void http(Report& report) {
    for (const Transcript& transcript : transcripts(report)) {
        if (transcript.url.startsWith(QLatin1String("https://")))
            continue;
        Issue& issue =
            report.add(field,
                       tr("A transcript's address must begin with https; players in web pages refuse "
                          "others."),
                       spanOf(report, transcript, "url"));
        if (transcript.url.startsWith(QLatin1String("http://")))
            report.fixWith(issue, tr("Write https"), transcript.path("url"),
                           JsonValue::string("https" + transcript.url.mid(4).toStdString()));
    }
}

void fixType(const Report& report, Issue& issue, const Transcript& transcript) {
    if (const QString type = typeByEnding(transcript.url); !type.isEmpty())
        report.fixWith(issue, tr("Set to \"%1\"").arg(type), transcript.path("type"),
                       JsonValue::string(type.toStdString()));
}

void unknownType(Report& report) {
    for (const Transcript& transcript : transcripts(report)) {
        if (isKnownType(transcript.type))
            continue;
        Issue& issue = report.add(
            field, tr("\"%1\" is not a type of transcripts; players pass it over.").arg(transcript.type),
            spanOf(report, transcript, "type"));
        fixType(report, issue, transcript);
    }
}

void typeAndEnding(Report& report) {
    for (const Transcript& transcript : transcripts(report)) {
        const QString usual = typeByEnding(transcript.url);
        if (usual.isEmpty() || usual == transcript.type || !isKnownType(transcript.type))
            continue;
        Issue& issue = report.add(field,
                                  tr("The transcript is called \"%1\", but its address ends as \"%2\" does.")
                                      .arg(transcript.type, usual),
                                  spanOf(report, transcript, "type"));
        fixType(report, issue, transcript);
    }
}

void relation(Report& report) {
    for (const Transcript& transcript : transcripts(report)) {
        const JsonNode* rel = memberOf(report, transcript.id, "rel");
        if (!rel || rel->type == JsonType::Null || rel->string == "captions")
            continue;
        Issue& issue =
            report.add(field, tr("A transcript's relation is \"captions\" or nothing."), rel->span);
        report.fixWith(issue, tr("Set to null"), transcript.path("rel"), JsonValue::null());
        Report::askFirst(issue);
    }
}

void noLanguage(Report& report) {
    const QString usual = report.habits().usual(Trait::Language);
    for (const Transcript& transcript : transcripts(report)) {
        if (!transcript.language.isEmpty())
            continue;
        Issue& issue = report.add(field, tr("The transcript names no language; players take the feed's."),
                                  spanOf(report, transcript, "language"));
        if (!usual.isEmpty())
            report.fixWith(issue, tr("Set to \"%1\"").arg(usual), transcript.path("language"),
                           JsonValue::string(usual.toStdString()));
        Report::askFirst(issue);
    }
}

constexpr Rule rules[] = {
    {"transcript-http", Severity::Warning, "A transcript is not reached by https.", checkWith<http>},
    {"transcript-type", Severity::Warning, "A transcript's type is unknown.", checkWith<unknownType>},
    {"transcript-type-extension", Severity::Warning, "A transcript's type and ending disagree.",
     checkWith<typeAndEnding>},
    {"transcript-rel", Severity::Information, "A transcript's relation is unknown.", checkWith<relation>},
    {"transcript-no-language", Severity::Information, "A transcript names no language.",
     checkWith<noLanguage>},
};

} // namespace

std::span<const Rule> transcriptRules() {
    return rules;
}

} // namespace catalog
