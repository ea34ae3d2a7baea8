// SPDX-License-Identifier: MIT
#include "catalog/resultsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace catalog {

QJsonObject readResults(const QString& file, qint64 mostBytes) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) && in.size() <= mostBytes
               ? QJsonDocument::fromJson(in.readAll()).object()
               : QJsonObject();
}

QString writeResults(const QString& file, const QJsonObject& all) {
    QDir().mkpath(QFileInfo(file).path());
    QSaveFile out(file);
    const QByteArray bytes = QJsonDocument(all).toJson(QJsonDocument::Compact);
    const bool isWritten =
        out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush() && out.commit();
    return isWritten ? QString() : out.errorString();
}

} // namespace catalog
