// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/chapterformat.h"

#include "catalog/chapterformats/audacity.h"
#include "catalog/chapterformats/commonchapters.h"
#include "catalog/chapterformats/cue.h"
#include "catalog/chapterformats/ffmetadata.h"
#include "catalog/chapterformats/jsonchapters.h"
#include "catalog/chapterformats/limits.h"
#include "catalog/chapterformats/mp4chaps.h"
#include "catalog/chapterformats/podlove.h"
#include "catalog/chapterformats/textlines.h"
#include "catalog/chapterformats/timestamps.h"
#include "catalog/chapterformats/webvtt.h"
#include "format/span.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace catalog {

namespace {

using namespace chapterparts;
constexpr std::size_t most = chapterlimits::chapters;

constexpr ChapterFormatInfo table[] = {
    {"json", QT_TRANSLATE_NOOP("ChapterFormats", "JSON Chapters (Podcasting 2.0)"), "json", readJsonChapters,
     writeJsonChapters, most, all, ChapterFormat::Json},
    {"podlove", QT_TRANSLATE_NOOP("ChapterFormats", "Podlove Simple Chapters"), "psc xml", readPodlove,
     writePodlove, most, url | image | lines | fractions, ChapterFormat::Podlove},
    {"webvtt", QT_TRANSLATE_NOOP("ChapterFormats", "WebVTT"), "vtt", readWebVtt, writeWebVtt, most,
     end | fractions, ChapterFormat::WebVtt},
    {"ffmetadata", QT_TRANSLATE_NOOP("ChapterFormats", "FFmpeg Metadata"), "ffmeta ffmetadata",
     readFfmetadata, writeFfmetadata, most, end | lines | fractions, ChapterFormat::Ffmetadata},
    {"audacity", QT_TRANSLATE_NOOP("ChapterFormats", "Audacity Labels"), "labels.txt", readAudacity,
     writeAudacity, most, end | fractions, ChapterFormat::Audacity},
    {"mp4chaps", QT_TRANSLATE_NOOP("ChapterFormats", "mp4chaps"), "chapters.txt", readMp4chaps, writeMp4chaps,
     most, fractions, ChapterFormat::Mp4chaps},
    {"common", QT_TRANSLATE_NOOP("ChapterFormats", "Common Form (mkvmerge, OGM)"), "chapters.txt",
     readCommonChapters, writeCommonChapters, most, fractions, ChapterFormat::Common},
    {"vorbis", QT_TRANSLATE_NOOP("ChapterFormats", "Comments of Ogg and FLAC"), "chapters.txt",
     readCommonChapters, writeVorbisComments, most, url | fractions, ChapterFormat::VorbisComments},
    {"cue", QT_TRANSLATE_NOOP("ChapterFormats", "Cue Sheet"), "cue", readCue, writeCue,
     chapterlimits::cueTracks, fractions, ChapterFormat::Cue},
    {"timestamps", QT_TRANSLATE_NOOP("ChapterFormats", "Time Stamps (YouTube)"), "txt", readTimeStamps,
     writeTimeStamps, most, 0, ChapterFormat::TimeStamps},
    {"markdown", QT_TRANSLATE_NOOP("ChapterFormats", "List in Show Notes (Markdown)"), "md",
     readMarkdownChapters, writeMarkdownChapters, most, url, ChapterFormat::Markdown},
};

/// The first line that says something: what a comment may stand before is passed over.
std::string_view firstLine(std::string_view text) {
    TextLines lines(text);
    auto line = lines.nextFilled();
    while (line && (line->text.front() == '#' || startsWithNoCase(line->text, "REM ")))
        line = lines.nextFilled();
    return line ? line->text : std::string_view();
}

/// A line's start is read as one of that format alone.
bool reads(format::Result<Chapters> (*read)(std::string_view), std::string_view line) {
    const auto chapters = read(line);
    return chapters && !chapters->empty();
}

std::optional<ChapterFormat> formatOfLines(std::string_view text) {
    const std::string_view line = firstLine(text);
    for (const std::string_view word : {"FILE ", "PERFORMER ", "TITLE ", "TRACK ", "CATALOG "})
        if (startsWithNoCase(line, word) && reads(readCue, text))
            return ChapterFormat::Cue;
    if (startsWithNoCase(line, "CHAPTER") && line.find('=') != std::string_view::npos)
        return ChapterFormat::Common;
    if (line.find('\t') != std::string_view::npos && reads(readAudacity, line))
        return ChapterFormat::Audacity;
    const std::string_view time = line.substr(0, line.find_first_of(" \t"));
    if (std::count(time.begin(), time.end(), ':') == 2 && time.find('.') != std::string_view::npos &&
        reads(readMp4chaps, line))
        return ChapterFormat::Mp4chaps;
    if (!reads(readTimeStamps, text))
        return std::nullopt;
    return text.find("](") != std::string_view::npos ? ChapterFormat::Markdown : ChapterFormat::TimeStamps;
}

std::string_view withoutMark(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return bytes.substr(0, mark.size()) == mark ? bytes.substr(mark.size()) : bytes;
}

/// Where the format wants an end for each chapter: those that say nothing are taken out.
void dropImpliedEnds(Chapters& chapters, qint64 duration) {
    constexpr qint64 aboutTheSame = 1000; // an episode's duration is stated in seconds
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        Chapter& chapter = chapters[i];
        if (!chapter.end)
            continue;
        const Chapters& all = chapters;
        const auto next = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(i), all.end(),
                                       [&](const Chapter& other) { return other.start > chapter.start; });
        const bool isImplied = next != all.end() ? *chapter.end == next->start
                                                 : duration > 0 && *chapter.end > duration - aboutTheSame;
        if (isImplied)
            chapter.end.reset();
    }
}

format::Error tooLarge(std::size_t size) {
    return {QCoreApplication::translate("ChapterFormats", "%1 bytes are too many for chapters; %2 are read.")
                .arg(size)
                .arg(chapterlimits::fileBytes)
                .toStdString(),
            0};
}

} // namespace

std::span<const ChapterFormatInfo> chapterFormats() {
    return table;
}

const ChapterFormatInfo& infoOf(ChapterFormat format) {
    return *std::find_if(std::begin(table), std::end(table),
                         [format](const ChapterFormatInfo& info) { return info.format == format; });
}

QString nameOf(ChapterFormat format) {
    return QCoreApplication::translate("ChapterFormats", infoOf(format).name);
}

std::optional<ChapterFormat> chapterFormatById(const QString& id) {
    for (const ChapterFormatInfo& info : table)
        if (id == QLatin1String(info.id))
            return info.format;
    return std::nullopt;
}

std::optional<ChapterFormat> chapterFormatByName(const QString& fileName) {
    for (const ChapterFormatInfo& info : table) {
        const QStringList endings = QString::fromLatin1(info.endings).split(QLatin1Char(' '));
        for (const QString& ending : endings)
            if (fileName.endsWith(QLatin1Char('.') + ending, Qt::CaseInsensitive))
                return info.format;
    }
    return std::nullopt;
}

std::optional<ChapterFormat> detectChapterFormat(std::string_view bytes, const QString& fileName) {
    const std::string_view text = withoutMark(bytes);
    const auto byName = chapterFormatByName(fileName);
    if (bytes.size() > chapterlimits::fileBytes || format::firstInvalidUtf8(bytes) != std::string_view::npos)
        return byName;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const char sign = first == std::string_view::npos ? '\0' : text[first];
    if (sign == '{' || sign == '<')
        return sign == '{' ? ChapterFormat::Json : ChapterFormat::Podlove;
    if (text.substr(0, 6) == "WEBVTT" || text.substr(0, 11) == ";FFMETADATA")
        return sign == 'W' ? ChapterFormat::WebVtt : ChapterFormat::Ffmetadata;
    const auto byLines = formatOfLines(text);
    return byLines ? byLines : byName;
}

format::Result<Chapters> readChapters(ChapterFormat format, std::string_view bytes, qint64 duration) {
    if (bytes.size() > chapterlimits::fileBytes)
        return tooLarge(bytes.size());
    if (const std::size_t bad = format::firstInvalidUtf8(bytes); bad != std::string_view::npos)
        return chapterError(bad, "The text is not UTF-8 from here on.");
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos)
        return chapterError(zero, "There is a zero byte: this is no text.");
    const std::string_view text = withoutMark(bytes);
    auto chapters = infoOf(format).read(text);
    if (!chapters)
        return format::Error{chapters.error().message,
                             chapters.error().offset + (bytes.size() - text.size())};
    Chapters sorted = std::move(chapters.value());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Chapter& a, const Chapter& b) { return a.start < b.start; });
    if (format != ChapterFormat::Json)
        dropImpliedEnds(sorted, duration);
    return sorted;
}

QByteArray writeChapters(ChapterFormat format, const Chapters& chapters, const WriteOptions& options) {
    return infoOf(format).write(chapters, options);
}

QString placeAndReason(std::string_view bytes, const format::Error& error) {
    const format::Position at = format::positionAt(bytes, error.offset);
    return QCoreApplication::translate("ChapterFormats", "line %1, column %2: %3")
        .arg(at.line)
        .arg(at.column)
        .arg(QString::fromStdString(error.message));
}

} // namespace catalog
