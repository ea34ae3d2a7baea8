// SPDX-License-Identifier: MIT
// Any bytes as an audio file's beginning: text is never audio, and only audio's own signs are.
#include "audio/mediasniff.h"
#include "fuzz.h"

using audio::MediaType;

namespace {

bool hasFrameSign(std::string_view bytes) {
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at)
        if (static_cast<unsigned char>(bytes[at]) == 0xFF &&
            (static_cast<unsigned char>(bytes[at + 1]) & 0xE0U) == 0xE0U)
            return true;
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(viewOf(data, size));
    const MediaType type = audio::sniffMedia(bytes);
    if (type == MediaType::Mp3)
        require(bytes.starts_with("ID3") || hasFrameSign(bytes), "an MP3 has a tag or frames");
    // A playlist stays one, whatever follows.
    for (const char* head :
         {"#EXTM3U\n", "[playlist]\n", "<?xml", "http://", "\xEF\xBB\xBF#EXTM3U\n", "<html>"})
        require(audio::sniffMedia(head + bytes) == MediaType::Unknown, "a playlist is no audio");
    return 0;
}
