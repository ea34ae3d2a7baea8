// SPDX-License-Identifier: MIT
#include "audio/roughwaveform.h"

#include "audio/mp3decoder.h"
#include "audio/waveform.h"
#include "support/framefixture.h"
#include "support/soundfixture.h"
#include "support/soundtools.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using audio::RoughWaveform;

class TestRoughWaveform : public QObject {
    Q_OBJECT

    static audio::ReadAt readerOf(const QByteArray& bytes) {
        return [bytes](std::uint64_t offset, char* into, std::size_t size) -> std::size_t {
            if (offset >= std::uint64_t(bytes.size()))
                return 0;
            const std::size_t part = std::min<std::size_t>(size, std::size_t(bytes.size()) - offset);
            std::memcpy(into, bytes.constData() + offset, part);
            return part;
        };
    }
    static RoughWaveform roughOf(const QByteArray& bytes) {
        const std::atomic<bool> isCancelled = false;
        return audio::roughWaveform(readerOf(bytes), isCancelled);
    }
    static QByteArray frames(const FrameKind& kind, int count, unsigned gain) {
        const int granules = kind.channels * (kind.isMpeg1 ? 2 : 1);
        QByteArray bytes;
        for (int i = 0; i < count; ++i)
            bytes += frameWith(kind, std::vector<unsigned>(std::size_t(granules), gain));
        return bytes;
    }
    static double correlation(const std::vector<double>& one, const std::vector<double>& other) {
        double sums[5] = {};
        for (std::size_t i = 0; i < one.size(); ++i) {
            sums[0] += one[i];
            sums[1] += other[i];
            sums[2] += one[i] * one[i];
            sums[3] += other[i] * other[i];
            sums[4] += one[i] * other[i];
        }
        const auto count = double(one.size());
        return (count * sums[4] - sums[0] * sums[1]) /
               std::sqrt((count * sums[2] - sums[0] * sums[0]) * (count * sums[3] - sums[1] * sums[1]));
    }

private slots:
    void everyKindOfFrame_data() {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<int>("granules");
        QTest::addColumn<int>("sampleRate");
        QTest::addColumn<qint64>("duration");
        QTest::newRow("MPEG-1 stereo")
            << frameWith(stereo44, {206, 150, 100, 110}) << 2 << 44100 << qint64{261};
        QTest::newRow("MPEG-1 mono") << frameWith(mono44, {206, 110}) << 2 << 44100 << qint64{261};
        QTest::newRow("MPEG-1 with checksum")
            << frameWith(checked48, {150, 206, 110, 100}) << 2 << 48000 << qint64{240};
        QTest::newRow("MPEG-2 stereo") << frameWith(stereo22, {150, 206}) << 1 << 22050 << qint64{261};
        QTest::newRow("MPEG-2.5 mono") << frameWith(mono11, {206}) << 1 << 11025 << qint64{522};
    }
    void everyKindOfFrame() {
        QFETCH(QByteArray, one);
        QFETCH(int, granules);
        QFETCH(int, sampleRate);
        QFETCH(qint64, duration);
        const RoughWaveform rough = roughOf(one.repeated(10));
        QCOMPARE(rough.frames, std::uint64_t{10});
        QCOMPARE(int(rough.sampleRate), sampleRate);
        QCOMPARE(rough.duration(), duration);
        QCOMPARE(int(rough.levels.size()), 10 * granules);
        // Of each granule the loudest channel; each sounds on into the next.
        const auto level = [&rough](std::size_t i) { return int{rough.levels[i]}; };
        QVERIFY(level(3) > 80 && level(3) < 255);
        QVERIFY(std::abs(level(0) - (granules == 2 ? level(3) : level(3) / 2)) <= 1);
    }

    void louderGranulesStandHigher() {
        const RoughWaveform rough = roughOf(frames(stereo44, 100, 206) + frames(stereo44, 100, 198) +
                                            frames(stereo44, 100, 0) + frames(stereo44, 100, 206));
        QCOMPARE(int{rough.levels[100]}, 191);               // the usual height of the loudest
        QVERIFY(std::abs(int{rough.levels[300]} - 83) <= 2); // two octaves lower: 191 * 2^(-2 * 0.6)
        QCOMPARE(int{rough.levels[500]}, 0);
        QCOMPARE(int{rough.levels[600]}, 96); // half of the first loud one
        QCOMPARE(int{rough.levels[601]}, 191);
        const double granule = 576 * 1000.0 / 44'100;
        QCOMPARE(rough.levelBetween(450 * granule, 599 * granule), 0.0);
        QVERIFY(rough.levelBetween(450 * granule, 700 * granule) > 0.7);
    }

    void aQuietRecordingStaysLow() {
        QVERIFY(roughOf(frames(stereo44, 100, 120)).levelBetween(100, 200) < 0.1);
    }

    void silenceIsSilent() {
        const RoughWaveform rough = roughOf(silentMp3(10));
        QCOMPARE(rough.levelBetween(0, 10'000), 0.0);
        QVERIFY(std::abs(rough.duration() - 10'000) < 30);
    }

    void whatStandsBetweenFrames_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("between");
        QTest::addColumn<QByteArray>("behind");
        const QByteArray none;
        QTest::newRow("nothing") << none << none << none;
        QTest::newRow("a tag") << id3Tag(5000) << none << none;
        QTest::newRow("tags") << id3Tag(10) + id3Tag(300'000) << none << none;
        QTest::newRow("zeros") << none << QByteArray(400'000, '\0') << none;
        QTest::newRow("syncs that are none")
            << QByteArray(3000, '\xFF') << QByteArray(300'000, '\xFF') << none;
        QTest::newRow("headers that lead nowhere")
            << none << QByteArray(1, '\0') + QByteArray::fromHex("fffb9000").repeated(50'000) << none;
        QTest::newRow("another stream's header") << none << QByteArray::fromHex("fffb9400") << none;
        QTest::newRow("a tag in the middle") << none << id3Tag(999) << none;
        QTest::newRow("tags that lie") << QByteArray("ID3\x04\0\0\x7f\x7f\xff\x7f", 10) << none << none;
        QTest::newRow("ID3v1") << none << none << QByteArray("TAG").leftJustified(128, ' ');
        QTest::newRow("half a frame") << none << none << frames(stereo44, 1, 9).left(200);
    }
    void whatStandsBetweenFrames() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, between);
        QFETCH(QByteArray, behind);
        const RoughWaveform rough =
            roughOf(before + frames(stereo44, 300, 180) + between + frames(stereo44, 300, 206) + behind);
        QCOMPARE(int(rough.frames), 600);
        QCOMPARE(rough.seams.size(), std::size_t{3});
        QCOMPARE(qint64(rough.seams[0]), qint64(before.size()));
        QCOMPARE(qint64(rough.seams[2]), qint64(before.size() + between.size() + 512 * 417));
    }

    void nothingThatIsSound_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("#EXTM3U\nhttp://127.0.0.1/\n");
        QTest::newRow("only a tag") << id3Tag(100);
        QTest::newRow("a tag over the end") << id3Tag(100).left(40);
        QTest::newRow("many tags") << id3Tag(0).repeated(100'000);
        QTest::newRow("20 MB of zeros, then frames")
            << QByteArray(20'000'000, '\0') + frames(stereo44, 9, 100);
        QTest::newRow("too little of free format")
            << QByteArray::fromHex("fffb0000").leftJustified(400, '\0').repeated(2);
    }
    void nothingThatIsSound() {
        QFETCH(QByteArray, bytes);
        const RoughWaveform rough = roughOf(bytes);
        QCOMPARE(rough.frames, std::uint64_t{0});
        QCOMPARE(rough.duration(), qint64{0});
        QCOMPARE(rough.levelBetween(0, 1000), 0.0);
    }

    void freeFormat() {
        const QByteArray one = QByteArray::fromHex("fffb0000").leftJustified(400, '\0');
        const QByteArray padded = QByteArray::fromHex("fffb0200").leftJustified(401, '\0');
        const RoughWaveform rough = roughOf(id3Tag(70) + (one + padded + one).repeated(200));
        QCOMPARE(int(rough.frames), 600);
        QCOMPARE(rough.freeBytes, 400);
        QCOMPARE(qint64(rough.seams[1]), qint64{80 + 256 * 400 + 85});
        QCOMPARE(roughOf(frames(stereo44, 9, 100)).freeBytes, 0);
    }

    void theEncodersNotesAreNoSound() {
        QByteArray notes = frameWith(stereo44, {0, 0, 0, 0});
        notes.replace(36, 4, "Info");
        notes.replace(36 + 120, 9, "LAME3.100");
        notes.replace(36 + 120 + 21, 3, QByteArray::fromHex("240483")); // 576 before, 1155 behind
        const RoughWaveform rough = roughOf(notes + frames(stereo44, 100, 206));
        QCOMPARE(int(rough.frames), 100);
        QCOMPARE(int(rough.skippedAtStart), 576 + 529);
        QCOMPARE(int(rough.skippedAtEnd), 1155 - 529);
        QCOMPARE(rough.duration(), qint64{(115'200 - 1105 - 626) * 1000LL / 44'100});
    }

    void aCancelledWalkEnds() {
        const std::atomic<bool> isCancelled = true;
        QCOMPARE(audio::roughWaveform(readerOf(silentMp3(5)), isCancelled).frames, std::uint64_t{0});
    }

    void itResemblesTheSound_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("sampleRate");
        const auto options = [](const char* words) {
            return QString::fromLatin1(words).split(QLatin1Char(' '));
        };
        QTest::newRow("128 kbit/s joint stereo") << options("-b 128") << 2 << 44100;
        QTest::newRow("64 kbit/s mono") << options("-b 64 -m m") << 1 << 44100;
        QTest::newRow("variable") << options("-V 4") << 2 << 44100;
        QTest::newRow("MPEG-2") << options("-b 64") << 1 << 22050;
        QTest::newRow("with checksums") << options("-b 192 -p") << 2 << 48000;
    }
    void itResemblesTheSound() {
        QFETCH(QStringList, options);
        QFETCH(int, channels);
        QFETCH(int, sampleRate);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("speech.mp3"));
        if (!encodeMp3(path, speech(30, channels, sampleRate), options))
            QSKIP("lame is not installed");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const RoughWaveform rough = roughOf(bytes);
        QVERIFY2(std::abs(rough.duration() - 30'000) <= 1, qPrintable(QString::number(rough.duration())));
        audio::Mp3Frames walk(readerOf(bytes));
        audio::Mp3Decoder decoder;
        audio::WaveformBuilder builder(audio::RoughWaveform::samplesPerLevel);
        while (const auto frame = walk.next())
            if (frame->notes().empty())
                decoder.decode(frame->bytes, [&](const std::int16_t* samples, std::size_t count,
                                                 unsigned of) { builder.add(samples, count, of); });
        std::vector<double> stated, heard;
        for (std::size_t i = 0; i < std::min(rough.levels.size(), builder.peaks().size()); ++i) {
            stated.push_back(rough.levels[i] / 255.0);
            heard.push_back(std::max<int>(builder.peaks()[i].high, -builder.peaks()[i].low) / 127.0);
        }
        const double alike = correlation(stated, heard);
        double sumStated = 0, sumHeard = 0;
        for (std::size_t i = 0; i < stated.size(); ++i) {
            sumStated += stated[i];
            sumHeard += heard[i];
        }
        const double ratio = sumStated / sumHeard;
        qInfo("correlation %.3f, height %.2f", alike, ratio);
        QVERIFY(alike > 0.75);
        QVERIFY(ratio > 0.5 && ratio < 2);
    }
};

QTEST_GUILESS_MAIN(TestRoughWaveform)
#include "tst_roughwaveform.moc"
