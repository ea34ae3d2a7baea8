// SPDX-License-Identifier: MIT
#include "audio/playerengine.h"

#include "audio/player.h"

#include <QAudio>
#include <QAudioDevice>
#include <QAudioOutput>
#include <QMediaDevices>
#include <QMediaPlayer>

#include <algorithm>
#include <utility>

namespace audio {

namespace {

QString wordsFor(QMediaPlayer::Error error, const QString& words) {
    switch (error) {
    case QMediaPlayer::NetworkError:
        return Player::tr("The network or the server failed: %1").arg(words);
    case QMediaPlayer::FormatError:
        return Player::tr("This is not an audio file that can be played.");
    case QMediaPlayer::ResourceError:
        return Player::tr("The audio cannot be opened: %1").arg(words);
    default:
        return Player::tr("The audio cannot be played: %1").arg(words);
    }
}

} // namespace

PlayerEngine::PlayerEngine() {
    m_loopTimer.setSingleShot(true);
    m_loopTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_loopTimer, &QTimer::timeout, this, &PlayerEngine::turnBack);
}

PlayerEngine::~PlayerEngine() {
    if (m_player)
        m_player->disconnect(this);
    if (m_player)
        m_player->stop();
}

/// Made at the first use, so that it lives in the engine's thread.
void PlayerEngine::build() {
    if (m_player)
        return;
    m_player = std::make_unique<QMediaPlayer>();
    m_devices = std::make_unique<DeviceWatch>(&Player::devices);
    attachOutput();
    connect(m_devices.get(), &DeviceWatch::changed, this, [this] {
        attachOutput();
        report();
        emit devicesChanged();
    });
    connect(m_player.get(), &QMediaPlayer::positionChanged, this, &PlayerEngine::report);
    connect(m_player.get(), &QMediaPlayer::durationChanged, this, &PlayerEngine::report);
    connect(m_player.get(), &QMediaPlayer::playbackStateChanged, this,
            [this](QMediaPlayer::PlaybackState state) {
                // The FFmpeg back end of Qt 6.4.2 forgets the speed when a source is opened, and only takes a
                // change.
                if (state == QMediaPlayer::PlayingState && !qFuzzyCompare(m_rate, 1.0)) {
                    m_player->setPlaybackRate(1.0);
                    m_player->setPlaybackRate(m_rate);
                }
                report();
            });
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, &PlayerEngine::takeStatus);
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this,
            [this](QMediaPlayer::Error error, const QString& words) {
                if (error == QMediaPlayer::NoError)
                    return;
                m_wantsToPlay = false;
                m_state.problem = wordsFor(error, words);
                report();
            });
}

/// The FFmpeg back end of Qt 6.4.2 crashes when it plays into an output without a device.
void PlayerEngine::attachOutput() {
    const QByteArray id = DeviceWatch::inUse(Player::devices(), m_deviceId);
    if (id.isEmpty()) {
        m_player->setAudioOutput(nullptr);
        m_output.reset();
        return;
    }
    const bool wasNone = !m_output;
    if (wasNone)
        m_output = std::make_unique<QAudioOutput>();
    for (const QAudioDevice& device : QMediaDevices::audioOutputs())
        if (device.id() == id)
            m_output->setDevice(device);
    applyVolume();
    m_player->setAudioOutput(m_output.get());
    if (wasNone && std::exchange(m_isOpenedWithout, false) && m_state.isOpen)
        openAgain(m_player->position(), m_player->playbackState() == QMediaPlayer::PlayingState);
}

/// For what the FFmpeg back end of Qt 6.4.2 does not take up again: it stays silent where there was no device
/// when it was opened, and hangs where it is called back once it has read to the end. (Where the last device
/// goes while it is played into, and PulseAudio has no dummy in its place, the back end never lets go of a
/// lock of its own: then nothing may be opened.) Nobody is told of what comes in between.
void PlayerEngine::openAgain(qint64 position, bool isPlaying) {
    m_isOpeningAgain = true;
    m_startAt = position;
    m_wantsToPlay = isPlaying;
    m_isDropping = true; // says of itself that it is loaded, once more
    m_player->setSource({});
    m_isDropping = false;
    if (m_media->device && !m_media->device->isSequential())
        m_media->device->seek(0);
    setSource();
}

void PlayerEngine::setSource() {
    if (m_media->device)
        m_player->setSourceDevice(m_media->device.get(), m_media->source);
    else
        m_player->setSource(m_media->source);
}

void PlayerEngine::applyVolume() const {
    if (m_output)
        m_output->setVolume(static_cast<float>(QAudio::convertVolume(
            static_cast<float>(m_volume), QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale)));
}

void PlayerEngine::takeStatus(int status) {
    if (m_isDropping)
        return;
    if (status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia) {
        m_state.isOpen = true;
        m_isOpeningAgain = false;
        if (m_startAt > 0)
            m_player->setPosition(std::exchange(m_startAt, 0));
        if (std::exchange(m_wantsToPlay, false))
            m_player->play();
    } else if (status == QMediaPlayer::InvalidMedia && m_state.problem.isEmpty()) {
        m_state.problem = Player::tr("This is not an audio file that can be played.");
    }
    report();
}

void PlayerEngine::open(quint64 generation, const std::shared_ptr<Media>& media) {
    build();
    close(generation);
    m_media = media;
    m_devices->start();
    m_isOpenedWithout = !m_output;
    setSource();
    report();
}

void PlayerEngine::close(quint64 generation) {
    m_startAt = 0;
    m_wantsToPlay = false;
    m_isOpeningAgain = false;
    m_loop.set(0, 0);
    m_state = EngineState();
    m_state.generation = generation;
    if (!m_player)
        return;
    m_devices->stop();
    m_player->setSource({}); // before the device that it reads goes
    m_media.reset();
    m_state.problem.clear();
    m_state.isOpen = false;
    report();
}

void PlayerEngine::play() {
    ++m_state.commands;
    if (!m_player || !m_media)
        return;
    if (isReady())
        m_player->play();
    else
        m_wantsToPlay = true;
    report();
}

void PlayerEngine::pause() {
    ++m_state.commands;
    m_wantsToPlay = false;
    if (!m_player || !m_media)
        return;
    m_player->pause();
    report();
}

void PlayerEngine::seek(qint64 milliseconds) {
    ++m_state.commands;
    m_loop.sought();
    if (isReady())
        moveTo(milliseconds, m_player->playbackState() == QMediaPlayer::PlayingState);
    else
        m_startAt = milliseconds;
    if (m_player)
        report();
}

/// Shortly before the end all of it is read.
void PlayerEngine::moveTo(qint64 milliseconds, bool isPlaying) {
    constexpr qint64 readAhead = 3000;
    const bool isReadToTheEnd = m_state.duration > 0 && m_player->position() > m_state.duration - readAhead;
    if (isReadToTheEnd || m_player->mediaStatus() == QMediaPlayer::EndOfMedia)
        return openAgain(milliseconds, isPlaying);
    m_player->setPosition(milliseconds);
    if (isPlaying && m_player->playbackState() != QMediaPlayer::PlayingState)
        m_player->play();
}

void PlayerEngine::setRate(double rate) {
    m_rate = rate;
    if (m_player)
        m_player->setPlaybackRate(rate);
}

void PlayerEngine::setVolume(double volume) {
    m_volume = volume;
    applyVolume();
}

void PlayerEngine::setDevice(const QByteArray& id) {
    m_deviceId = id;
    if (!m_player)
        return;
    attachOutput();
    report();
}

void PlayerEngine::setLoop(qint64 start, qint64 end) {
    m_loop.set(start, end);
    if (m_player)
        report();
}

/// The player tells its position ten times a second; the loop's end is met by a timer in between.
void PlayerEngine::watchLoop() {
    const bool hasEnded = m_player->mediaStatus() == QMediaPlayer::EndOfMedia;
    const auto due = m_loop.dueIn({m_state.position, m_rate, m_state.isPlaying, hasEnded});
    if (due)
        m_loopTimer.start(*due); // also where it is due at once: the player may be ending still
    else
        m_loopTimer.stop();
}

void PlayerEngine::turnBack() {
    const auto start = m_player ? m_loop.turnBack() : std::nullopt;
    if (!start)
        return;
    moveTo(*start, true); // also where it ended with the loop
    report();
}

void PlayerEngine::report() {
    m_state.hasOutput = m_output != nullptr;
    if (m_isOpeningAgain) {
        m_state.isPlaying = m_wantsToPlay;
        m_state.position = m_startAt;
    } else {
        m_state.isPlaying = m_player->playbackState() == QMediaPlayer::PlayingState;
        m_state.position = m_player->position();
        m_state.duration = std::max<qint64>(m_player->duration(), 0);
        watchLoop();
    }
    emit changed(m_state);
}

} // namespace audio
