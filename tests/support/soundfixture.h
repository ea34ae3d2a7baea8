// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

/// Silence as MPEG-1 Layer III at 128 kbit/s and 44.1 kHz: a frame lasts 26.1 ms and has 417 bytes, every now
/// and then one more, as encoders do it.
inline QByteArray silentMp3(int seconds) {
    constexpr int samplesPerFrame = 1152;
    constexpr int rate = 44'100;
    constexpr int bytesPerSecond = 16'000;
    QByteArray bytes;
    qint64 due = 0;
    for (qint64 frame = 0; frame * samplesPerFrame < qint64{seconds} * rate; ++frame) {
        due = (frame + 1) * samplesPerFrame * bytesPerSecond / rate;
        const bool isPadded = due - bytes.size() >= 418;
        bytes += QByteArray::fromHex(isPadded ? "fffb9200" : "fffb9000");
        bytes += QByteArray(isPadded ? 414 : 413, '\0');
    }
    return bytes;
}

/// An ID3v2.4 tag of so many padding bytes.
inline QByteArray id3Tag(int padding) {
    QByteArray tag("ID3\x04\x00\x00", 6);
    for (const int shift : {21, 14, 7, 0})
        tag += static_cast<char>((padding >> shift) & 0x7F);
    return tag + QByteArray(padding, '\0');
}
