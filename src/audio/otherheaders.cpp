// SPDX-License-Identifier: MIT
// RIFF/WAVE; FLAC's STREAMINFO (RFC 9639 section 8.2); Ogg (RFC 3533) with Vorbis or Opus (RFC 7845); the
// movie header of ISO/IEC 14496-12 section 8.2.2.
#include "audio/otherheaders.h"

#include "audio/mediafile.h"

#include <algorithm>
#include <cmath>

namespace audio {

namespace {

constexpr int mostParts = 1000; ///< chunks or boxes, before what is looked for

qint64 bigEndian(const QByteArray& bytes, qsizetype at, int length) {
    qint64 number = 0;
    for (qsizetype index = at; index < std::min(at + length, bytes.size()); ++index)
        number = number << 8 | static_cast<unsigned char>(bytes[index]);
    return number;
}

qint64 littleEndian(const QByteArray& bytes, qsizetype at, int length) {
    qint64 number = 0;
    for (qsizetype index = std::min(at + length, bytes.size()) - 1; index >= at; --index)
        number = number << 8 | static_cast<unsigned char>(bytes[index]);
    return number;
}

/// 0 where the numbers give no duration that anything has.
qint64 milliseconds(qint64 samples, qint64 rate) {
    constexpr double aYear = 366.0 * 24 * 3600 * 1000;
    const double ms = rate > 0 ? static_cast<double>(samples) * 1000 / static_cast<double>(rate) : 0;
    return ms > 0 && ms < aYear ? std::llround(ms) : 0;
}

StatedSound readWav(const ByteSource& source) {
    StatedSound sound;
    qint64 byteRate = 0;
    qint64 at = 12;
    for (int part = 0; part < mostParts; ++part) {
        const QByteArray chunk = source.bytes(at, 24);
        if (chunk.size() < 8)
            break;
        const qint64 size = littleEndian(chunk, 4, 4);
        if (chunk.startsWith("fmt ")) {
            sound.channels = static_cast<int>(littleEndian(chunk, 10, 2));
            sound.sampleRate = static_cast<int>(littleEndian(chunk, 12, 4));
            byteRate = littleEndian(chunk, 16, 4);
        } else if (chunk.startsWith("data")) {
            sound.durationMs = milliseconds(std::min(size, source.size() - at - 8), byteRate);
            break;
        }
        at += 8 + size + size % 2;
    }
    return sound;
}

StatedSound readFlac(const ByteSource& source) {
    const qint64 tag = id3v2Length(source, 0);
    const QByteArray head = source.bytes(tag, 42);
    StatedSound sound;
    if (head.size() < 42 || !head.startsWith("fLaC"))
        return sound;
    const qint64 facts = bigEndian(head, 18, 8); // 20 bits of rate, 3 of channels, 5 of depth, 36 of samples
    sound.sampleRate = static_cast<int>(facts >> 44 & 0xFFFFF);
    sound.channels = static_cast<int>(facts >> 41 & 7) + 1;
    sound.durationMs = milliseconds(facts & 0xFFFFFFFFFLL, sound.sampleRate);
    return sound;
}

StatedSound readOgg(const ByteSource& source) {
    constexpr qint64 longestPage = 65'307;
    StatedSound sound;
    const QByteArray head = source.bytes(0, 512);
    qint64 skipped = 0;
    if (const auto vorbis = head.indexOf("\x01vorbis"); vorbis >= 0) {
        sound.channels = static_cast<int>(littleEndian(head, vorbis + 11, 1));
        sound.sampleRate = static_cast<int>(littleEndian(head, vorbis + 12, 4));
    } else if (const auto opus = head.indexOf("OpusHead"); opus >= 0) {
        sound.channels = static_cast<int>(littleEndian(head, opus + 9, 1));
        skipped = littleEndian(head, opus + 10, 2);
        sound.sampleRate = 48'000;
    }
    const QByteArray end = source.bytes(std::max(qint64{0}, source.size() - longestPage), longestPage);
    if (const auto page = end.lastIndexOf("OggS"); page >= 0 && page + 14 <= end.size())
        sound.durationMs = milliseconds(littleEndian(end, page + 6, 8) - skipped, sound.sampleRate);
    return sound;
}

/// Behind the header of the first box of that name from `at` on, or -1.
qint64 boxOf(const ByteSource& source, qint64 at, const char* name) {
    for (int part = 0; part < mostParts; ++part) {
        const QByteArray box = source.bytes(at, 16);
        if (box.size() < 8)
            break;
        const bool isLong = bigEndian(box, 0, 4) == 1;
        const qint64 size = isLong ? bigEndian(box, 8, 8) : bigEndian(box, 0, 4);
        const qint64 header = isLong ? 16 : 8;
        if (box.mid(4, 4) == name)
            return at + header;
        if (size < header || size > source.size() - at)
            break;
        at += size;
    }
    return -1;
}

StatedSound readMp4(const ByteSource& source) {
    StatedSound sound;
    const qint64 movie = boxOf(source, 0, "moov");
    const qint64 header = movie < 0 ? -1 : boxOf(source, movie, "mvhd");
    if (header < 0)
        return sound;
    const QByteArray facts = source.bytes(header, 32);
    const bool isLong = facts.startsWith('\1');
    const qint64 scale = bigEndian(facts, isLong ? 20 : 12, 4);
    sound.durationMs = milliseconds(bigEndian(facts, isLong ? 24 : 16, isLong ? 8 : 4), scale);
    return sound;
}

} // namespace

StatedSound readOtherHeaders(const ByteSource& source, MediaType type) {
    switch (type) {
    case MediaType::Wav:
        return readWav(source);
    case MediaType::Flac:
        return readFlac(source);
    case MediaType::Ogg:
        return readOgg(source);
    case MediaType::Mp4:
        return readMp4(source);
    case MediaType::Mp3:
    case MediaType::Unknown:
        break;
    }
    return {};
}

} // namespace audio
