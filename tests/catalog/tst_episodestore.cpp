// SPDX-License-Identifier: MIT
#include "catalog/episodestore.h"

#include "support/ordinaryuser.h"

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

using catalog::SaveMethod;
using catalog::SaveRequest;
using catalog::SaveResult;
using Status = catalog::SaveResult::Status;

class TestEpisodeStore : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    SaveMethod m_method = SaveMethod::Best;

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
        return {path, m_folder.path(), text, base, false, m_method};
    }
    /// Each way of saving keeps what such a test asks for.
    static void bothMethods() {
        QTest::addColumn<SaveMethod>("method");
        QTest::newRow("best") << SaveMethod::Best;
        QTest::newRow("portable") << SaveMethod::Portable;
    }
    QStringList names() const {
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private slots:
    void init() {
        m_method = SaveMethod::Best;
        QVERIFY(m_folder.isValid());
        QDir folder(m_folder.path());
        for (const QString& name : names())
            QVERIFY(folder.remove(name) || QDir(folder.filePath(name)).removeRecursively());
    }

    void savesTheNewBytesAndLeavesNothingBehind_data() { bothMethods(); }
    void savesTheNewBytesAndLeavesNothingBehind() {
        QFETCH(SaveMethod, method);
        m_method = method;
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

    void equalTextsAreNotWritten_data() { bothMethods(); }
    void equalTextsAreNotWritten() {
        QFETCH(SaveMethod, method);
        m_method = method;
        const QString path = write(QStringLiteral("0001.md"), "same");
        struct stat before {
        }, after{};
        QCOMPARE(::stat(path.toUtf8().constData(), &before), 0);
        QCOMPARE(saveFile(request(path, "same", "same")).status, Status::Saved);
        QCOMPARE(::stat(path.toUtf8().constData(), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
        QCOMPARE(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
        QCOMPARE(after.st_ctim.tv_nsec,
                 before.st_ctim.tv_nsec); // neither bytes nor mode nor name were touched
    }

    void anOutsideChangeIsNeverOverwritten_data() { bothMethods(); }
    void anOutsideChangeIsNeverOverwritten() {
        QFETCH(SaveMethod, method);
        m_method = method;
        const QString path = write(QStringLiteral("0001.md"), "theirs");
        const SaveResult result = saveFile(request(path, "mine", "base"));
        QCOMPARE(result.status, Status::ChangedOnDisk);
        QCOMPARE(result.diskText, std::string("theirs"));
        QVERIFY(result.message.contains(path));
        QCOMPARE(read(path), QByteArray("theirs"));
        QCOMPARE(names().size(), 1);
    }

    void aDeletedFileIsSaidToBeDeleted_data() { bothMethods(); }
    void aDeletedFileIsSaidToBeDeleted() {
        QFETCH(SaveMethod, method);
        m_method = method;
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

    void aLinkInsideTheFolderIsSavedThrough_data() { bothMethods(); }
    void aLinkInsideTheFolderIsSavedThrough() {
        QFETCH(SaveMethod, method);
        m_method = method;
        const QString path = write(QStringLiteral("real.md"), "old");
        const QString link = m_folder.filePath(QStringLiteral("link.md"));
        QVERIFY(QFile::link(path, link));
        QCOMPARE(saveFile(request(link, "new", "old")).status, Status::Saved);
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(read(path), QByteArray("new"));
    }

    void aLinkOutOfTheFolderIsRefused_data() { bothMethods(); }
    void aLinkOutOfTheFolderIsRefused() {
        QFETCH(SaveMethod, method);
        m_method = method;
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

    void aFifoIsNeitherReadNorWritten_data() { bothMethods(); }
    void aFifoIsNeitherReadNorWritten() {
        QFETCH(SaveMethod, method);
        m_method = method;
        const QString path = m_folder.filePath(QStringLiteral("pipe.md"));
        QCOMPARE(::mkfifo(path.toUtf8().constData(), 0600), 0);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!catalog::readFile(path, 100, method).error.isEmpty());
        QCOMPARE(saveFile(request(path, "new", "old")).status, Status::Failed);
        QVERIFY2(timer.elapsed() < 5000, "must not wait for the other end");
    }

    void writeProtectionIsSaid_data() { bothMethods(); }
    void writeProtectionIsSaid() {
        QFETCH(SaveMethod, method);
        m_method = method;
        if (method == SaveMethod::Portable && ::geteuid() == 0)
            QSKIP("Qt asks for the real user, who may write everything");
        const QString path = write(QStringLiteral("0001.md"), "old");
        QCOMPARE(::chmod(path.toUtf8().constData(), 0444), 0);
        const OrdinaryUser user(m_folder.path());
        const SaveResult result = saveFile(request(path, "new", "old"));
        QCOMPARE(result.status, Status::Failed);
        QVERIFY2(result.message.contains(QLatin1String("write-protected")), qPrintable(result.message));
        QCOMPARE(read(path), QByteArray("old"));
    }

    void aFolderThatCannotTakeANewFileFailsPlainly_data() { bothMethods(); }
    void aFolderThatCannotTakeANewFileFailsPlainly() {
        QFETCH(SaveMethod, method);
        m_method = method;
        const QString path = write(QStringLiteral("0001.md"), "old");
        const OrdinaryUser user(m_folder.path());
        QCOMPARE(::chmod(m_folder.path().toUtf8().constData(), 0555), 0);
        const SaveResult result = saveFile(request(path, "new", "old"));
        ::chmod(m_folder.path().toUtf8().constData(), 0755);
        QCOMPARE(result.status, Status::Failed);
        QVERIFY2(result.message.contains(method == SaveMethod::Best
                                             ? QLatin1String("Its folder is write-protected")
                                             : QLatin1String("ermission denied")),
                 qPrintable(result.message));
        QCOMPARE(read(path), QByteArray("old"));
    }

    /// A limit on the file size plays the full disk: write() fails in the middle just so.
    void aFullDiskKeepsTheOldFile_data() { bothMethods(); }
    void aFullDiskKeepsTheOldFile() {
        QFETCH(SaveMethod, method);
        m_method = method;
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

    void aLinkThatLeadsNowhereIsSaidToBeOne() {
        const QString link = m_folder.filePath(QStringLiteral("link.md"));
        QVERIFY(QFile::link(m_folder.filePath(QStringLiteral("nothing.md")), link));
        const SaveResult result = saveFile(request(link, "new", "old"));
        QCOMPARE(result.status, Status::Failed);
        QVERIFY2(result.message.contains(QLatin1String("leads nowhere")), qPrintable(result.message));
    }

    void aNewFileIsWholeAndNeverOverAnother_data() { bothMethods(); }
    void aNewFileIsWholeAndNeverOverAnother() {
        QFETCH(SaveMethod, method);
        const QString path = m_folder.filePath(QStringLiteral("page.md"));
        QCOMPARE(catalog::createFile(path, "first", method), QString());
        QVERIFY(catalog::createFile(path, "second", method).contains(QLatin1String("not touched")));
        QCOMPARE(read(path), QByteArray("first"));
        const QString link = m_folder.filePath(QStringLiteral("link.md"));
        QVERIFY(QFile::link(m_folder.filePath(QStringLiteral("elsewhere.md")), link));
        QVERIFY(!catalog::createFile(link, "third", method).isEmpty());
        QVERIFY(!catalog::createFile(m_folder.filePath(QStringLiteral("none/page.md")), "text", method)
                     .isEmpty());
        QCOMPARE(names(), QStringList({QStringLiteral("link.md"), QStringLiteral("page.md")}));
    }

    /// A program that holds the file open may write it at any time: it is not taken away from under its
    /// hands.
    void aFileOpenForWritingIsNotReplaced() {
        const QString path = write(QStringLiteral("0001.md"), "old");
        QFile held(path);
        QVERIFY(held.open(QIODevice::Append));
        const SaveResult result = saveFile(request(path, "new", "old"));
        if (result.status == Status::Saved)
            QSKIP("this file system does not tell who has a file open");
        QCOMPARE(result.status, Status::Failed);
        QVERIFY(held.write("er") == 2 && held.flush());
        held.close();
        const SaveResult changed = saveFile(request(path, "new", "old"));
        QCOMPARE(changed.status, Status::ChangedOnDisk);
        QCOMPARE(changed.diskText, std::string("older"));
        QCOMPARE(names(), QStringList{QStringLiteral("0001.md")});
    }

    void aCopyNeverTakesAnothersName_data() { bothMethods(); }
    void aCopyNeverTakesAnothersName() {
        QFETCH(SaveMethod, method);
        m_method = method;
        const QString path = write(QStringLiteral("0001.md"), "old");
        const auto first = catalog::saveCopyBeside(path, "mine", method);
        const auto second = catalog::saveCopyBeside(path, "mine too", method);
        QVERIFY2(first.error.isEmpty() && second.error.isEmpty(), qPrintable(first.error + second.error));
        QVERIFY(first.path != second.path);
        QCOMPARE(read(first.path), QByteArray("mine"));
        QVERIFY2(!first.path.endsWith(QLatin1String(".md")), "a site would publish it");
    }
};

QTEST_GUILESS_MAIN(TestEpisodeStore)
#include "tst_episodestore.moc"
