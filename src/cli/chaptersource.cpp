// SPDX-License-Identifier: MIT
#include "cli/chaptersource.h"

#include "catalog/chapterformats/limits.h"
#include "catalog/episodestore.h"
#include "catalog/tagchapters.h"
#include "cli/output.h"

#include <algorithm>

namespace cli {

namespace {

ChapterSource chaptersInMp3(const QString& path) {
    const audio::Id3Facts facts = audio::readId3(path);
    if (!facts.error.isEmpty())
        return {{}, QStringLiteral("%1: %2").arg(path, facts.error)};
    if (facts.chapters.empty())
        return {{}, QStringLiteral("%1: there are no chapters in its tag.").arg(path)};
    return {catalog::chaptersOfTag(facts.chapters), {}};
}

} // namespace

ChapterSource chaptersInFile(const QString& path, std::optional<catalog::ChapterFormat> format,
                             qint64 duration) {
    if (!format && path.endsWith(QLatin1String(".mp3"), Qt::CaseInsensitive))
        return chaptersInMp3(path);
    const auto file = catalog::readFile(path, catalog::chapterlimits::fileBytes);
    if (!file.error.isEmpty())
        return {{}, QStringLiteral("%1: %2").arg(path, file.error)};
    const auto shown = format ? format : catalog::detectChapterFormat(file.bytes, path);
    if (!shown)
        return {{},
                QStringLiteral("%1: which format this is cannot be told; name it with --format.").arg(path)};
    auto chapters = catalog::readChapters(*shown, file.bytes, duration);
    if (!chapters)
        return {{},
                QStringLiteral("%1: %2").arg(path, catalog::placeAndReason(file.bytes, chapters.error()))};
    if (chapters->empty())
        return {{}, QStringLiteral("%1: there are no chapters in it.").arg(path)};
    return {std::move(chapters.value()), {}};
}

ChapterSource chaptersInNotes(const format::Document& document, const QString& path) {
    if (document.isBodyLocked())
        return {{}, QStringLiteral("%1: the show notes are not UTF-8.").arg(path)};
    auto chapters = catalog::readChapters(catalog::ChapterFormat::Markdown, document.body());
    if (chapters)
        return {std::move(chapters.value()), {}};
    const format::Error error{chapters.error().message,
                              document.frontMatter().body.begin + chapters.error().offset};
    return {{}, QStringLiteral("%1: %2").arg(path, catalog::placeAndReason(document.text(), error))};
}

audio::Id3Chapters toId3(const catalog::Chapters& chapters) {
    return catalog::tagsOfChapters<audio::Id3Chapter>(chapters, audio::id3ChapterLimit);
}

QStringList id3LossOf(const catalog::Chapters& chapters) {
    const auto count = [&](auto has) {
        return static_cast<int>(std::count_if(chapters.begin(), chapters.end(), has));
    };
    QStringList lost;
    if (const int images = count([](const auto& chapter) { return !chapter.image.isEmpty(); }); images > 0)
        lost += QStringLiteral("The image of %1 is left out.").arg(counted(images, "chapter"));
    if (const int places = count([](const auto& chapter) { return chapter.location.has_value(); });
        places > 0)
        lost += QStringLiteral("The location of %1 is left out.").arg(counted(places, "chapter"));
    if (const int hidden = count([](const auto& chapter) { return !chapter.isInContents; }); hidden > 0)
        lost += QStringLiteral("%1 hidden from the table of contents will be shown.")
                    .arg(counted(hidden, "chapter"));
    if (chapters.size() > audio::id3ChapterLimit)
        lost +=
            QStringLiteral("A tag holds %1 chapters; the others are left out.").arg(audio::id3ChapterLimit);
    return lost;
}

} // namespace cli
