// SPDX-License-Identifier: MIT
#include "app/dialogs/id3chapters.h"

namespace app {

catalog::Chapters fromId3(const audio::Id3Chapters& chapters) {
    catalog::Chapters made;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const audio::Id3Chapter& found = chapters[i];
        catalog::Chapter chapter;
        chapter.start = found.startMs;
        chapter.title = found.title;
        chapter.url = found.url;
        const bool isLast = i + 1 == chapters.size();
        if (!isLast && found.endMs > found.startMs && found.endMs != chapters[i + 1].startMs)
            chapter.end = found.endMs;
        made.push_back(std::move(chapter));
    }
    return made;
}

audio::Id3Chapters toId3(const catalog::Chapters& chapters) {
    audio::Id3Chapters made;
    for (const catalog::Chapter& chapter : chapters)
        if (made.size() < audio::id3ChapterLimit)
            made.push_back({chapter.start, chapter.end.value_or(-1), chapter.title, chapter.url, false});
    return made;
}

} // namespace app
