// SPDX-License-Identifier: MIT
#include "catalog/episodefiles.h"

#include "catalog/leftovers.h"
#include "support/ordinaryuser.h"
#include "support/trashfixture.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTest>

#include <thread>

#include <sys/stat.h>

using catalog::FileChange;
using catalog::FileMove;
using catalog::SaveMethod;

namespace {

/// A folder of files, each holding its first name.
struct Folder {
    explicit Folder(const QStringList& names) {
        for (const QString& name : names)
            write(name, name.toUtf8());
    }
    QString path(const QString& name) const { return folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// "a=a b=c": each file and what it was called at first; dotted ones, too.
    QString state() const {
        QStringList all;
        for (const QString& name : QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name))
            all += name + QLatin1Char('=') + QString::fromUtf8(read(name));
        return all.join(QLatin1Char(' '));
    }
    /// "a>b b>c" as moves.
    std::vector<FileMove> moves(const QString& text) const {
        std::vector<FileMove> all;
        for (const QString& one : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            all.push_back(
                {path(one.section(QLatin1Char('>'), 0, 0)), path(one.section(QLatin1Char('>'), 1))});
        return all;
    }
    QTemporaryDir folder;
};

} // namespace

class TestEpisodeFiles : public QObject {
    Q_OBJECT

    static void addMethods() {
        QTest::addColumn<SaveMethod>("method");
        QTest::newRow("best") << SaveMethod::Best;
        QTest::newRow("portable") << SaveMethod::Portable;
    }

private slots:
    void moves_data() {
        QTest::addColumn<QString>("moves");
        QTest::addColumn<QString>("after"); // of a, b, c and d
        QTest::addColumn<QString>("why");   // a word of it; empty: done
        const auto row = [](const char* name, const char* moves, const char* after, const char* why = "") {
            QTest::newRow(name) << QString::fromLatin1(moves) << QString::fromLatin1(after)
                                << QString::fromLatin1(why);
        };
        const char* untouched = "a=a b=b c=c d=d";
        row("one", "a>e", "b=b c=c d=d e=a");
        row("two", "a>e b>f", "c=c d=d e=a f=b");
        row("a chain, the last first", "c>e b>c a>b", "b=a c=b d=d e=c");
        row("a chain, the first first", "a>b b>c c>e", "b=a c=b d=d e=c");
        row("an exchange", "a>b b>a", "a=b b=a c=c d=d");
        row("round", "a>b b>c c>d d>a", "a=d b=a c=b d=c");
        row("two rounds and a chain", "a>b b>a c>d d>e", "a=b b=a d=c e=d");
        row("nothing", "a>a", untouched);
        row("taken", "a>b", untouched, "already");
        row("one of two is taken", "a>e b>c", untouched, "already");
        row("to one name", "a>e b>e", untouched, "Two files");
        row("no longer there", "x>e a>f", untouched, "no longer there");
        row("another folder that is none", "a>no/e", untouched, "not renamed");
        row("a failure in the middle", "a>e b>no/f", untouched, "not renamed");
        row("a failure on the way round", "a>b b>a c>no/e", untouched, "not renamed");
    }
    void moves() {
        QFETCH(QString, moves);
        QFETCH(QString, after);
        QFETCH(QString, why);
        for (const SaveMethod method : {SaveMethod::Best, SaveMethod::Portable}) {
            const Folder files(
                {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
            const QString before = files.state();
            const FileChange change = catalog::moveFiles(files.moves(moves), method);
            QVERIFY2(change.message.contains(why), qPrintable(change.message));
            QCOMPARE(change.isDone(), why.isEmpty());
            QCOMPARE(files.state(), after);
            if (!change.isDone())
                continue;
            QVERIFY(change.message.isEmpty());
            QVERIFY(catalog::moveFiles(catalog::reversed(files.moves(moves)), method).isDone());
            QCOMPARE(files.state(), before);
        }
    }

    void neverOverALink_data() { addMethods(); }
    void neverOverALink() {
        QFETCH(SaveMethod, method);
        const Folder files({QStringLiteral("a")});
        QVERIFY(QFile::link(QStringLiteral("nowhere"), files.path(QStringLiteral("b"))));
        QVERIFY(!catalog::moveFiles(files.moves(QStringLiteral("a>b")), method).isDone());
        QVERIFY(QFileInfo(files.path(QStringLiteral("b"))).isSymLink());
        QCOMPARE(files.read(QStringLiteral("a")), QByteArray("a"));
    }

    /// Another program makes files of the name while ours is renamed to it, again and again: neither is lost.
    void neverOverAFileOfARace() {
        const Folder files({});
        int ours = 0;
        int theirs = 0;
        for (int round = 0; round < 300; ++round) {
            files.write(QStringLiteral("a"), "ours");
            bool isMade = false;
            std::thread other([&] {
                QFile file(files.path(QStringLiteral("b")));
                isMade = file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write("theirs") == 6;
            });
            const bool isRenamed = catalog::moveFiles(files.moves(QStringLiteral("a>b"))).isDone();
            other.join();
            QVERIFY(isRenamed != isMade);
            QCOMPARE(files.read(QStringLiteral("b")), QByteArray(isRenamed ? "ours" : "theirs"));
            QCOMPARE(files.read(QStringLiteral("a")), QByteArray(isRenamed ? "" : "ours"));
            ++(isRenamed ? ours : theirs);
            QFile::remove(files.path(QStringLiteral("a")));
            QFile::remove(files.path(QStringLiteral("b")));
        }
        QCOMPARE(ours + theirs, 300);
    }

    void inAFolderThatIsProtected() {
        const Folder files({QStringLiteral("a")});
        QDir().mkdir(files.path(QStringLiteral("in")));
        files.write(QStringLiteral("in/a"), "a");
        const OrdinaryUser user(files.folder.path());
        QFile::setPermissions(files.path(QStringLiteral("in")), QFile::ReadOwner | QFile::ExeOwner);
        const FileChange change = catalog::moveFiles(files.moves(QStringLiteral("in/a>in/b")));
        QFile::setPermissions(files.path(QStringLiteral("in")),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!change.isDone());
        QVERIFY2(change.message.contains(QLatin1String("Permission denied")), qPrintable(change.message));
        QCOMPARE(files.read(QStringLiteral("in/a")), QByteArray("a"));
    }

    void toTheTrashAndBack() {
        const TrashFixture trash;
        const Folder files({QStringLiteral("0001.md"), QStringLiteral("ä %.md")});
        for (const QString& name : {QStringLiteral("0001.md"), QStringLiteral("ä %.md")}) {
            const QString path = files.path(name);
            QVERIFY(::chmod(QFile::encodeName(path).constData(), 0640) == 0);
            struct stat before {};
            struct stat after {};
            QVERIFY(::stat(QFile::encodeName(path).constData(), &before) == 0);
            const auto trashed = catalog::trashFile(path);
            QCOMPARE(trashed.error, QString());
            QVERIFY(!QFileInfo::exists(path));
            QCOMPARE(trash.files(), QStringList{name});
            QCOMPARE(trash.notes(), QStringList{name + QStringLiteral(".trashinfo")});
            QCOMPARE(trashed.bytes, name.toStdString());
            QCOMPARE(catalog::restoreFile(trashed).message, QString());
            QVERIFY(::stat(QFile::encodeName(path).constData(), &after) == 0);
            QVERIFY(before.st_ino == after.st_ino && before.st_mode == after.st_mode);
            QCOMPARE(files.read(name), name.toUtf8());
            QVERIFY(trash.files().isEmpty() && trash.notes().isEmpty());
        }
    }

    /// The note's form, as file managers read it.
    void theNote() {
        const TrashFixture trash;
        const Folder files({QStringLiteral("ä %.md")});
        QVERIFY(catalog::trashFile(files.path(QStringLiteral("ä %.md"))).error.isEmpty());
        QFile note(trash.path(QStringLiteral("info/ä %.md.trashinfo")));
        QVERIFY(note.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = note.readAll().split('\n');
        QCOMPARE(lines.value(0), QByteArray("[Trash Info]"));
        QCOMPARE(lines.value(1),
                 "Path=" + QFileInfo(files.folder.path()).canonicalFilePath().toUtf8() + "/%C3%A4%20%25.md");
        const auto when = QDateTime::fromString(QString::fromLatin1(lines.value(2)),
                                                QStringLiteral("'DeletionDate='yyyy-MM-dd'T'HH:mm:ss"));
        QVERIFY(when.isValid());
    }

    /// Two of one name: each has its own place and goes back to its own.
    void twoOfOneName() {
        const TrashFixture trash;
        const Folder one({QStringLiteral("0001.md")});
        const Folder other({QStringLiteral("0001.md")});
        other.write(QStringLiteral("0001.md"), "other");
        const auto first = catalog::trashFile(one.path(QStringLiteral("0001.md")));
        const auto second = catalog::trashFile(other.path(QStringLiteral("0001.md")));
        QCOMPARE(trash.files(), (QStringList{QStringLiteral("0001 2.md"), QStringLiteral("0001.md")}));
        QVERIFY(catalog::restoreFile(second).isDone());
        QVERIFY(catalog::restoreFile(first).isDone());
        QCOMPARE(other.read(QStringLiteral("0001.md")), QByteArray("other"));
        QCOMPARE(one.read(QStringLiteral("0001.md")), QByteArray("0001.md"));
    }

    void theOldNameIsTaken() {
        const TrashFixture trash;
        const Folder files({QStringLiteral("0001.md")});
        const auto trashed = catalog::trashFile(files.path(QStringLiteral("0001.md")));
        files.write(QStringLiteral("0001.md"), "another");
        const FileChange change = catalog::restoreFile(trashed);
        QVERIFY(!change.isDone());
        QVERIFY2(change.message.contains(QLatin1String("stays in the trash")), qPrintable(change.message));
        QCOMPARE(files.read(QStringLiteral("0001.md")), QByteArray("another"));
        QCOMPARE(trash.files(), QStringList{QStringLiteral("0001.md")});
    }

    void theTrashWasEmptied() {
        const TrashFixture trash;
        const Folder files({QStringLiteral("0001.md")});
        const auto trashed = catalog::trashFile(files.path(QStringLiteral("0001.md")));
        trash.empty();
        const FileChange change = catalog::restoreFile(trashed);
        QVERIFY(change.isDone());
        QVERIFY2(change.message.contains(QLatin1String("anew")), qPrintable(change.message));
        QCOMPARE(files.read(QStringLiteral("0001.md")), QByteArray("0001.md"));
    }

    /// Where there can be no trash the file stays, and it is said.
    void noTrash() {
        const TrashFixture trash;
        const Folder files({QStringLiteral("0001.md")});
        QFile blocked(trash.path(QString()).chopped(1));
        QVERIFY(blocked.open(QIODevice::WriteOnly));  // a file in the place of the folder
        const OrdinaryUser user(files.folder.path()); // who can make none beside the root
        const auto trashed = catalog::trashFile(files.path(QStringLiteral("0001.md")));
        QVERIFY2(trashed.error.contains(QLatin1String("no trash")), qPrintable(trashed.error));
        QCOMPARE(files.state(), QStringLiteral("0001.md=0001.md"));
    }

    void whatIsNoFile() {
        const TrashFixture trash;
        const Folder files({});
        QDir().mkdir(files.path(QStringLiteral("0001.md")));
        QVERIFY(!catalog::trashFile(files.path(QStringLiteral("0001.md"))).error.isEmpty());
        QVERIFY(!catalog::trashFile(files.path(QStringLiteral("none.md"))).error.isEmpty());
        QVERIFY(QFileInfo(files.path(QStringLiteral("0001.md"))).isDir());
    }

    /// Another file system has a trash of its own; nothing is copied.
    void onAnotherFileSystem() {
        QTemporaryDir shm(QStringLiteral("/dev/shm/episode-desk-XXXXXX"));
        const TrashFixture trash;
        const auto deviceOf = [](const QString& path) {
            struct stat info {};
            return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_dev : 0;
        };
        if (!shm.isValid() || deviceOf(shm.path()) == deviceOf(QDir::tempPath()))
            QSKIP("There is no second file system in /dev/shm.");
        const QString path = shm.filePath(QStringLiteral("0001.md"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("shm") == 3);
        file.close();
        const auto trashed = catalog::trashFile(path);
        QCOMPARE(trashed.error, QString());
        QVERIFY2(trashed.trashed.startsWith(QLatin1String("/dev/shm/.Trash")), qPrintable(trashed.trashed));
        QVERIFY(trash.files().isEmpty());
        QVERIFY(catalog::restoreFile(trashed).isDone());
        QVERIFY(QFileInfo::exists(path));
    }
};

QTEST_GUILESS_MAIN(TestEpisodeFiles)
#include "tst_episodefiles.moc"
