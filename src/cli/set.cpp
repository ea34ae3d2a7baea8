// SPDX-License-Identifier: MIT
#include "catalog/field.h"
#include "cli/writing.h"

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

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Change change;
    Opened opened;
    if (!readFormat(parser, formats, format) || !readChange(parser, change) ||
        !open(parser.positionalArguments(), opened))
        return CouldNotRun;
    Writing writing(opened, parser, format);
    for (int i = 0; i < opened.catalog.size(); ++i) {
        const catalog::Episode& episode = opened.catalog.episode({i});
        const auto document = episode.document();
        writing.write({i}, episode.text(),
                      document && !episode.isReadOnly()
                          ? changedText(*document, change)
                          : format::Error{episode.readOnlyReason().toStdString(), 0});
    }
    return writing.finish();
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
    });
    Writing::addOptions(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command setCommand{"set", "Set or remove a field in files; only its bytes change.", addOptions, run};

} // namespace cli
