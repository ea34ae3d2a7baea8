// SPDX-License-Identifier: MIT
#include "catalog/episodestore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using catalog::SaveRequest;
using catalog::SaveResult;
using Status = catalog::SaveResult::Status;

/// Permissions bind everybody but the superuser: where the tests run as root, act as "nobody" for a while.
class OrdinaryUser {
public:
    OrdinaryUser(const QString& folder, const QString& file)
        : m_isRoot(::geteuid() == 0)
        , m_folder(folder.toUtf8()) {
        if (!m_isRoot)
            return;
        if (::chown(m_folder.constData(), nobody, nobody) != 0 ||
            ::chown(file.toUtf8().constData(), nobody, nobody) != 0 || ::seteuid(nobody) != 0)
            qFatal("cannot act as an ordinary user");
    }
    ~OrdinaryUser() {
        if (m_isRoot && (::seteuid(0) != 0 || ::chown(m_folder.constData(), 0, 0) != 0))
            qFatal("cannot be root again");
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

private:
    static constexpr uid_t nobody = 65534;
    bool m_isRoot;
    QByteArray m_folder;
};

class TestEpisodeStore : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString& name, const QByteArray& bytes) {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
        return path;
    }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    SaveRequest request(const QString& path, const std::string& text, const std::string& base) const {
        return {path, m_folder.path(), text, base, false};
    }
    QStringList names() const {
        return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private slots:
    void init() {
        QVERIFY(m_folder.isValid());
        QDir folder(m_folder.path());
        for (const QString& name : names())
            QVERIFY(folder.remove(name) || QDir(folder.filePath(name)).removeRecursively());
    }

    void savesTheNewBytesAndLeavesNothingBehind() {
        const QString path = write(QStringLiteral("0001.md"), "old");
        const SaveResult result = saveFile(request(path, "new text", "old"));
        QCOMPARE(result.status, Status::Saved);
        QCOMPARE(read(path), QByteArray("new text"));
        QCOMPARE(names(), QStringList{QStringLiteral("0001.md")});
    }

    void keepsModeAndAttributes() {
        const QString path = write(QStringLiteral("0001.md"), "old");
        QCOMPARE(::chmod(path.toUtf8().constData(), 0640), 0);
        const bool attributes = ::setxattr(path.toUtf8().constData(), "user.mood", "calm", 4, 0) == 0;
        QCOMPARE(saveFile(request(path, "new", "old")).status, Status::Saved);
        struct stat info {};
        QCOMPARE(::stat(path.toUtf8().constData(), &info), 0);
        QCOMPARE(info.st_mode & 07777, mode_t(0640));
        if (attributes) {
            char value[5] = {};
            QCOMPARE(::getxattr(path.toUtf8().constData(), "user.mood", value, 4), ssize_t(4));
            QCOMPARE(QByteArray(value), QByteArray("calm"));
        }
    }

    void equalTextsAreNotWritten() {
        const QString path = write(QStringLiteral("0001.md"), "same");
        struct stat before {
        }, after{};
        QCOMPARE(::stat(path.toUtf8().constData(), &before), 0);
        QCOMPARE(saveFile(request(path, "same", "same")).status, Status::Saved);
        QCOMPARE(::stat(path.toUtf8().constData(), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
    }

    void anOutsideChangeIsNeverOverwritten() {
        const QString path = write(QStringLiteral("0001.md"), "theirs");
        const SaveResult result = saveFile(request(path, "mine", "base"));
        QCOMPARE(result.status, Status::ChangedOnDisk);
        QCOMPARE(result.diskText, std::string("theirs"));
        QVERIFY(result.message.contains(path));
        QCOMPARE(read(path), QByteArray("theirs"));
        QCOMPARE(names().size(), 1);
    }

    void aDeletedFileIsSaidToBeDeleted() {
        const QString path = m_folder.filePath(QStringLiteral("0001.md"));
        QCOMPARE(saveFile(request(path, "mine", "base")).status, Status::Deleted);
        QVERIFY(names().isEmpty());
    }

    void hardLinksNeedConsent() {
        const QString path = write(QStringLiteral("0001.md"), "old");
        const QString other = m_folder.filePath(QStringLiteral("other.md"));
        QCOMPARE(::link(path.toUtf8().constData(), other.toUtf8().constData()), 0);
        SaveRequest asked = request(path, "new", "old");
        QCOMPARE(saveFile(asked).status, Status::NeedsConsent);
        QCOMPARE(read(path), QByteArray("old"));
        asked.hasConsent = true;
        QCOMPARE(saveFile(asked).status, Status::Saved);
        QCOMPARE(read(path), QByteArray("new"));
        QCOMPARE(read(other), QByteArray("old"));
    }

    void aLinkInsideTheFolderIsSavedThrough() {
        const QString path = write(QStringLiteral("real.md"), "old");
        const QString link = m_folder.filePath(QStringLiteral("link.md"));
        QVERIFY(QFile::link(path, link));
        QCOMPARE(saveFile(request(link, "new", "old")).status, Status::Saved);
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(read(path), QByteArray("new"));
    }

    void aLinkOutOfTheFolderIsRefused() {
        const QTemporaryDir elsewhere;
        QFile outside(elsewhere.filePath(QStringLiteral("out.md")));
        QVERIFY(outside.open(QIODevice::WriteOnly));
        outside.write("old");
        outside.close();
        const QString link = m_folder.filePath(QStringLiteral("link.md"));
        QVERIFY(QFile::link(outside.fileName(), link));
        QCOMPARE(saveFile(request(link, "new", "old")).status, Status::Failed);
        QCOMPARE(read(outside.fileName()), QByteArray("old"));
    }

    void aFifoIsNeitherReadNorWritten() {
        const QString path = m_folder.filePath(QStringLiteral("pipe.md"));
        QCOMPARE(::mkfifo(path.toUtf8().constData(), 0600), 0);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!catalog::readFile(path, 100).error.isEmpty());
        QCOMPARE(saveFile(request(path, "new", "old")).status, Status::Failed);
        QVERIFY2(timer.elapsed() < 5000, "must not wait for the other end");
    }

    void writeProtectionIsSaid() {
        const QString path = write(QStringLiteral("0001.md"), "old");
        QCOMPARE(::chmod(path.toUtf8().constData(), 0444), 0);
        const OrdinaryUser user(m_folder.path(), path);
        QCOMPARE(saveFile(request(path, "new", "old")).status, Status::Failed);
        QCOMPARE(read(path), QByteArray("old"));
    }

    void aFolderThatCannotTakeANewFileFailsPlainly() {
        const QString path = write(QStringLiteral("0001.md"), "old");
        const OrdinaryUser user(m_folder.path(), path);
        QCOMPARE(::chmod(m_folder.path().toUtf8().constData(), 0555), 0);
        const SaveResult result = saveFile(request(path, "new", "old"));
        ::chmod(m_folder.path().toUtf8().constData(), 0755);
        QCOMPARE(result.status, Status::Failed);
        QCOMPARE(read(path), QByteArray("old"));
    }

    /// A limit on the file size plays the full disk: write() fails in the middle just so.
    void aFullDiskKeepsTheOldFile() {
        const QString path = write(QStringLiteral("0001.md"), "old");
        struct Limit {
            rlimit before{};
            Limit() {
                ::getrlimit(RLIMIT_FSIZE, &before);
                rlimit small = before;
                small.rlim_cur = 1000;
                ::signal(SIGXFSZ, SIG_IGN);
                ::setrlimit(RLIMIT_FSIZE, &small);
            }
            ~Limit() { ::setrlimit(RLIMIT_FSIZE, &before); }
        };
        SaveResult result;
        {
            const Limit limit;
            result = saveFile(request(path, std::string(5000, 'x'), "old"));
        }
        QCOMPARE(result.status, Status::Failed);
        QVERIFY(!result.message.isEmpty());
        QCOMPARE(read(path), QByteArray("old"));
        QCOMPARE(names(), QStringList{QStringLiteral("0001.md")});
    }

    void aCopyNeverTakesAnothersName() {
        const QString path = write(QStringLiteral("0001.md"), "old");
        const auto first = catalog::saveCopyBeside(path, "mine");
        const auto second = catalog::saveCopyBeside(path, "mine too");
        QVERIFY2(first.error.isEmpty() && second.error.isEmpty(), qPrintable(first.error + second.error));
        QVERIFY(first.path != second.path);
        QCOMPARE(read(first.path), QByteArray("mine"));
        QVERIFY2(!first.path.endsWith(QLatin1String(".md")), "a site would publish it");
    }
};

QTEST_GUILESS_MAIN(TestEpisodeStore)
#include "tst_episodestore.moc"
