// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace audio {

enum class MediaType { Mp3, Ogg, Mp4, Wav, Flac, Unknown };

/// What the first bytes are: ID3v2 or two MPEG audio frames in a row for MP3 (ISO/IEC 11172-3, 13818-3),
/// magic numbers for the others. A playlist, a page or text is Unknown.
MediaType sniffMedia(std::string_view firstBytes);

/// Looks at a local file without blocking: a sentence why it cannot be played, or empty.
QString whyNotPlayable(const QString& path);

/// The same for a file that is open already, or that could not be opened (below 0), and what it is.
QString whyNotPlayable(int file, const QString& path);
MediaType sniffOpenFile(int file);

} // namespace audio
