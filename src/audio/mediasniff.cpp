// SPDX-License-Identifier: MIT
#include "audio/mediasniff.h"

#include "audio/freeformat.h"
#include "audio/mediafile.h"
#include "audio/mpegheader.h"

#include <QCoreApplication>

#include <algorithm>

namespace audio {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("MediaSniff", text);
}

unsigned byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// Two frames of MPEG audio Layer III that follow each other (ISO/IEC 11172-3 section 2.4.1.3).
bool hasTwoFrames(std::string_view bytes) {
    // Some files begin with a few stray bytes; more than this is something else.
    constexpr std::size_t reach = 4096;
    FreeFormat freeFormat;
    for (std::size_t at = 0; at + mpeg::headerLength < bytes.size() && at < reach; ++at) {
        const std::string_view view = bytes.substr(at, mpeg::lookahead);
        const MpegHeader header = freeFormat.completed(mpeg::readHeader(view.data()), view);
        if (!mpeg::isWholeLayerThree(header))
            continue;
        if (header.isFree)
            return true; // three of them were found
        if (header.bytes() <= view.size() && mpeg::readLayerThree(view.substr(header.bytes())))
            return true;
    }
    return false;
}

/// Playlists and pages begin with readable characters or a byte order mark; stray bytes before frames do not.
bool isText(std::string_view bytes) {
    if (bytes.empty())
        return false;
    const unsigned first = byteAt(bytes, 0);
    return (first >= 0x20 && first < 0x7F) || (first >= 0x09 && first <= 0x0D) ||
           bytes.starts_with("\xEF\xBB");
}

bool startsWith(std::string_view bytes, std::string_view magic) {
    return bytes.substr(0, magic.size()) == magic;
}

/// The length of all tags at the beginning; more than there is where the last one ends further on.
std::size_t tagsLength(std::string_view bytes) {
    std::size_t all = 0;
    while (const std::size_t length = all < bytes.size() ? id3v2Length(bytes.substr(all)) : 0)
        all += length;
    return all;
}

/// What stands behind the tags. A tag alone proves nothing: players skip it, and would open the playlist
/// behind.
MediaType typeBehind(bool hasTag, std::string_view firstBytes) {
    if (startsWith(firstBytes, "OggS"))
        return MediaType::Ogg;
    if (startsWith(firstBytes, "fLaC"))
        return MediaType::Flac;
    if (startsWith(firstBytes, "RIFF") && firstBytes.size() > 12 && firstBytes.substr(8, 4) == "WAVE")
        return MediaType::Wav;
    if (firstBytes.size() >= 12 && firstBytes.substr(4, 4) == "ftyp")
        return MediaType::Mp4;
    if (isText(firstBytes))
        return MediaType::Unknown;
    // Padding behind a tag can be longer than what was read.
    const bool isPadding =
        hasTag && !firstBytes.empty() && firstBytes.find_first_not_of('\0') == std::string_view::npos;
    return isPadding || hasTwoFrames(firstBytes) ? MediaType::Mp3 : MediaType::Unknown;
}

std::string readAt(const ByteSource& source, std::size_t offset) {
    constexpr qint64 enough = 65'536;
    return source.bytes(static_cast<qint64>(offset), enough).toStdString();
}

} // namespace

/// What a tag says of its length may be a lie.
MediaType sniffMedia(const ByteSource& source) {
    constexpr int mostLongTags = 4;
    std::string bytes = readAt(source, 0);
    std::size_t begin = 0;
    for (int tags = 0; tags <= mostLongTags; ++tags) {
        const std::size_t length = tagsLength(bytes);
        if (length < bytes.size())
            return typeBehind(begin + length > 0, std::string_view(bytes).substr(length));
        begin += length;
        bytes = readAt(source, begin);
        if (bytes.empty())
            break;
    }
    return MediaType::Unknown;
}

MediaType sniffMedia(std::string_view firstBytes) {
    const std::size_t tags = tagsLength(firstBytes);
    if (tags + 4 > firstBytes.size() && tags > 0)
        return MediaType::Mp3; // a picture fills all that was read
    return typeBehind(tags > 0, firstBytes.substr(tags));
}

QString whyNotPlayable(MediaType type, const QString& path) {
    return type == MediaType::Unknown ? tr("%1 is not an audio file.").arg(path) : QString();
}

QString whyNotPlayable(const QString& path) {
    const MediaFile file(path);
    if (!file.error().isEmpty())
        return file.error();
    return whyNotPlayable(sniffMedia(file), path);
}

} // namespace audio
