// SPDX-License-Identifier: MIT
#pragma once

#include "audio/id3.h"
#include "catalog/chapter.h"

namespace app {

/// A tag's chapters as an episode's: ends that only say where the next one starts are left out, and the last
/// one's.
catalog::Chapters fromId3(const audio::Id3Chapters& chapters);
/// As many as a tag holds; it has no place for images, locations and what is hidden.
audio::Id3Chapters toId3(const catalog::Chapters& chapters);

} // namespace app
