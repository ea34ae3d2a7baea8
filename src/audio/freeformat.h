// SPDX-License-Identifier: MIT
#pragma once

#include "audio/mpegheader.h"

#include <string_view>

namespace audio {

/// Finds out how long the frames of a free-format stream are: none says it, but all are of one length, apart
/// from padding (ISO/IEC 11172-3 section 2.4.2.3). What is tried in vain is bounded for a file.
class FreeFormat {
public:
    /// The header with its length, where it is one of free format and the length is known, or can be told
    /// from `bytes`, which begin with it: three headers that stand equally far apart.
    MpegHeader completed(MpegHeader header, std::string_view bytes);
    /// Bytes of a frame without padding; 0: not known.
    int frameBytes() const { return m_bytes; }

private:
    int m_bytes = 0;
    int m_tries = 0;
};

} // namespace audio
