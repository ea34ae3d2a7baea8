// SPDX-License-Identifier: MIT
#pragma once

#include "audio/devicewatch.h"
#include "audio/loopwatch.h"

#include <QIODevice>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

class QAudioOutput;
class QMediaPlayer;

namespace audio {

/// What is to be played: a local file, or a device that stands for an address.
struct Media {
    QUrl source;
    std::unique_ptr<QIODevice> device;
    std::function<void()> interrupt; ///< ends the device's reading, from any thread
};

/// What the engine says of itself.
struct EngineState {
    quint64 generation = 0; ///< of the load() that it speaks of
    bool isOpen = false;
    bool isPlaying = false;
    bool hasOutput = false;
    qint64 position = 0;  ///< milliseconds
    qint64 duration = 0;  ///< milliseconds, 0 while unknown
    quint64 commands = 0; ///< how many calls of play, pause and seek it has followed
    QString problem;      ///< in words; empty while all is well
};

/// QMediaPlayer in a thread of its own, as the FFmpeg back end of Qt 6.4 opens and seeks within the call, for
/// as long as a server likes. All functions run in that thread.
class PlayerEngine : public QObject {
    Q_OBJECT
public:
    PlayerEngine();
    ~PlayerEngine() override;

    void open(quint64 generation, const std::shared_ptr<Media>& media);
    void close(quint64 generation);
    void play();
    void pause();
    void seek(qint64 milliseconds);
    void setRate(double rate);
    void setVolume(double volume); ///< 0 to 1, as heard
    /// What plays over `end` goes on at `start`, in milliseconds; an end of 0: no loop. Forgotten with the
    /// media.
    void setLoop(qint64 start, qint64 end);
    /// The output of this identifier while there is one, else the system's own; empty: the system's own.
    void setDevice(const QByteArray& id);

signals:
    void changed(const audio::EngineState& state);
    void devicesChanged();

private:
    void build();
    void attachOutput();
    void openAgain(qint64 position, bool isPlaying);
    void moveTo(qint64 milliseconds, bool isPlaying);
    void setSource();
    bool isReady() const { return m_state.isOpen && !m_isOpeningAgain; }
    void applyVolume() const;
    void takeStatus(int status);
    void report();
    void watchLoop();
    void turnBack();

    std::unique_ptr<DeviceWatch> m_devices;
    std::unique_ptr<QMediaPlayer> m_player;
    std::unique_ptr<QAudioOutput> m_output;
    std::shared_ptr<Media> m_media;
    EngineState m_state;
    QTimer m_loopTimer{this}; ///< moves to the engine's thread along with it
    QByteArray m_deviceId;
    LoopWatch m_loop;
    double m_rate = 1;
    double m_volume = 0.8;
    qint64 m_startAt = 0; ///< milliseconds; sought once the media is open
    bool m_wantsToPlay = false;
    bool m_isOpenedWithout = false; ///< a device
    bool m_isOpeningAgain = false;  ///< nobody knows of it
    bool m_isDropping = false;      ///< what was open until now
};

} // namespace audio
