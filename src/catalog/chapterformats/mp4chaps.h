// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

namespace catalog {

/// What mp4chaps of the MP4v2 tools reads: `HH:MM:SS.mmm Title`.
format::Result<Chapters> readMp4chaps(std::string_view text);
QByteArray writeMp4chaps(const Chapters& chapters, const WriteOptions& options);

} // namespace catalog
