// SPDX-License-Identifier: MIT
#pragma once

#include "audio/mediafile.h"
#include "audio/mediasniff.h"
#include "audio/mp3frames.h"

#include <QString>

#include <memory>

namespace audio {

/// A local sound file, opened without blocking and looked at before anything else reads it: a regular file,
/// and sound by its first bytes. Several threads may read it.
class SoundFile {
public:
    /// Nothing, and `why` in a whole sentence, where it cannot be opened.
    static std::shared_ptr<SoundFile> open(const QString& path, QString* why);
    MediaType type() const { return m_type; }
    qint64 size() const { return m_file.size(); }         ///< bytes
    qint64 modified() const { return m_file.modified(); } ///< nanoseconds since 1970
    std::size_t read(std::uint64_t offset, char* into, std::size_t size) const;
    /// Reads this file for as long as the function lives.
    static ReadAt reader(const std::shared_ptr<SoundFile>& file);

private:
    explicit SoundFile(const QString& path);

    MediaFile m_file;
    MediaType m_type = MediaType::Unknown;
};

} // namespace audio
