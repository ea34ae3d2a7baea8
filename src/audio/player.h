// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace audio {

struct EngineState;

/// Chooses QtMultimedia's FFmpeg back end unless the user chose one: the other needs plugins that nothing
/// pulls in, and crashes without. Before the first player.
void preferFfmpegBackend();

/// Something that sound comes out of.
struct SoundDevice {
    QByteArray id; ///< stays the same as it goes and comes back
    QString name;
};

/// A piece that is heard again and again, in milliseconds; empty: none.
struct Loop {
    qint64 start = 0;
    qint64 end = 0;
    bool isEmpty() const { return end <= start; }
    friend bool operator==(const Loop&, const Loop&) = default;
};

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
    Loop loop() const;     ///< of what is loaded; goes with it

    static QList<SoundDevice> devices(); ///< that are there, the system's own first
    QByteArray device() const;           ///< the chosen one, there or not; empty: the system's own
    /// Sound comes out of the system's own device while the chosen one is not there.
    void setDevice(const QByteArray& id);

public slots:
    void play();
    void pause();
    void togglePlaying();
    /// Clamped. One at a time: while the media is being sought, the newest wish alone is kept.
    void seek(qint64 milliseconds);
    void
    scrub(qint64 milliseconds); ///< the same while something is dragged, not more often than can be heard
    void seekBy(qint64 milliseconds);
    void setRate(double rate); ///< 0.5 to 3, pitch kept as far as the back end can
    void setVolume(double volume);
    /// Clamped to what is loaded; a piece under a fifth of a second is no loop. Sound that plays behind its
    /// end is not called back.
    void setLoop(qint64 start, qint64 end);
    void clearLoop();
    void fail(const QString& why); ///< what a probe found before loading

signals:
    void stateChanged();
    void positionChanged(qint64 milliseconds);
    void durationChanged(qint64 milliseconds);
    void rateChanged(double rate);
    void volumeChanged(double volume);
    void loopChanged();
    void devicesChanged(); ///< one came or went while something was loaded

private:
    void openMedia(const QUrl& source, std::unique_ptr<QIODevice> device, std::function<void()> interrupt);
    void closeMedia(const QString& problem);
    void take(const EngineState& state);
    void wish(qint64 milliseconds);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace audio
