// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/mp4chaps.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/chapterformats/limits.h"
#include "catalog/chapterformats/textlines.h"

namespace catalog {

namespace {

/// As many bytes as the limit allows, whole characters.
std::string shortened(std::string title) {
    if (title.size() <= chapterlimits::mp4TitleBytes)
        return title;
    std::size_t size = chapterlimits::mp4TitleBytes;
    while ((static_cast<unsigned char>(title[size]) & 0xC0U) == 0x80U)
        --size;
    title.resize(size);
    return title;
}

} // namespace

format::Result<Chapters> readMp4chaps(std::string_view text) {
    Chapters chapters;
    TextLines lines(text);
    while (const auto line = lines.nextFilled()) {
        if (line->text.front() == '#') // such as "## total-duration"
            continue;
        const std::size_t space = std::min(line->text.find_first_of(" \t"), line->text.size());
        const auto start = parseColonClock(line->text.substr(0, space));
        if (!start)
            return chapterError(line->offset, "\"%1\" is no time; a line is HH:MM:SS.mmm and a title.",
                                line->text.substr(0, space));
        Chapter chapter;
        chapter.start = *start;
        chapter.title = oneLine(textOf(line->text.substr(space)));
        if (auto error = addChapter(chapters, std::move(chapter), line->offset))
            return *error;
    }
    return chapters;
}

QByteArray writeMp4chaps(const Chapters& chapters, const WriteOptions& /*options*/) {
    std::string text;
    for (const Chapter& chapter : chapters)
        text += fullClock(chapter.start) + ' ' + shortened(oneLineUtf8(chapter.title)) + '\n';
    return QByteArray::fromStdString(text);
}

} // namespace catalog
