// SPDX-License-Identifier: MIT
#include "catalog/episodestore.h"
#include "catalog/field.h"
#include "catalog/unifieddiff.h"
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"

#include <QRegularExpression>

#include <optional>

namespace cli {

namespace {

using format::JsonValue;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

/// What is to be done to each file.
struct Change {
    format::JsonPath path;
    std::optional<JsonValue> value; ///< absent: remove
};

/// The text typed as the value that the field holds: lists are separated by commas, an empty text is null
/// where the field may be null.
JsonValue valueFor(const catalog::Field* field, const QString& text) {
    static const QRegularExpression whole(QStringLiteral("\\A(0|[1-9]\\d{0,17})\\z"));
    using catalog::FieldKind;
    if (!field)
        return jsonText(text);
    if (catalog::isList(field->kind)) {
        std::vector<std::string> items;
        const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString& item : parts)
            items.push_back(item.trimmed().toStdString());
        return JsonValue::strings(items);
    }
    if (text.isEmpty() && field->isNullable)
        return JsonValue::null();
    const bool isNumber = field->kind == FieldKind::EpisodeNumber || field->kind == FieldKind::Bytes;
    if (isNumber && whole.match(text).hasMatch())
        return JsonValue::integer(text.toLongLong());
    if (field->kind == FieldKind::Boolean &&
        (text == QLatin1String("true") || text == QLatin1String("false")))
        return JsonValue::boolean(text == QLatin1String("true"));
    return jsonText(text);
}

bool readChange(const QCommandLineParser& parser, Change& change) {
    const QString name = parser.value(QStringLiteral("field"));
    const int ways = static_cast<int>(parser.isSet(QStringLiteral("value"))) +
                     static_cast<int>(parser.isSet(QStringLiteral("json"))) +
                     static_cast<int>(parser.isSet(QStringLiteral("remove")));
    if (name.isEmpty() || ways != 1) {
        printError(QStringLiteral("Name one --field, and one of --value, --json and --remove."));
        return false;
    }
    if (name.startsWith(QLatin1Char('/'))) {
        const auto path = format::fromPointer(name.toStdString());
        if (!path || path->empty()) {
            printError(QStringLiteral("\"%1\" is no JSON Pointer.").arg(name));
            return false;
        }
        change.path = *path;
    } else {
        change.path = {name.toStdString()};
    }
    if (parser.isSet(QStringLiteral("value")))
        change.value = valueFor(catalog::fieldOf(name.toStdString()), parser.value(QStringLiteral("value")));
    if (parser.isSet(QStringLiteral("json"))) {
        const std::string json = parser.value(QStringLiteral("json")).toStdString();
        const auto value = JsonValue::parse(json);
        if (!value) {
            const format::Position at = format::positionAt(json, value.error().offset);
            printError(QStringLiteral("--json: line %1, column %2: %3")
                           .arg(at.line)
                           .arg(at.column)
                           .arg(QString::fromStdString(value.error().message)));
            return false;
        }
        change.value = *value;
    }
    return true;
}

/// The file's text after the change.
format::Result<std::string> changedText(const format::Document& document, const Change& change) {
    const auto edits = change.value ? document.set(change.path, *change.value, catalog::keyOrder())
                                    : document.jsonEditor().remove(change.path);
    if (!edits)
        return edits.error();
    const auto after = document.withEdits(*edits);
    return after ? format::Result<std::string>(after->text()) : format::Result<std::string>(after.error());
}

struct Outcome {
    const char* status;
    QString message;
};

Outcome apply(Opened& opened, int index, const Change& change, bool dryRun, std::string& diff) {
    const catalog::Episode& episode = opened.catalog.episode({index});
    const QString file = opened.catalog.relativePath({index});
    const auto document = episode.document();
    if (!document || episode.isReadOnly())
        return {"failed", episode.readOnlyReason()};
    const auto text = changedText(*document, change);
    if (!text)
        return {"failed", QString::fromStdString(text.error().message)};
    if (*text == episode.text())
        return {"unchanged", {}};
    diff = catalog::unifiedDiff(episode.text(), *text, file.toStdString());
    if (dryRun)
        return {"would change", {}};
    const auto saved =
        catalog::saveFile({episode.path(), opened.catalog.root(), *text, episode.text(), false});
    return {saved.isSaved() ? "saved" : "failed", saved.message};
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Change change;
    Opened opened;
    if (!readFormat(parser, formats, format) || !readChange(parser, change) ||
        !open(parser.positionalArguments(), opened))
        return CouldNotRun;
    const bool dryRun = parser.isSet(QStringLiteral("dry-run"));
    JsonRows rows;
    int failures = 0;
    for (int i = 0; i < opened.catalog.size(); ++i) {
        const QString file = opened.catalog.relativePath({i});
        std::string diff;
        const Outcome outcome = apply(opened, i, change, dryRun, diff);
        failures += outcome.status == std::string_view("failed") ? 1 : 0;
        rows.add({{"file", jsonText(file)},
                  {"status", JsonValue::string(outcome.status)},
                  {"message", outcome.message.isEmpty() ? JsonValue::null() : jsonText(outcome.message)},
                  {"diff", diff.empty() ? JsonValue::null() : JsonValue::string(diff)}});
        if (format == OutputFormat::Json)
            continue;
        if (!outcome.message.isEmpty())
            printError(QStringLiteral("%1: %2").arg(file, outcome.message));
        if (dryRun && !diff.empty())
            print(diff);
        else if (outcome.status == std::string_view("saved"))
            print(QStringLiteral("%1: saved").arg(file));
    }
    if (format == OutputFormat::Json)
        rows.print();
    return failures == 0 ? Success : Findings;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("Files or folders."),
                                 QStringLiteral("FILE…"));
    parser.addOptions({
        {QStringLiteral("field"),
         QStringLiteral("The field's key, or a JSON Pointer such as /podcast_chapters/title."),
         QStringLiteral("name")},
        {QStringLiteral("value"),
         QStringLiteral("The new value as text; a list's members are separated by commas."),
         QStringLiteral("text")},
        {QStringLiteral("json"), QStringLiteral("The new value as JSON."), QStringLiteral("json")},
        {QStringLiteral("remove"), QStringLiteral("Remove the field.")},
        {QStringLiteral("dry-run"), QStringLiteral("Write nothing; print a unified diff.")},
    });
    addFormatOption(parser, formats);
}

} // namespace

const Command setCommand{"set", "Set or remove a field in files; only its bytes change.", addOptions, run};

} // namespace cli
