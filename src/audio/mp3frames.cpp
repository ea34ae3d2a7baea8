// SPDX-License-Identifier: MIT
#include "audio/mp3frames.h"

#include "audio/mediafile.h"
#include "audio/waveformlimits.h"

#include <algorithm>
#include <utility>

namespace audio {

namespace {

constexpr std::size_t headerBytes = 4, tagHeaderBytes = 10;
constexpr int tagsBetweenFrames = 64;

} // namespace

std::string_view Mp3Frame::notes() const {
    constexpr std::size_t vbriAt = 36;
    // Encoders count as if there were no checksum.
    for (const std::size_t at :
         {4 + header.sideInfoBytes(), header.sideInfoAt() + header.sideInfoBytes(), vbriAt}) {
        const std::string_view rest = bytes.substr(std::min(at, bytes.size()));
        if (rest.starts_with("Xing") || rest.starts_with("Info") ||
            (at == vbriAt && rest.starts_with("VBRI")))
            return rest;
    }
    return {};
}

Mp3Frames::Mp3Frames(ReadAt read, std::uint64_t from)
    : m_read(std::move(read))
    , m_at(from) {}

/// So many bytes at this place, or as many as there are.
std::string_view Mp3Frames::fetch(std::uint64_t offset, std::size_t size) {
    const std::uint64_t end = m_bufferAt + m_buffer.size();
    const bool isHere = offset >= m_bufferAt && (offset + size <= end || (m_isAtEnd && offset <= end));
    if (!isHere) {
        m_buffer.resize(limits::readAtOnce);
        std::size_t got = 0;
        while (got < m_buffer.size()) {
            const std::size_t part = m_read(offset + got, m_buffer.data() + got, m_buffer.size() - got);
            if (part == 0)
                break;
            got += part;
        }
        m_isAtEnd = got < m_buffer.size();
        m_buffer.resize(got);
        m_bufferAt = offset;
    }
    return std::string_view(m_buffer).substr(offset - m_bufferAt, size);
}

std::optional<MpegHeader> Mp3Frames::anyHeaderAt(std::uint64_t offset) {
    const std::string_view bytes = fetch(offset, headerBytes);
    MpegHeader header = bytes.size() < headerBytes ? MpegHeader() : mpeg::readHeader(bytes.data());
    if (header.isFree)
        header = m_free.completed(header, fetch(offset, mpeg::lookahead));
    return mpeg::isWholeLayerThree(header) ? std::optional(header) : std::nullopt;
}

std::optional<MpegHeader> Mp3Frames::headerAt(std::uint64_t offset) {
    auto header = anyHeaderAt(offset);
    if (header && m_stream && !header->goesWith(*m_stream))
        header.reset();
    return header;
}

/// Bytes that look like a header are one only if the file ends behind its frame, or another follows.
bool Mp3Frames::isConfirmed(std::uint64_t offset, const MpegHeader& header) {
    const auto follower = anyHeaderAt(offset + header.bytes());
    return follower ? follower->goesWith(header) : fetch(offset + header.bytes(), 1).empty();
}

/// Goes on to the next frame from where something else stands.
std::optional<MpegHeader> Mp3Frames::search() {
    constexpr std::size_t lookAhead = 4096; // more than the longest frame and a header
    std::uint64_t end = m_at + limits::junkBetweenFrames;
    for (int tags = 0; m_at < end; ++m_at) {
        const std::string_view bytes = fetch(m_at, lookAhead);
        if (bytes.size() < headerBytes)
            return {};
        if (bytes[0] == '\xFF') {
            if (const auto header = headerAt(m_at); header && isConfirmed(m_at, *header))
                return header;
        } else if (bytes[0] == 'I' && tags < tagsBetweenFrames) {
            const std::uint64_t tag = id3v2Length(fetch(m_at, tagHeaderBytes));
            tags += tag > 0 ? 1 : 0;
            m_at += std::max<std::uint64_t>(tag, 1) - 1;
            end += tag;
        }
    }
    return {};
}

std::optional<Mp3Frame> Mp3Frames::next() {
    auto header = headerAt(m_at);
    if (!header || (!m_stream && !isConfirmed(m_at, *header)))
        header = search();
    if (!header)
        return {};
    const std::string_view bytes = fetch(m_at, header->bytes());
    if (bytes.size() < header->bytes())
        return {};
    if (!m_stream)
        m_stream = header;
    Mp3Frame frame{*header, m_at, bytes};
    m_at += header->bytes();
    return frame;
}

} // namespace audio
