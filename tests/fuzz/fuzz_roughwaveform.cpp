// SPDX-License-Identifier: MIT
// Any bytes as an MP3 file: the walk ends, its frames lie in the file one behind the other, and what it says
// of their loudness fits their number.
#include "audio/roughwaveform.h"
#include "fuzz.h"

#include <algorithm>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = viewOf(data, size);
    const audio::ReadAt read = [bytes](std::uint64_t offset, char* into, std::size_t wanted) -> std::size_t {
        if (offset >= bytes.size())
            return 0;
        const std::size_t part = std::min(wanted, bytes.size() - offset);
        std::memcpy(into, bytes.data() + offset, part);
        return part;
    };
    audio::Mp3Frames frames(read);
    std::uint64_t end = 0, count = 0;
    while (const auto frame = frames.next()) {
        require(frame->offset >= end, "frames do not overlap");
        require(frame->bytes.size() == frame->header.bytes(), "a frame is whole");
        end = frame->offset + frame->header.bytes();
        require(end <= bytes.size(), "a frame lies in the file");
        require(frame->bytes == bytes.substr(frame->offset, frame->header.bytes()),
                "its bytes are the file's");
        ++count;
    }
    const std::atomic<bool> isCancelled = false;
    const audio::RoughWaveform rough = audio::roughWaveform(read, isCancelled);
    require(rough.frames == count || rough.frames + 1 == count, "every frame counts but the notes");
    require(rough.levels.size() * audio::RoughWaveform::samplesPerLevel == rough.samples,
            "a level for each granule");
    require(rough.duration() >= 0, "no time runs backwards");
    require(rough.levelBetween(-10, 1e9) <= 1, "nothing is louder than full scale");
    return 0;
}
