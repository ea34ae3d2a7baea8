// SPDX-License-Identifier: MIT
#include "audio/waveformloader.h"

#include "audio/waveformjob.h"

#include <QThreadPool>

#include <utility>

namespace audio {

struct WaveformLoader::Private {
    QString cacheFolder;
    std::shared_ptr<WaveformJob> job;
    QThreadPool pool;
};

qint64 WaveformState::duration() const {
    return waveform ? waveform->duration() : rough ? rough->duration() : 0;
}

WaveformLoader::WaveformLoader(const QString& cacheFolder, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {
    d->cacheFolder = cacheFolder;
    d->pool.setMaxThreadCount(2); // one may still be ending while the next begins
}

WaveformLoader::~WaveformLoader() {
    if (d->job)
        d->job->cancel();
    d->pool.waitForDone();
}

void WaveformLoader::load(const QString& path) {
    if (auto old = std::exchange(d->job, {}))
        old->cancel();
    ++m_number;
    m_path = path;
    m_state = {};
    if (!path.isEmpty()) {
        m_state.stage = WaveformState::Stage::Opening;
        const auto report = [this, number = m_number](const WaveformState& state) {
            QMetaObject::invokeMethod(
                this, [this, number, state] { take(number, state); }, Qt::QueuedConnection);
        };
        d->job = std::make_shared<WaveformJob>(path, d->cacheFolder, report);
        d->pool.start([job = d->job] { job->run(); });
    }
    emit changed();
}

void WaveformLoader::stop() {
    auto old = std::exchange(d->job, {});
    if (!old)
        return;
    old->cancel();
    ++m_number;
    const bool isRough = m_state.stage == WaveformState::Stage::Rough;
    if (isRough || m_state.stage == WaveformState::Stage::Opening) {
        m_state.stage = isRough ? WaveformState::Stage::Stopped : WaveformState::Stage::Empty;
        emit changed();
    }
}

void WaveformLoader::take(quint64 number, const WaveformState& state) {
    if (number != m_number)
        return;
    m_state = state;
    emit changed();
}

} // namespace audio
