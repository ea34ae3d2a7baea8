// SPDX-License-Identifier: MIT
#pragma once

#include "audio/id3.h"
#include "audio/mediasniff.h"

namespace audio {

/// What a local file is, measured.
struct MediaFacts {
    qint64 bytes = -1;
    QString type;           ///< as feeds write it: audio/mpeg
    qint64 durationMs = -1; ///< -1: neither measured nor stated
    bool isExact = false;   ///< measured, not taken from what the file's header states
    int bitRate = 0;        ///< bits a second, on average
    bool isConstant = false;
    int sampleRate = 0;
    int channels = 0;
    bool isLastCut = false; ///< the file ends in the middle of a frame
    Id3Facts tags;          ///< of an MP3; they have an error of their own
    QString error;          ///< a sentence; empty where the file is sound
};

/// audio/mpeg and so on; empty for Unknown.
QString typeName(MediaType type);

/// Reads all of an MP3, and of the others their headers. Bounded memory; for any thread.
MediaFacts measureFile(const QString& path);

} // namespace audio
