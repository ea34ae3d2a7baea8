// SPDX-License-Identifier: MIT
// Any bytes as a file of chapters, the first byte choosing the format: no harm, an error lies within the
// bytes, and what is read, written and read again is the same, as far as the format says it.
#include "catalog/chapterformats/chapterformat.h"
#include "catalog/chapterformats/chapterimport.h"
#include "catalog/chapterformats/limits.h"
#include "fuzz.h"

using catalog::Chapter;
using catalog::ChapterFormat;
using catalog::ChapterFormatInfo;
using catalog::Chapters;

namespace {

/// What the format's writer leaves of what its tolerant reader took.
Chapters carried(const ChapterFormatInfo& info, Chapters chapters) {
    chapters.resize(std::min(chapters.size(), info.maximum));
    for (Chapter& chapter : chapters) {
        if ((info.parts & catalog::chapterparts::fractions) == 0)
            chapter.start = chapter.start / 1000 * 1000;
        if ((info.parts & catalog::chapterparts::url) == 0)
            chapter.url.clear();
        if (info.format == ChapterFormat::Cue)
            chapter.title.replace(QLatin1Char('"'), QLatin1Char('\''));
        if (info.format == ChapterFormat::Mp4chaps &&
            chapter.title.toUtf8().size() > static_cast<qsizetype>(catalog::chapterlimits::mp4TitleBytes))
            chapter.title.clear();
    }
    return chapters;
}

bool isCutWhenWritten(const ChapterFormatInfo& info, const Chapters& chapters) {
    return info.format == ChapterFormat::Mp4chaps && carried(info, chapters) != chapters;
}

void checkBounds(const Chapters& chapters) {
    require(chapters.size() <= catalog::chapterlimits::chapters, "there are not too many");
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        require(chapters[i].start >= 0 && chapters[i].start <= catalog::chapterlimits::milliseconds,
                "a start lies within the limits");
        require(i == 0 || chapters[i - 1].start <= chapters[i].start, "they are in order");
    }
}

void checkAgain(const ChapterFormatInfo& info, const Chapters& chapters) {
    const std::string written = catalog::writeChapters(info.format, chapters, {}).toStdString();
    (void)catalog::lossOf(info.format, chapters, {});
    const auto again = catalog::readChapters(info.format, written);
    if (chapters.empty() && !again)
        return; // some formats want one at least
    require(again.hasValue(), "what is written can be read: " + written);
    if (!isCutWhenWritten(info, chapters))
        require(*again == carried(info, chapters), "what is written reads the same: " + written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1)
        return 0;
    const auto formats = catalog::chapterFormats();
    const ChapterFormatInfo& info = formats[data[0] % formats.size()];
    const std::string_view bytes = viewOf(data + 1, size - 1);
    (void)catalog::detectChapterFormat(bytes, {});
    const auto chapters = catalog::readChapters(info.format, bytes);
    if (!chapters) {
        require(chapters.error().offset <= bytes.size(), "an error lies within the bytes");
        require(!chapters.error().message.empty(), "an error says why");
        return 0;
    }
    checkBounds(*chapters);
    checkAgain(info, *chapters);
    const Chapters merged = catalog::mergedChapters(*chapters, catalog::roundedToSeconds(*chapters));
    require(merged.size() >= chapters->size(), "merging takes nothing away");
    return 0;
}
