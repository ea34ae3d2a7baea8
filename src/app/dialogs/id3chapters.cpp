// SPDX-License-Identifier: MIT
#include "app/dialogs/id3chapters.h"

#include "catalog/tagchapters.h"

namespace app {

catalog::Chapters fromId3(const audio::Id3Chapters& chapters) {
    return catalog::chaptersOfTag(chapters);
}

audio::Id3Chapters toId3(const catalog::Chapters& chapters) {
    return catalog::tagsOfChapters<audio::Id3Chapter>(chapters, audio::id3ChapterLimit);
}

} // namespace app
