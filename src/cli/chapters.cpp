// SPDX-License-Identifier: MIT
#include "audio/id3.h"
#include "catalog/chapteredit.h"
#include "catalog/chapterformats/chapterimport.h"
#include "catalog/chapterformats/limits.h"
#include "catalog/chapterops.h"
#include "catalog/field.h"
#include "catalog/values.h"
#include "cli/chaptersource.h"
#include "cli/outputfile.h"
#include "cli/writing.h"

#include <optional>

namespace cli {

namespace {

using catalog::ChapterFormat;
using catalog::Chapters;

QString formatIds() {
    QStringList ids;
    for (const catalog::ChapterFormatInfo& info : catalog::chapterFormats())
        ids += QLatin1String(info.id);
    return ids.join(QStringLiteral(", "));
}

/// The format asked for by name; absent where none is asked for. False, after saying so, where there is no
/// such.
bool readChapterFormat(const QCommandLineParser& parser, std::optional<ChapterFormat>& format) {
    const QString name = parser.value(QStringLiteral("format"));
    format = catalog::chapterFormatById(name);
    if (name.isEmpty() || format)
        return true;
    printError(QStringLiteral("\"%1\" is no format of chapters; these are: %2.").arg(name, formatIds()));
    return false;
}

/// Opens the one episode that is named; absent, after saying so, where it cannot be.
std::optional<format::Document> openEpisode(const QString& path, Opened& opened) {
    if (!open({path}, opened))
        return std::nullopt;
    if (opened.catalog.size() != 1) {
        if (opened.skipped.empty())
            printError(QStringLiteral("Name one episode's file."));
        return std::nullopt;
    }
    const auto document = opened.catalog.episode({0}).document();
    if (!document) {
        printError(QStringLiteral("%1: %2").arg(path, opened.catalog.episode({0}).reason()));
        return std::nullopt;
    }
    return *document;
}

catalog::WriteOptions optionsOf(const format::Document& document) {
    const auto text = [&](const char* key) { return catalog::valueText(document, key); };
    const QString audio = text("podcast_file");
    return {catalog::parseDuration(text("podcast_duration")).value_or(0) * 1000, text("title"),
            text("show_name"), audio.mid(audio.lastIndexOf(QLatin1Char('/')) + 1),
            catalog::chapterDetailsOf(document)};
}

/// The episode's text with these chapters.
format::Result<std::string> textWith(const format::Document& document, const Chapters& imported,
                                     bool isMerge) {
    const Chapters current = catalog::chaptersOf(document);
    const Chapters fitting = catalog::haveFractions(current) ? imported : catalog::roundedToSeconds(imported);
    const auto edits =
        catalog::setChapters(document, isMerge ? catalog::mergedChapters(current, fitting) : fitting);
    if (!edits)
        return edits.error();
    const auto after = document.withEdits(*edits);
    return after ? format::Result<std::string>(after->text()) : format::Result<std::string>(after.error());
}

int importChapters(const QCommandLineParser& parser, const QStringList& paths) {
    const bool isFromNotes = parser.isSet(QStringLiteral("from-notes"));
    std::optional<ChapterFormat> format;
    if (!readChapterFormat(parser, format))
        return CouldNotRun;
    if (paths.size() != (isFromNotes ? 1 : 2)) {
        printError(QStringLiteral("Name the episode's file, and a file of chapters or --from-notes."));
        return CouldNotRun;
    }
    Opened opened;
    const auto document = openEpisode(paths[0], opened);
    if (!document)
        return CouldNotRun;
    const ChapterSource source = isFromNotes
                                     ? chaptersInNotes(*document, paths[0])
                                     : chaptersInFile(paths[1], format, optionsOf(*document).duration);
    if (!source.error.isEmpty()) {
        printError(source.error);
        return CouldNotRun;
    }
    const catalog::Episode& episode = opened.catalog.episode({0});
    Writing writing(opened, parser, OutputFormat::Text);
    writing.write({0}, episode.text(),
                  episode.isReadOnly()
                      ? format::Error{episode.readOnlyReason().toStdString(), 0}
                      : textWith(*document, source.chapters, parser.isSet(QStringLiteral("merge"))));
    return writing.finish();
}

/// A copy of an MP3 with the chapters inside.
int exportIntoCopy(const QCommandLineParser& parser, const Chapters& chapters) {
    const QString original = parser.value(QStringLiteral("mp3")), copy = parser.value(QStringLiteral("into"));
    if (original.isEmpty() || copy.isEmpty()) {
        printError(QStringLiteral("--mp3 names the MP3 and --into the copy to make of it."));
        return CouldNotRun;
    }
    for (const QString& loss : id3LossOf(chapters))
        printError(loss);
    const QString error = audio::writeChapters(original, copy, toId3(chapters));
    if (error.isEmpty()) {
        print(QStringLiteral("%1: saved").arg(copy));
        return Success;
    }
    printError(error);
    return Findings;
}

int exportChapters(const QCommandLineParser& parser, const QStringList& paths) {
    const QString output = parser.value(QStringLiteral("output"));
    std::optional<ChapterFormat> named;
    if (!readChapterFormat(parser, named))
        return CouldNotRun;
    if (paths.size() != 1) {
        printError(QStringLiteral("Name the episode's file."));
        return CouldNotRun;
    }
    Opened opened;
    const auto document = openEpisode(paths[0], opened);
    if (!document)
        return CouldNotRun;
    const Chapters chapters = catalog::chaptersOf(*document);
    if (chapters.empty()) {
        printError(QStringLiteral("%1: there are no chapters.").arg(paths[0]));
        return Findings;
    }
    if (parser.isSet(QStringLiteral("into")) || parser.isSet(QStringLiteral("mp3")))
        return exportIntoCopy(parser, chapters);
    if (!named)
        named = catalog::chapterFormatByName(output);
    const ChapterFormat format = named.value_or(ChapterFormat::Json);
    const catalog::WriteOptions options = optionsOf(*document);
    for (const QString& loss : catalog::lossOf(format, chapters, options))
        printError(loss);
    const QByteArray bytes = catalog::writeChapters(format, chapters, options);
    if (output.isEmpty()) {
        print(bytes.toStdString());
        return Success;
    }
    const QString error = writeOutput(output, bytes, parser.isSet(QStringLiteral("force")));
    if (error.isEmpty())
        print(QStringLiteral("%1: saved").arg(output));
    else
        printError(error);
    return error.isEmpty() ? Success : Findings;
}

int run(const QCommandLineParser& parser) {
    const QStringList arguments = parser.positionalArguments();
    if (arguments.value(0) == QLatin1String("import"))
        return importChapters(parser, arguments.mid(1));
    if (arguments.value(0) == QLatin1String("export"))
        return exportChapters(parser, arguments.mid(1));
    printError(QStringLiteral("Say import or export first; --help tells how."));
    return CouldNotRun;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("import|export"), QStringLiteral("What to do."));
    parser.addPositionalArgument(QStringLiteral("EPISODE"), QStringLiteral("The episode's file."));
    parser.addPositionalArgument(
        QStringLiteral("FILE"), QStringLiteral("import: a file of chapters, or an MP3 that has some inside."),
        QStringLiteral("[FILE]"));
    parser.addOptions({
        {QStringLiteral("format"),
         QStringLiteral("The chapters' format: %1. Importing finds it out; exporting takes the one that the "
                        "output's name speaks of, else json.")
             .arg(formatIds()),
         QStringLiteral("format")},
        {QStringLiteral("merge"),
         QStringLiteral("import: keep the chapters that are there; those within half a second become one.")},
        {QStringLiteral("from-notes"), QStringLiteral("import: take the time stamps of the show notes.")},
        {QStringLiteral("output"), QStringLiteral("export: write this file, not standard output."),
         QStringLiteral("file")},
        {QStringLiteral("force"), QStringLiteral("export: also over a file that is there.")},
        {QStringLiteral("mp3"), QStringLiteral("export: the MP3 that --into copies."),
         QStringLiteral("file")},
        {QStringLiteral("into"), QStringLiteral("export: a copy of the MP3 with the chapters in its tag."),
         QStringLiteral("file")},
    });
    Writing::addOptions(parser);
}

} // namespace

const Command chaptersCommand{"chapters", "Import an episode's chapters from other formats, or export them.",
                              addOptions, run};

} // namespace cli
