// SPDX-License-Identifier: MIT
#include "catalog/field.h"
#include "catalog/replace/replacing.h"
#include "cli/selection.h"
#include "cli/writing.h"

#include <limits>
#include <map>

namespace cli {

namespace {

using catalog::ReplaceQuery;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};
const QString fieldOption = QStringLiteral("field");

/// What was found in one episode.
struct Found {
    std::vector<const catalog::ProposedChange*> changes;
    QStringList leftOut;
};

/// The keys named by `--field`; false, after saying so, where one is no field.
bool readKeys(const QCommandLineParser& parser, std::vector<std::string>& keys) {
    for (const QString& option : parser.values(fieldOption))
        for (const QString& name : option.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            if (!catalog::fieldOf(name.trimmed().toStdString())) {
                printError(QStringLiteral("\"%1\" is no field.").arg(name.trimmed()));
                return false;
            }
            keys.push_back(name.trimmed().toStdString());
        }
    return true;
}

bool readQuery(const QCommandLineParser& parser, ReplaceQuery& query) {
    if (!parser.isSet(QStringLiteral("find")) || !parser.isSet(QStringLiteral("replace"))) {
        printError(
            QStringLiteral("Say what to --find and what to --replace it with; the latter may be empty."));
        return false;
    }
    query.find = parser.value(QStringLiteral("find"));
    query.with = parser.value(QStringLiteral("replace"));
    query.isRegex = parser.isSet(QStringLiteral("regex"));
    query.matchesCase = !parser.isSet(QStringLiteral("ignore-case"));
    query.isWholeWords = parser.isSet(QStringLiteral("whole-words"));
    query.places.inNotes = parser.isSet(QStringLiteral("notes"));
    query.places.inAddresses = parser.isSet(QStringLiteral("urls"));
    if (!readKeys(parser, query.places.keys))
        return false;
    query.places.isEverything =
        query.places.keys.empty() && !query.places.inNotes && !query.places.inAddresses;
    if (const auto error = catalog::Replacing(query).error()) {
        printError(QStringLiteral("--%1, column %2: %3")
                       .arg(error->isInReplacement ? QLatin1String("replace") : QLatin1String("find"))
                       .arg(error->position + 1)
                       .arg(error->message));
        return false;
    }
    return true;
}

/// Writes an episode's changes, and tells what was left; how many were made.
int write(const Opened& opened, Writing& writing, OutputFormat format, catalog::EpisodeId id,
          const Found& found) {
    const catalog::Episode& episode = opened.catalog.episode(id);
    std::vector<std::string> leftOut;
    for (const QString& why : found.leftOut) {
        leftOut.push_back(why.toStdString());
        if (format == OutputFormat::Text)
            printError(QStringLiteral("%1: left out: %2").arg(opened.catalog.relativePath(id), why));
    }
    const catalog::Gathered gathered = catalog::gathered(found.changes);
    const auto text = format::applyEdits(
        episode.text(), gathered.edits.empty() ? format::TextEdits{} : gathered.edits.front().changes);
    const JsonRows::Row more{{"replaced", format::JsonValue::integer(gathered.made)},
                             {"left_out", format::JsonValue::strings(leftOut)}};
    return writing.write(id, episode.text(), text, more) ? gathered.made : 0;
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    ReplaceQuery query;
    Opened opened;
    Selection selection;
    if (!readFormat(parser, formats, format) || !readQuery(parser, query) ||
        !open(parser.positionalArguments(), opened) || !selection.read(parser, opened))
        return CouldNotRun;
    std::vector<catalog::EpisodeId> episodes;
    for (int i = 0; i < opened.catalog.size(); ++i)
        if (selection.holds({i}))
            episodes.push_back({i});
    const auto all = std::numeric_limits<std::size_t>::max();
    const auto proposal =
        catalog::proposalFor(opened.catalog, episodes, catalog::Replacing(query).maker(all));
    std::map<catalog::EpisodeId, Found> found;
    for (const catalog::ProposedChange& change : proposal.changes)
        found[change.id].changes.push_back(&change);
    for (const catalog::LeftOut& leftOut : proposal.leftOut)
        found[leftOut.id].leftOut += leftOut.why;

    Writing writing(opened, parser, format);
    int made = 0, touched = 0;
    for (const auto& [id, one] : found) {
        const int count = write(opened, writing, format, id, one);
        made += count;
        touched += count > 0 ? 1 : 0;
    }
    const bool isDryRun = parser.isSet(QStringLiteral("dry-run"));
    const QString summary =
        QStringLiteral("%1 %2 in %3.")
            .arg(isDryRun ? QStringLiteral("Would replace") : QStringLiteral("Replaced"),
                 made == 1 ? QStringLiteral("1 match") : QStringLiteral("%1 matches").arg(made),
                 counted(touched, "episode"));
    if (format == OutputFormat::Text && isDryRun)
        printError(summary); // standard output is a patch
    else if (format == OutputFormat::Text)
        print(summary);
    const int status = writing.finish();
    return proposal.leftOut.empty() ? status : Findings;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Folders or files."),
                                 QStringLiteral("PATH…"));
    parser.addOptions({
        {QStringLiteral("find"), QStringLiteral("The text to look for."), QStringLiteral("text")},
        {QStringLiteral("replace"), QStringLiteral("What shall stand in its place; may be empty."),
         QStringLiteral("text")},
        {QStringLiteral("regex"),
         QStringLiteral("The text is a regular expression (PCRE, line by line); $1, \\1 "
                        "and ${name} are its groups, $0 is all of the match.")},
        {QStringLiteral("ignore-case"), QStringLiteral("Capital and small letters are the same.")},
        {QStringLiteral("whole-words"), QStringLiteral("Not within a word.")},
        {fieldOption,
         QStringLiteral("Only in the texts of these fields: keys with commas between them. Without --field, "
                        "--notes and --urls: in all fields and the show notes."),
         QStringLiteral("keys")},
        {QStringLiteral("notes"), QStringLiteral("In the show notes, as they are written.")},
        {QStringLiteral("urls"),
         QStringLiteral("In addresses: of files and pages, and of the show notes' links.")},
    });
    Selection::addFileOptions(parser);
    Writing::addOptions(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command replaceCommand{"replace", "Find and replace text in fields, show notes or addresses.",
                             addOptions, run};

} // namespace cli
