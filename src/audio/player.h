// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace audio {

/// Chooses QtMultimedia's FFmpeg back end unless the user chose one: the other needs plugins that nothing
/// pulls in, and crashes without. Before the first player.
void preferFfmpegBackend();

/// Plays one enclosure. Nothing is opened before load(), nothing sounds before play(). Safe without a sound
/// device: an output is attached only while one exists.
class Player : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Loading, Paused, Playing, Failed };
    Q_ENUM(State)

    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// A local file (looked at first: regular, and MP3 by its first bytes) or an http(s) address that was
    /// probed.
    void load(const QUrl& source);
    void unload();

    State state() const;
    /// Why nothing plays, in words; empty while all is well. "No sound device" is said here too while playing
    /// on.
    QString problem() const;
    bool hasSoundDevice() const;
    qint64 position() const; ///< milliseconds
    qint64 duration() const; ///< milliseconds, 0 while unknown
    double rate() const;
    double volume() const; ///< 0 to 1, as heard

public slots:
    void play();
    void pause();
    void togglePlaying();
    void seek(qint64 milliseconds); ///< clamped
    void seekBy(qint64 milliseconds);
    void setRate(double rate); ///< 0.5 to 3, pitch kept as far as the back end can
    void setVolume(double volume);
    void fail(const QString& why); ///< what a probe found before loading

signals:
    void stateChanged();
    void positionChanged(qint64 milliseconds);
    void durationChanged(qint64 milliseconds);
    void rateChanged(double rate);
    void volumeChanged(double volume);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace audio
