// SPDX-License-Identifier: MIT
#pragma once

#include "audio/id3.h"

namespace audio {

/// A tag taken apart before TagLib reads it.
struct SplitTag {
    QByteArray rest; ///< a whole tag with the frames that are no chapters, as they stood
    Id3Chapters chapters;
    int leftOut = 0; ///< frames that are compressed, encrypted or too many, and in neither
};

/// Takes chapters and their tables of contents (CHAP, CTOC) out of an ID3v2 tag. TagLib reads chapters within
/// chapters as deep as a file likes, and decompresses as much as it likes; so it gets neither.
SplitTag splitTag(const QByteArray& tag);

} // namespace audio
