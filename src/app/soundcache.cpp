// SPDX-License-Identifier: MIT
#include "app/soundcache.h"

#include "app/settings.h"
#include "audio/waveformcache.h"
#include "audio/waveformlimits.h"
#include "catalog/mediafolder.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace app {

SoundCache::SoundCache(const Settings& settings)
    : m_waveformFolder(settings.cacheFolder() + QLatin1String("/waveforms"))
    , m_waveforms(audio::WaveformCache(m_waveformFolder).folder())
    , m_media(settings.cacheFolder() + QLatin1String("/media"), QStringLiteral(".mp3"),
              audio::limits::mediaCacheBytes) {}

QString SoundCache::nameOf(const QString& url) {
    constexpr qsizetype enough = 40;
    const QByteArray hash = QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.left(enough));
}

qint64 SoundCache::bytes() const {
    return m_waveforms.bytes() + m_media.bytes();
}

void SoundCache::empty() const {
    m_waveforms.empty();
    m_media.empty();
}

QString soundFileOf(const format::Document& document, const Settings& settings) {
    if (QString local = catalog::localMediaFile(document, settings.mediaFolder()); !local.isEmpty())
        return local;
    const QString url = catalog::playableUrl(document);
    QString downloaded = SoundCache(settings).media().pathOf(SoundCache::nameOf(url));
    return !url.isEmpty() && QFileInfo(downloaded).isFile() ? downloaded : QString();
}

} // namespace app
