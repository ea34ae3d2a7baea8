// SPDX-License-Identifier: MIT
#include "audio/player.h"

#include "audio/mediasniff.h"
#include "audio/playerengine.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace audio {

namespace {
constexpr double slowest = 0.5, fastest = 3.0;
constexpr qint64 shortestLoop = 200;  ///< milliseconds
constexpr int scrubMilliseconds = 60; ///< between two places while something is dragged
} // namespace

void preferFfmpegBackend() {
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
}

struct Player::Private {
    QThread thread;
    PlayerEngine* engine = nullptr; ///< lives in `thread`, which deletes it
    EngineState known;
    quint64 generation = 0;
    quint64 commands = 0;            ///< calls of play, pause and seek since load
    std::function<void()> interrupt; ///< of what is loaded
    qint64 wish = -1;                ///< sought when the engine has followed what it was told before
    QTimer scrubbing;                ///< runs while no further place is sought yet
    Loop loop;
    QByteArray device;
    QString problem;
    bool isLoaded = false;
    double rate = 1;
    double volume = 0.8;

    template <typename Function>
    void tell(Function function) {
        QMetaObject::invokeMethod(
            engine, [engine = engine, function] { function(*engine); }, Qt::QueuedConnection);
    }
    /// The same for what changes position or state: known at once here, while the engine follows.
    template <typename Function>
    void command(Function function) {
        ++commands;
        tell(function);
    }
    void followWish() {
        if (wish < 0 || scrubbing.isActive() || known.commands < commands)
            return;
        command([target = std::exchange(wish, -1)](PlayerEngine& there) { there.seek(target); });
    }
    /// What is being read is given up, so that the thread comes to what it is told next.
    void stopReading() {
        if (const auto stop = std::exchange(interrupt, nullptr))
            stop();
    }
};

Player::Player(QObject* parent)
    : QObject(parent) {
    preferFfmpegBackend(); // before the first player, which loads the back end
    qRegisterMetaType<EngineState>();
    d = std::make_unique<Private>();
    d->known.hasOutput = !QMediaDevices::audioOutputs().isEmpty();
    d->engine = new PlayerEngine;
    d->engine->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->engine, &QObject::deleteLater);
    connect(d->engine, &PlayerEngine::changed, this, &Player::take);
    d->scrubbing.setSingleShot(true);
    d->scrubbing.setInterval(scrubMilliseconds);
    connect(&d->scrubbing, &QTimer::timeout, this, [this] { d->followWish(); });
    connect(d->engine, &PlayerEngine::devicesChanged, this, &Player::devicesChanged);
    d->thread.setObjectName(QStringLiteral("player"));
    d->thread.start();
}

Player::~Player() {
    d->engine->disconnect(this);
    d->stopReading();
    d->thread.quit();
    d->thread.wait();
}

void Player::take(const EngineState& state) {
    if (state.generation != d->generation)
        return; // of something that is not loaded any more
    const EngineState before = std::exchange(d->known, state);
    const bool isWaiting = d->wish >= 0;
    d->followWish();
    if (state.commands < d->commands || isWaiting || !state.isOpen) { // from before the last of them
        d->known.position = before.position;
        d->known.isPlaying = before.isPlaying;
    }
    if (!state.problem.isEmpty())
        d->problem = state.problem;
    if (state.duration != before.duration)
        emit durationChanged(duration());
    if (position() != before.position)
        emit positionChanged(position());
    if (state.isOpen != before.isOpen || d->known.isPlaying != before.isPlaying ||
        state.hasOutput != before.hasOutput || state.problem != before.problem)
        emit stateChanged();
}

void Player::load(const QUrl& file) {
    if (!file.isLocalFile())
        return fail(tr("Only local files are opened here."));
    if (const QString why = whyNotPlayable(file.toLocalFile()); !why.isEmpty())
        return fail(why);
    openMedia(file, nullptr, nullptr);
}

void Player::loadStream(const QUrl& name, std::unique_ptr<QIODevice> device,
                        std::function<void()> interrupt) {
    openMedia(name, std::move(device), std::move(interrupt));
}

void Player::openMedia(const QUrl& source, std::unique_ptr<QIODevice> device,
                       std::function<void()> interrupt) {
    closeMedia({});
    d->isLoaded = true;
    d->interrupt = std::move(interrupt);
    if (device)
        device->moveToThread(&d->thread);
    auto media = std::make_shared<Media>();
    media->source = source;
    media->device = std::move(device);
    d->tell([generation = d->generation, media](PlayerEngine& engine) { engine.open(generation, media); });
    emit stateChanged();
}

/// What plays ends; what the engine still says of it is not heard any more.
void Player::closeMedia(const QString& problem) {
    d->stopReading();
    const bool hadMedia = std::exchange(d->isLoaded, false);
    const bool hasOutput = d->known.hasOutput;
    d->known = {};
    d->known.hasOutput = hasOutput;
    d->problem = problem;
    d->commands = 0;
    d->wish = -1;
    d->scrubbing.stop();
    ++d->generation;
    if (!std::exchange(d->loop, {}).isEmpty())
        emit loopChanged();
    if (hadMedia)
        d->tell([generation = d->generation](PlayerEngine& engine) { engine.close(generation); });
}

void Player::unload() {
    closeMedia({});
    emit stateChanged();
}

void Player::fail(const QString& why) {
    closeMedia(why);
    emit stateChanged();
}

Player::State Player::state() const {
    if (!d->problem.isEmpty())
        return State::Failed;
    if (!d->isLoaded)
        return State::Empty;
    if (d->known.isPlaying)
        return State::Playing;
    return d->known.isOpen ? State::Paused : State::Loading;
}

QString Player::problem() const {
    if (!d->problem.isEmpty())
        return d->problem;
    return d->known.hasOutput ? QString() : tr("No sound device: nothing will be heard.");
}

bool Player::hasSoundDevice() const {
    return d->known.hasOutput;
}
qint64 Player::position() const {
    return d->known.position;
}
qint64 Player::duration() const {
    return d->known.duration;
}
double Player::rate() const {
    return d->rate;
}
double Player::volume() const {
    return d->volume;
}
Loop Player::loop() const {
    return d->loop;
}
QByteArray Player::device() const {
    return d->device;
}

QList<SoundDevice> Player::devices() {
    QList<SoundDevice> found;
    for (const QAudioDevice& device : QMediaDevices::audioOutputs())
        found.insert(device.isDefault() ? 0 : found.size(), {device.id(), device.description()});
    return found;
}

void Player::setDevice(const QByteArray& id) {
    d->device = id;
    d->tell([id](PlayerEngine& engine) { engine.setDevice(id); });
}

void Player::setLoop(qint64 start, qint64 end) {
    if (!d->isLoaded)
        return;
    start = std::max<qint64>(start, 0);
    end = duration() > 0 ? std::min(end, duration()) : end;
    const Loop loop = end - start < shortestLoop ? Loop() : Loop{start, end};
    if (loop == std::exchange(d->loop, loop))
        return;
    d->tell([loop](PlayerEngine& engine) { engine.setLoop(loop.start, loop.end); });
    emit loopChanged();
}

void Player::clearLoop() {
    setLoop(0, 0);
}

void Player::play() {
    if (!d->problem.isEmpty() || !d->isLoaded)
        return;
    d->known.isPlaying = d->known.isOpen;
    d->command([](PlayerEngine& engine) { engine.play(); });
    emit stateChanged();
}

void Player::pause() {
    if (!d->isLoaded)
        return;
    d->known.isPlaying = false;
    d->command([](PlayerEngine& engine) { engine.pause(); });
    emit stateChanged();
}

void Player::togglePlaying() {
    state() == State::Playing ? pause() : play();
}

void Player::wish(qint64 milliseconds) {
    d->wish = std::clamp<qint64>(milliseconds, 0, duration() > 0 ? duration() : milliseconds);
    d->known.position = d->wish; // what further steps count from; the engine follows
    d->followWish();
}

void Player::seek(qint64 milliseconds) {
    if (!d->isLoaded)
        return;
    d->scrubbing.stop();
    wish(std::max<qint64>(milliseconds, 0));
    emit positionChanged(position());
}

void Player::scrub(qint64 milliseconds) {
    if (!d->isLoaded)
        return;
    wish(std::max<qint64>(milliseconds, 0));
    if (!d->scrubbing.isActive())
        d->scrubbing.start();
    emit positionChanged(position());
}

void Player::seekBy(qint64 milliseconds) {
    seek(position() + milliseconds);
}

void Player::setRate(double rate) {
    d->rate = std::clamp(rate, slowest, fastest);
    d->tell([rate = d->rate](PlayerEngine& engine) { engine.setRate(rate); });
    emit rateChanged(d->rate);
}

void Player::setVolume(double volume) {
    d->volume = std::clamp(volume, 0.0, 1.0);
    d->tell([volume = d->volume](PlayerEngine& engine) { engine.setVolume(volume); });
    emit volumeChanged(d->volume);
}

} // namespace audio
