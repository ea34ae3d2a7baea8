// SPDX-License-Identifier: MIT
#include "audio/waveform.h"

#include <QTest>

#include <cmath>

using audio::SoundExtent;
using audio::Waveform;
using audio::WaveformBuilder;
using audio::WavePeak;
using Samples = std::vector<std::int16_t>;

class TestWaveform : public QObject {
    Q_OBJECT

    static constexpr unsigned perPeak = 256;
    static constexpr unsigned rate = 44'100;

    /// In pieces of an odd length, as decoders give them.
    static WaveformBuilder built(const Samples& samples, unsigned channels = 1, std::size_t piece = 577) {
        WaveformBuilder builder(perPeak);
        const std::size_t count = samples.size() / channels;
        for (std::size_t at = 0; at < count; at += piece)
            builder.add(samples.data() + at * channels, std::min(piece, count - at), channels);
        builder.finish();
        return builder;
    }
    static Waveform waveformOf(const Samples& samples, unsigned channels = 1) {
        const WaveformBuilder builder = built(samples, channels);
        return {{rate, perPeak, builder.samples(), 0, 0}, builder.peaks(), builder.extent(), true};
    }
    static Samples sine(std::size_t count, double amplitude) {
        Samples samples;
        for (std::size_t i = 0; i < count; ++i)
            samples.push_back(static_cast<std::int16_t>(
                std::lround(amplitude * 32'767 * std::sin(static_cast<double>(i) * 0.31))));
        return samples;
    }

private slots:
    void peaks_data() {
        QTest::addColumn<Samples>("samples");
        QTest::addColumn<unsigned>("channels");
        QTest::addColumn<int>("low");
        QTest::addColumn<int>("high");
        QTest::addColumn<int>("rms");
        const Samples silence(perPeak, 0);
        QTest::newRow("silence") << silence << 1U << 0 << 0 << 0;
        QTest::newRow("full sine") << sine(perPeak, 1) << 1U << -128 << 127 << 180;
        QTest::newRow("half sine") << sine(perPeak, 0.5) << 1U << -64 << 64 << 90;
        QTest::newRow("clipped, up") << Samples(perPeak, 32'767) << 1U << 127 << 127 << 255;
        QTest::newRow("clipped, down") << Samples(perPeak, -32'768) << 1U << -128 << -128 << 255;
        Samples two;
        for (unsigned i = 0; i < perPeak; ++i) {
            two.push_back(16'384);
            two.push_back(-8'192);
        }
        QTest::newRow("two channels") << two << 2U << -32 << 64 << 101;
        QTest::newRow("one sample") << Samples{-300} << 1U << -2 << -1 << 2;
        QTest::newRow("least sound") << Samples{1, 0, -1} << 1U << -1 << 1 << 0;
    }
    void peaks() {
        QFETCH(Samples, samples);
        QFETCH(unsigned, channels);
        QFETCH(int, low);
        QFETCH(int, high);
        QFETCH(int, rms);
        const WaveformBuilder builder = built(samples, channels);
        QCOMPARE(builder.peaks().size(), std::size_t{1});
        QCOMPARE(int{builder.peaks()[0].low}, low);
        QCOMPARE(int{builder.peaks()[0].high}, high);
        QVERIFY2(std::abs(int{builder.peaks()[0].rms} - rms) <= 1,
                 qPrintable(QString::number(builder.peaks()[0].rms)));
    }

    void lengths_data() {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("peaks");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("a peak") << 256 << 1;
        QTest::newRow("a peak and one") << 257 << 2;
        QTest::newRow("many and a rest") << 100'003 << 391;
    }
    void lengths() {
        QFETCH(int, samples);
        QFETCH(int, peaks);
        for (const std::size_t piece : {1, 255, 256, 257, 1152})
            QCOMPARE(int(built(sine(std::size_t(samples), 0.3), 1, piece).peaks().size()), peaks);
    }

    void piecesDoNotMatter() {
        const Samples samples = sine(20'001 * 2, 0.8);
        QCOMPARE(built(samples, 2, 1).peaks(), built(samples, 2, 1152).peaks());
    }

    void everyZoomShowsTheLoudest() {
        Samples samples = sine(400'000, 0.1);
        samples[123'456] = 30'000;
        const Waveform waveform = waveformOf(samples);
        const double at = 123'456 * 1000.0 / rate;
        for (const double width : {1.0, 7.0, 30.0, 200.0, 1000.0, 9000.0}) {
            QCOMPARE(int{waveform.between(at - width / 3, at + width / 2).high}, 118);
            // Far from it nothing of it is seen: at most a coarse peak's width on either side.
            QVERIFY(waveform.between(at + width + 20, at + 2 * width + 20).high < 20);
        }
    }

    void outsideNothingIsKnown() {
        const Waveform waveform = waveformOf(sine(44'100, 0.5));
        QVERIFY(!waveform.between(-500, -1).isKnown());
        QVERIFY(!waveform.between(1100, 1200).isKnown());
        QVERIFY(!waveform.between(10, 10).isKnown());
        QVERIFY(waveform.between(-500, 10).isKnown());
    }

    void whatIsNotDecodedIsNotKnown() {
        auto peaks = built(sine(10 * perPeak, 0.5)).peaks();
        std::fill(peaks.begin() + 5, peaks.end(), WavePeak());
        const Waveform waveform({rate, perPeak, 10 * perPeak, 0, 0}, peaks, {0, 4}, false);
        QVERIFY(waveform.between(0, 20).isKnown());
        QVERIFY(!waveform.between(40, 50).isKnown());
        QCOMPARE(waveform.silentFrom(), waveform.duration());
    }

    void silence_data() {
        QTest::addColumn<int>("before"); // milliseconds
        QTest::addColumn<int>("behind");
        QTest::addColumn<double>("hum"); // of full scale, throughout
        QTest::addColumn<int>("silentUntil");
        QTest::addColumn<int>("silentFrom"); // of before + 2 s + behind
        QTest::newRow("none") << 0 << 0 << 0.0 << 0 << 2000;
        QTest::newRow("both") << 1000 << 3000 << 0.0 << 1000 << 3000;
        QTest::newRow("too short") << 400 << 400 << 0.0 << 0 << 2800;
        QTest::newRow("below -60 dB") << 1000 << 0 << 0.0009 << 1000 << 3000;
        QTest::newRow("above -60 dB") << 1000 << 1000 << 0.0012 << 0 << 4000;
    }
    void silence() {
        QFETCH(int, before);
        QFETCH(int, behind);
        QFETCH(double, hum);
        QFETCH(int, silentUntil);
        QFETCH(int, silentFrom);
        Samples samples = sine(std::size_t(before + 2000 + behind) * rate / 1000, hum);
        const Samples loud = sine(std::size_t{2} * rate, 0.4);
        std::copy(loud.begin(), loud.end(), samples.begin() + before * qint64{rate} / 1000);
        const Waveform waveform = waveformOf(samples);
        QVERIFY2(std::abs(waveform.silentUntil() - silentUntil) <= 12,
                 qPrintable(QString::number(waveform.silentUntil())));
        QVERIFY2(std::abs(waveform.silentFrom() - silentFrom) <= 12,
                 qPrintable(QString::number(waveform.silentFrom())));
    }

    void allSilent() {
        const Waveform waveform = waveformOf(Samples(std::size_t{rate} * 2, 0));
        QCOMPARE(waveform.silentUntil(), qint64{2000});
    }

    void theEncodersOwnSamplesAreBeforeTimeZero() {
        Samples samples(4096, 0);
        std::fill(samples.begin() + 1024, samples.begin() + 1280, 10'000);
        const WaveformBuilder builder = built(samples);
        const Waveform waveform({1000, perPeak, 4096, 1024, 1000}, builder.peaks(), builder.extent(), true);
        QCOMPARE(waveform.duration(), qint64{2072});
        QCOMPARE(int{waveform.between(0, 100).high}, 40);
        QCOMPARE(waveform.silentUntil(), qint64{0});
    }
};

QTEST_GUILESS_MAIN(TestWaveform)
#include "tst_waveform.moc"
