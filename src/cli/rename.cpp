// SPDX-License-Identifier: MIT
#include "catalog/episodestore.h"
#include "catalog/renameplan.h"
#include "catalog/statefolder.h"
#include "catalog/unifieddiff.h"
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"

#include <QDir>
#include <QFileInfo>

namespace cli {

namespace {

using catalog::EpisodeId;
using catalog::Renaming;
using format::JsonValue;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

bool fail(const QString& why) {
    printError(why);
    return false;
}

/// The folders of what is named, so that names that are taken there are known.
QStringList foldersOf(const QStringList& paths) {
    QStringList folders;
    for (const QString& path : paths)
        folders += QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath();
    folders.removeDuplicates();
    return folders;
}

bool chooseEpisodes(const QStringList& paths, const Opened& opened, std::vector<EpisodeId>& ids) {
    for (const QString& path : paths) {
        const QFileInfo info(path);
        const QString folder = info.absoluteFilePath() + QLatin1Char('/');
        const std::size_t before = ids.size();
        for (int i = 0; i < opened.catalog.size(); ++i)
            if (const QString& file = opened.catalog.episode({i}).path();
                file == info.absoluteFilePath() || file.startsWith(folder))
                ids.push_back({i});
        if (ids.size() == before)
            return fail(QStringLiteral("%1 is no episode.").arg(path));
        for (std::size_t i = before; i < ids.size(); ++i)
            if (const catalog::Episode& episode = opened.catalog.episode(ids[i]); episode.isRefused())
                return fail(
                    QStringLiteral("%1: %2").arg(opened.catalog.relativePath(ids[i]), episode.reason()));
    }
    return true;
}

bool isNumber(const QCommandLineParser& parser, const char* option, qint64& number) {
    bool isRead = false;
    number = parser.value(QLatin1String(option)).toLongLong(&isRead);
    return isRead || fail(QStringLiteral("--%1 wants a number.").arg(QLatin1String(option)));
}

bool readRenamings(const QCommandLineParser& parser, const catalog::Catalog& catalog,
                   const std::vector<EpisodeId>& ids, std::vector<Renaming>& renamings) {
    const auto given = [&](const char* option) -> std::optional<QString> {
        return parser.isSet(QLatin1String(option)) ? std::optional(parser.value(QLatin1String(option)))
                                                   : std::nullopt;
    };
    if (parser.isSet(QStringLiteral("number-from"))) {
        qint64 first = 0;
        qint64 step = 1;
        if (given("number") || given("slug") || given("file"))
            return fail(QStringLiteral("--number-from goes with --step alone."));
        if (!isNumber(parser, "number-from", first) || !isNumber(parser, "step", step))
            return false;
        renamings = catalog::renumberedFrom(catalog, catalog::numbered(catalog, ids), first, step);
        return true;
    }
    if (!given("number") && !given("slug") && !given("file"))
        return fail(QStringLiteral("Name a --number, --slug or --file, or --number-from for several."));
    if (ids.size() != 1)
        return fail(QStringLiteral("One episode at a time; several are renamed by --number-from."));
    Renaming renaming = given("number") ? catalog::renumbered(catalog, ids.front(), *given("number"))
                                        : Renaming{ids.front(), {}, {}, {}, {}};
    if (const auto slug = given("slug"))
        renaming.slug = slug;
    if (const auto file = given("file"))
        renaming.fileName = file;
    renamings = {renaming};
    return true;
}

/// One file's old and new text and name.
struct Change {
    EpisodeId id;
    QString path, newPath;
    std::string before, after;
};

std::vector<Change> changesOf(const catalog::Catalog& catalog, const catalog::RenamePlan& plan) {
    std::vector<Change> changes;
    const auto edits = plan.edits();
    const auto moves = plan.moves();
    for (const Renaming& renaming : plan.renamings()) {
        const catalog::Episode& episode = catalog.episode(renaming.id);
        Change change{renaming.id, episode.path(), episode.path(), episode.text(), episode.text()};
        for (const catalog::Edit& edit : *edits)
            if (edit.episode == renaming.id)
                change.after = format::applyEdits(change.before, edit.changes).value();
        for (const catalog::FileMove& move : moves)
            if (move.from == change.path)
                change.newPath = move.to;
        changes.push_back(std::move(change));
    }
    return changes;
}

/// Texts first, under the old names, then the names: at every moment each file has one of its names and a
/// whole text. What fails takes all of it back.
QString write(const catalog::Catalog& catalog, const std::vector<Change>& changes,
              const std::vector<catalog::FileMove>& moves) {
    QString error;
    std::size_t saved = 0;
    while (saved < changes.size() && error.isEmpty()) {
        const Change& change = changes[saved];
        const auto result =
            catalog::saveFile({change.path, catalog.root(), change.after, change.before, false});
        if (result.isSaved())
            ++saved;
        else
            error = result.message;
        if (result.isSaved() && !result.message.isEmpty())
            printError(result.message);
    }
    if (error.isEmpty()) {
        const catalog::FileChange moved = catalog::moveFiles(moves);
        if (moved.isDone() && !moved.message.isEmpty())
            printError(moved.message);
        error = moved.isDone() ? QString() : moved.message;
    }
    for (std::size_t i = 0; i < saved && !error.isEmpty(); ++i)
        if (const auto back = catalog::saveFile(
                {changes[i].path, catalog.root(), changes[i].before, changes[i].after, false});
            !back.isSaved())
            error += QLatin1Char(' ') + back.message;
    return error;
}

/// As a patch names it that is applied in the site's folder, which is the repository's.
std::string patchPath(const catalog::Catalog& catalog, const QString& path) {
    const QString site = catalog::siteOf(catalog.root());
    const QString real = QFileInfo(QFileInfo(path).absolutePath()).canonicalFilePath() + QLatin1Char('/') +
                         QFileInfo(path).fileName();
    return QDir(site).relativeFilePath(real).toStdString();
}

void tell(const catalog::Catalog& catalog, const std::vector<Change>& changes, const QString& error,
          bool isDryRun, OutputFormat format) {
    JsonRows rows;
    for (const Change& change : changes) {
        const QString from = catalog.relativePath(change.id);
        const QString to = QDir(catalog.root()).relativeFilePath(change.newPath);
        const std::string diff = catalog::renamingDiff(
            change.before, change.after, patchPath(catalog, change.path), patchPath(catalog, change.newPath));
        const char* status = !error.isEmpty() ? "failed" : isDryRun ? "would rename" : "renamed";
        if (format == OutputFormat::Json)
            rows.add({{"file", jsonText(from)},
                      {"to", jsonText(to)},
                      {"status", JsonValue::string(status)},
                      {"message", error.isEmpty() ? JsonValue::null() : jsonText(error)},
                      {"diff", diff.empty() ? JsonValue::null() : JsonValue::string(diff)}});
        else if (error.isEmpty() && isDryRun)
            print(diff);
        else if (error.isEmpty())
            print(QStringLiteral("%1: renamed %2").arg(from, to));
    }
    if (format == OutputFormat::Json)
        rows.print();
    else if (!error.isEmpty())
        printError(error);
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Opened opened;
    std::vector<EpisodeId> ids;
    std::vector<Renaming> renamings;
    const QStringList paths = parser.positionalArguments();
    if (!readFormat(parser, formats, format) || !open(foldersOf(paths), opened) ||
        !chooseEpisodes(paths, opened, ids) || !readRenamings(parser, opened.catalog, ids, renamings))
        return CouldNotRun;
    const catalog::RenamePlan plan(opened.catalog, std::move(renamings));
    const bool isDryRun = parser.isSet(QStringLiteral("dry-run"));
    QString error = plan.whyNot();
    const auto changes = plan.edits() ? changesOf(opened.catalog, plan) : std::vector<Change>();
    if (error.isEmpty() && !isDryRun)
        error = write(opened.catalog, changes, plan.moves());
    tell(opened.catalog, changes, error, isDryRun, format);
    return error.isEmpty() ? Success : Findings;
}

void addOptions(QCommandLineParser& parser) {
    const auto text = [](const char* name, const char* help, const char* value) {
        return QCommandLineOption(QLatin1String(name), QLatin1String(help), QLatin1String(value));
    };
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("Episodes, or folders of them."),
                                 QStringLiteral("FILE…"));
    QCommandLineOption step = text("step", "From one number to the next; 1 where it is left out.", "number");
    step.setDefaultValue(QStringLiteral("1"));
    parser.addOptions({
        text("number", "The new number, and the padded number, slug and file name that follow from it.",
             "number"),
        text("slug", "The new slug.", "slug"),
        text("file", "The file's new name in its folder.", "name"),
        text("number-from", "Number several in sequence, from this number on.", "number"),
        step,
        {QStringLiteral("dry-run"), QStringLiteral("Write nothing; print a diff that git apply takes.")},
    });
    addFormatOption(parser, formats);
}

} // namespace

const Command renameCommand{"rename", "Rename and renumber episodes: number, slug and file together.",
                            addOptions, run};

} // namespace cli
