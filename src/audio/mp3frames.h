// SPDX-License-Identifier: MIT
#pragma once

#include "audio/freeformat.h"
#include "audio/mpegheader.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace audio {

/// Reads bytes at an offset and says how many; 0 at the end and where nothing can be read.
using ReadAt = std::function<std::size_t(std::uint64_t offset, char* into, std::size_t size)>;

/// One whole frame of a stream.
struct Mp3Frame {
    MpegHeader header;
    std::uint64_t offset = 0; ///< in the file
    std::string_view bytes;   ///< good until the next one is asked for

    /// An encoder's notes on the stream ("Xing", "Info" or "VBRI" and what follows), or nothing. Such a frame
    /// holds no sound.
    std::string_view notes() const;
};

/// Walks the frames of an MP3 file in the order of its bytes: over tags by their lengths, over anything else
/// to the next two frames that go together. Memory stays bounded, and so does what is looked through in
/// search of a frame.
class Mp3Frames {
public:
    explicit Mp3Frames(ReadAt read, std::uint64_t from = 0);

    /// The next whole frame; nothing at the end.
    std::optional<Mp3Frame> next();

private:
    std::string_view fetch(std::uint64_t offset, std::size_t size);
    std::optional<MpegHeader> anyHeaderAt(std::uint64_t offset);
    std::optional<MpegHeader> headerAt(std::uint64_t offset);
    bool isConfirmed(std::uint64_t offset, const MpegHeader& header);
    std::optional<MpegHeader> search();

    ReadAt m_read;
    std::uint64_t m_at;
    std::optional<MpegHeader> m_stream; ///< what its first frame said
    FreeFormat m_free;
    std::string m_buffer;
    std::uint64_t m_bufferAt = 0;
    bool m_isAtEnd = false; ///< the buffer goes to the end of the file
};

} // namespace audio
