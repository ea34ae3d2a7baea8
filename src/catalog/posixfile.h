// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <cerrno>
#include <string>
#include <utility>

#include <unistd.h>

/// The system's calls on files as saving uses them: repeated where a signal interrupted them, errors as
/// numbers.
namespace catalog::posix {

/// The call again while a signal interrupts it. Not for fsync: after a failure it may report success for
/// bytes that were dropped.
template <typename Call>
auto uninterrupted(Call call) {
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

/// An open file; closed at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int fd = -1)
        : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    /// Some systems tell only here that a write failed. 0, or the error's number.
    int close() { return ::close(std::exchange(m_fd, -1)) == 0 ? 0 : errno; }

private:
    int m_fd;
};

/// Opens `name` in `folder` without following a link at its end or waiting for the other side of a FIFO.
Descriptor openAt(int folder, const QByteArray& name, int flags, mode_t mode = 0);
Descriptor openFolder(const QByteArray& path);

/// Reads all of an open file, `limit` bytes at most; 0, or the error's number. Where it has as many as are
/// expected, it is read by one call.
int readAll(int fd, std::size_t limit, std::string& bytes, std::size_t expected = 65535);
int writeAll(int fd, const std::string& bytes);

/// Makes `name` in `folder`, which must not be there yet.
Descriptor createAt(int folder, const QByteArray& name, mode_t mode);
/// Gives a file another name unless that is taken (EEXIST); a link where the file system cannot do it in one
/// step. 0, or the error's number.
int renameToNew(int fromFolder, const QByteArray& from, int toFolder, const QByteArray& to);
bool exchangeNames(int folder, const QByteArray& one, const QByteArray& other);

/// Whether anybody has the file open for writing, as far as the file system tells.
enum class Writers { None, Some, Unknown };
Writers writersOf(int fd);
/// Gives writers a moment to finish.
Writers waitForWriters(int fd);

} // namespace catalog::posix
