// SPDX-License-Identifier: MIT
#pragma once

#include "audio/cachefolder.h"
#include "audio/soundfile.h"
#include "audio/waveform.h"

#include <memory>
#include <optional>

namespace audio {

/// Waveforms that were drawn before, in files of their own, named after the sound that they show.
class WaveformCache {
public:
    explicit WaveformCache(const QString& folder);

    /// Names a sound: a hash of its size, its time of change and 64 KB each of its beginning, middle and end.
    /// The time is in it because a host's re-export of constant bit rate may differ in a minute that was not
    /// looked at; a file that is moved or renamed keeps its name here.
    static QString nameOf(const SoundFile& file);

    std::shared_ptr<const Waveform> read(const QString& name) const; ///< null: none, or a damaged one
    void write(const QString& name, const Waveform& waveform) const;
    const CacheFolder& folder() const { return m_folder; }

private:
    CacheFolder m_folder;
};

/// A waveform as bytes: "EDwave", a version, its shape, its peaks, and a CRC-32 (ISO 3309) over all of it.
QByteArray encodeWaveform(const Waveform& waveform);
/// Nothing where any byte is not as it was written.
std::shared_ptr<const Waveform> decodeWaveform(const QByteArray& bytes);

} // namespace audio
