// SPDX-License-Identifier: MIT
#include "audio/player.h"

#include "audio/mediasniff.h"

#include <QAudio>
#include <QAudioDevice>
#include <QAudioOutput>
#include <QMediaDevices>
#include <QMediaPlayer>

#include <algorithm>
#include <utility>

namespace audio {

namespace {

constexpr double slowest = 0.5, fastest = 3.0;

bool isOpenable(const QUrl& source) {
    return source.isLocalFile() || source.scheme() == QLatin1String("http") ||
           source.scheme() == QLatin1String("https");
}

} // namespace

void preferFfmpegBackend() {
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
}

struct Player::Private {
    QMediaPlayer media;
    QMediaDevices devices;
    std::unique_ptr<QAudioOutput> output;
    QString problem;
    double rate = 1;
    double volume = 0.8;
    qint64 startAt = 0; ///< sought once the media is open
    bool wantsToPlay = false;

    /// The FFmpeg back end of Qt 6.4.2 crashes when it plays into an output without a device.
    void attachOutput() {
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        if (QMediaDevices::audioOutputs().isEmpty() || device.isNull()) {
            media.setAudioOutput(nullptr);
            output.reset();
            return;
        }
        if (!output)
            output = std::make_unique<QAudioOutput>();
        output->setDevice(device);
        applyVolume();
        media.setAudioOutput(output.get());
    }
    void applyVolume() const {
        if (output)
            output->setVolume(static_cast<float>(QAudio::convertVolume(
                static_cast<float>(volume), QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale)));
    }
};

Player::Player(QObject* parent)
    : QObject(parent) {
    preferFfmpegBackend(); // before the first player, which loads the back end
    d = std::make_unique<Private>();
    d->attachOutput();
    connect(&d->devices, &QMediaDevices::audioOutputsChanged, this, [this] {
        d->attachOutput();
        emit stateChanged();
    });
    connect(&d->media, &QMediaPlayer::positionChanged, this, &Player::positionChanged);
    connect(&d->media, &QMediaPlayer::durationChanged, this, &Player::durationChanged);
    connect(&d->media, &QMediaPlayer::playbackStateChanged, this, [this](QMediaPlayer::PlaybackState state) {
        // The FFmpeg back end of Qt 6.4.2 forgets the speed when a source is opened, and only takes a change.
        if (state == QMediaPlayer::PlayingState && !qFuzzyCompare(d->rate, 1.0)) {
            d->media.setPlaybackRate(1.0);
            d->media.setPlaybackRate(d->rate);
        }
        emit stateChanged();
    });
    connect(&d->media, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia) {
            if (d->startAt > 0)
                d->media.setPosition(std::exchange(d->startAt, 0));
            if (std::exchange(d->wantsToPlay, false))
                d->media.play();
        } else if (status == QMediaPlayer::InvalidMedia && d->problem.isEmpty()) {
            d->problem = tr("This is not an audio file that can be played.");
        }
        emit stateChanged();
    });
    connect(&d->media, &QMediaPlayer::errorOccurred, this,
            [this](QMediaPlayer::Error error, const QString& words) {
                if (error == QMediaPlayer::NoError)
                    return;
                d->wantsToPlay = false;
                d->problem =
                    error == QMediaPlayer::NetworkError
                        ? tr("The network or the server failed: %1").arg(words)
                    : error == QMediaPlayer::FormatError ? tr("This is not an audio file that can be played.")
                    : error == QMediaPlayer::ResourceError ? tr("The audio cannot be opened: %1").arg(words)
                                                           : tr("The audio cannot be played: %1").arg(words);
                emit stateChanged();
            });
}

Player::~Player() {
    d->media.disconnect(this);
    d->media.stop();
}

void Player::load(const QUrl& source) {
    if (!isOpenable(source))
        return fail(tr("Only local files and http and https addresses are played."));
    d->problem = source.isLocalFile() ? whyNotPlayable(source.toLocalFile()) : QString();
    if (!d->problem.isEmpty()) {
        d->media.setSource({});
        emit stateChanged();
        return;
    }
    d->startAt = 0;
    d->wantsToPlay = false;
    d->media.setSource(source);
    emit stateChanged();
}

void Player::unload() {
    d->problem.clear();
    d->startAt = 0;
    d->wantsToPlay = false;
    d->media.setSource({});
    emit stateChanged();
}

void Player::fail(const QString& why) {
    d->startAt = 0;
    d->wantsToPlay = false;
    d->media.setSource({});
    d->problem = why;
    emit stateChanged();
}

Player::State Player::state() const {
    if (!d->problem.isEmpty())
        return State::Failed;
    if (d->media.source().isEmpty())
        return State::Empty;
    if (d->media.playbackState() == QMediaPlayer::PlayingState)
        return State::Playing;
    return d->media.mediaStatus() == QMediaPlayer::LoadingMedia ? State::Loading : State::Paused;
}

QString Player::problem() const {
    if (!d->problem.isEmpty())
        return d->problem;
    return d->output ? QString() : tr("No sound device: nothing will be heard.");
}

bool Player::hasSoundDevice() const {
    return d->output != nullptr;
}
qint64 Player::position() const {
    return d->media.position();
}
qint64 Player::duration() const {
    return std::max<qint64>(d->media.duration(), 0);
}
double Player::rate() const {
    return d->rate;
}
double Player::volume() const {
    return d->volume;
}

void Player::play() {
    if (state() == State::Loading)
        d->wantsToPlay = true;
    else if (state() == State::Paused)
        d->media.play();
}

void Player::pause() {
    d->wantsToPlay = false;
    d->media.pause();
}

void Player::togglePlaying() {
    state() == State::Playing ? pause() : play();
}

void Player::seek(qint64 milliseconds) {
    const bool isOpen = duration() > 0;
    const qint64 target = std::clamp<qint64>(milliseconds, 0, isOpen ? duration() : milliseconds);
    if (isOpen)
        d->media.setPosition(target);
    else
        d->startAt = target;
}

void Player::seekBy(qint64 milliseconds) {
    seek(std::max<qint64>(position() + milliseconds, 0));
}

void Player::setRate(double rate) {
    d->rate = std::clamp(rate, slowest, fastest);
    d->media.setPlaybackRate(d->rate);
    emit rateChanged(d->rate);
}

void Player::setVolume(double volume) {
    d->volume = std::clamp(volume, 0.0, 1.0);
    d->applyVolume();
    emit volumeChanged(d->volume);
}

} // namespace audio
