// SPDX-License-Identifier: MIT
#include "audio/soundfile.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace audio {

std::shared_ptr<SoundFile> SoundFile::open(const QString& path, QString* why) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    *why = whyNotPlayable(descriptor, path);
    if (descriptor < 0)
        return {};
    std::shared_ptr<SoundFile> file(new SoundFile(descriptor)); // the constructor is not for everybody
    struct stat info {};
    if (!why->isEmpty() || ::fstat(descriptor, &info) != 0)
        return {};
    constexpr qint64 nanoseconds = 1'000'000'000;
    file->m_type = sniffOpenFile(descriptor);
    file->m_size = info.st_size;
    file->m_modified = info.st_mtim.tv_sec * nanoseconds + info.st_mtim.tv_nsec;
    return file;
}

SoundFile::~SoundFile() {
    ::close(m_file);
}

std::size_t SoundFile::read(std::uint64_t offset, char* into, std::size_t size) const {
    ssize_t got = -1;
    do
        got = ::pread(m_file, into, size, static_cast<off_t>(offset));
    while (got < 0 && errno == EINTR);
    return got > 0 ? static_cast<std::size_t>(got) : 0;
}

ReadAt SoundFile::reader(const std::shared_ptr<SoundFile>& file) {
    return
        [file](std::uint64_t offset, char* into, std::size_t size) { return file->read(offset, into, size); };
}

} // namespace audio
