// SPDX-License-Identifier: MIT
#include "catalog/bulk/bulkedit.h"
#include "catalog/celltext.h"
#include "cli/selection.h"
#include "cli/setbulk.h"
#include "cli/writing.h"

#include <map>
#include <optional>

namespace cli {

namespace {

using format::JsonValue;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

/// What is to be done to each file, whatever it holds.
struct Change {
    format::JsonPath path;
    std::optional<JsonValue> value; ///< given as JSON, or the text of a place that is no field
    std::optional<QString> text;    ///< of this field, as it is typed; neither: remove
    const catalog::Field* field = nullptr;
};

int waysOf(const QCommandLineParser& parser) {
    return static_cast<int>(parser.isSet(QStringLiteral("value"))) +
           static_cast<int>(parser.isSet(QStringLiteral("json"))) +
           static_cast<int>(parser.isSet(QStringLiteral("remove")));
}

/// What no file can hold is said once, not for each of them.
bool readText(const QString& name, const QString& text, Change& change) {
    change.field = catalog::fieldOf(name.toStdString());
    if (!change.field) {
        change.value = JsonValue::string(text.toStdString());
        return true;
    }
    change.text = text;
    const auto value = catalog::cellValue(*change.field, text, nullptr);
    if (!value)
        printError(QStringLiteral("--value: %1 (--json writes anything.)")
                       .arg(QString::fromStdString(value.error().message)));
    return value.hasValue();
}

bool readJson(const QString& typed, Change& change) {
    const std::string json = typed.toStdString();
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
    return true;
}

bool readChange(const QCommandLineParser& parser, Change& change) {
    const QString name = parser.value(QStringLiteral("field"));
    if (name.isEmpty() || waysOf(parser) != 1) {
        printError(QStringLiteral(
            "Name one --field, and one of --value, --json, --remove or the other ways; --help lists them."));
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
        return readText(name, parser.value(QStringLiteral("value")), change);
    return !parser.isSet(QStringLiteral("json")) || readJson(parser.value(QStringLiteral("json")), change);
}

/// The file's text after the change.
format::Result<std::string> changedText(const format::Document& document, const Change& change) {
    std::optional<JsonValue> value = change.value;
    if (change.text) { // as this file writes such values
        const auto typed = catalog::cellValue(*change.field, *change.text, &document);
        if (!typed)
            return typed.error();
        value = *typed;
    }
    const auto edits = value ? document.set(change.path, *value, catalog::keyOrder())
                             : document.jsonEditor().remove(change.path);
    if (!edits)
        return edits.error();
    const auto after = document.withEdits(*edits);
    return after ? format::Result<std::string>(after->text()) : format::Result<std::string>(after.error());
}

void setAll(const Opened& opened, const Selection& selection, const Change& change, Writing& writing) {
    for (int i = 0; i < opened.catalog.size(); ++i) {
        if (!selection.holds({i}))
            continue;
        const catalog::Episode& episode = opened.catalog.episode({i});
        const auto document = episode.document();
        writing.write({i}, episode.text(),
                      document && !episode.isReadOnly()
                          ? changedText(*document, change)
                          : format::Error{episode.readOnlyReason().toStdString(), 0});
        episode.releaseDocuments();
    }
}

/// What is in doubt is not done: nobody can look at it first.
void addReasons(const catalog::Proposal& proposal, std::map<catalog::EpisodeId, std::string>& reasons) {
    for (const catalog::LeftOut& leftOut : proposal.leftOut)
        reasons[leftOut.id] = leftOut.why.toStdString();
    for (const catalog::ProposedChange& change : proposal.changes)
        if (!change.isTicked)
            reasons[change.id] =
                QStringLiteral("not changed: %1 → %2").arg(change.before, change.after).toStdString();
}

void changeAll(const Opened& opened, const Selection& selection, const catalog::BulkEdit& edit,
               Writing& writing) {
    std::vector<catalog::EpisodeId> ids;
    for (int i = 0; i < opened.catalog.size(); ++i)
        if (selection.holds({i}))
            ids.push_back({i});
    const catalog::Proposal proposal =
        catalog::proposalFor(opened.catalog, ids, catalog::bulkMaker(opened.catalog, ids, edit));
    std::map<catalog::EpisodeId, std::string> reasons;
    addReasons(proposal, reasons);
    std::map<catalog::EpisodeId, catalog::Edit> edits;
    for (catalog::Edit& one : catalog::gathered(proposal).edits)
        edits[one.episode] = std::move(one);
    for (const catalog::EpisodeId id : ids) {
        const std::string& text = opened.catalog.episode(id).text();
        const auto reason = reasons.find(id);
        writing.write(id, text,
                      reason != reasons.end() ? format::Error{reason->second, 0}
                                              : format::applyEdits(text, edits[id].changes));
    }
}

/// A search or another choice without files is about the folder where the command runs.
QStringList pathsOf(const QCommandLineParser& parser) {
    QStringList paths = parser.positionalArguments();
    const bool isChosen = parser.isSet(QStringLiteral("search")) || parser.isSet(QStringLiteral("show")) ||
                          parser.isSet(QStringLiteral("only")) ||
                          parser.isSet(QStringLiteral("changed-since"));
    return paths.isEmpty() && isChosen ? QStringList{QStringLiteral(".")} : paths;
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Change change;
    std::optional<catalog::BulkEdit> edit;
    Opened opened;
    Selection selection;
    if (!readFormat(parser, formats, format))
        return CouldNotRun;
    const bool isBulk = bulkWays(parser) > 0;
    if (isBulk && waysOf(parser) + bulkWays(parser) > 1) {
        printError(QStringLiteral("Name one thing to do with the field."));
        return CouldNotRun;
    }
    if (isBulk ? !(edit = readBulkEdit(parser)) : !readChange(parser, change))
        return CouldNotRun;
    if (!open(pathsOf(parser), opened) || !selection.read(parser, opened))
        return CouldNotRun;
    Writing writing(opened, parser, format);
    if (edit)
        changeAll(opened, selection, *edit, writing);
    else
        setAll(opened, selection, change, writing);
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
    addBulkOptions(parser);
    Selection::addFileOptions(parser);
    Writing::addOptions(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command setCommand{"set", "Set, remove or change a field in files; only its bytes change.", addOptions,
                         run};

} // namespace cli
