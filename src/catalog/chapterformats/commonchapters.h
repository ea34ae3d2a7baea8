// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

namespace catalog {

/// The common form of OGM tools, mkvmerge and mp4chaps: `CHAPTER01=HH:MM:SS.mmm`, `CHAPTER01NAME=Title`; and
/// the same as comments of Ogg and FLAC files, with three digits and `CHAPTER001URL=`.
format::Result<Chapters> readCommonChapters(std::string_view text);
QByteArray writeCommonChapters(const Chapters& chapters, const WriteOptions& options);
QByteArray writeVorbisComments(const Chapters& chapters, const WriteOptions& options);

} // namespace catalog
