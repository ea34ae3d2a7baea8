// SPDX-License-Identifier: MIT
// What a format cannot say of chapters.
#include "catalog/chapterformats/chapterformat.h"
#include "catalog/chapterformats/limits.h"
#include "catalog/chapterformats/textlines.h"

#include <QCoreApplication>

#include <algorithm>

namespace catalog {

namespace {

QString tr(const char* words, int number = -1) {
    return QCoreApplication::translate("ChapterFormats", words, nullptr, number);
}

/// What may be lost of a chapter, and how that is said.
struct Loss {
    unsigned part; ///< a format with it loses nothing
    bool (*has)(const Chapter& chapter);
    const char* words;
};

constexpr Loss losses[] = {
    {chapterparts::end, [](const Chapter& chapter) { return chapter.end.has_value(); },
     QT_TRANSLATE_N_NOOP("ChapterFormats", "The end of %n chapter(s) is left out.")},
    {chapterparts::url, [](const Chapter& chapter) { return !chapter.url.isEmpty(); },
     QT_TRANSLATE_N_NOOP("ChapterFormats", "The link of %n chapter(s) is left out.")},
    {chapterparts::image, [](const Chapter& chapter) { return !chapter.image.isEmpty(); },
     QT_TRANSLATE_N_NOOP("ChapterFormats", "The image of %n chapter(s) is left out.")},
    {chapterparts::hidden, [](const Chapter& chapter) { return !chapter.isInContents; },
     QT_TRANSLATE_N_NOOP("ChapterFormats", "%n chapter(s) hidden from the table of contents will be shown.")},
    {chapterparts::location, [](const Chapter& chapter) { return chapter.location.has_value(); },
     QT_TRANSLATE_N_NOOP("ChapterFormats", "The location of %n chapter(s) is left out.")},
    {chapterparts::lines,
     [](const Chapter& chapter) { return chapter.title.trimmed() != oneLine(chapter.title); },
     QT_TRANSLATE_N_NOOP("ChapterFormats", "%n title(s) of several lines become one line.")},
    {chapterparts::fractions, [](const Chapter& chapter) { return chapter.start % 1000 != 0; },
     QT_TRANSLATE_N_NOOP("ChapterFormats", "%n start(s) lose their fraction of a second.")},
};

int countOf(const Chapters& chapters, bool (*has)(const Chapter&)) {
    return static_cast<int>(std::count_if(chapters.begin(), chapters.end(), has));
}

void addCounted(QStringList& found, const char* words, int number) {
    if (number > 0)
        found += tr(words, number);
}

bool isLongForMp4(const Chapter& chapter) {
    return oneLineUtf8(chapter.title).size() > chapterlimits::mp4TitleBytes;
}
bool hasQuote(const Chapter& chapter) {
    return chapter.title.contains(QLatin1Char('"'));
}

/// What YouTube wants before it shows chapters at all.
void addYouTubeRules(QStringList& found, const Chapters& chapters) {
    constexpr std::size_t fewest = 3;
    constexpr qint64 shortest = 10'000;
    if (chapters.empty() || chapters.front().start / 1000 != 0)
        found += tr("YouTube wants the first chapter at 0:00.");
    if (chapters.size() < fewest)
        found += tr("YouTube wants three chapters at least.");
    int number = 0;
    for (std::size_t i = 1; i < chapters.size(); ++i)
        number += chapters[i].start / 1000 * 1000 - chapters[i - 1].start / 1000 * 1000 < shortest ? 1 : 0;
    addCounted(found,
               QT_TRANSLATE_N_NOOP("ChapterFormats",
                                   "%n chapter(s) are shorter than the ten seconds that YouTube wants."),
               number);
}

} // namespace

QStringList lossOf(ChapterFormat format, const Chapters& chapters, const WriteOptions& options) {
    const ChapterFormatInfo& info = infoOf(format);
    QStringList found;
    for (const Loss& loss : losses)
        if ((info.parts & loss.part) == 0)
            addCounted(found, loss.words, countOf(chapters, loss.has));
    if (chapters.size() > info.maximum)
        found += tr(QT_TRANSLATE_N_NOOP("ChapterFormats",
                                        "The format holds %1 chapters; the last %n are left out."),
                    static_cast<int>(chapters.size() - info.maximum))
                     .arg(info.maximum);
    if (format == ChapterFormat::Mp4chaps)
        addCounted(found, QT_TRANSLATE_N_NOOP("ChapterFormats", "%n title(s) are cut after 1,023 bytes."),
                   countOf(chapters, isLongForMp4));
    if (format == ChapterFormat::Cue)
        addCounted(found,
                   QT_TRANSLATE_N_NOOP("ChapterFormats", "Double quotes in %n title(s) become single ones."),
                   countOf(chapters, hasQuote));
    if (format == ChapterFormat::WebVtt && !chapters.empty() && !chapters.back().end && options.duration <= 0)
        found += tr("The episode's duration is not known: the last chapter gets an end far behind it.");
    if (format == ChapterFormat::TimeStamps)
        addYouTubeRules(found, chapters);
    return found;
}

} // namespace catalog
