// SPDX-License-Identifier: MIT
#pragma once

#include "audio/roughwaveform.h"
#include "audio/waveform.h"

#include <QObject>
#include <QString>

#include <memory>

namespace audio {

/// What is known of a file's waveform so far.
struct WaveformState {
    enum class Stage {
        Empty,   ///< nothing is loaded
        Opening, ///< nothing is known yet
        Rough,   ///< `rough`, and of `waveform` what is decoded
        Exact,   ///< `waveform`, whole
        Stopped, ///< as Rough, but nobody works on it any more
        Failed   ///< `problem` says why
    };
    Stage stage = Stage::Empty;
    std::shared_ptr<const RoughWaveform> rough;
    std::shared_ptr<const Waveform> waveform;
    double progress = 0; ///< of decoding, 0 to 1
    QString problem;     ///< a whole sentence; also where only a part is drawn

    qint64 duration() const; ///< milliseconds, 0 while unknown
};

/// Draws the waveform of one local file at a time in threads of its own: from the cache, or roughly at once
/// and then exactly, as two decoders go through the file's halves side by side.
class WaveformLoader : public QObject {
    Q_OBJECT
public:
    /// The cache's folder; it is made when there is something to keep.
    explicit WaveformLoader(const QString& cacheFolder, QObject* parent = nullptr);
    ~WaveformLoader() override;

    /// Begins, and ends what was under way. An empty path: nothing.
    void load(const QString& path);
    /// Keeps what there is and works no more.
    void stop();

    const WaveformState& state() const { return m_state; }
    const QString& path() const { return m_path; }

signals:
    void changed(); ///< the state is another; while decoding a few times a second

private:
    struct Private;
    void take(quint64 number, const WaveformState& state);

    std::unique_ptr<Private> d;
    WaveformState m_state;
    QString m_path;
    quint64 m_number = 0; ///< of the load that is heard of
};

} // namespace audio
