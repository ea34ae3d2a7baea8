// SPDX-License-Identifier: MIT
#include "catalog/posixfile.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>

#include <fcntl.h>

namespace catalog::posix {

namespace {

/// Written in pieces, so that a disk that is slow or full is noticed early.
constexpr std::size_t pieceSize = 65536;

} // namespace

Descriptor openAt(int folder, const QByteArray& name, int flags, mode_t mode) {
    return Descriptor(uninterrupted([&] {
        return ::openat(folder, name.constData(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode);
    }));
}

Descriptor openFolder(const QByteArray& path) {
    return Descriptor(
        uninterrupted([&] { return ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
}

Descriptor createAt(int folder, const QByteArray& name, mode_t mode) {
    return openAt(folder, name, O_RDWR | O_CREAT | O_EXCL, mode);
}

int readAll(int fd, std::size_t limit, std::string& bytes, std::size_t expected) {
    std::size_t done = 0;
    // One byte more than is expected: where fewer come, it is known that the file ends there.
    for (std::size_t room = std::min(expected, limit) + 1; done < limit; room = pieceSize) {
        bytes.resize(std::min(limit, done + room));
        const std::size_t wanted = bytes.size() - done;
        const ssize_t got = uninterrupted([&] { return ::read(fd, bytes.data() + done, wanted); });
        if (got < 0) {
            bytes.resize(done);
            return errno;
        }
        done += static_cast<std::size_t>(got);
        if (got == 0 || (static_cast<std::size_t>(got) < wanted && done == expected))
            break;
    }
    bytes.resize(done);
    return 0;
}

int writeAll(int fd, const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const std::size_t size = std::min(pieceSize, bytes.size() - done);
        const ssize_t wrote = uninterrupted([&] { return ::write(fd, bytes.data() + done, size); });
        if (wrote < 0)
            return errno;
        done += static_cast<std::size_t>(wrote);
    }
    return 0;
}

int renameToNew(int fromFolder, const QByteArray& from, int toFolder, const QByteArray& to) {
    const bool isRenamed =
        uninterrupted([&] {
            return ::renameat2(fromFolder, from.constData(), toFolder, to.constData(), RENAME_NOREPLACE);
        }) == 0;
    if (isRenamed)
        return 0;
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
        return errno;
    const bool isLinked = uninterrupted([&] {
                              return ::linkat(fromFolder, from.constData(), toFolder, to.constData(), 0);
                          }) == 0;
    if (!isLinked)
        return errno;
    const bool isUnlinked = uninterrupted([&] { return ::unlinkat(fromFolder, from.constData(), 0); }) == 0;
    if (isUnlinked)
        return 0;
    const int error = errno;
    ::unlinkat(toFolder, to.constData(), 0); // told "failed", it has its old name alone
    return error;
}

bool exchangeNames(int folder, const QByteArray& one, const QByteArray& other) {
    return uninterrupted([&] {
               return ::renameat2(folder, one.constData(), folder, other.constData(), RENAME_EXCHANGE);
           }) == 0;
}

/// The kernel grants a read lease only on a file that nobody has open for writing. It is given back at once.
Writers writersOf(int fd) {
    // Were the lease broken in between, its signal must be one that does no harm.
    if (::fcntl(fd, F_SETSIG, SIGURG) != 0)
        return Writers::Unknown;
    if (::fcntl(fd, F_SETLEASE, F_RDLCK) != 0)
        return errno == EAGAIN ? Writers::Some : Writers::Unknown;
    ::fcntl(fd, F_SETLEASE, F_UNLCK);
    return Writers::None;
}

Writers waitForWriters(int fd) {
    constexpr int attempts = 100;
    constexpr useconds_t pause = 5000;
    Writers writers = writersOf(fd);
    for (int i = 0; i < attempts && writers == Writers::Some; ++i) {
        ::usleep(pause);
        writers = writersOf(fd);
    }
    return writers;
}

} // namespace catalog::posix
