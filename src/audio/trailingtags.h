// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace audio {

class ByteSource;

/// Where the tags at the end begin (ID3v1, its extension, APE, Lyrics3), never before `begin`.
qint64 beginOfTrailingTags(const ByteSource& source, qint64 begin);

} // namespace audio
