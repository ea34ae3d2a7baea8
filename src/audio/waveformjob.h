// SPDX-License-Identifier: MIT
#pragma once

#include "audio/soundfile.h"
#include "audio/waveformloader.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace audio {

/// One file's way to its waveform. Runs in the thread that calls it, with a second one for the other half.
class WaveformJob {
public:
    using Report = std::function<void(const WaveformState& state)>;

    WaveformJob(const QString& path, const QString& cacheFolder, Report report);

    void run();
    void cancel() { m_isCancelled = true; } ///< from any thread; takes effect within a frame

private:
    /// The frames from one seam to another, decoded by one thread.
    struct Part {
        std::uint64_t offset = 0;      ///< where its first frame begins in the file
        std::uint64_t framesAhead = 0; ///< decoded for what they leave to the next, and dropped
        std::uint64_t frames = 0;      ///< that count
        std::mutex mutex;              ///< for the builder
        std::unique_ptr<WaveformBuilder> builder;
        std::atomic<std::uint64_t> done = 0; ///< frames
        bool isFinished = false;             ///< under m_mutex
    };

    void drawExactly(const std::shared_ptr<SoundFile>& file);
    void cutInTwo(const RoughWaveform& rough);
    void decode(Part& part, const ReadAt& read);
    std::shared_ptr<const Waveform> assemble(bool isWhole);
    bool waitForParts();

    const QString m_path;
    const QString m_cacheFolder;
    const Report m_report;
    std::atomic<bool> m_isCancelled = false;
    WaveformState m_state;
    WaveShape m_shape;
    unsigned m_samplesPerFrame = 1152;
    Part m_parts[2];
    std::mutex m_mutex;
    std::condition_variable m_finished;
};

} // namespace audio
