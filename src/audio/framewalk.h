// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace audio {

class ByteSource;

/// What walking from frame to frame of MPEG audio found (layers I to III of MPEG 1, 2 and 2.5).
struct FrameWalk {
    qint64 durationMs = 0; ///< as it is heard: without what the encoder put before and behind
    qint64 frames = 0;     ///< frames of sound; the one with the facts of the encoder is none
    qint64 soundBytes = 0; ///< the bytes of these frames
    qint64 soundBegin = 0; ///< where the first of them stands
    qint64 soundEnd = 0;   ///< behind the last of them
    qint64 strayBytes = 0; ///< bytes between frames that belong to none
    int bitRate = 0;       ///< bits a second, on average
    bool isConstant = true;
    int sampleRate = 0; ///< of the first frame
    int channels = 0;
    bool isLastCut = false; ///< the last frame ends after the file does
    QString error;          ///< a sentence; empty where there is sound
};

/// Reads every frame's header, in pieces: a file of any size needs the same memory.
FrameWalk walkFrames(const ByteSource& source);

/// Behind the ID3v2 tags at the start. One that says it is longer than the file counts as none.
qint64 endOfLeadingTags(const ByteSource& source);

} // namespace audio
