// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"
#include "catalog/chapterdetails.h"
#include "format/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace catalog {

enum class ChapterFormat : std::uint8_t {
    Json,
    Podlove,
    WebVtt,
    Ffmetadata,
    Audacity,
    Mp4chaps,
    Common,
    VorbisComments,
    Cue,
    TimeStamps,
    Markdown,
};

/// What writing wants to know of the episode besides its chapters; whatever is unknown is left out.
struct WriteOptions {
    qint64 duration = 0; ///< milliseconds; 0: not known
    QString title;       ///< the episode's
    QString show;
    QString audioFile;           ///< the enclosure's file name
    ChapterDetails details = {}; ///< what its list of chapters says of itself; goes before the others
};

/// What a format can say of a chapter besides its start and a title of one line.
namespace chapterparts {
inline constexpr unsigned end = 1;
inline constexpr unsigned url = 2;
inline constexpr unsigned image = 4;
inline constexpr unsigned hidden = 8; ///< left out of the table of contents
inline constexpr unsigned location = 16;
inline constexpr unsigned lines = 32;     ///< titles of several lines
inline constexpr unsigned fractions = 64; ///< milliseconds
inline constexpr unsigned all = 127;
} // namespace chapterparts

/// One format, as the table of them describes it.
struct ChapterFormatInfo {
    const char* id;      ///< on the command line
    const char* name;    ///< to be translated, see nameOf
    const char* endings; ///< of file names, spaces between; a new file gets the first
    format::Result<Chapters> (*read)(std::string_view text);
    QByteArray (*write)(const Chapters& chapters, const WriteOptions& options);
    std::size_t maximum; ///< chapters that it holds
    unsigned parts;      ///< of chapterparts
    ChapterFormat format;
};

std::span<const ChapterFormatInfo> chapterFormats();
const ChapterFormatInfo& infoOf(ChapterFormat format);
QString nameOf(ChapterFormat format);
std::optional<ChapterFormat> chapterFormatById(const QString& id);
/// The format that a file's name speaks of.
std::optional<ChapterFormat> chapterFormatByName(const QString& fileName);

/// Which format this is, by what stands in it; where that does not tell, by its name.
std::optional<ChapterFormat> detectChapterFormat(std::string_view bytes, const QString& fileName);

/// The chapters of a file or of a pasted text in order of their starts. Where a format wants an end for each,
/// those are left out that only say where the next one starts or where the sound ends (`duration` in
/// milliseconds, to a second; 0: not known). UTF-8, with a byte order mark or without, any line ends. Errors:
/// whatever the format does not allow, bytes that are not UTF-8, more than chapterlimits allow; each with its
/// offset in `bytes`.
format::Result<Chapters> readChapters(ChapterFormat format, std::string_view bytes, qint64 duration = 0);

/// The chapters as a file of this format; what it cannot say is left out.
QByteArray writeChapters(ChapterFormat format, const Chapters& chapters, const WriteOptions& options);

/// What writing leaves out or changes, and what the format's readers would not take, in sentences.
QStringList lossOf(ChapterFormat format, const Chapters& chapters, const WriteOptions& options);

/// `line 3, column 1: reason`.
QString placeAndReason(std::string_view bytes, const format::Error& error);

} // namespace catalog
