// SPDX-License-Identifier: MIT
#include "audio/mediafacts.h"
#include "catalog/mediafolder.h"
#include "catalog/mediaresults.h"
#include "catalog/values.h"
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"
#include "cli/selection.h"

#include <QFileInfo>

#include <optional>

namespace cli {

namespace {

using format::JsonValue;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

/// What is stated, or measured; nothing where that is not known.
struct Facts {
    std::optional<qint64> bytes;
    std::optional<qint64> durationMs;
    QString type;
    std::optional<qint64> bitRate; ///< bits a second
};

struct Comparison {
    QString file;  ///< the episode's
    QString media; ///< the local file
    Facts stated;
    Facts measured;
    QString problem;
    QStringList differing;
};

Facts statedFacts(const format::Document& document) {
    Facts facts;
    bool isNumber = false;
    const qint64 bytes = catalog::valueText(document, "podcast_bytes").toLongLong(&isNumber);
    if (isNumber && bytes > 0)
        facts.bytes = bytes;
    constexpr qint64 second = 1000;
    if (const auto seconds = catalog::parseDuration(catalog::valueText(document, "podcast_duration")))
        facts.durationMs = *seconds * second;
    facts.type = catalog::typeOfAddress(catalog::playableUrl(document));
    if (facts.bytes && facts.durationMs && *facts.durationMs > 0)
        facts.bitRate = *facts.bytes * 8 * second / *facts.durationMs;
    return facts;
}

Facts measuredFacts(const audio::MediaFacts& media) {
    Facts facts;
    if (media.bytes >= 0)
        facts.bytes = media.bytes;
    if (media.durationMs >= 0)
        facts.durationMs = media.durationMs;
    facts.type = media.type;
    if (media.bitRate > 0)
        facts.bitRate = media.bitRate;
    return facts;
}

/// Only what both sides know can differ; the bit rate follows from the others.
QStringList differencesOf(const Facts& stated, const Facts& measured) {
    constexpr qint64 second = 1000;
    QStringList names;
    if (stated.bytes && measured.bytes && *stated.bytes != *measured.bytes)
        names += QStringLiteral("bytes");
    if (stated.durationMs && measured.durationMs &&
        catalog::durationDiffers(*stated.durationMs / second, *measured.durationMs))
        names += QStringLiteral("duration");
    if (!stated.type.isEmpty() && !measured.type.isEmpty() && stated.type != measured.type)
        names += QStringLiteral("type");
    return names;
}

Comparison compare(const format::Document& document, const QString& file, const QString& mediaFolder) {
    Comparison comparison;
    comparison.file = file;
    comparison.stated = statedFacts(document);
    comparison.media = catalog::localMediaFile(document, mediaFolder);
    if (comparison.media.isEmpty()) {
        comparison.problem = QStringLiteral("There is no local file.");
        return comparison;
    }
    const audio::MediaFacts media = audio::measureFile(comparison.media);
    comparison.measured = measuredFacts(media);
    comparison.problem = media.error;
    comparison.differing = differencesOf(comparison.stated, comparison.measured);
    return comparison;
}

JsonValue number(const std::optional<qint64>& value) {
    return value ? JsonValue::integer(*value) : JsonValue::null();
}

/// Seconds, whole or with three digits.
std::string secondsText(qint64 milliseconds) {
    constexpr qint64 second = 1000;
    QString text = QString::number(milliseconds / second);
    if (const qint64 rest = milliseconds % second; rest != 0)
        text += QLatin1Char('.') + QString::number(rest).rightJustified(3, QLatin1Char('0'));
    return text.toStdString();
}

/// JSON text that is made of values, and so is always sound.
JsonValue parsed(const std::string& json) {
    return JsonValue::parse(json).valueOr(JsonValue::null());
}

JsonValue jsonFacts(const Facts& facts) {
    const std::string duration = facts.durationMs ? secondsText(*facts.durationMs) : std::string("null");
    const JsonValue type = facts.type.isEmpty() ? JsonValue::null() : jsonText(facts.type);
    return parsed("{\"bytes\": " + number(facts.bytes).json() + ", \"duration\": " + duration +
                  ", \"type\": " + type.json() + ", \"bitrate\": " + number(facts.bitRate).json() + "}");
}

JsonRows::Row jsonRow(const Comparison& comparison) {
    std::vector<std::string> differing;
    for (const QString& name : comparison.differing)
        differing.push_back(name.toStdString());
    return {{"file", jsonText(comparison.file)},
            {"media", comparison.media.isEmpty() ? JsonValue::null() : jsonText(comparison.media)},
            {"stated", jsonFacts(comparison.stated)},
            {"measured", jsonFacts(comparison.measured)},
            {"differing", JsonValue::strings(differing)},
            {"problem", comparison.problem.isEmpty() ? JsonValue::null() : jsonText(comparison.problem)}};
}

QString words(const Facts& facts, const QString& name) {
    if (name == QLatin1String("bytes"))
        return QString::number(*facts.bytes);
    if (name == QLatin1String("duration"))
        return QString::fromStdString(secondsText(*facts.durationMs)) + QLatin1String(" s");
    return facts.type;
}

void printText(const Comparison& comparison) {
    if (!comparison.problem.isEmpty())
        print(QStringLiteral("%1: %2").arg(comparison.file, comparison.problem));
    for (const QString& name : comparison.differing)
        print(QStringLiteral("%1: %2: stated %3, measured %4")
                  .arg(comparison.file, name, words(comparison.stated, name),
                       words(comparison.measured, name)));
}

bool isWrong(const Comparison& comparison) {
    return !comparison.differing.isEmpty() || (!comparison.media.isEmpty() && !comparison.problem.isEmpty());
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Opened opened;
    Selection selection;
    const QString folder = parser.value(QStringLiteral("media-folder"));
    if (!readFormat(parser, formats, format))
        return CouldNotRun;
    if (!folder.isEmpty() && !QFileInfo(folder).isDir()) {
        printError(QStringLiteral("%1 is no folder.").arg(folder));
        return CouldNotRun;
    }
    if (!open(parser.positionalArguments(), opened) || !selection.read(parser, opened))
        return CouldNotRun;
    JsonRows rows;
    bool isClean = true;
    for (int i = 0; i < opened.catalog.size(); ++i) {
        const catalog::Episode& episode = opened.catalog.episode({i});
        const auto document = selection.holds({i}) ? episode.document() : nullptr;
        if (!document)
            continue;
        const Comparison comparison = compare(*document, opened.catalog.relativePath({i}), folder);
        episode.releaseDocuments();
        isClean = isClean && !isWrong(comparison);
        if (format == OutputFormat::Json)
            rows.add(jsonRow(comparison));
        else
            printText(comparison);
    }
    if (format == OutputFormat::Json)
        rows.print();
    return isClean ? Success : Findings;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Folders or files."),
                                 QStringLiteral("PATH…"));
    parser.addOption({QStringLiteral("media-folder"),
                      QStringLiteral("The folder with the local audio files."), QStringLiteral("DIR")});
    Selection::addShowOption(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command mediaCommand{"media", "Compare what episodes state of their enclosures with local files.",
                           addOptions, run};

} // namespace cli
