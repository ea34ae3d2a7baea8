// SPDX-License-Identifier: MIT
#include "cli/outputfile.h"

#include "catalog/episodestore.h"

#include <QFileInfo>
#include <QSaveFile>

namespace cli {

QString writeOutput(const QString& path, const QByteArray& bytes, bool isForced) {
    if (!isForced || !QFileInfo::exists(path))
        return catalog::createFile(path, bytes.toStdString());
    QSaveFile file(path);
    // A full disk shows at the flush: without it, an empty file would take the old one's place.
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    if (!isWritten)
        file.cancelWriting();
    return isWritten && file.commit() ? QString() : QStringLiteral("%1: %2").arg(path, file.errorString());
}

} // namespace cli
