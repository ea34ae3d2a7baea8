// SPDX-License-Identifier: MIT
#include "audio/mediafacts.h"
#include "catalog/episodestore.h"
#include "catalog/mediaresults.h"
#include "catalog/newepisodeplan.h"
#include "catalog/tagchapters.h"
#include "catalog/templates.h"
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"

#include <memory>

namespace cli {

namespace {

using format::JsonValue;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

bool fail(const QString& why) {
    printError(why);
    return false;
}

/// The show that is named; the only one where none is.
bool readShow(const QCommandLineParser& parser, const Opened& opened, QString& show) {
    QStringList shows;
    for (int i = 0; i < opened.catalog.size(); ++i)
        if (const catalog::Episode& episode = opened.catalog.episode({i});
            !episode.isRefused() && !shows.contains(episode.summary().show))
            shows += episode.summary().show;
    show = parser.value(QStringLiteral("show"));
    if (show.isEmpty() && shows.size() == 1)
        show = shows.front();
    return shows.contains(show) ||
           fail(show.isEmpty() ? QStringLiteral("Name the --show: %1.").arg(shows.join(QStringLiteral(", ")))
                               : QStringLiteral("No episode of the show \"%1\" can be read here.").arg(show));
}

bool readSource(const QCommandLineParser& parser, catalog::NewEpisodePlan& plan) {
    const QString from = parser.value(QStringLiteral("from"));
    QString file = parser.value(QStringLiteral("template"));
    if (!from.isEmpty() && !file.isEmpty())
        return fail(QStringLiteral("Name --from or --template, not both."));
    const catalog::Templates templates(catalog::Templates::userFolder());
    if (templates.contains(file))
        file = templates.path(file);
    if (from.isEmpty() && file.isEmpty())
        return true;
    const catalog::Template read = catalog::readTemplate(from.isEmpty() ? file : from);
    if (!read.document)
        return fail(read.error);
    plan.copyFrom(read.document);
    return true;
}

/// Duration, bytes, title and chapters of the MP3, and the address that goes with it.
bool readMp3(const QCommandLineParser& parser, catalog::NewEpisodePlan& plan) {
    const QString path = parser.value(QStringLiteral("mp3"));
    if (path.isEmpty())
        return true;
    const audio::MediaFacts media = audio::measureFile(path);
    if (!media.error.isEmpty())
        return fail(QStringLiteral("%1: %2").arg(path, media.error));
    if (media.type != audio::typeName(audio::MediaType::Mp3))
        return fail(QStringLiteral("%1 is no MP3.").arg(path));
    if (!media.tags.error.isEmpty())
        printError(QStringLiteral("%1: %2").arg(path, media.tags.error));
    catalog::NewEpisode& episode = plan.episode;
    episode.bytes = media.bytes;
    episode.seconds = media.durationMs < 0 ? -1 : catalog::wholeSeconds(media.durationMs);
    episode.chapters = catalog::chaptersOfTag(media.tags.chapters);
    if (!parser.isSet(QStringLiteral("title")) && !media.tags.title.simplified().isEmpty())
        episode.title = media.tags.title.simplified();
    episode.url = plan.usualAddress();
    return true;
}

bool readValues(const QCommandLineParser& parser, catalog::NewEpisodePlan& plan) {
    if (parser.isSet(QStringLiteral("number")))
        plan.setNumber(parser.value(QStringLiteral("number")));
    if (!readSource(parser, plan) || !readMp3(parser, plan))
        return false;
    if (parser.isSet(QStringLiteral("slug")))
        plan.episode.slug = parser.value(QStringLiteral("slug"));
    if (parser.isSet(QStringLiteral("title")))
        plan.episode.title = parser.value(QStringLiteral("title"));
    if (parser.isSet(QStringLiteral("date")))
        plan.episode.date = parser.value(QStringLiteral("date"));
    plan.episode.isDraft = !parser.isSet(QStringLiteral("publish"));
    return true;
}

/// Whether the file was written, or would be.
bool write(const catalog::NewEpisodePlan& plan, bool onlyPrints, OutputFormat format) {
    const auto text = plan.text();
    QString error = plan.whyNot();
    if (error.isEmpty() && !text)
        error = QString::fromStdString(text.error().message);
    if (error.isEmpty() && !onlyPrints)
        error = catalog::createFile(plan.path(), *text);
    const bool isDone = error.isEmpty();
    if (format == OutputFormat::Json) {
        JsonRows rows;
        rows.add({{"file", jsonText(plan.relativePath())},
                  {"status", JsonValue::string(!isDone      ? "failed"
                                               : onlyPrints ? "would write"
                                                            : "written")},
                  {"message", isDone ? JsonValue::null() : jsonText(error)},
                  {"number", jsonText(plan.episode.number)},
                  {"slug", jsonText(plan.episode.slug)},
                  {"guid", jsonText(plan.episode.guid)},
                  {"date", jsonText(plan.episode.date)},
                  {"title", jsonText(plan.episode.title)},
                  {"text", isDone && onlyPrints ? JsonValue::string(*text) : JsonValue::null()}});
        rows.print();
    } else if (!isDone) {
        printError(error);
    } else if (onlyPrints) {
        print(*text);
    } else {
        print(QStringLiteral("%1: written").arg(plan.relativePath()));
    }
    return isDone;
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Opened opened;
    QString show;
    if (!readFormat(parser, formats, format) || !open(parser.positionalArguments(), opened) ||
        !readShow(parser, opened, show))
        return CouldNotRun;
    catalog::NewEpisodePlan plan(opened.catalog, show);
    if (!readValues(parser, plan))
        return CouldNotRun;
    return write(plan, parser.isSet(QStringLiteral("print")), format) ? Success : Findings;
}

void addOptions(QCommandLineParser& parser) {
    const auto text = [](const char* name, const char* help, const char* value) {
        return QCommandLineOption(QLatin1String(name), QLatin1String(help), QLatin1String(value));
    };
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("The site or the show's folder."));
    parser.addOptions({
        text("show", "The show's slug; needed where the folder has several.", "slug"),
        text("title", "The title; else that of the MP3, or of what is copied.", "title"),
        text("number", "The number; else the next one.", "number"),
        text("slug", "The slug; else as it follows from the number.", "slug"),
        text("date", "The date; else the next one in the show's rhythm.", "date"),
        text("mp3", "Take duration, bytes, title and chapters from this MP3.", "file"),
        text("from", "Copy this episode, but for number, GUID, date and addresses.", "file"),
        text("template", "Likewise a template: its name, or a file.", "template"),
        {QStringLiteral("publish"), QStringLiteral("No draft.")},
        {QStringLiteral("print"), QStringLiteral("Write nothing; print the text.")},
    });
    addFormatOption(parser, formats);
}

} // namespace

const Command newCommand{"new", "Make a show's next episode: a new file, never over another.", addOptions,
                         run};

} // namespace cli
