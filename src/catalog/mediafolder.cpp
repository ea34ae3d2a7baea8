// SPDX-License-Identifier: MIT
#include "catalog/mediafolder.h"

#include "catalog/episode.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace catalog {

QString playableUrl(const format::Document& document) {
    for (const char* key : {"podcast_file", "podcast_alt_file", "podcast_ogg_file"})
        if (QString url = valueText(document, key); !url.isEmpty())
            return url;
    return {};
}

QString localMediaFile(const format::Document& document, const QString& mediaFolder) {
    if (mediaFolder.isEmpty())
        return {};
    const QString guid = valueText(document, "episode_guid");
    const QStringList names{guid.isEmpty() ? QString() : guid + QLatin1String(".mp3"),
                            QUrl(playableUrl(document)).fileName(),
                            valueText(document, "episode_padded") + QLatin1String(".mp3")};
    for (const QString& name : names) {
        // A name from a file must not lead out of the folder.
        if (name.isEmpty() || name.startsWith(QLatin1Char('.')) || name.contains(QLatin1Char('/')) ||
            name.contains(QChar(u'\0')))
            continue;
        const QFileInfo file(QDir(mediaFolder).filePath(name));
        if (file.isFile() && file.isReadable())
            return file.absoluteFilePath();
    }
    return {};
}

} // namespace catalog
