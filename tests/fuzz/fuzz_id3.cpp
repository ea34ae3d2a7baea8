// SPDX-License-Identifier: MIT
// Any bytes as the tags of an MP3; and a tag that was taken apart can be taken apart again and stays the
// same.
#include "audio/id3frames.h"
#include "audio/mediafile.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const audio::Id3Facts facts = audio::readId3(audio::MemoryBytes(bytes), 1000);
    require(facts.picture.size() <= 1000, "a picture is not larger than was asked for");
    require(facts.error.isEmpty() || facts.chapters.empty(), "an error, or chapters");
    const audio::SplitTag split = audio::splitTag(bytes);
    require(split.rest.size() <= bytes.size() + 10, "what is left is no more than there was");
    const audio::SplitTag again = audio::splitTag(split.rest);
    require(again.chapters.empty(), "chapters are taken out at once");
    return 0;
}
