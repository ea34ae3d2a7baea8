// SPDX-License-Identifier: MIT
// What a waveform costs beside FFmpeg decoding the same file to raw samples, and beside audiowaveform where
// it is installed. Usage: bench_sound [FILE.mp3]   Without a file, 60 minutes of noise and tones are made
// with FFmpeg in a temporary folder. Medians of interleaved rounds; only the ratios of one run can be
// compared.

#include "audio/roughwaveform.h"
#include "audio/soundfile.h"
#include "audio/waveformcache.h"
#include "audio/waveformjob.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

#include <sys/resource.h>

namespace {

constexpr int rounds = 5;

struct Task {
    const char* name;
    std::function<void()> run;
    std::vector<double> milliseconds = {};

    double median() {
        std::sort(milliseconds.begin(), milliseconds.end());
        return milliseconds[milliseconds.size() / 2];
    }
};

/// Bursts of tones and noise, as speech has them.
bool makeSound(const QString& path) {
    const QString sound =
        QStringLiteral("aevalsrc='(0.5*sin(2*PI*180*t)+0.3*sin(2*PI*710*t)+0.2*sin(2*PI*2300*t)"
                       "+0.3*(random(0)-0.5))*pow(abs(sin(2*PI*1.7*t)*sin(2*PI*0.23*t+1)),1.5)"
                       "*0.8':s=44100:d=3600");
    return QProcess::execute(QStringLiteral("ffmpeg"),
                             {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-f"),
                              QStringLiteral("lavfi"), QStringLiteral("-i"), sound, QStringLiteral("-ac"),
                              QStringLiteral("2"), QStringLiteral("-b:a"), QStringLiteral("128k"), path}) ==
           0;
}

long peakKilobytes(int who) {
    rusage usage{};
    ::getrusage(who, &usage);
    return usage.ru_maxrss;
}

/// From nothing to the first picture, and to the last.
struct Drawing {
    double first = 0, last = 0;
};
Drawing draw(const QString& path, const QString& cache) {
    QElapsedTimer timer;
    timer.start();
    Drawing drawing;
    audio::WaveformJob job(path, cache, [&](const audio::WaveformState&) {
        drawing.last = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (drawing.first == 0)
            drawing.first = drawing.last;
    });
    job.run();
    return drawing;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString path =
        argc > 1 ? QString::fromLocal8Bit(argv[1]) : folder.filePath(QStringLiteral("hour.mp3"));
    if (argc <= 1 && !makeSound(path)) {
        std::puts("FFmpeg is needed to make the sound, or name an MP3 file.");
        return 0;
    }
    const QString cache = folder.filePath(QStringLiteral("waveforms"));
    const QString audiowaveform = QStandardPaths::findExecutable(QStringLiteral("audiowaveform"));
    std::vector<double> firsts;
    std::vector<Task> tasks{{"ffmpeg, to raw samples",
                             [&path] {
                                 QProcess::execute(QStringLiteral("ffmpeg"),
                                                   {QStringLiteral("-v"), QStringLiteral("error"),
                                                    QStringLiteral("-i"), path, QStringLiteral("-f"),
                                                    QStringLiteral("s16le"), QStringLiteral("-y"),
                                                    QStringLiteral("/dev/null")});
                             }},
                            {"exact, first time",
                             [&] {
                                 audio::WaveformCache(cache).folder().empty();
                                 firsts.push_back(draw(path, cache).first);
                             }},
                            {"exact, from the cache", [&] { draw(path, cache); }}};
    if (!audiowaveform.isEmpty())
        tasks.push_back({"audiowaveform", [&] {
                             QProcess::execute(audiowaveform, {QStringLiteral("-q"), QStringLiteral("-i"),
                                                               path, QStringLiteral("-o"),
                                                               folder.filePath(QStringLiteral("a.dat"))});
                         }});
    for (int round = 0; round < rounds; ++round)
        for (Task& task : tasks) {
            QElapsedTimer timer;
            timer.start();
            task.run();
            task.milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    std::printf("%s, %.1f MB, medians of %d interleaved rounds\n", qPrintable(QFileInfo(path).fileName()),
                static_cast<double>(QFileInfo(path).size()) / 1e6, rounds);
    const double reference = tasks.front().median();
    tasks.push_back({"rough, to its report", {}, firsts});
    for (Task& task : tasks)
        std::printf("%s\t%.3f\t%.4f\n", task.name, task.median(), task.median() / reference);
    std::printf("peak memory\t%.1f\t%.1f\n", static_cast<double>(peakKilobytes(RUSAGE_SELF)) / 1024,
                static_cast<double>(peakKilobytes(RUSAGE_CHILDREN)) / 1024);
    return 0;
}
