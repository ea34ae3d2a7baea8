// SPDX-License-Identifier: MIT
#pragma once

#include "audio/mediasniff.h"

namespace audio {

class ByteSource;

/// What the headers of a file that is no MP3 state of its sound; 0 where they do not.
struct StatedSound {
    qint64 durationMs = 0;
    int sampleRate = 0;
    int channels = 0;
};

/// Looks at WAV, FLAC, Ogg (Vorbis, Opus) and MP4 headers, at a bounded number of places.
StatedSound readOtherHeaders(const ByteSource& source, MediaType type);

} // namespace audio
