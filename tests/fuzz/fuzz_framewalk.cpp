// SPDX-License-Identifier: MIT
// Any bytes walked from frame to frame: what is found lies inside them and adds up.
#include "audio/framewalk.h"

#include "audio/mediafile.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const audio::FrameWalk walk = audio::walkFrames(audio::MemoryBytes(bytes));
    require(walk.error.isEmpty() == (walk.frames > 0), "an error, or sound");
    require(walk.soundBytes <= bytes.size() && walk.soundEnd <= bytes.size(), "sound lies inside the file");
    require(walk.frames == 0 || walk.soundEnd - walk.soundBegin >= walk.soundBytes, "frames do not overlap");
    require(walk.frames * 4 <= walk.soundBytes, "a frame has a header");
    require(walk.durationMs >= 0 && walk.durationMs <= walk.frames * 144 + 1, "a frame lasts at most 144 ms");
    return 0;
}
