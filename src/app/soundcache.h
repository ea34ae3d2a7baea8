// SPDX-License-Identifier: MIT
#pragma once

#include "audio/cachefolder.h"
#include "format/document.h"

#include <QString>

namespace app {

class Settings;

/// What can be made or fetched again of the episodes' sound, outside the catalogue: waveforms, and enclosures
/// that were downloaded for them.
class SoundCache {
public:
    explicit SoundCache(const Settings& settings);

    const QString& waveformFolder() const { return m_waveformFolder; }
    const audio::CacheFolder& media() const { return m_media; }
    static QString nameOf(const QString& url); ///< of a downloaded enclosure
    qint64 bytes() const;
    void empty() const;

private:
    QString m_waveformFolder;
    audio::CacheFolder m_waveforms;
    audio::CacheFolder m_media;
};

/// An episode's sound as a local file: the one in the media folder, else the one that was downloaded. Empty
/// where there is none.
QString soundFileOf(const format::Document& document, const Settings& settings);

} // namespace app
