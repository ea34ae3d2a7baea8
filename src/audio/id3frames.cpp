// SPDX-License-Identifier: MIT
// ID3v2.3.0 and 2.4.0 main structure, and the chapter frame addendum 1.0. Older tags (2.2) know no chapters
// and no compressed frames, and stay as they are.
#include "audio/id3frames.h"

#include <QStringDecoder>

#include <algorithm>

namespace audio {

namespace {

constexpr qsizetype headerLength = 10; // of a tag, and of a frame
constexpr int mostFrames = 10'000;

unsigned byteAt(const QByteArray& bytes, qsizetype at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// Four bytes as a number: of 8 bits each, or of 7 (synchsafe).
qint64 numberAt(const QByteArray& bytes, qsizetype at, int bits) {
    qint64 number = 0;
    for (qsizetype index = at; index < at + 4; ++index)
        number = number << bits | byteAt(bytes, index);
    return number;
}

QByteArray synchsafe(qint64 number) {
    QByteArray bytes;
    for (const int shift : {21, 14, 7, 0})
        bytes += static_cast<char>((number >> shift) & 0x7F);
    return bytes;
}

/// Takes back what keeps FF from looking like the beginning of a frame of sound.
QByteArray withoutStuffing(QByteArray bytes) {
    return bytes.replace(QByteArray("\xFF\0", 2), QByteArray("\xFF", 1));
}

bool isFrameId(const QByteArray& bytes, qsizetype at) {
    if (at + 4 > bytes.size())
        return false;
    return std::all_of(bytes.begin() + at, bytes.begin() + at + 4,
                       [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// Whether frames can go on here: another one, padding, or the end.
bool fits(const QByteArray& bytes, qint64 at) {
    return at == bytes.size() || (at < bytes.size() && (bytes[at] == '\0' || isFrameId(bytes, at)));
}

struct Frame {
    QByteArray id;
    QByteArray flags;
    QByteArray contents;
};

/// The frames of a tag or of a chapter, one by one.
class FrameReader {
public:
    FrameReader(const QByteArray& bytes, qsizetype begin, unsigned version)
        : m_bytes(bytes)
        , m_at(begin)
        , m_version(version) {}

    bool next(Frame& frame) {
        if (m_at + headerLength > m_bytes.size() || !isFrameId(m_bytes, m_at))
            return false;
        const qint64 size = sizeAt(m_at);
        if (size > m_bytes.size() - m_at - headerLength)
            return false;
        frame = {m_bytes.mid(m_at, 4), m_bytes.mid(m_at + 8, 2), m_bytes.mid(m_at + headerLength, size)};
        m_at += headerLength + size;
        return true;
    }

private:
    /// Version 2.4 counts in 7 bits a byte; some programs write 8 there, as in 2.3.
    qint64 sizeAt(qsizetype at) const {
        const qint64 plain = numberAt(m_bytes, at + 4, 8);
        if (m_version < 4)
            return plain;
        const qint64 safe = numberAt(m_bytes, at + 4, 7);
        const bool isPlain =
            !fits(m_bytes, at + headerLength + safe) && fits(m_bytes, at + headerLength + plain);
        return isPlain ? plain : safe;
    }

    const QByteArray& m_bytes;
    qsizetype m_at;
    unsigned m_version;
};

bool isPacked(const Frame& frame, unsigned version) {
    const unsigned packed = version >= 4 ? 0x0CU : 0xC0U; // compressed or encrypted
    return (byteAt(frame.flags, 1) & packed) != 0;
}

/// The contents without what version 2.4 may put around them.
QByteArray plainContents(const Frame& frame, unsigned version) {
    if (version < 4)
        return frame.contents;
    constexpr unsigned hasLength = 0x01;
    constexpr unsigned isStuffed = 0x02;
    const unsigned flags = byteAt(frame.flags, 1);
    const QByteArray contents = frame.contents.mid((flags & hasLength) != 0 ? 4 : 0);
    return (flags & isStuffed) != 0 ? withoutStuffing(contents) : contents;
}

/// Text in one of the four encodings, up to its terminator; `rest` is what follows that.
QString textOf(const QByteArray& contents, unsigned encoding, QByteArray* rest = nullptr) {
    const bool isWide = encoding == 1 || encoding == 2;
    qsizetype end = 0;
    while (end < contents.size() &&
           (contents[end] != '\0' || (isWide && end + 1 < contents.size() && contents[end + 1] != '\0')))
        end += isWide ? 2 : 1;
    end = std::min(end, contents.size());
    if (rest != nullptr)
        *rest = contents.mid(end + (isWide ? 2 : 1));
    const QByteArray text = contents.left(end);
    if (encoding == 3)
        return QString::fromUtf8(text);
    if (encoding == 0)
        return QString::fromLatin1(text);
    QStringDecoder decoder(encoding == 1 ? QStringDecoder::Utf16 : QStringDecoder::Utf16BE);
    return decoder.decode(text);
}

void readPart(const Frame& part, const QByteArray& contents, Id3Chapter& chapter) {
    if (contents.isEmpty())
        return;
    const unsigned encoding = byteAt(contents, 0);
    if (part.id == "TIT2") {
        chapter.title = textOf(contents.mid(1), encoding).trimmed();
    } else if (part.id == "WXXX" && chapter.url.isEmpty()) {
        QByteArray url;
        textOf(contents.mid(1), encoding, &url);
        chapter.url = textOf(url, 0).trimmed();
    } else if (part.id.startsWith('W') && chapter.url.isEmpty()) {
        chapter.url = textOf(contents, 0).trimmed();
    } else if (part.id == "APIC") {
        chapter.hasPicture = true;
    }
}

void readChapter(const QByteArray& contents, unsigned version, Id3Chapters& chapters) {
    constexpr qint64 unknown = 0xFFFFFFFF;
    const qsizetype times = contents.indexOf('\0') + 1;
    constexpr qsizetype timesLength = 16;
    if (times == 0 || times + timesLength > contents.size())
        return;
    Id3Chapter chapter;
    chapter.startMs = numberAt(contents, times, 8);
    const qint64 end = numberAt(contents, times + 4, 8);
    chapter.endMs = end == unknown ? -1 : end;
    FrameReader parts(contents, times + timesLength, version);
    Frame part;
    for (int count = 0; count < mostFrames && parts.next(part); ++count)
        if (!isPacked(part, version))
            readPart(part, plainContents(part, version), chapter);
    chapters.push_back(chapter);
}

void takeFrame(const Frame& frame, unsigned version, SplitTag& split) {
    if (isPacked(frame, version)) {
        ++split.leftOut;
    } else if (frame.id == "CHAP") {
        readChapter(plainContents(frame, version), version, split.chapters);
    } else if (frame.id != "CTOC") {
        const qint64 size = frame.contents.size();
        QByteArray plain;
        for (const int shift : {24, 16, 8, 0})
            plain += static_cast<char>((size >> shift) & 0xFF);
        split.rest += frame.id + (version >= 4 ? synchsafe(size) : plain) + frame.flags + frame.contents;
    }
}

/// Where the frames begin: behind the extended header, which counts itself from version 2.4 on.
qsizetype framesBegin(const QByteArray& body, unsigned version, unsigned flags) {
    constexpr unsigned isExtended = 0x40;
    if ((flags & isExtended) == 0 || body.size() < 4)
        return 0;
    const qint64 length = version >= 4 ? numberAt(body, 0, 7) : numberAt(body, 0, 8) + 4;
    return std::min<qint64>(length, body.size());
}

} // namespace

SplitTag splitTag(const QByteArray& tag) {
    SplitTag split;
    const unsigned version = tag.size() < headerLength ? 0 : byteAt(tag, 3);
    if (version != 3 && version != 4) {
        split.rest = tag;
        return split;
    }
    constexpr unsigned isStuffed = 0x80;
    const unsigned flags = byteAt(tag, 5);
    QByteArray body = tag.mid(headerLength, numberAt(tag, 6, 7));
    if (version == 3 && (flags & isStuffed) != 0)
        body = withoutStuffing(body);
    FrameReader frames(body, framesBegin(body, version, flags), version);
    Frame frame;
    int count = 0;
    for (; count < mostFrames && frames.next(frame); ++count)
        takeFrame(frame, version, split);
    split.leftOut += frames.next(frame) ? 1 : 0;
    // A version 2.4 frame says itself whether it is stuffed; TagLib asks the tag as well.
    const char tagFlags = version >= 4 ? static_cast<char>(flags & isStuffed) : '\0';
    split.rest = tag.left(5) + tagFlags + synchsafe(split.rest.size()) + split.rest;
    std::stable_sort(split.chapters.begin(), split.chapters.end(),
                     [](const Id3Chapter& a, const Id3Chapter& b) { return a.startMs < b.startMs; });
    return split;
}

} // namespace audio
