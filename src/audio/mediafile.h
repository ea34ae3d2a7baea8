// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace audio {

/// Bytes that are read at any place: a file, or a text in memory.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    virtual qint64 size() const = 0;
    /// How many bytes were read into `to`; less than `most` only at the end, -1 where reading failed.
    virtual qint64 read(qint64 offset, char* to, qint64 most) const = 0;

    /// At most `most` bytes from `offset`; less where the bytes end or cannot be read.
    QByteArray bytes(qint64 offset, qint64 most) const;
};

/// A regular file. A pipe or a device is opened without waiting for anybody, and closed at once.
class MediaFile : public ByteSource {
public:
    explicit MediaFile(const QString& path);
    ~MediaFile() override;

    /// Why it cannot be read, as a sentence; empty where it can.
    const QString& error() const { return m_error; }
    qint64 size() const override { return m_size; }
    qint64 modified() const { return m_modified; } ///< nanoseconds since 1970
    qint64 read(qint64 offset, char* to, qint64 most) const override;

private:
    int m_file = -1;
    qint64 m_size = 0;
    qint64 m_modified = 0;
    QString m_error;
};

class MemoryBytes : public ByteSource {
public:
    explicit MemoryBytes(QByteArray bytes)
        : m_bytes(std::move(bytes)) {}

    qint64 size() const override { return m_bytes.size(); }
    qint64 read(qint64 offset, char* to, qint64 most) const override;

private:
    QByteArray m_bytes;
};

/// Where a leading ID3v2 tag says that it ends, counted from its beginning; 0 where none begins there. What
/// it says may lie behind the end of the bytes (ID3v2.4 section 3.1).
std::size_t id3v2Length(std::string_view bytes);
qint64 id3v2Length(const ByteSource& source, qint64 offset);

} // namespace audio
