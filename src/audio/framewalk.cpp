// SPDX-License-Identifier: MIT
#include "audio/framewalk.h"

#include "audio/freeformat.h"
#include "audio/mediafile.h"
#include "audio/mpegheader.h"
#include "audio/trailingtags.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <string_view>

namespace audio {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("FrameWalk", text);
}

/// A piece of the bytes that moves along with the walk.
class Window {
public:
    Window(const ByteSource& source, qint64 end)
        : m_source(source)
        , m_end(end) {}

    /// What stands at `offset`: enough for a frame and the next header, or all up to the end.
    std::string_view view(qint64 offset) {
        const qint64 needed = std::min<qint64>(mpeg::lookahead, m_end - offset);
        if (offset < m_begin || offset + needed > m_begin + m_bytes.size()) {
            constexpr qint64 piece = 256LL * 1024;
            m_begin = offset;
            m_bytes = m_source.bytes(offset, std::min(piece, m_end - offset));
        }
        const qint64 from = offset - m_begin;
        return from < m_bytes.size() ? std::string_view(m_bytes.constData() + from,
                                                        static_cast<std::size_t>(m_bytes.size() - from))
                                     : std::string_view();
    }

private:
    const ByteSource& m_source;
    qint64 m_end;
    qint64 m_begin = 0;
    QByteArray m_bytes;
};

MpegHeader headerIn(std::string_view view) {
    return view.size() < mpeg::headerLength ? MpegHeader() : mpeg::readHeader(view.data());
}

qint64 bigEndian(std::string_view bytes, std::size_t at, std::size_t length) {
    qint64 number = 0;
    for (std::size_t index = at; index < at + length; ++index)
        number = number << 8 | static_cast<unsigned char>(bytes[index]);
    return number;
}

/// What a first frame without sound says of the others (Xing's and LAME's, or Fraunhofer's).
struct EncoderFacts {
    bool isThere = false;
    qint64 frames = 0;
    bool hasDelays = false;
    qint64 delay = 0;
    qint64 padding = 0;
};

void readLame(std::string_view lame, EncoderFacts& facts) {
    constexpr std::size_t delaysAt = 21;
    if (lame.size() < delaysAt + 3)
        return;
    const std::string_view name = lame.substr(0, 4);
    facts.hasDelays = name == "LAME" || name == "Lavf" || name == "Lavc";
    facts.delay = bigEndian(lame, delaysAt, 3) >> 12;
    facts.padding = bigEndian(lame, delaysAt, 3) & 0xFFF;
}

EncoderFacts readXing(std::string_view xing) {
    EncoderFacts facts;
    const std::string_view name = xing.substr(0, 4);
    if (xing.size() < 8 || (name != "Xing" && name != "Info"))
        return facts;
    const auto flags = static_cast<unsigned>(bigEndian(xing, 4, 4));
    std::size_t at = 8;
    constexpr std::array<std::size_t, 4> lengths{4, 4, 100, 4}; // frames, bytes, contents, quality
    for (std::size_t flag = 0; flag < lengths.size(); ++flag) {
        if ((flags >> flag & 1U) == 0)
            continue;
        if (at + lengths[flag] > xing.size())
            return facts;
        if (flag == 0)
            facts.frames = bigEndian(xing, at, 4);
        facts.isThere = facts.isThere || (flag < 2 && bigEndian(xing, at, 4) > 0);
        at += lengths[flag];
    }
    if (facts.isThere)
        readLame(xing.substr(at), facts);
    return facts;
}

EncoderFacts encoderFacts(std::string_view view, const MpegHeader& header) {
    if (header.layer != 3 || view.size() < static_cast<std::size_t>(header.length))
        return {};
    const std::string_view frame = view.substr(0, static_cast<std::size_t>(header.length));
    constexpr std::size_t vbriAt = 36;
    if (frame.size() > vbriAt + 18 && frame.substr(vbriAt, 4) == "VBRI") {
        EncoderFacts facts;
        facts.isThere = true;
        return facts;
    }
    const bool isMono = header.channels == 1;
    const std::size_t at = 4 + (header.version == 1 ? (isMono ? 17U : 32U) : (isMono ? 9U : 17U));
    return at < frame.size() ? readXing(frame.substr(at)) : EncoderFacts();
}

/// Walks from frame to frame and adds up.
class Walker {
public:
    Walker(const ByteSource& source, qint64 begin, qint64 end)
        : m_source(source)
        , m_window(source, end)
        , m_at(begin)
        , m_end(end) {}

    FrameWalk walk() {
        if (findFrame())
            takeFirst();
        while (m_at < m_end) {
            const std::string_view view = m_window.view(m_at);
            const MpegHeader header = known(view);
            if (header.length > 0 && header.kind == m_kind && header.isFree == m_first.isFree)
                take(header);
            else if (!findFrame())
                break;
        }
        finish();
        return m_walk;
    }

private:
    /// The header at the beginning, its length found where it is of free format.
    MpegHeader known(std::string_view view) { return m_free.completed(headerIn(view), view); }

    /// Goes to the next place where two frames of one kind follow each other, or one ends the bytes.
    bool findFrame() {
        const qint64 begin = m_at;
        while (const qint64 tag = id3v2Length(m_source, m_at)) {
            if (tag > m_end - m_at)
                break;
            m_at += tag;
        }
        while (m_at < m_end) {
            const std::string_view view = m_window.view(m_at);
            const std::size_t sync = view.find('\xFF');
            if (sync != 0) {
                m_at += static_cast<qint64>(sync == view.npos ? view.size() : sync);
                if (view.empty())
                    break;
                continue;
            }
            if (isPair(view)) {
                m_walk.strayBytes += m_walk.frames > 0 ? m_at - begin : 0;
                return true;
            }
            ++m_at;
        }
        m_at = m_end;
        return false;
    }

    bool isPair(std::string_view view) {
        const MpegHeader header = known(view);
        if (header.length == 0 || (m_kind != 0 && header.isFree != m_first.isFree))
            return false;
        const bool isLast = m_at + header.length == m_end;
        const MpegHeader next =
            view.size() >= header.bytes() ? headerIn(view.substr(header.bytes())) : MpegHeader();
        const bool isPair = next.kind == header.kind && next.isFree == header.isFree && next.layer != 0;
        if (isLast || isPair)
            m_kind = header.kind;
        return isLast || isPair;
    }

    void takeFirst() {
        const std::string_view view = m_window.view(m_at);
        const MpegHeader header = known(view);
        m_walk.sampleRate = header.sampleRate;
        m_walk.channels = header.channels;
        m_first = header;
        m_encoder = encoderFacts(view, header);
        if (m_encoder.isThere)
            m_at += header.length;
        m_walk.soundBegin = m_at;
        m_walk.soundEnd = m_at;
    }

    void take(const MpegHeader& header) {
        m_walk.isConstant = m_walk.isConstant && (m_bitRate == 0 || m_bitRate == header.bitRate);
        m_bitRate = header.bitRate;
        const qint64 length = std::min<qint64>(header.length, m_end - m_at);
        m_walk.isLastCut = length < header.length;
        m_walk.soundBytes += length;
        m_at += length;
        m_walk.soundEnd = m_at;
        ++m_walk.frames;
        m_samples[header.sampleRate] += header.samples;
    }

    /// How many samples players leave away: the encoder's delay and the decoder's, and what fills the last
    /// frame.
    qint64 unheard(qint64 samples) const {
        if (!m_encoder.hasDelays)
            return 0;
        constexpr qint64 decoderDelay = 529;
        const qint64 stated = m_encoder.frames * m_first.samples;
        const qint64 behind = stated - m_encoder.padding + decoderDelay;
        const qint64 padding =
            stated > 0 ? std::max(qint64{0}, std::min(samples, stated) - behind) : qint64{0};
        return std::min(samples, m_encoder.delay + decoderDelay + padding);
    }

    void finish() {
        double whole = 0;
        double heard = 0;
        for (const auto& [rate, samples] : m_samples) {
            const qint64 away = rate == m_walk.sampleRate ? unheard(samples) : 0;
            whole += static_cast<double>(samples) / rate;
            heard += static_cast<double>(samples - away) / rate;
        }
        m_walk.durationMs = std::llround(heard * 1000);
        if (whole > 0)
            m_walk.bitRate =
                static_cast<int>(std::llround(static_cast<double>(m_walk.soundBytes) * 8 / whole));
    }

    const ByteSource& m_source;
    Window m_window;
    qint64 m_at;
    qint64 m_end;
    std::uint32_t m_kind = 0;
    int m_bitRate = 0;
    MpegHeader m_first;
    FreeFormat m_free;
    EncoderFacts m_encoder;
    std::map<int, qint64> m_samples; ///< by their rate: there are nine
    FrameWalk m_walk;
};

/// Frames without a stated length, of which too few follow each other to tell it.
bool isFreeFormat(const ByteSource& source, qint64 begin) {
    const QByteArray bytes = source.bytes(begin, mpeg::headerLength);
    const MpegHeader header = headerIn({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return header.isFree;
}

} // namespace

qint64 endOfLeadingTags(const ByteSource& source) {
    qint64 end = 0;
    while (const qint64 length = id3v2Length(source, end)) {
        if (length > source.size() - end)
            break;
        end += length;
    }
    return end;
}

FrameWalk walkFrames(const ByteSource& source) {
    const qint64 begin = endOfLeadingTags(source);
    FrameWalk walk = Walker(source, begin, beginOfTrailingTags(source, begin)).walk();
    if (walk.frames == 0)
        walk.error =
            isFreeFormat(source, begin)
                ? tr("Its frames do not state their length (free format), and it cannot be told from them.")
                : tr("It has no frames of MPEG audio.");
    return walk;
}

} // namespace audio
