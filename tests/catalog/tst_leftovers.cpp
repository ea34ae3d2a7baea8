// SPDX-License-Identifier: MIT
#include "catalog/leftovers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/// A process that has ended, so that its number is nobody's.
static qint64 endedProcess() {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    ::waitpid(child, nullptr, 0);
    return child;
}

class TestLeftovers : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_ended = 0;

    QString write(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
        return path;
    }
    QString leftover(const QByteArray& bytes, qint64 process, const QString& ending = {}) const {
        return write(QStringLiteral(".0001.md.episode-desk-%1-1ab2%2").arg(process).arg(ending), bytes);
    }
    static void makeOld(const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite) ||
            !file.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime))
            qFatal("cannot set the time");
    }

private slots:
    void initTestCase() { m_ended = endedProcess(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void namesAreOurs() {
        const QByteArray name = catalog::temporaryName("0001.md");
        QVERIFY(name.startsWith(".0001.md.episode-desk-" +
                                QByteArray::number(QCoreApplication::applicationPid()) + '-'));
        QVERIFY(name != catalog::temporaryName("0001.md"));
    }

    void longNamesHaveTemporariesToo_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isCut");
        const QString ending = QStringLiteral(".md");
        QTest::newRow("room for all") << QString(188, u'a') + ending << false;
        QTest::newRow("one byte too long") << QString(189, u'a') + ending << true;
        QTest::newRow("as long as can be") << QString(252, u'a') + ending << true;
        QTest::newRow("letters of two bytes") << QString(126, QChar(0xE4)) + ending << true;
        QTest::newRow("letters of three bytes") << QString(84, QChar(0x3042)) + ending << true;
    }
    void longNamesHaveTemporariesToo() {
        QFETCH(QString, name);
        QFETCH(bool, isCut);
        const QByteArray temporary = catalog::temporaryName(QFile::encodeName(name));
        QVERIFY2(temporary.size() <= 255 - 7, temporary.constData()); // "-old" or QSaveFile's ending follow
        QCOMPARE(temporary.contains('~'), isCut);
        QCOMPARE(QFile::encodeName(QFile::decodeName(temporary)), temporary);
        // Found again, as of a process that has ended, and known by whose it is.
        write(name, "present");
        write(QStringLiteral("another") + name.mid(7), "another");
        QByteArray ended = temporary;
        ended.replace("-desk-" + QByteArray::number(QCoreApplication::applicationPid()),
                      "-desk-" + QByteArray::number(m_ended));
        const QString path = write(QFile::decodeName(ended + "-old"), "other");
        const catalog::Sweep sweep = catalog::sweepLeftovers(m_folder->path());
        QCOMPARE(sweep.leftovers.size(), std::size_t(1));
        QCOMPARE(sweep.leftovers.front().path, path);
        QCOMPARE(sweep.leftovers.front().episodePath, m_folder->filePath(name));
        QVERIFY(QFile::remove(path));
        write(QFile::decodeName(ended), "present");
        QCOMPARE(catalog::sweepLeftovers(m_folder->path()).deletedCount, 1);
    }

    void whatHoldsNothingMoreIsDeleted_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("ending");
        QTest::newRow("the same as the file") << QByteArray("present") << QString();
        QTest::newRow("nothing at all") << QByteArray() << QString();
        QTest::newRow("the old file, aside") << QByteArray("present") << QStringLiteral("-old");
        QTest::newRow("of the portable way") << QByteArray("present") << QStringLiteral(".aBcDeF");
    }
    void whatHoldsNothingMoreIsDeleted() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, ending);
        write(QStringLiteral("0001.md"), "present");
        const QString path = leftover(bytes, m_ended, ending);
        const catalog::Sweep sweep = catalog::sweepLeftovers(m_folder->path());
        QCOMPARE(sweep.deletedCount, 1);
        QVERIFY(sweep.leftovers.empty());
        QVERIFY(!QFile::exists(path));
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("0001.md"))));
    }

    void otherTextIsOffered_data() {
        QTest::addColumn<bool>("hasFile");
        QTest::addColumn<bool>("isOld");
        QTest::addColumn<bool>("isOlderThanFile");
        QTest::newRow("what was on its way") << true << false << false;
        QTest::newRow("what the file held before") << true << true << true;
        QTest::newRow("the file is gone") << false << true << false;
    }
    void otherTextIsOffered() {
        QFETCH(bool, hasFile);
        QFETCH(bool, isOld);
        QFETCH(bool, isOlderThanFile);
        const QString episode = m_folder->filePath(QStringLiteral("0001.md"));
        if (hasFile)
            write(QStringLiteral("0001.md"), "present");
        const QString path = leftover("other", m_ended);
        if (isOld)
            makeOld(path);
        const catalog::Sweep sweep = catalog::sweepLeftovers(m_folder->path());
        QCOMPARE(sweep.deletedCount, 0);
        QCOMPARE(sweep.leftovers.size(), std::size_t(1));
        const catalog::Leftover& found = sweep.leftovers.front();
        QCOMPARE(found.path, path);
        QCOMPARE(found.episodePath, episode);
        QCOMPARE(found.text, std::string("other"));
        QCOMPARE(found.isOlderThanFile, isOlderThanFile);
        QVERIFY(found.time.isValid());
        QCOMPARE(catalog::discardLeftover(found), QString());
        QVERIFY(!QFile::exists(path));
    }

    void whatRunsIsLeftAlone() {
        write(QStringLiteral("0001.md"), "present");
        const QString ours = leftover("present", QCoreApplication::applicationPid());
        const QString anothers = leftover("other", ::getppid());
        const catalog::Sweep sweep = catalog::sweepLeftovers(m_folder->path());
        QCOMPARE(sweep.deletedCount, 0);
        QVERIFY(sweep.leftovers.empty());
        QVERIFY(QFile::exists(ours) && QFile::exists(anothers));
    }

    void otherNamesAreNotOurs_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("no dot") << QStringLiteral("0001.md.episode-desk-%1-1ab2");
        QTest::newRow("no file") << QStringLiteral(".episode-desk-%1-1ab2");
        QTest::newRow("no random part") << QStringLiteral(".0001.md.episode-desk-%1");
        QTest::newRow("something after it") << QStringLiteral(".0001.md.episode-desk-%1-1ab2-new");
        QTest::newRow("no process") << QStringLiteral(".0001.md.episode-desk--%1");
    }
    void otherNamesAreNotOurs() {
        QFETCH(QString, name);
        write(QStringLiteral("0001.md"), "present");
        const QString path =
            write(name.contains(QLatin1String("--")) ? name.arg(QStringLiteral("1ab2")) : name.arg(m_ended),
                  "present");
        const catalog::Sweep sweep = catalog::sweepLeftovers(m_folder->path());
        QCOMPARE(sweep.deletedCount, 0);
        QVERIFY(sweep.leftovers.empty());
        QVERIFY(QFile::exists(path));
        QVERIFY(!catalog::discardLeftover({path, {}, "present", {}, false}).isEmpty());
        QVERIFY(QFile::exists(path));
    }

    void foldersInFoldersButNoLinks() {
        const QTemporaryDir elsewhere;
        const QString name = QStringLiteral(".0001.md.episode-desk-%1-1ab2").arg(m_ended);
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("a/b")));
        QFile deep(m_folder->filePath(QStringLiteral("a/b/") + name));
        QFile outside(elsewhere.filePath(name));
        for (QFile* file : {&deep, &outside})
            QVERIFY(file->open(QIODevice::WriteOnly) && file->write("other") == 5 && file->flush());
        QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(QStringLiteral("linked"))));
        QVERIFY(QFile::link(outside.fileName(), m_folder->filePath(name)));
        QCOMPARE(::mkfifo(m_folder->filePath(QStringLiteral(".2.md.episode-desk-%1-1").arg(m_ended))
                              .toUtf8()
                              .constData(),
                          0600),
                 0);
        const catalog::Sweep sweep = catalog::sweepLeftovers(m_folder->path());
        QCOMPARE(sweep.leftovers.size(), std::size_t(1));
        QCOMPARE(sweep.leftovers.front().path, deep.fileName());
        QVERIFY(QFile::exists(outside.fileName()));
    }

    void whatIsTooMuchIsLeft() {
        const QString large = leftover(QByteArray(17 * 1024 * 1024, 'x'), m_ended);
        for (int i = 0; i < 1100; ++i)
            write(QStringLiteral(".0002.md.episode-desk-%1-%2").arg(m_ended).arg(i), "other");
        const catalog::Sweep sweep = catalog::sweepLeftovers(m_folder->path());
        QCOMPARE(sweep.leftovers.size(), std::size_t(1000));
        QVERIFY(QFile::exists(large));
    }

    void changedMeanwhileIsNotDiscarded() {
        const QString path = leftover("other", m_ended);
        const catalog::Sweep sweep = catalog::sweepLeftovers(m_folder->path());
        QCOMPARE(sweep.leftovers.size(), std::size_t(1));
        leftover("yet another", m_ended);
        QVERIFY(!catalog::discardLeftover(sweep.leftovers.front()).isEmpty());
        QVERIFY(QFile::exists(path));
    }
};

QTEST_GUILESS_MAIN(TestLeftovers)
#include "tst_leftovers.moc"
