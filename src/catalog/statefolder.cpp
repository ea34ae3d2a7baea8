// SPDX-License-Identifier: MIT
#include "catalog/statefolder.h"

#include "catalog/registry.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <chrono>

namespace catalog {

QString stateRoot() {
    const QString set = qEnvironmentVariable("XDG_STATE_HOME");
    // The standard: a relative path is to be ignored.
    const QString base = QDir::isAbsolutePath(set) ? set : QDir::homePath() + QLatin1String("/.local/state");
    return QDir::cleanPath(base) + QLatin1String("/episode-desk");
}

QString siteOf(const QString& openedFolder) {
    const QFileInfo folder(openedFolder);
    const QString real = folder.canonicalFilePath();
    const QString path = real.isEmpty() ? QDir::cleanPath(folder.absoluteFilePath()) : real;
    const QString content = contentFolderOf(path);
    return content.isEmpty() ? path : QFileInfo(content).path();
}

QString stateFolderOf(const QString& root, const QString& site) {
    constexpr int letters = 32; // 128 bits of it
    const QByteArray hash = QCryptographicHash::hash(site.toUtf8(), QCryptographicHash::Sha256).toHex();
    return root + QLatin1Char('/') + QString::fromLatin1(hash.left(letters));
}

WindowLock::State WindowLock::take(const QString& folder) {
    release();
    QDir().mkpath(folder);
    for (const QString& own : {QFileInfo(folder).path(), folder})
        QFile::setPermissions(own, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_file = std::make_unique<QLockFile>(folder + QLatin1String("/lock"));
    m_file->setStaleLockTime(0); // an old lock is no dead one: windows stay open for weeks
    if (m_file->tryLock(0))
        return m_state = State::Ours;
    return m_state = m_file->error() == QLockFile::LockFailedError ? State::Theirs : State::Unlocked;
}

void WindowLock::release() {
    m_file.reset(); // unlocks
    m_state = State::Free;
}

QString WindowLock::holder() const {
    qint64 process = 0;
    QString host;
    QString name;
    if (!m_file || !m_file->getLockInfo(&process, &host, &name))
        return QCoreApplication::translate("WindowLock", "another window");
    return QCoreApplication::translate("WindowLock", "process %1 on %2").arg(process).arg(host);
}

} // namespace catalog
