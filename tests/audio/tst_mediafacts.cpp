// SPDX-License-Identifier: MIT
#include "audio/mediafacts.h"

#include "support/soundfixture.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

class TestMediaFacts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
        return path;
    }

private slots:
    void anMp3IsMeasured() {
        const QByteArray sound = id3TagOf(id3Text("TIT2", "Inside")) + silentMp3(10);
        const audio::MediaFacts facts = audio::measureFile(write(QStringLiteral("a.mp3"), sound));
        QCOMPARE(facts.error, QString());
        QCOMPARE(facts.bytes, sound.size());
        QCOMPARE(facts.type, QStringLiteral("audio/mpeg"));
        QCOMPARE(facts.durationMs, qint64{10'005});
        QVERIFY(facts.isExact && facts.isConstant && !facts.isLastCut);
        QCOMPARE(facts.tags.title, QStringLiteral("Inside"));
    }

    void othersAreTakenAtTheirWord_data() {
        QTest::addColumn<QString>("type");
        QTest::newRow("wav") << QStringLiteral("audio/wav");
        QTest::newRow("flac") << QStringLiteral("audio/flac");
        QTest::newRow("ogg") << QStringLiteral("audio/ogg");
        QTest::newRow("opus") << QStringLiteral("audio/ogg");
        QTest::newRow("m4a") << QStringLiteral("audio/mp4");
    }
    void othersAreTakenAtTheirWord() {
        QFETCH(QString, type);
        const QString ffmpeg = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
        if (ffmpeg.isEmpty())
            QSKIP("ffmpeg is not installed");
        const QString path = m_folder.filePath(QLatin1String("a.") + QLatin1String(QTest::currentDataTag()));
        QProcess::execute(ffmpeg, {QStringLiteral("-v"), QStringLiteral("quiet"), QStringLiteral("-f"),
                                   QStringLiteral("lavfi"), QStringLiteral("-i"),
                                   QStringLiteral("sine=f=330:r=48000:d=7"), path});
        const audio::MediaFacts facts = audio::measureFile(path);
        QCOMPARE(facts.error, QString());
        QCOMPARE(facts.type, type);
        QVERIFY2(qAbs(facts.durationMs - 7000) <= 50, qPrintable(QString::number(facts.durationMs)));
        QVERIFY(!facts.isExact);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("playlist") << QByteArray("#EXTM3U\nfile:///etc/hostname\n");
        QTest::newRow("text") << QByteArray("not audio");
        QTest::newRow("a tag alone") << id3Tag(5000);
    }
    void refused() {
        QFETCH(QByteArray, bytes);
        const audio::MediaFacts facts = audio::measureFile(write(QStringLiteral("bad.mp3"), bytes));
        QVERIFY(!facts.error.isEmpty());
        QCOMPARE(facts.durationMs, qint64{-1});
        QCOMPARE(facts.bytes, bytes.size());
    }

    void aPipeIsNotOpened() {
        const QString path = m_folder.filePath(QStringLiteral("pipe.mp3"));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QVERIFY(audio::measureFile(path).error.contains(QLatin1String("not a regular file")));
    }
};

QTEST_GUILESS_MAIN(TestMediaFacts)
#include "tst_mediafacts.moc"
