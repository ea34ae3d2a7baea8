// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace audio {

/// A folder of files that can all be made again, none of it the user's own: bounded in all, the longest
/// unused go first. Only regular files with the folder's ending are looked at.
class CacheFolder {
public:
    CacheFolder(const QString& folder, const QString& ending, qint64 mostBytes);

    QString pathOf(const QString& name) const; ///< the name without the ending
    /// The whole file, marked as used; empty where there is none, or more than `mostBytes`.
    QByteArray read(const QString& name, qint64 mostBytes) const;
    /// Writes it whole or not at all, and makes room. Failing is no harm.
    bool write(const QString& name, const QByteArray& bytes) const;
    void markUsed(const QString& name) const;
    void remove(const QString& name) const;

    qint64 bytes() const; ///< of all files
    /// Removes what was not used for longest, until all that is left is small enough; never `kept`.
    void makeRoom(const QString& kept = {}) const;
    void empty() const;

private:
    QString m_folder;
    QString m_ending;
    qint64 m_mostBytes;
};

} // namespace audio
