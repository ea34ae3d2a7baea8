// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QTemporaryDir>

/// A trash of the test's own, on the file system of its temporary folders.
class TrashFixture {
public:
    TrashFixture()
        : m_before(qgetenv("XDG_DATA_HOME")) {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    }
    ~TrashFixture() { m_before.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", m_before); }
    TrashFixture(const TrashFixture&) = delete;
    TrashFixture& operator=(const TrashFixture&) = delete;

    QStringList files() const { return in(QStringLiteral("Trash/files")); }
    QStringList notes() const { return in(QStringLiteral("Trash/info")); }
    QString path(const QString& inTrash) const {
        return m_folder.filePath(QStringLiteral("Trash/") + inTrash);
    }
    void empty() const { QDir(m_folder.filePath(QStringLiteral("Trash"))).removeRecursively(); }

private:
    QStringList in(const QString& folder) const {
        return QDir(m_folder.filePath(folder)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    QTemporaryDir m_folder;
    QByteArray m_before;
};
