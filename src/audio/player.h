// SPDX-License-Identifier: MIT
#pragma once

#include <QIODevice>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace audio {

/// Chooses QtMultimedia's FFmpeg back end unless the user chose one: the other needs plugins that nothing
/// pulls in, and crashes without. Before the first player.
void preferFfmpegBackend();

/// Plays one enclosure. Nothing is opened before load(), nothing sounds before play(). Never blocks: the
/// media is opened, sought and closed in a thread of its own (playerengine.h); position and state are what
/// that thread said last. Safe without a sound device: an output is attached only while one exists.
class Player : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Loading, Paused, Playing, Failed };
    Q_ENUM(State)

    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// A local file, looked at first: regular, and audio by its first bytes.
    void load(const QUrl& file);
    /// The bytes behind an address, by a device that may block while it is read. `interrupt` ends its reading
    /// from any thread, even after the device is gone.
    void loadStream(const QUrl& name, std::unique_ptr<QIODevice> device, std::function<void()> interrupt);
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
    void openMedia(const QUrl& source, std::unique_ptr<QIODevice> device, std::function<void()> interrupt);
    void closeMedia(const QString& problem);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace audio
