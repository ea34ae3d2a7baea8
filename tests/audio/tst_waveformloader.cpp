// SPDX-License-Identifier: MIT
#include "audio/waveformloader.h"

#include "audio/mp3decoder.h"
#include "audio/soundfile.h"
#include "audio/waveformcache.h"
#include "support/framefixture.h"
#include "support/soundfixture.h"
#include "support/soundtools.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using audio::WaveformLoader;
using Stage = audio::WaveformState::Stage;

class TestWaveformLoader : public QObject {
    Q_OBJECT

    static constexpr int patience = 60'000;

    struct Loading {
        QTemporaryDir folder;
        QTemporaryDir cache;
        WaveformLoader loader{cache.path()};
        std::vector<Stage> stages;
        std::vector<double> progress;

        Loading() {
            QObject::connect(&loader, &WaveformLoader::changed, &loader, [this] {
                if (stages.empty() || stages.back() != loader.state().stage)
                    stages.push_back(loader.state().stage);
                progress.push_back(loader.state().progress);
            });
        }
        QString write(const QByteArray& bytes, const char* name = "a.mp3") const {
            const QString path = folder.filePath(QLatin1String(name));
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write the fixture");
            return path;
        }
        bool finish(const QString& path) {
            loader.load(path);
            return QTest::qWaitFor([this] { return isDone(); }, patience);
        }
        bool isDone() const {
            return loader.state().stage == Stage::Exact || loader.state().stage == Stage::Failed;
        }
    };

    /// By one decoder in one go.
    static std::vector<audio::WavePeak> serialPeaks(const QString& path) {
        QString why;
        const auto file = audio::SoundFile::open(path, &why);
        audio::Mp3Frames frames(audio::SoundFile::reader(file));
        audio::Mp3Decoder decoder;
        audio::WaveformBuilder builder(256);
        while (const auto frame = frames.next())
            if (frame->notes().empty())
                decoder.decode(frame->bytes,
                               [&builder](const std::int16_t* samples, std::size_t count, unsigned channels) {
                                   builder.add(samples, count, channels);
                               });
        builder.finish();
        return builder.peaks();
    }

private slots:
    void roughThenExact() {
        Loading loading;
        const QString path = loading.write(silentMp3(600));
        loading.loader.load(path);
        QCOMPARE(loading.loader.state().stage, Stage::Opening); // nothing is done within the call
        QVERIFY(QTest::qWaitFor([&loading] { return loading.isDone(); }, patience));
        QCOMPARE(loading.stages, (std::vector<Stage>{Stage::Opening, Stage::Rough, Stage::Exact}));
        const auto& state = loading.loader.state();
        QVERIFY(std::abs(state.duration() - 600'000) < 60);
        QVERIFY(state.waveform->isWhole());
        QCOMPARE(state.waveform->silentUntil(), state.duration());
        QVERIFY(std::is_sorted(loading.progress.begin(), loading.progress.end()));
    }

    void theSecondTimeItIsThereAtOnce() {
        Loading loading;
        const QString path = loading.write(silentMp3(60));
        QVERIFY(loading.finish(path));
        const auto first = loading.loader.state().waveform;
        loading.stages.clear();
        QVERIFY(loading.finish(path));
        QCOMPARE(loading.stages, (std::vector<Stage>{Stage::Opening, Stage::Exact}));
        QCOMPARE(loading.loader.state().waveform->peaks(), first->peaks());
        QVERIFY(!loading.loader.state().rough);
    }

    void twoDecodersDrawWhatOneDraws_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("sampleRate");
        const auto options = [](const char* words) {
            return QString::fromLatin1(words).split(QLatin1Char(' '));
        };
        QTest::newRow("128 kbit/s") << options("-b 128") << 2 << 44100;
        QTest::newRow("variable, mono") << options("-V 6 -m m") << 1 << 44100;
        QTest::newRow("MPEG-2") << options("-b 64") << 1 << 22050;
        QTest::newRow("MPEG-2.5") << options("-b 32") << 1 << 8000;
    }
    void twoDecodersDrawWhatOneDraws() {
        QFETCH(QStringList, options);
        QFETCH(int, channels);
        QFETCH(int, sampleRate);
        Loading loading;
        const QString path = loading.folder.filePath(QStringLiteral("a.mp3"));
        if (!encodeMp3(path, speech(61, channels, sampleRate), options))
            QSKIP("lame is not installed");
        QVERIFY(loading.finish(path));
        const auto waveform = loading.loader.state().waveform;
        QVERIFY(waveform);
        QCOMPARE(waveform->duration(), qint64{61'000});
        QCOMPARE(waveform->peaks(), serialPeaks(path));
    }

    void freeFormatIsDrawnAsAnyOther() {
        Loading loading, usual;
        const QString path = loading.folder.filePath(QStringLiteral("a.mp3"));
        const QString other = usual.folder.filePath(QStringLiteral("a.mp3"));
        const QStringList rate{QStringLiteral("-b"), QStringLiteral("320")};
        if (!encodeMp3(path, speech(61, 2), QStringList{QStringLiteral("--freeformat")} + rate) ||
            !encodeMp3(other, speech(61, 2), rate))
            QSKIP("lame is not installed");
        QVERIFY(loading.finish(path) && usual.finish(other));
        QCOMPARE(loading.loader.state().problem, QString());
        const auto waveform = loading.loader.state().waveform, expected = usual.loader.state().waveform;
        QVERIFY(waveform && expected);
        QCOMPARE(waveform->duration(), qint64{61'000});
        QCOMPARE(waveform->peaks().size(), expected->peaks().size());
        int far = 0;
        for (std::size_t i = 0; i < waveform->peaks().size(); ++i)
            far += std::abs(waveform->peaks()[i].rms - expected->peaks()[i].rms) > 6 ? 1 : 0;
        QVERIFY2(far < 10, qPrintable(QString::number(far)));
    }

    void exactIsWhereTheSoundIs() {
        Loading loading;
        const QString path = loading.folder.filePath(QStringLiteral("a.mp3"));
        Sound sound{44'100, 1, std::vector<float>(std::size_t{44'100} * 40, 0.0F)};
        for (std::size_t i = 44'100 * 10; i < std::size_t{44'100} * 35; ++i)
            sound.samples[i] = 0.5F * std::sin(static_cast<float>(i % 44'100) * 0.05F);
        if (!encodeMp3(path, sound, {QStringLiteral("-b"), QStringLiteral("128")}))
            QSKIP("lame is not installed");
        QVERIFY(loading.finish(path));
        const auto waveform = loading.loader.state().waveform;
        QVERIFY2(std::abs(waveform->silentUntil() - 10'000) < 40,
                 qPrintable(QString::number(waveform->silentUntil())));
        QVERIFY2(std::abs(waveform->silentFrom() - 35'000) < 40,
                 qPrintable(QString::number(waveform->silentFrom())));
        const auto peak = waveform->between(20'000, 21'000);
        QVERIFY(std::abs(int{peak.high} - 64) < 6);
        QVERIFY(std::abs(int{peak.rms} - 90) < 6);
    }

    void framesThatCannotBeDecodedAreSilent() {
        Loading loading;
        const QByteArray good = frameWith(stereo44, {0, 0, 0, 0});
        QByteArray bad = good;
        bad.replace(4, 60, QByteArray(60, '\xff')); // side information and data
        const QByteArray bytes = (good + good + bad + good).repeated(1000);
        QVERIFY(loading.finish(loading.write(bytes)));
        QCOMPARE(loading.loader.state().stage, Stage::Exact);
        QCOMPARE(loading.loader.state().duration(), qint64{4000} * 1152 * 1000 / 44'100);
        for (const auto& peak : loading.loader.state().waveform->peaks())
            QVERIFY(peak.isKnown());
    }

    void whatIsNotDrawnIsSaidInWords_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("playlist") << QByteArray("#EXTM3U\nhttp://127.0.0.1:1/\n")
                                  << QStringLiteral("not an audio file");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("not an audio file");
        QTest::newRow("wave") << QByteArray("RIFF\x24\0\0\0WAVEfmt ", 16) + QByteArray(100, '\0')
                              << QStringLiteral("drawn for MP3 files");
        QTest::newRow("padding without end")
            << id3Tag(10) + QByteArray(70'000, '\0') << QStringLiteral("no sound in");
    }
    void whatIsNotDrawnIsSaidInWords() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        Loading loading;
        QVERIFY(loading.finish(loading.write(bytes)));
        QCOMPARE(loading.loader.state().stage, Stage::Failed);
        QVERIFY2(loading.loader.state().problem.contains(words), qPrintable(loading.loader.state().problem));
    }

    void noFifoIsWaitedFor() {
        Loading loading;
        const QString path = loading.folder.filePath(QStringLiteral("a.mp3"));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QVERIFY(loading.finish(path));
        QCOMPARE(loading.loader.state().stage, Stage::Failed);
        QVERIFY(loading.finish(loading.folder.filePath(QStringLiteral("none.mp3"))));
        QVERIFY(loading.loader.state().problem.contains(QLatin1String("cannot be opened")));
    }

    void stoppingKeepsWhatThereIs() {
        Loading loading;
        loading.loader.load(loading.write(silentMp3(7200)));
        QVERIFY(
            QTest::qWaitFor([&loading] { return loading.loader.state().stage == Stage::Rough; }, patience));
        loading.loader.stop();
        QCOMPARE(loading.loader.state().stage, Stage::Stopped);
        QVERIFY(loading.loader.state().rough);
        const QSignalSpy changes(&loading.loader, &WaveformLoader::changed);
        QTest::qWait(700);
        QCOMPARE(changes.size(), 0);
        QVERIFY(QDir(loading.cache.path()).isEmpty());
    }

    void anotherFileTakesThePlaceOfTheFirst() {
        Loading loading;
        const QString longer = loading.write(silentMp3(7200), "longer.mp3");
        const QString shorter = loading.write(silentMp3(10), "shorter.mp3");
        loading.loader.load(longer);
        QVERIFY(loading.finish(shorter));
        QVERIFY(std::abs(loading.loader.state().duration() - 10'000) < 60);
        loading.loader.load({});
        QCOMPARE(loading.loader.state().stage, Stage::Empty);
    }

    void itCanGoAtAnyMoment() {
        const QTemporaryDir cache;
        Loading loading;
        const QString path = loading.write(silentMp3(3600));
        for (const int wait : {0, 5, 30, 60}) {
            WaveformLoader loader(cache.path());
            loader.load(path);
            QTest::qWait(wait);
        }
        QVERIFY(QDir(cache.path()).isEmpty()); // nobody went on
    }
};

QTEST_GUILESS_MAIN(TestWaveformLoader)
#include "tst_waveformloader.moc"
