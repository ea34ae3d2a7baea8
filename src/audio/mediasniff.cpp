// SPDX-License-Identifier: MIT
#include "audio/mediasniff.h"

#include <QCoreApplication>
#include <QFile>

#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace audio {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("MediaSniff", text);
}

unsigned byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// The length in bytes of the MPEG audio Layer III frame that begins at `at`, or 0 (ISO/IEC 11172-3
/// section 2.4.1.3).
std::size_t frameLength(std::string_view bytes, std::size_t at) {
    constexpr std::array<unsigned, 16> rates1{0,   32,  40,  48,  56,  64,  80,  96,
                                              112, 128, 160, 192, 224, 256, 320, 0};
    constexpr std::array<unsigned, 16> rates2{0,  8,  16, 24,  32,  40,  48,  56,
                                              64, 80, 96, 112, 128, 144, 160, 0};
    constexpr std::array<unsigned, 4> samplings{44100, 48000, 32000, 0};
    if (at + 4 > bytes.size() || byteAt(bytes, at) != 0xFF || (byteAt(bytes, at + 1) & 0xE0U) != 0xE0U)
        return 0;
    const unsigned version = (byteAt(bytes, at + 1) >> 3U) & 3U; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
    const unsigned layer = (byteAt(bytes, at + 1) >> 1U) & 3U;   // 1: Layer III
    const unsigned rate =
        version == 3 ? rates1[byteAt(bytes, at + 2) >> 4U] : rates2[byteAt(bytes, at + 2) >> 4U];
    const unsigned sampling = samplings[(byteAt(bytes, at + 2) >> 2U) & 3U] / (version == 3   ? 1
                                                                               : version == 2 ? 2
                                                                                              : 4);
    if (version == 1 || layer != 1 || rate == 0 || sampling == 0)
        return 0;
    const unsigned padding = (byteAt(bytes, at + 2) >> 1U) & 1U;
    return (version == 3 ? 144'000U : 72'000U) * rate / sampling + padding;
}

bool hasTwoFrames(std::string_view bytes) {
    // Some files begin with a few stray bytes; more than this is something else.
    constexpr std::size_t reach = 4096;
    for (std::size_t at = 0; at + 4 < bytes.size() && at < reach; ++at)
        if (const std::size_t length = frameLength(bytes, at);
            length > 0 && frameLength(bytes, at + length) > 0)
            return true;
    return false;
}

/// The whole length of the ID3v2 tag that begins here, or 0 (ID3v2.4 section 3.1).
std::size_t tagLength(std::string_view bytes) {
    constexpr std::size_t header = 10;
    if (bytes.size() < header || !bytes.starts_with("ID3") || byteAt(bytes, 3) == 0xFF)
        return 0;
    std::size_t length = 0;
    for (std::size_t at = 6; at < header; ++at) {
        if (byteAt(bytes, at) >= 0x80)
            return 0;
        length = length << 7U | byteAt(bytes, at);
    }
    const bool hasFooter = (byteAt(bytes, 5) & 0x10U) != 0;
    return length + header * (hasFooter ? 2 : 1);
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
    while (const std::size_t length = all < bytes.size() ? tagLength(bytes.substr(all)) : 0)
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

std::string readAt(int file, std::size_t offset) {
    constexpr std::size_t enough = 65'536;
    std::string bytes(enough, '\0');
    const ssize_t got = ::pread(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

} // namespace

MediaType sniffMedia(std::string_view firstBytes) {
    const std::size_t tags = tagsLength(firstBytes);
    if (tags + 4 > firstBytes.size() && tags > 0)
        return MediaType::Mp3; // a picture fills all that was read
    return typeBehind(tags > 0, firstBytes.substr(tags));
}

/// Looks behind tags as long as they like to be: what they say of their length may be a lie.
MediaType sniffOpenFile(int file) {
    constexpr int mostLongTags = 4;
    std::string bytes = readAt(file, 0);
    std::size_t begin = 0;
    for (int tags = 0; tags <= mostLongTags; ++tags) {
        const std::size_t length = tagsLength(bytes);
        if (length < bytes.size())
            return typeBehind(begin + length > 0, std::string_view(bytes).substr(length));
        begin += length;
        bytes = readAt(file, begin);
        if (bytes.empty())
            break;
    }
    return MediaType::Unknown;
}

QString whyNotPlayable(int file, const QString& path) {
    if (file < 0)
        return tr("%1 cannot be opened.").arg(path);
    struct stat info {};
    if (::fstat(file, &info) != 0 || !S_ISREG(info.st_mode))
        return tr("%1 is not a regular file.").arg(path);
    return sniffOpenFile(file) == MediaType::Unknown ? tr("%1 is not an audio file.").arg(path) : QString();
}

QString whyNotPlayable(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QString why = whyNotPlayable(file, path);
    if (file >= 0)
        ::close(file);
    return why;
}

} // namespace audio
