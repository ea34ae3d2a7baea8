// SPDX-License-Identifier: MIT
#include "audio/cachefolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace audio {

namespace {

/// The longest unused first.
QFileInfoList filesIn(const QString& folder, const QString& ending) {
    constexpr QDir::Filters own = QDir::Files | QDir::NoSymLinks | QDir::Hidden;
    return QDir(folder).entryInfoList({QLatin1Char('*') + ending}, own, QDir::Time | QDir::Reversed);
}

} // namespace

CacheFolder::CacheFolder(const QString& folder, const QString& ending, qint64 mostBytes)
    : m_folder(folder)
    , m_ending(ending)
    , m_mostBytes(mostBytes) {}

QString CacheFolder::pathOf(const QString& name) const {
    return QDir(m_folder).filePath(name + m_ending);
}

QByteArray CacheFolder::read(const QString& name, qint64 mostBytes) const {
    QFile file(pathOf(name));
    if (!QFileInfo(file.fileName()).isFile() || file.size() > mostBytes || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes = file.readAll();
    markUsed(name);
    return bytes;
}

bool CacheFolder::write(const QString& name, const QByteArray& bytes) const {
    constexpr auto ours = QFile::ReadOwner | QFile::WriteOwner;
    if (!QDir().mkpath(m_folder))
        return false;
    QSaveFile file(pathOf(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return false;
    QFile::setPermissions(pathOf(name), ours);
    makeRoom(name);
    return true;
}

void CacheFolder::markUsed(const QString& name) const {
    QFile file(pathOf(name));
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

void CacheFolder::remove(const QString& name) const {
    QFile::remove(pathOf(name));
}

qint64 CacheFolder::bytes() const {
    qint64 sum = 0;
    for (const QFileInfo& file : filesIn(m_folder, m_ending))
        sum += file.size();
    return sum;
}

void CacheFolder::makeRoom(const QString& kept) const {
    qint64 sum = bytes();
    for (const QFileInfo& file : filesIn(m_folder, m_ending)) {
        if (sum <= m_mostBytes)
            return;
        if (file.fileName() == kept + m_ending)
            continue;
        sum -= file.size();
        QFile::remove(file.filePath());
    }
}

void CacheFolder::empty() const {
    for (const QFileInfo& file : filesIn(m_folder, m_ending))
        QFile::remove(file.filePath());
}

} // namespace audio
