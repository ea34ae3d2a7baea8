// SPDX-License-Identifier: MIT
#include "catalog/recordfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace catalog {

namespace {

constexpr mode_t fileMode = 0600;
constexpr mode_t folderMode = 0700;

QString tr(const char* text) {
    return QCoreApplication::translate("RecordFile", text);
}

/// What the system says of the last error, with the file it is about.
QString words(const QString& path) {
    return tr("%1: %2.").arg(QDir::toNativeSeparators(path), qt_error_string(errno));
}

bool isOwnFile(int descriptor) {
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid();
}

/// An open descriptor of a regular file of this user's; -1 and errno otherwise. Never blocks on a FIFO.
int openOwn(const QString& path, int flags) {
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, fileMode);
    if (descriptor < 0 || isOwnFile(descriptor))
        return descriptor;
    ::close(descriptor);
    errno = EPERM;
    return -1;
}

bool writeAll(int descriptor, const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (wrote < 0 && errno != EINTR)
            return false;
        done += wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
    }
    return true;
}

bool readAll(int descriptor, std::size_t limit, std::string& bytes) {
    std::array<char, 65536> buffer;
    while (bytes.size() <= limit) {
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return false;
        bytes.append(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    }
    errno = EFBIG;
    return false;
}

bool syncFolder(const QString& folder) {
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return isSynced;
}

} // namespace

RecordFile::RecordFile(const QString& folder, const QString& name)
    : m_folder(folder)
    , m_path(folder + QLatin1Char('/') + name) {}

RecordFile::~RecordFile() {
    close();
}

void RecordFile::close() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
    m_size = 0;
}

QString RecordFile::makeFolder() const {
    const QByteArray folder = QFile::encodeName(m_folder);
    if (!QDir().mkpath(QFileInfo(m_folder).path()))
        return words(QFileInfo(m_folder).path());
    if (::mkdir(folder.constData(), folderMode) != 0 && errno != EEXIST)
        return words(m_folder);
    struct stat status = {};
    if (::lstat(folder.constData(), &status) != 0)
        return words(m_folder);
    if (!S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
        return tr("%1 is not a folder of yours.").arg(QDir::toNativeSeparators(m_folder));
    if ((status.st_mode & 0077U) != 0)
        ::chmod(folder.constData(), folderMode); // an older one may be wider
    return {};
}

QString RecordFile::read(std::size_t limit, std::string& bytes) const {
    bytes.clear();
    const int descriptor = openOwn(m_path, O_RDONLY);
    if (descriptor < 0)
        return errno == ENOENT ? QString() : words(m_path);
    const bool isRead = readAll(descriptor, limit, bytes);
    QString error = isRead ? QString() : words(m_path);
    ::close(descriptor);
    if (!isRead)
        bytes.clear();
    return error;
}

QString RecordFile::append(const std::string& bytes) {
    if (m_descriptor < 0) {
        if (QString error = makeFolder(); !error.isEmpty())
            return error;
        m_descriptor = openOwn(m_path, O_WRONLY | O_CREAT | O_APPEND);
        if (m_descriptor < 0)
            return words(m_path);
        const off_t end = ::lseek(m_descriptor, 0, SEEK_END);
        m_size = end > 0 ? static_cast<std::size_t>(end) : 0;
        if (!syncFolder(m_folder))
            return words(m_folder);
    }
    if (!writeAll(m_descriptor, bytes))
        return words(m_path);
    m_size += bytes.size();
    return {};
}

QString RecordFile::sync() {
    return m_descriptor < 0 || ::fdatasync(m_descriptor) == 0 ? QString() : words(m_path);
}

QString RecordFile::replace(const std::string& bytes) {
    if (QString error = makeFolder(); !error.isEmpty())
        return error;
    const QString fresh = m_path + QLatin1String(".new");
    ::unlink(QFile::encodeName(fresh).constData()); // of a window that died while it was at it
    const int descriptor = openOwn(fresh, O_WRONLY | O_CREAT | O_EXCL | O_APPEND);
    if (descriptor < 0)
        return words(fresh);
    if (!writeAll(descriptor, bytes) || ::fsync(descriptor) != 0 ||
        ::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(m_path).constData()) != 0) {
        QString error = words(fresh);
        ::close(descriptor);
        ::unlink(QFile::encodeName(fresh).constData());
        return error;
    }
    close();
    m_descriptor = descriptor;
    m_size = bytes.size();
    return syncFolder(m_folder) ? QString() : words(m_folder);
}

void RecordFile::keepAside() const {
    const QByteArray aside = QFile::encodeName(m_path + QLatin1String(".damaged"));
    ::unlink(aside.constData());
    ::link(QFile::encodeName(m_path).constData(), aside.constData());
}

bool RecordFile::hasName() const {
    struct stat status = {};
    return m_descriptor >= 0 && ::fstat(m_descriptor, &status) == 0 && status.st_nlink > 0;
}

} // namespace catalog
