// SPDX-License-Identifier: MIT
#include "audio/framewalk.h"

#include "audio/mediafile.h"
#include "support/soundfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace {

/// One frame of any kind: its header in hexadecimal, and how long it then is.
QByteArray frame(const char* header, int length) {
    return QByteArray::fromHex(header) + QByteArray(length - 4, '\0');
}

QByteArray frames(const QByteArray& one, int count) {
    return one.repeated(count);
}

} // namespace

class TestFrameWalk : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static audio::FrameWalk walk(const QByteArray& bytes) {
        return audio::walkFrames(audio::MemoryBytes(bytes));
    }

    static QString run(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        return process.waitForFinished(120'000) ? QString::fromUtf8(process.readAll()) : QString();
    }

    /// How many seconds of sound ffmpeg decodes.
    static double decodedSeconds(const QString& ffmpeg, const QString& path) {
        const QString pcm = path + QLatin1String(".raw");
        run(ffmpeg, {QStringLiteral("-v"), QStringLiteral("quiet"), QStringLiteral("-y"),
                     QStringLiteral("-i"), path, QStringLiteral("-map"), QStringLiteral("0:a"),
                     QStringLiteral("-ac"), QStringLiteral("1"), QStringLiteral("-ar"),
                     QStringLiteral("8000"), QStringLiteral("-f"), QStringLiteral("s16le"), pcm});
        const double seconds = static_cast<double>(QFile(pcm).size()) / 16'000;
        QFile::remove(pcm);
        return seconds;
    }

    QString pathOf(const QString& name) const { return m_folder.filePath(name); }

    /// A tone that comes and goes, as a file that encoders read.
    QString tone(const QString& ffmpeg, int seconds, int rate) const {
        const QString path = pathOf(QStringLiteral("tone-%1-%2.wav").arg(seconds).arg(rate));
        run(ffmpeg,
            {QStringLiteral("-v"), QStringLiteral("quiet"), QStringLiteral("-y"), QStringLiteral("-f"),
             QStringLiteral("lavfi"), QStringLiteral("-i"),
             QStringLiteral(
                 "aevalsrc='0.3*sin(2*PI*330*t)*lt(mod(t,5),3)+0.2*random(0)*gt(mod(t,5),4)':s=%1:d=%2")
                 .arg(rate)
                 .arg(seconds),
             path});
        return path;
    }

    static void keep(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
    }

    static QByteArray contents(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void kinds_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("facts"); // frames, bit rate, constant, samples a second, channels
        const auto row = [](const char* name, const QByteArray& bytes, double seconds, const char* facts) {
            QTest::newRow(name) << bytes << seconds << QString::fromLatin1(facts);
        };
        row("MPEG-1 III", frames(frame("fffb9000", 417), 100), 100 * 1152 / 44100.0, "100 127706 1 44100 2");
        row("MPEG-1 III mono", frames(frame("fffb90c0", 417), 10), 10 * 1152 / 44100.0,
            "10 127706 1 44100 1");
        row("MPEG-1 II", frames(frame("fffd8400", 384), 50), 50 * 1152 / 48000.0, "50 128000 1 48000 2");
        row("MPEG-1 I", frames(frame("ffff4800", 192), 50), 50 * 384 / 32000.0, "50 128000 1 32000 2");
        row("MPEG-2 III", frames(frame("fff38000", 208), 60), 60 * 576 / 22050.0, "60 63700 1 22050 2");
        row("MPEG-2 II", frames(frame("fff58400", 384), 60), 60 * 1152 / 24000.0, "60 64000 1 24000 2");
        row("MPEG-2.5 III", frames(frame("ffe34800", 288), 60), 60 * 576 / 8000.0, "60 32000 1 8000 2");
        row("variable", frames(mp3Frame(9) + mp3Frame(5), 30), 60 * 1152 / 44100.0, "60 95703 0 44100 2");
        row("two samplings, one behind the other",
            frames(frame("fffb9000", 417), 40) + frames(frame("fffb9400", 384), 40),
            40 * 1152 / 44100.0 + 40 * 1152 / 48000.0, "80 127847 1 44100 2");
    }

    void kinds() {
        QFETCH(QByteArray, bytes);
        QFETCH(double, seconds);
        QFETCH(QString, facts);
        const audio::FrameWalk found = walk(bytes);
        QCOMPARE(found.error, QString());
        QCOMPARE(found.durationMs, std::llround(seconds * 1000));
        QCOMPARE(QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(found.frames)
                     .arg(found.bitRate)
                     .arg(found.isConstant)
                     .arg(found.sampleRate)
                     .arg(found.channels),
                 facts);
        QCOMPARE(found.soundBytes, bytes.size());
    }

    void surroundings_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("behind");
        QTest::addColumn<qint64>("stray");
        const QByteArray old = "TAG" + QByteArray(125, 'x');
        QByteArray ape = "APETAGEX" + QByteArray::fromHex("d007000040000000") +
                         QByteArray("\1\0\0\0\0\0\0\0", 8) + QByteArray(8, '\0');
        ape[12] = static_cast<char>(72);
        ape[13] = '\0';
        const auto row = [](const char* name, const QByteArray& before, const QByteArray& behind) {
            QTest::newRow(name) << before << behind << qint64{0};
        };
        row("nothing", {}, {});
        row("tag", id3Tag(700'000), {});
        row("three tags", id3Tag(10) + id3Tag(0) + id3Tag(4000), {});
        row("tag that says it is longer than the file", QByteArray("ID3\4\0\0\x7F\x7F\x7F\x7F", 10), {});
        row("tag that says it is shorter than it is", id3Tag(10) + QByteArray(5000, '\7'), {});
        row("a frame's beginning inside a tag", id3TagOf(mp3Frame(9) + mp3Frame(9)), {});
        row("zeros", QByteArray(300'000, '\0'), {});
        row("FF all along", QByteArray(300'000, '\xFF'), {});
        row("ID3v1", {}, old);
        row("ID3v1 with extension", {}, "TAG+" + QByteArray(223, 'x') + old);
        row("APE", {}, QByteArray(40, '\xFF') + ape);
        row("APE and ID3v1", {}, QByteArray(40, '\xFF') + ape + old);
        row("Lyrics3", {}, "LYRICSBEGIN" + QByteArray(20, '\xFB') + "000031LYRICS200" + old);
        row("text", {}, "the end of a download page");
    }

    void surroundings() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, behind);
        const QByteArray sound = frames(mp3Frame(9), 200);
        const audio::FrameWalk found = walk(before + sound + behind);
        QCOMPARE(found.error, QString());
        QCOMPARE(found.frames, qint64{200});
        QCOMPARE(found.soundBegin, before.size());
        QCOMPARE(found.soundEnd, before.size() + sound.size());
        QVERIFY(!found.isLastCut);
    }

    void garbageInside() {
        const QByteArray sound = frames(mp3Frame(9), 50);
        const audio::FrameWalk found = walk(sound + QByteArray(1000, '\x55') + sound + id3Tag(500) + sound);
        QCOMPARE(found.frames, qint64{150});
        QCOMPARE(found.strayBytes, qint64{1000 + 510});
    }

    void cut() {
        const audio::FrameWalk found = walk(frames(mp3Frame(9), 10).chopped(100));
        QCOMPARE(found.frames, qint64{10});
        QVERIFY(found.isLastCut);
    }

    void encoderFacts_data() {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<int>("samples");
        constexpr int all = 100 * 1152;
        QTest::newRow("none") << QByteArray() << all;
        QTest::newRow("LAME") << infoFrame(100, 576, 1000) << all - 576 - 1000;
        QTest::newRow("Lavc") << infoFrame(100, 1105, 700, "Lavc58.54") << all - 1105 - 700;
        QTest::newRow("another encoder") << infoFrame(100, 576, 1000, "Other 1.0") << all;
        QTest::newRow("more frames stated") << infoFrame(140, 576, 1000) << all - 576 - 529;
        QTest::newRow("no frames stated") << infoFrame(0, 576, 1000) << all + 1152;
    }

    void encoderFacts() {
        QFETCH(QByteArray, first);
        QFETCH(int, samples);
        QCOMPARE(walk(first + frames(mp3Frame(9), 100)).durationMs, std::llround(samples / 44.1));
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("playlist") << QByteArray("#EXTM3U\nhttp://media.example.org/1.mp3\n");
        QTest::newRow("only a tag") << id3Tag(4000);
        QTest::newRow("only the encoder's frame") << infoFrame(1, 0, 0);
        QTest::newRow("too little of free format") << frames(frame("fffb0000", 300), 2);
        QTest::newRow("reserved values") << frames(frame("fff9f800", 300), 20);
        QTest::newRow("half a header") << QByteArray("\xFF\xFB");
    }

    void refused() {
        QFETCH(QByteArray, bytes);
        const audio::FrameWalk found = walk(bytes);
        QVERIFY(!found.error.isEmpty());
        QCOMPARE(found.durationMs, qint64{0});
    }

    void freeFormat_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("soundBytes");
        QTest::addColumn<int>("strayBytes");
        const QByteArray plain = frame("fffb0000", 300), padded = frame("fffb0200", 301);
        QTest::newRow("alike") << frames(plain, 20) << 20 << 6000 << 0;
        QTest::newRow("padded now and then") << frames(plain + padded + plain, 20) << 60 << 18'020 << 0;
        QTest::newRow("begins padded") << frames(padded + plain, 20) << 40 << 12'020 << 0;
        QTest::newRow("behind a tag") << id3Tag(5000) + frames(plain, 20) << 20 << 6000 << 0;
        QTest::newRow("stray bytes") << frames(plain, 20) + QByteArray(70, 'x') + frames(plain, 20) << 40
                                     << 12'000 << 70;
        QTest::newRow("large") << frames(frame("fffb0000", 2089), 20) << 20 << 41'780 << 0;
        QTest::newRow("other frames between")
            << frames(plain, 20) + frames(mp3Frame(9), 2) + frames(plain, 20) << 40 << 12'000 << 834;
    }

    void freeFormat() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, count);
        QFETCH(int, soundBytes);
        QFETCH(int, strayBytes);
        const audio::FrameWalk found = walk(bytes);
        QCOMPARE(found.error, QString());
        QCOMPARE(found.frames, qint64{count});
        QCOMPARE(found.soundBytes, qint64{soundBytes});
        QCOMPARE(found.strayBytes, qint64{strayBytes});
        QCOMPARE(found.durationMs, std::llround(count * 1152 / 44.1));
        QVERIFY(found.isConstant);
    }

    void freeFormatAsLameWritesIt() {
        const QString encoder = QStandardPaths::findExecutable(QStringLiteral("lame"));
        const QString ffmpeg = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
        if (encoder.isEmpty() || ffmpeg.isEmpty())
            QSKIP("ffmpeg or lame is not installed");
        const QString wav = tone(ffmpeg, 20, 44'100), path = pathOf(QStringLiteral("free.mp3"));
        run(encoder, {QStringLiteral("--quiet"), QStringLiteral("--freeformat"), QStringLiteral("-b"),
                      QStringLiteral("320"), wav, path});
        const audio::FrameWalk found = walk(contents(path));
        QCOMPARE(found.error, QString());
        QCOMPARE(found.durationMs, qint64{20'000});
        QVERIFY2(std::abs(found.bitRate - 320'000) < 1000, qPrintable(QString::number(found.bitRate)));
    }

    /// Every place may be the beginning of a frame: what is tried is bounded.
    void hostileFreeFormat() {
        QElapsedTimer clock;
        clock.start();
        const QByteArray headers = QByteArray::fromHex("fffb0000fffa0000fff30000").repeated(1'000'000);
        walk(headers);
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    }

    void againstFfmpeg_data() {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("rate");
        QTest::addColumn<QStringList>("lame");
        QTest::addColumn<QString>("then");
        const auto row = [](const char* name, int rate, const char* options, const char* then) {
            QTest::newRow(name) << 47 << rate << QString::fromLatin1(options).split(QLatin1Char(' '))
                                << QString::fromLatin1(then);
        };
        row("constant", 44100, "-b 96", "");
        row("constant, no header", 44100, "-b 96 -t", "");
        row("variable", 44100, "-V 5", "");
        row("variable, no header", 44100, "-V 5 -t", "");
        row("variable, cut", 44100, "-V 5", "cut");
        row("variable, no header, cut", 44100, "-V 5 -t", "cut");
        row("variable, no header, behind a large tag", 44100, "-V 5 -t", "tag");
        row("average", 32000, "--abr 80", "");
        row("MPEG-2", 22050, "-b 48 -m m", "");
        row("MPEG-2.5", 11025, "-V 6", "tag");
        row("checksums", 44100, "-b 64 -p", "");
        row("one behind the other", 44100, "-b 64", "twice");
    }

    void againstFfmpeg() {
        QFETCH(int, seconds);
        QFETCH(int, rate);
        QFETCH(QStringList, lame);
        QFETCH(QString, then);
        const QString ffmpeg = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
        const QString encoder = QStandardPaths::findExecutable(QStringLiteral("lame"));
        if (ffmpeg.isEmpty() || encoder.isEmpty())
            QSKIP("ffmpeg or lame is not installed");
        const QString path = pathOf(QStringLiteral("sound.mp3"));
        run(encoder,
            QStringList{QStringLiteral("--quiet")} + lame + QStringList{tone(ffmpeg, seconds, rate), path});
        const QByteArray sound = contents(path);
        QVERIFY(!sound.isEmpty());
        if (then == QLatin1String("cut"))
            keep(path, sound.left(sound.size() * 2 / 3 + 57));
        else if (then == QLatin1String("tag"))
            keep(path, id3Tag(1'500'000) + sound);
        else if (then == QLatin1String("twice"))
            keep(path, sound + sound);
        const double expected = decodedSeconds(ffmpeg, path);
        const double found = static_cast<double>(walk(contents(path)).durationMs) / 1000;
        QVERIFY(expected > 1);
        QVERIFY2(std::abs(found - expected) < 0.05,
                 qPrintable(QStringLiteral("%1 instead of %2").arg(found).arg(expected)));
        qInfo("%.3f s, ffmpeg %.3f s", found, expected);
    }
};

QTEST_GUILESS_MAIN(TestFrameWalk)
#include "tst_framewalk.moc"
