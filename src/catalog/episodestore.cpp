// SPDX-License-Identifier: MIT
#include "catalog/episodestore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace catalog {

namespace {

/// The largest file that saving compares with: twice what opening accepts.
constexpr std::size_t compareLimit = 16 * 1024 * 1024;

QString tr(const char* text) {
    return QCoreApplication::translate("EpisodeStore", text);
}

QString systemWords(int error) {
    switch (error) {
    case ENOSPC:
        return tr("The disk is full.");
    case EDQUOT:
        return tr("Your disk quota is used up.");
    case EROFS:
        return tr("The disk is read-only.");
    case EACCES:
    case EPERM:
        return tr("Permission denied.");
    case ENOENT:
        return tr("The file does not exist.");
    case ELOOP:
        return tr("The link leads in a circle.");
    default:
        return QString::fromLocal8Bit(std::strerror(error)) + QLatin1Char('.');
    }
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

private:
    int m_fd;
};

/// Reads all of an open file, `limit` bytes at most; errno on failure.
int readAll(int fd, std::size_t limit, std::string& bytes) {
    std::array<char, 65536> buffer;
    bytes.clear();
    while (bytes.size() < limit) {
        const ssize_t got = ::read(fd, buffer.data(), std::min(buffer.size(), limit - bytes.size()));
        if (got == 0)
            return 0;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return 0;
}

int writeAll(int fd, const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return errno;
        done += static_cast<std::size_t>(wrote);
    }
    return 0;
}

int readAt(int folder, const QByteArray& name, std::string& bytes) {
    const Descriptor file(::openat(folder, name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    return file.isOpen() ? readAll(file.get(), compareLimit, bytes) : errno;
}

/// A file that was not there before, complete and synced; else none, and the error's number.
int writeNew(const QByteArray& path, const std::string& text) {
    const Descriptor file(
        ::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (!file.isOpen())
        return errno;
    int error = writeAll(file.get(), text);
    if (error == 0 && ::fsync(file.get()) != 0)
        error = errno;
    if (error != 0)
        ::unlink(path.constData());
    return error;
}

/// Access control lists and other extended attributes; what the file system does not take is left out.
void copyAttributes(int from, int to) {
    const ssize_t size = ::flistxattr(from, nullptr, 0);
    if (size <= 0)
        return;
    std::vector<char> names(static_cast<std::size_t>(size));
    const ssize_t got = ::flistxattr(from, names.data(), names.size());
    for (const char* name = names.data(); name < names.data() + got; name += std::strlen(name) + 1) {
        const ssize_t length = ::fgetxattr(from, name, nullptr, 0);
        std::vector<char> value(static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
        if (length >= 0 && ::fgetxattr(from, name, value.data(), value.size()) == length)
            ::fsetxattr(to, name, value.data(), value.size(), 0);
    }
}

/// One run of the saving protocol. Each step returns false after setting the result.
class Saving {
public:
    explicit Saving(const SaveRequest& request)
        : m_request(request) {}
    ~Saving() {
        if (m_hasTemporary)
            ::unlinkat(m_folder.get(), m_temporary.constData(), 0);
    }
    Saving(const Saving&) = delete;
    Saving& operator=(const Saving&) = delete;

    SaveResult run() {
        if (resolve() && compare() && writeBeside() && exchange())
            confirm();
        return m_result;
    }

private:
    bool stop(SaveResult::Status status, const QString& what) {
        m_result.status = status;
        m_result.message = tr("%1 was not saved. %2").arg(QDir::toNativeSeparators(m_request.path), what);
        return false;
    }
    bool failWith(int error) { return stop(SaveResult::Status::Failed, systemWords(error)); }

    bool resolve();
    bool mayBeReplaced();
    bool compare();
    bool writeBeside();
    bool giveAttributes(int target);
    bool exchange();
    bool exchangeWithoutKernel();
    bool putTheirsBack(const std::string& theirs);
    void confirm();

    const SaveRequest& m_request;
    SaveResult m_result;
    Descriptor m_folder;
    Descriptor m_old;
    struct stat m_stat {};
    QByteArray m_name;
    QByteArray m_temporary;
    bool m_hasTemporary = false;
};

/// Step 1: a regular file inside the opened folder, with links followed; opened without blocking on a FIFO.
bool Saving::resolve() {
    const QFileInfo info(m_request.path);
    const QString real = info.canonicalFilePath();
    if (real.isEmpty()) {
        if (info.isSymLink())
            return stop(SaveResult::Status::Failed, tr("It is a link that leads nowhere."));
        return stop(SaveResult::Status::Deleted, tr("The file was deleted or renamed by another program."));
    }
    const QString root = QFileInfo(m_request.root).canonicalFilePath();
    if (root.isEmpty() || !real.startsWith(root + QLatin1Char('/')))
        return stop(SaveResult::Status::Failed, tr("It is a link that leads out of the opened folder."));
    m_folder = Descriptor(::open(QFile::encodeName(QFileInfo(real).absolutePath()).constData(),
                                 O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!m_folder.isOpen())
        return failWith(errno);
    m_name = QFile::encodeName(QFileInfo(real).fileName());
    m_old = Descriptor(
        ::openat(m_folder.get(), m_name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!m_old.isOpen() || ::fstat(m_old.get(), &m_stat) != 0)
        return failWith(errno);
    if (!S_ISREG(m_stat.st_mode))
        return stop(SaveResult::Status::Failed, tr("It is not a regular file."));
    return mayBeReplaced();
}

bool Saving::mayBeReplaced() {
    if (::faccessat(m_folder.get(), m_name.constData(), W_OK, AT_EACCESS) != 0)
        return stop(SaveResult::Status::Failed,
                    tr("The file is write-protected. Change its permissions first."));
    if (m_request.hasConsent)
        return true;
    if (m_stat.st_nlink > 1)
        return stop(SaveResult::Status::NeedsConsent,
                    tr("The file has other names (hard links), which would keep the old text."));
    if (m_stat.st_uid != ::geteuid())
        return stop(SaveResult::Status::NeedsConsent,
                    tr("The file belongs to another user and may become yours."));
    return true;
}

/// Step 2: the disk must hold what we loaded. Time stamps are only a hint, so the bytes are compared.
bool Saving::compare() {
    std::string disk;
    if (const int error = readAll(m_old.get(), compareLimit, disk))
        return failWith(error);
    if (disk == m_request.base)
        return true;
    m_result.diskText = std::move(disk);
    return stop(SaveResult::Status::ChangedOnDisk,
                tr("Another program changed the file since it was opened."));
}

/// Steps 3 and 4: the new text in a file of its own beside the old one, complete and synced, with the old
/// one's owner, attributes and mode.
bool Saving::writeBeside() {
    m_temporary = '.' + m_name + ".episode-desk-" + QByteArray::number(::getpid()) + '-' +
                  QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    const Descriptor file(::openat(m_folder.get(), m_temporary.constData(),
                                   O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return failWith(errno);
    m_hasTemporary = true;
    if (const int error = writeAll(file.get(), m_request.text))
        return failWith(error);
    if (!giveAttributes(file.get()))
        return false;
    if (::fsync(file.get()) != 0)
        return failWith(errno);
    std::string written;
    if (::lseek(file.get(), 0, SEEK_SET) != 0)
        return failWith(errno);
    if (const int error = readAll(file.get(), compareLimit, written))
        return failWith(error);
    if (written != m_request.text)
        return stop(SaveResult::Status::Failed, tr("The disk did not keep what was written to it."));
    return true;
}

bool Saving::giveAttributes(int target) {
    mode_t mode = m_stat.st_mode & 07777;
    struct stat made {};
    if (::fstat(target, &made) != 0)
        return failWith(errno);
    const bool ownerDiffers = made.st_uid != m_stat.st_uid;
    const bool groupDiffers = made.st_gid != m_stat.st_gid;
    if (ownerDiffers && ::fchown(target, m_stat.st_uid, static_cast<gid_t>(-1)) != 0)
        mode &= ~static_cast<mode_t>(S_ISUID);
    if (groupDiffers && ::fchown(target, static_cast<uid_t>(-1), m_stat.st_gid) != 0)
        mode &= ~static_cast<mode_t>(S_IRWXG | S_ISGID); // another group must not get this group's rights
    copyAttributes(m_old.get(), target);
    return ::fchmod(target, mode) == 0 || failWith(errno);
}

/// Step 5: both files change names in one step of the kernel; what came out must be what we compared with.
bool Saving::exchange() {
    if (::renameat2(m_folder.get(), m_temporary.constData(), m_folder.get(), m_name.constData(),
                    RENAME_EXCHANGE) != 0) {
        if (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP)
            return exchangeWithoutKernel();
        return errno == ENOENT ? stop(SaveResult::Status::Deleted,
                                      tr("The file was deleted or renamed by another program."))
                               : failWith(errno);
    }
    std::string cameOut;
    const int error = readAt(m_folder.get(), m_temporary, cameOut);
    return (error == 0 && cameOut == m_request.base) || putTheirsBack(cameOut);
}

/// The last moment's change of another program goes back to its place; our text stays in the window.
bool Saving::putTheirsBack(const std::string& theirs) {
    m_result.diskText = theirs;
    if (::renameat2(m_folder.get(), m_temporary.constData(), m_folder.get(), m_name.constData(),
                    RENAME_EXCHANGE) != 0) {
        m_hasTemporary = false; // the only copy of their text: it stays, dotted
        return failWith(errno);
    }
    std::string cameOut;
    if (readAt(m_folder.get(), m_temporary, cameOut) != 0 || cameOut != m_request.text)
        m_hasTemporary = false; // a third version, not ours to delete
    return stop(SaveResult::Status::ChangedOnDisk,
                tr("Another program changed the file while it was saved."));
}

/// For file systems without exchange: the old file gets a second name, then ours takes its place.
bool Saving::exchangeWithoutKernel() {
    const QByteArray aside = m_temporary + "-old";
    if (::linkat(m_folder.get(), m_name.constData(), m_folder.get(), aside.constData(), 0) != 0)
        return failWith(errno);
    std::string old;
    const int error = readAt(m_folder.get(), aside, old);
    if (error != 0 || old != m_request.base) {
        ::unlinkat(m_folder.get(), aside.constData(), 0);
        m_result.diskText = std::move(old);
        return stop(SaveResult::Status::ChangedOnDisk,
                    tr("Another program changed the file while it was saved."));
    }
    if (::renameat(m_folder.get(), m_temporary.constData(), m_folder.get(), m_name.constData()) != 0) {
        const int cause = errno;
        ::unlinkat(m_folder.get(), aside.constData(), 0);
        return failWith(cause);
    }
    m_temporary = aside; // what is removed at the end is the old file
    return true;
}

/// Steps 6 and 7: the folder's entry is on the disk before the old file goes.
void Saving::confirm() {
    m_result.status = SaveResult::Status::Saved;
    if (::fsync(m_folder.get()) == 0)
        return;
    m_result.status = SaveResult::Status::DurabilityNotConfirmed;
    m_result.message = tr("%1 was written, but the disk did not confirm that it will survive a power cut. %2")
                           .arg(QDir::toNativeSeparators(m_request.path), systemWords(errno));
}

} // namespace

ReadResult readFile(const QString& path, std::size_t limit) {
    ReadResult result;
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat info {};
    if (!file.isOpen() || ::fstat(file.get(), &info) != 0) {
        result.error = systemWords(errno);
    } else if (S_ISDIR(info.st_mode)) {
        result.error = tr("It is a folder.");
    } else if (!S_ISREG(info.st_mode)) {
        result.error = tr("It is not a regular file.");
    } else {
        result.bytes.reserve(std::min(limit, static_cast<std::size_t>(info.st_size)));
        if (const int error = readAll(file.get(), limit, result.bytes))
            result.error = systemWords(error);
    }
    return result;
}

SaveResult saveFile(const SaveRequest& request) {
    if (request.text == request.base) {
        SaveResult nothing; // no edit, no write
        nothing.status = SaveResult::Status::Saved;
        return nothing;
    }
    return Saving(request).run();
}

QString createFile(const QString& path, const std::string& text) {
    const int error = writeNew(QFile::encodeName(path), text);
    if (error == EEXIST)
        return tr("There is such a file already; it was not touched.");
    return error == 0 ? QString() : systemWords(error);
}

CopyResult saveCopyBeside(const QString& path, const std::string& text) {
    const QFileInfo info(path);
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    for (int attempt = 1; attempt < 100; ++attempt) {
        const QString number = attempt == 1 ? QString() : QStringLiteral("-%1").arg(attempt);
        // Hugo publishes every .md file: the copy must not end in it.
        const QString copy = QStringLiteral("%1/%2.mine-%3%4.txt")
                                 .arg(info.absolutePath(), info.completeBaseName(), stamp, number);
        const int error = writeNew(QFile::encodeName(copy), text);
        if (error == EEXIST)
            continue;
        if (error != 0)
            return {{}, systemWords(error)};
        return {copy, {}};
    }
    return {{}, tr("Every name for the copy is taken.")};
}

} // namespace catalog
