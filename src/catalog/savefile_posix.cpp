// SPDX-License-Identifier: MIT
// The saving protocol with the system's own calls; the steps are those of src/README.md.
#include "catalog/besidefile.h"
#include "catalog/fileattributes.h"
#include "catalog/leftovers.h"
#include "catalog/posixfile.h"
#include "catalog/savemethods.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdlib>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>

namespace catalog::posix {

namespace {

using Status = SaveResult::Status;

QString changedMeanwhile() {
    return storeText("Another program changed the file while it was saved.");
}

QString withKept(const QString& why, const Beside& before) {
    return before.isThere()
               ? storeText("%1 The file as it was is kept as %2.").arg(why, QFile::decodeName(before.name()))
               : why;
}

/// One run of the saving protocol. Each step returns false after setting the result.
class Saving {
public:
    explicit Saving(const SaveRequest& request)
        : m_request(request)
        , m_expected(request.base) {}

    SaveResult run() {
        if (resolve() && mayBeReplaced() && compare() && writeBeside() && exchange())
            confirm();
        return m_result;
    }

private:
    bool stop(Status status, const QString& why) {
        std::string theirs = std::move(m_result.diskText);
        m_result = notSaved(m_request.path, status, why);
        m_result.diskText = std::move(theirs);
        return false;
    }
    bool failWith(int error) { return stop(Status::Failed, systemWords(error)); }
    bool failAfter(int error) {
        return error == ENOENT ? stop(Status::Deleted, goneWords()) : failWith(error);
    }
    bool notConfirmed(const QString& why);

    bool resolve();
    bool openOld(const QString& real);
    bool mayBeReplaced();
    bool asksNothing();
    bool compare();
    bool writeBeside();
    bool fillTemporary(int& syncError);
    bool readBack();
    bool exchange();
    bool exchangeByLink();
    int linkAside(const QByteArray& aside) const;
    int renameOver() const;
    bool isStillTheOld(const QByteArray& name) const;
    bool lookAtWhatCameOut();
    int readBeside(std::string& bytes, bool& isBeingWritten) const;
    int putBack();
    bool giveBack(std::string theirs, Status status, QString why);
    bool keepTheirs(std::string theirs, Status status, int error);
    bool isConfirmed() const;
    void confirm();
    bool writeAnew();

    const SaveRequest& m_request;
    std::string m_expected; ///< what the exchange must bring out
    SaveResult m_result;
    Descriptor m_folder;
    Descriptor m_old;
    Descriptor m_new;
    struct stat m_stat {};
    QByteArray m_name;
    std::unique_ptr<Beside> m_beside; ///< first the new file, after the exchange the old one
    bool m_canExchange = true;
    bool m_leasesTell = false; ///< whether this file system says who has a file open for writing
};

bool Saving::notConfirmed(const QString& why) {
    m_result = {};
    m_result.status = Status::DurabilityNotConfirmed;
    m_result.message =
        storeText("%1 was written, but the disk did not confirm that it will survive a power cut. %2")
            .arg(QDir::toNativeSeparators(m_request.path), why);
    return false;
}

/// Step 1: a regular file inside the opened folder, with links followed.
bool Saving::resolve() {
    const std::unique_ptr<char, decltype(&std::free)> real(
        ::realpath(QFile::encodeName(m_request.path).constData(), nullptr), &std::free);
    if (!real && errno == ENOENT && QFileInfo(m_request.path).isSymLink())
        return stop(Status::Failed, storeText("It is a link that leads nowhere."));
    if (!real)
        return failAfter(errno);
    const std::unique_ptr<char, decltype(&std::free)> root(
        ::realpath(QFile::encodeName(m_request.root).constData(), nullptr), &std::free);
    if (!root)
        return failWith(errno);
    if (!QByteArray(real.get()).startsWith(QByteArray(root.get()) + '/'))
        return stop(Status::Failed, storeText("It is a link that leads out of the opened folder."));
    return openOld(QFile::decodeName(real.get()));
}

/// Opened without waiting for the other side of a FIFO.
bool Saving::openOld(const QString& real) {
    m_folder = openFolder(QFile::encodeName(QFileInfo(real).absolutePath()));
    if (!m_folder.isOpen())
        return failWith(errno);
    m_name = QFile::encodeName(QFileInfo(real).fileName());
    m_old = openAt(m_folder.get(), m_name, O_RDONLY);
    if (!m_old.isOpen())
        return failAfter(errno);
    if (::fstat(m_old.get(), &m_stat) != 0)
        return failWith(errno);
    return S_ISREG(m_stat.st_mode) || stop(Status::Failed, storeText("It is not a regular file."));
}

bool Saving::mayBeReplaced() {
    if (::faccessat(m_folder.get(), m_name.constData(), W_OK, AT_EACCESS) != 0)
        return errno == EACCES ? stop(Status::Failed,
                                      storeText("The file is write-protected. Change its permissions first."))
                               : failWith(errno);
    if (::faccessat(m_folder.get(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return errno == EACCES
                   ? stop(Status::Failed,
                          storeText("Its folder is write-protected, and the new text is first written "
                                    "beside the file. Change the folder's permissions first."))
                   : failWith(errno);
    return m_request.hasConsent || asksNothing();
}

bool Saving::asksNothing() {
    if (m_stat.st_nlink > 1)
        return stop(Status::NeedsConsent,
                    storeText("The file has other names (hard links), which would keep the old text."));
    if (m_stat.st_uid != ::geteuid())
        return stop(Status::NeedsConsent,
                    storeText("The file belongs to another user and may become yours."));
    return true;
}

/// Step 2: the disk must hold what we loaded. Time stamps are only a hint, so the bytes are compared.
bool Saving::compare() {
    std::string disk;
    if (const int error = readAll(m_old.get(), limits::comparedBytes, disk))
        return failWith(error);
    if (disk == m_request.base)
        return true;
    waitForWriters(m_old.get()); // half a change is none to show
    ReadResult whole = readFile(m_request.path, limits::comparedBytes);
    m_result.diskText = whole.error.isEmpty() ? std::move(whole.bytes) : std::move(disk);
    return stop(Status::ChangedOnDisk, changedWords());
}

/// Steps 3 and 4. A sync that failed is not repeated, for it may then report success for bytes that were
/// dropped: all is written anew from memory, once.
bool Saving::writeBeside() {
    int syncError = 0;
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!fillTemporary(syncError))
            return false;
        if (syncError == 0)
            return readBack();
    }
    return failWith(syncError);
}

/// The new text in a file of its own beside the old one, with the old one's owner, attributes and mode.
bool Saving::fillTemporary(int& syncError) {
    const QByteArray name = temporaryName(m_name);
    constexpr mode_t forUsAlone = 0600;
    Descriptor file = createAt(m_folder.get(), name, forUsAlone);
    if (!file.isOpen())
        return failWith(errno);
    m_beside = std::make_unique<Beside>(m_folder.get(), name);
    if (const int error = writeAll(file.get(), m_request.text))
        return failWith(error);
    if (const int error = giveAttributes(m_old.get(), m_stat, file.get()))
        return failWith(error);
    syncError = ::fsync(file.get()) == 0 ? 0 : errno;
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED); // what is read next shall come from the disk
    if (const int error = file.close())
        return failWith(error);
    return true;
}

bool Saving::readBack() {
    m_new = openAt(m_folder.get(), m_beside->name(), O_RDONLY);
    if (!m_new.isOpen())
        return failWith(errno);
    std::string written;
    if (const int error = readAll(m_new.get(), m_request.text.size() + 1, written))
        return failWith(error);
    if (written != m_request.text)
        return stop(Status::Failed, storeText("The disk did not keep what was written to it."));
    m_leasesTell = writersOf(m_new.get()) == Writers::None; // we know that there is none
    return true;
}

/// Step 5: both files change names in one step of the kernel; what came out must be what we compared with.
bool Saving::exchange() {
    if (exchangeNames(m_folder.get(), m_beside->name(), m_name))
        return lookAtWhatCameOut();
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
        return failAfter(errno);
    m_canExchange = false;
    return exchangeByLink();
}

bool Saving::isStillTheOld(const QByteArray& name) const {
    struct stat now {};
    return ::fstatat(m_folder.get(), name.constData(), &now, AT_SYMLINK_NOFOLLOW) == 0 &&
           now.st_dev == m_stat.st_dev && now.st_ino == m_stat.st_ino;
}

/// For file systems without exchange: the old file gets a second name, where it can have one, then ours takes
/// its place. A change by rename between the last look and ours would be lost; the time between is as short
/// as can be.
bool Saving::exchangeByLink() {
    auto aside = std::make_unique<Beside>(m_folder.get(), m_beside->name() + "-old");
    const int error = linkAside(aside->name());
    if (error != 0)
        aside->forget(); // there is none
    if (error != 0 && error != EPERM && error != EOPNOTSUPP)
        return failAfter(error);
    if (!isStillTheOld(m_name) || (error == 0 && !isStillTheOld(aside->name())))
        return stop(Status::Failed, changedMeanwhile());
    if (const int renameError = renameOver())
        return failWith(renameError);
    m_beside->forget();
    m_beside = std::move(aside);
    return error != 0 || lookAtWhatCameOut();
}

int Saving::linkAside(const QByteArray& aside) const {
    const int folder = m_folder.get();
    const int linked =
        uninterrupted([&] { return ::linkat(folder, m_name.constData(), folder, aside.constData(), 0); });
    return linked == 0 ? 0 : errno;
}

int Saving::renameOver() const {
    const int folder = m_folder.get();
    const int renamed = uninterrupted(
        [&] { return ::renameat(folder, m_beside->name().constData(), folder, m_name.constData()); });
    return renamed == 0 ? 0 : errno;
}

/// The file under our name, once nobody writes it any more.
int Saving::readBeside(std::string& bytes, bool& isBeingWritten) const {
    const Descriptor file = openAt(m_folder.get(), m_beside->name(), O_RDONLY);
    if (!file.isOpen())
        return errno;
    isBeingWritten = m_leasesTell && waitForWriters(file.get()) == Writers::Some;
    return readAll(file.get(), limits::comparedBytes, bytes);
}

bool Saving::lookAtWhatCameOut() {
    std::string cameOut;
    bool isBeingWritten = false;
    const int error = readBeside(cameOut, isBeingWritten);
    if (error != 0)
        return giveBack({}, Status::Failed, systemWords(error));
    if (cameOut != m_expected)
        return giveBack(std::move(cameOut), Status::ChangedOnDisk, changedMeanwhile());
    return !isBeingWritten ||
           giveBack(std::move(cameOut), Status::Failed,
                    storeText("Another program has it open for writing. Close it there first."));
}

/// What is beside takes its place again. Without exchange only where our text still is there: no other
/// version may be replaced.
int Saving::putBack() {
    if (m_canExchange)
        return exchangeNames(m_folder.get(), m_beside->name(), m_name) ? 0 : errno;
    const ReadResult present = readFile(m_request.path, limits::comparedBytes);
    return present.bytes == m_request.text ? renameOver() : EBUSY;
}

/// What came out goes back to its place; our text stays in the window. Where yet another version comes out
/// then, that is the newest, and goes back in its turn.
bool Saving::giveBack(std::string theirs, Status status, QString why) {
    constexpr int rounds = 8;
    std::string ours = m_request.text;
    for (int round = 0; round < rounds; ++round) {
        if (const int error = putBack())
            return keepTheirs(std::move(theirs), status, error);
        if (!m_canExchange)
            break;
        if (round > 0)
            m_beside->keep(); // a version of theirs, not ours to delete
        std::string cameOut;
        bool isBeingWritten = false;
        const int error = readBeside(cameOut, isBeingWritten);
        if (error == 0 && !isBeingWritten && cameOut == ours)
            break;
        m_beside->keep();
        if (error != 0 || cameOut == ours)
            break;
        status = Status::ChangedOnDisk;
        why = changedMeanwhile();
        ours = std::exchange(theirs, std::move(cameOut));
    }
    if (status == Status::ChangedOnDisk)
        m_result.diskText = std::move(theirs);
    return stop(status, why);
}

/// It could not be given back: it stays where it is, the only copy.
bool Saving::keepTheirs(std::string theirs, Status status, int error) {
    m_beside->keep();
    if (status == Status::Failed)
        return notConfirmed(withKept(systemWords(error), *m_beside));
    m_result.diskText = std::move(theirs);
    return stop(status, withKept(changedMeanwhile(), *m_beside));
}

/// XFS says that a folder is synced after the disk has failed; of a file it never does.
bool Saving::isConfirmed() const {
    return ::fsync(m_folder.get()) == 0 && ::fsync(m_new.get()) == 0;
}

/// Steps 6 and 7: the folder's entry is on the disk before the old file goes.
void Saving::confirm() {
    m_result.status = Status::Saved;
    if (isConfirmed())
        return;
    const QString why = systemWords(errno);
    std::unique_ptr<Beside> before = std::move(m_beside);
    if (!writeAnew()) {
        before->keep();
        notConfirmed(withKept(why, *before));
        return;
    }
    notConfirmed(why);
}

/// Once more from memory, after the folder's sync failed. It cannot confirm what was not confirmed; it gives
/// the disk a second chance to keep it.
bool Saving::writeAnew() {
    m_expected = m_request.text;
    m_old = openAt(m_folder.get(), m_name, O_RDONLY);
    return m_old.isOpen() && ::fstat(m_old.get(), &m_stat) == 0 && writeBeside() && exchange() &&
           isConfirmed();
}

} // namespace

SaveResult save(const SaveRequest& request) {
    return Saving(request).run();
}

} // namespace catalog::posix
