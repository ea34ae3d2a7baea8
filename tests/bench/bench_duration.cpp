// SPDX-License-Identifier: MIT
// What the exact duration of an MP3 costs beside libmpg123's scan of the same file. Usage: bench_duration
// FILE Medians of interleaved rounds; only the ratio of one run can be compared.
#include "audio/framewalk.h"
#include "audio/mediafile.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <mpg123.h>
#include <vector>

namespace {

constexpr int rounds = 9;

double median(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

template <typename Task>
double milliseconds(const Task& task) {
    QElapsedTimer timer;
    timer.start();
    task();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double scannedSeconds(const char* path) {
    mpg123_handle* handle = mpg123_new(nullptr, nullptr);
    mpg123_param(handle, MPG123_ADD_FLAGS, MPG123_QUIET, 0);
    long rate = 0;
    int channels = 0;
    int encoding = 0;
    double seconds = 0;
    if (mpg123_open(handle, path) == MPG123_OK &&
        mpg123_getformat(handle, &rate, &channels, &encoding) == MPG123_OK &&
        mpg123_scan(handle) == MPG123_OK)
        seconds = static_cast<double>(mpg123_length(handle)) / static_cast<double>(rate);
    mpg123_delete(handle);
    return seconds;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_duration FILE\n");
        return 2;
    }
    mpg123_init();
    std::vector<double> walks;
    std::vector<double> scans;
    double walked = 0;
    double scanned = 0;
    for (int round = 0; round < rounds; ++round) {
        walks.push_back(milliseconds([&] {
            walked = static_cast<double>(
                         audio::walkFrames(audio::MediaFile(QString::fromLocal8Bit(argv[1]))).durationMs) /
                     1e3;
        }));
        scans.push_back(milliseconds([&] { scanned = scannedSeconds(argv[1]); }));
    }
    std::printf("walk\t%.3f\t%.3f\nmpg123_scan\t%.3f\t%.3f\n", median(walks), walked, median(scans), scanned);
    return 0;
}
