// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"

#include <cstddef>
#include <utility>

namespace catalog {

/// A tag's chapters as an episode's. A tag states every end: those that only say where the next one starts
/// are left out, and the last one's. `Tag` has startMs, endMs, title and url; which reader made it is not
/// this layer's.
template <typename Tag>
Chapters chaptersOfTag(const std::vector<Tag>& tags) {
    Chapters made;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        Chapter chapter;
        chapter.start = tags[i].startMs;
        chapter.title = tags[i].title;
        chapter.url = tags[i].url;
        const bool isLast = i + 1 == tags.size();
        if (!isLast && tags[i].endMs > tags[i].startMs && tags[i].endMs != tags[i + 1].startMs)
            chapter.end = tags[i].endMs;
        made.push_back(std::move(chapter));
    }
    return made;
}

/// The other way, at most so many; a tag has no place for images, locations and what is hidden.
template <typename Tag>
std::vector<Tag> tagsOfChapters(const Chapters& chapters, std::size_t most) {
    std::vector<Tag> made;
    for (const Chapter& chapter : chapters)
        if (made.size() < most)
            made.push_back({chapter.start, chapter.end.value_or(-1), chapter.title, chapter.url, false});
    return made;
}

} // namespace catalog
