// SPDX-License-Identifier: MIT
#include "audio/trailingtags.h"

#include "audio/mediafile.h"

#include <algorithm>

namespace audio {

namespace {

/// The `length` bytes before `end`; fewer where there are not as many.
QByteArray before(const ByteSource& source, qint64 end, qint64 length) {
    return source.bytes(std::max(qint64{0}, end - length), std::min(end, length));
}

qint64 littleEndian(const QByteArray& bytes, qsizetype at) {
    qint64 number = 0;
    for (qsizetype index = at + 4; index > at; --index)
        number = number << 8 | static_cast<unsigned char>(bytes[index - 1]);
    return number;
}

/// APEv1 and 2: a footer of 32 bytes that states the length without the header.
qint64 apeLength(const ByteSource& source, qint64 end) {
    constexpr qint64 footerLength = 32;
    const QByteArray footer = before(source, end, footerLength);
    if (footer.size() < footerLength || !footer.startsWith("APETAGEX"))
        return 0;
    const bool hasHeader = (static_cast<unsigned char>(footer[23]) & 0x80U) != 0;
    return littleEndian(footer, 12) + (hasHeader ? footerLength : 0);
}

/// Lyrics3 version 2: six digits of length, then its name.
qint64 lyricsLength(const ByteSource& source, qint64 end) {
    constexpr qint64 footerLength = 15;
    const QByteArray footer = before(source, end, footerLength);
    bool isNumber = false;
    const qint64 length = footer.left(6).toLongLong(&isNumber);
    return footer.endsWith("LYRICS200") && isNumber && length > 0 ? length + footerLength : 0;
}

qint64 id3v1Length(const ByteSource& source, qint64 end) {
    constexpr qint64 length = 128;
    constexpr qint64 extension = 227;
    if (!before(source, end, length).startsWith("TAG") || end < length)
        return 0;
    return before(source, end - length, extension).startsWith("TAG+") ? length + extension : length;
}

} // namespace

qint64 beginOfTrailingTags(const ByteSource& source, qint64 begin) {
    constexpr int mostTags = 8;
    qint64 end = source.size();
    for (int tag = 0; tag < mostTags; ++tag) {
        const qint64 length =
            std::max({id3v1Length(source, end), apeLength(source, end), lyricsLength(source, end)});
        if (length == 0 || length > end - begin)
            break;
        end -= length;
    }
    return std::max(begin, end);
}

} // namespace audio
