// SPDX-License-Identifier: MIT
#include "catalog/keptfindings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace catalog {

QJsonObject readFindings(const QString& file, std::size_t mostBytes) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly) || in.size() > static_cast<qint64>(mostBytes))
        return {};
    return QJsonDocument::fromJson(in.readAll()).object();
}

QString writeFindings(const QString& file, const QJsonObject& all) {
    QDir().mkpath(QFileInfo(file).path());
    QSaveFile out(file);
    const QByteArray bytes = QJsonDocument(all).toJson(QJsonDocument::Compact);
    const bool isWritten =
        out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush() && out.commit();
    return isWritten ? QString() : out.errorString();
}

} // namespace catalog
