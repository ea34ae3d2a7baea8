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

/// One frame of MPEG-1 Layer III, 44.1 kHz, two channels, with this index of bit rates (9: 128 kbit/s, 417
/// bytes).
inline QByteArray mp3Frame(int rateIndex, char filling = '\0') {
    constexpr int rates[] = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    QByteArray frame = QByteArray::fromHex("fffb00c0");
    frame[2] = static_cast<char>(rateIndex << 4);
    frame[3] = '\0';
    return frame + QByteArray(144'000 * rates[rateIndex] / 44'100 - 4, filling);
}

/// The frame that encoders put first, without sound: how many follow, and how many samples are no sound.
inline QByteArray infoFrame(int frames, int delay, int padding, const QByteArray& encoder = "LAME3.100") {
    QByteArray frame = mp3Frame(9);
    QByteArray facts("Xing\0\0\0\1", 8);
    for (const int shift : {24, 16, 8, 0})
        facts += static_cast<char>(frames >> shift & 0xFF);
    facts += encoder.leftJustified(21, '\0');
    const int delays = delay << 12 | padding;
    for (const int shift : {16, 8, 0})
        facts += static_cast<char>(delays >> shift & 0xFF);
    return frame.replace(36, facts.size(), facts);
}

/// A frame of an ID3v2.4 tag; where it is shorter than 128 bytes, of an ID3v2.3 tag as well.
inline QByteArray id3Frame(const char* id, const QByteArray& contents) {
    QByteArray frame(id, 4);
    const qsizetype size = contents.size();
    frame += QByteArray("\0\0", 2) + static_cast<char>(size >> 7) + static_cast<char>(size & 0x7F);
    return frame + QByteArray("\0\0", 2) + contents;
}

inline QByteArray id3Text(const char* id, const QByteArray& text) {
    return id3Frame(id, '\3' + text);
}

inline QByteArray id3Chapter(const QByteArray& id, quint32 start, quint32 end, const QByteArray& parts) {
    QByteArray contents = id + '\0';
    for (const quint32 number : {start, end, 0xFFFFFFFFU, 0xFFFFFFFFU})
        for (const int shift : {24, 16, 8, 0})
            contents += static_cast<char>(number >> shift & 0xFF);
    return id3Frame("CHAP", contents + parts);
}

/// A tag of these frames.
inline QByteArray id3TagOf(const QByteArray& frames, char version = 4) {
    QByteArray tag = QByteArray("ID3") + version + QByteArray("\0\0", 2);
    for (const int shift : {21, 14, 7, 0})
        tag += static_cast<char>(frames.size() >> shift & 0x7F);
    return tag + frames;
}
