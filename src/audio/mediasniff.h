// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace audio {

class ByteSource;

enum class MediaType { Mp3, Ogg, Mp4, Wav, Flac, Unknown };

/// What the first bytes are: ID3v2 or two MPEG audio frames in a row for MP3 (ISO/IEC 11172-3, 13818-3),
/// magic numbers for the others. A playlist, a page or text is Unknown.
MediaType sniffMedia(std::string_view firstBytes);

/// The same, looking behind tags as long as they like to be.
MediaType sniffMedia(const ByteSource& source);

/// Looks at a local file without blocking: a sentence why it cannot be played, or empty.
QString whyNotPlayable(const QString& path);

/// The same where it is known already what the file is.
QString whyNotPlayable(MediaType type, const QString& path);

} // namespace audio
