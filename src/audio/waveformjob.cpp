// SPDX-License-Identifier: MIT
#include "audio/waveformjob.h"

#include "audio/mp3decoder.h"
#include "audio/waveformcache.h"
#include "audio/waveformlimits.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

namespace audio {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Waveform", text);
}

/// Silence where a frame could not be decoded.
void addSilence(WaveformBuilder& builder, std::uint64_t samples) {
    static constexpr std::array<std::int16_t, 1152> silence{};
    for (; samples > 0; samples -= std::min<std::uint64_t>(samples, silence.size()))
        builder.add(silence.data(), std::min<std::uint64_t>(samples, silence.size()), 1);
}

} // namespace

WaveformJob::WaveformJob(const QString& path, const QString& cacheFolder, Report report)
    : m_path(path)
    , m_cacheFolder(cacheFolder)
    , m_report(std::move(report)) {}

void WaveformJob::run() {
    const auto fail = [this](const QString& why) {
        m_state.stage = WaveformState::Stage::Failed;
        m_state.problem = why;
        m_report(m_state);
    };
    QString why;
    const auto file = SoundFile::open(m_path, &why);
    if (!file)
        return fail(why);
    if (file->type() != MediaType::Mp3)
        return fail(tr("The waveform is drawn for MP3 files."));
    const WaveformCache cache(m_cacheFolder);
    const QString name = WaveformCache::nameOf(*file);
    if ((m_state.waveform = cache.read(name))) {
        m_state.stage = WaveformState::Stage::Exact;
        m_state.progress = 1;
        return m_report(m_state);
    }
    const auto rough = std::make_shared<RoughWaveform>(roughWaveform(SoundFile::reader(file), m_isCancelled));
    if (m_isCancelled)
        return;
    if (rough->frames == 0)
        return fail(tr("There is no sound in %1 that could be drawn.").arg(m_path));
    m_state.rough = rough;
    m_state.stage = WaveformState::Stage::Rough;
    if (rough->isCut)
        m_state.problem = tr("Only the first %1 hours are drawn.").arg(limits::drawnHours);
    m_report(m_state);
    drawExactly(file);
    if (m_isCancelled)
        return;
    if (m_state.stage == WaveformState::Stage::Exact && !rough->isCut)
        cache.write(name, *m_state.waveform);
    m_report(m_state);
}

void WaveformJob::cutInTwo(const RoughWaveform& rough) {
    unsigned perPeak = limits::samplesPerPeak;
    m_samplesPerFrame = static_cast<unsigned>(rough.samples / rough.frames);
    while (rough.samples / perPeak > limits::peaksAtMost)
        perPeak *= 2;
    m_shape = {rough.sampleRate, perPeak, rough.samples, rough.skippedAtStart, rough.skippedAtEnd};
    // The second half begins a seam earlier: a frame needs what earlier ones left for it.
    const std::size_t seam = rough.seams.size() / 2;
    const std::uint64_t first = seam * RoughWaveform::framesPerSeam;
    m_parts[0].offset = rough.seams.front();
    m_parts[0].frames = seam > 0 ? first : rough.frames;
    if (seam > 0) {
        m_parts[1].offset = rough.seams[seam - 1];
        m_parts[1].framesAhead = RoughWaveform::framesPerSeam;
        m_parts[1].frames = rough.frames - first;
    }
    for (Part& part : m_parts)
        part.builder = std::make_unique<WaveformBuilder>(perPeak);
}

void WaveformJob::decode(Part& part, const ReadAt& read) {
    const unsigned samplesPerFrame = m_samplesPerFrame;
    Mp3Frames frames(read, part.offset);
    Mp3Decoder decoder(m_state.rough->freeBytes);
    std::uint64_t toDrop = part.framesAhead * samplesPerFrame;
    const std::uint64_t all = part.frames * samplesPerFrame;
    const auto take = [&](const std::int16_t* samples, std::size_t count, unsigned channels) {
        const auto dropped = std::min<std::uint64_t>(toDrop, count);
        toDrop -= dropped;
        const std::uint64_t room = all - part.builder->samples();
        part.builder->add(samples + dropped * channels, std::min<std::uint64_t>(count - dropped, room),
                          channels);
    };
    for (std::uint64_t number = 0; number < part.framesAhead + part.frames && !m_isCancelled; ++number) {
        const auto frame = frames.next();
        if (!frame)
            break;
        const std::lock_guard lock(part.mutex);
        decoder.decode(frame->bytes, take);
        part.done = number + 1;
        // One frame may be on its way; what lags behind more will never come.
        const std::uint64_t due = (number + 1) * samplesPerFrame;
        const std::uint64_t come = part.framesAhead * samplesPerFrame - toDrop + part.builder->samples();
        if (due > come + 2 * std::uint64_t{samplesPerFrame}) {
            const std::uint64_t missing = due - come - samplesPerFrame;
            const std::uint64_t dropped = std::min(toDrop, missing);
            toDrop -= dropped;
            addSilence(*part.builder, std::min(missing - dropped, all - part.builder->samples()));
        }
    }
    const std::lock_guard lock(part.mutex);
    if (!m_isCancelled)
        addSilence(*part.builder, all - part.builder->samples());
    part.builder->finish();
}

bool WaveformJob::waitForParts() {
    using namespace std::chrono_literals;
    std::unique_lock lock(m_mutex);
    return m_finished.wait_for(lock, 300ms,
                               [this] { return m_parts[0].isFinished && m_parts[1].isFinished; });
}

std::shared_ptr<const Waveform> WaveformJob::assemble(bool isWhole) {
    const std::uint64_t all = (m_shape.samples + m_shape.samplesPerPeak - 1) / m_shape.samplesPerPeak;
    std::vector<WavePeak> peaks(all);
    SoundExtent extent;
    std::uint64_t at = 0;
    for (Part& part : m_parts) {
        const std::lock_guard lock(part.mutex);
        const auto& known = part.builder->peaks();
        std::copy_n(known.begin(), std::min<std::size_t>(known.size(), all - at), peaks.begin() + at);
        const SoundExtent& own = part.builder->extent();
        const bool isNext = isWhole || &part == &m_parts[0]; // before it all is known
        if (own.first != SoundExtent::none && isNext) {
            extent.first = std::min(extent.first, at + own.first);
            extent.last = at + own.last;
        }
        at += part.frames * m_samplesPerFrame / m_shape.samplesPerPeak;
    }
    return std::make_shared<Waveform>(m_shape, std::move(peaks), extent, isWhole);
}

void WaveformJob::drawExactly(const std::shared_ptr<SoundFile>& file) {
    const RoughWaveform& rough = *m_state.rough;
    cutInTwo(rough);
    if (!Mp3Decoder().isReady()) {
        m_state.stage = WaveformState::Stage::Stopped;
        m_state.problem = tr("The MP3 decoder cannot be started; the waveform stays rough.");
        return;
    }
    std::vector<std::thread> threads;
    for (Part& part : m_parts)
        threads.emplace_back([this, &part, read = SoundFile::reader(file)] {
            decode(part, read);
            const std::lock_guard lock(m_mutex);
            part.isFinished = true;
            m_finished.notify_all();
        });
    const auto total = static_cast<double>(m_parts[0].frames + m_parts[1].frames + m_parts[1].framesAhead);
    while (!waitForParts()) {
        if (m_isCancelled)
            continue;
        m_state.waveform = assemble(false);
        m_state.progress = static_cast<double>(m_parts[0].done + m_parts[1].done) / total;
        m_report(m_state);
    }
    for (std::thread& thread : threads)
        thread.join();
    if (m_isCancelled)
        return;
    m_state.waveform = assemble(true);
    m_state.stage = WaveformState::Stage::Exact;
    m_state.progress = 1;
}

} // namespace audio
