// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

namespace catalog {

/// Cue sheets: a track for each chapter, 75 frames a second.
format::Result<Chapters> readCue(std::string_view text);
QByteArray writeCue(const Chapters& chapters, const WriteOptions& options);

} // namespace catalog
