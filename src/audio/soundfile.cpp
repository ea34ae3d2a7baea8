// SPDX-License-Identifier: MIT
#include "audio/soundfile.h"

namespace audio {

SoundFile::SoundFile(const QString& path)
    : m_file(path)
    , m_type(m_file.error().isEmpty() ? sniffMedia(m_file) : MediaType::Unknown) {}

std::shared_ptr<SoundFile> SoundFile::open(const QString& path, QString* why) {
    std::shared_ptr<SoundFile> file(new SoundFile(path)); // the constructor is not for everybody
    *why = file->m_file.error().isEmpty() ? whyNotPlayable(file->m_type, path) : file->m_file.error();
    return why->isEmpty() ? file : nullptr;
}

std::size_t SoundFile::read(std::uint64_t offset, char* into, std::size_t size) const {
    const qint64 got = m_file.read(static_cast<qint64>(offset), into, static_cast<qint64>(size));
    return got > 0 ? static_cast<std::size_t>(got) : 0;
}

ReadAt SoundFile::reader(const std::shared_ptr<SoundFile>& file) {
    return
        [file](std::uint64_t offset, char* into, std::size_t size) { return file->read(offset, into, size); };
}

} // namespace audio
