// SPDX-License-Identifier: MIT
#include "audio/mediafile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace audio {

namespace {

constexpr std::size_t tagHeader = 10; ///< bytes of an ID3v2 tag before its frames

QString tr(const char* text) {
    return QCoreApplication::translate("MediaFile", text);
}

unsigned byteOf(char c) {
    return static_cast<unsigned char>(c);
}

} // namespace

QByteArray ByteSource::bytes(qint64 offset, qint64 most) const {
    QByteArray bytes;
    const qint64 there = std::clamp(size() - offset, qint64{0}, most);
    bytes.resize(there);
    bytes.truncate(std::max(qint64{0}, read(offset, bytes.data(), there)));
    return bytes;
}

MediaFile::MediaFile(const QString& path)
    : m_file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {
    struct stat info {};
    if (m_file < 0) {
        m_error = tr("%1 cannot be opened.").arg(path);
    } else if (::fstat(m_file, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(m_file);
        m_file = -1;
        m_error = tr("%1 is not a regular file.").arg(path);
    } else {
        constexpr qint64 nanoseconds = 1'000'000'000;
        m_size = info.st_size;
        m_modified = info.st_mtim.tv_sec * nanoseconds + info.st_mtim.tv_nsec;
    }
}

MediaFile::~MediaFile() {
    if (m_file >= 0)
        ::close(m_file);
}

qint64 MediaFile::read(qint64 offset, char* to, qint64 most) const {
    qint64 got = 0;
    while (got < most) {
        const ssize_t part = ::pread(m_file, to + got, static_cast<std::size_t>(most - got), offset + got);
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return -1;
        if (part == 0)
            break;
        got += part;
    }
    return got;
}

qint64 MemoryBytes::read(qint64 offset, char* to, qint64 most) const {
    const qint64 there = std::clamp(m_bytes.size() - offset, qint64{0}, most);
    if (there > 0)
        std::memcpy(to, m_bytes.constData() + offset, static_cast<std::size_t>(there));
    return there;
}

std::size_t id3v2Length(std::string_view bytes) {
    if (bytes.size() < tagHeader || !bytes.starts_with("ID3") || byteOf(bytes[3]) == 0xFF)
        return 0;
    std::size_t length = 0;
    for (std::size_t at = 6; at < tagHeader; ++at) {
        if (byteOf(bytes[at]) >= 0x80)
            return 0;
        length = length << 7U | byteOf(bytes[at]);
    }
    const bool hasFooter = (byteOf(bytes[5]) & 0x10U) != 0;
    return length + tagHeader * (hasFooter ? 2 : 1);
}

qint64 id3v2Length(const ByteSource& source, qint64 offset) {
    const QByteArray header = source.bytes(offset, tagHeader);
    return static_cast<qint64>(
        id3v2Length(std::string_view(header.constData(), static_cast<std::size_t>(header.size()))));
}

} // namespace audio
