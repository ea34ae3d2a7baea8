// SPDX-License-Identifier: MIT
#include "audio/newcopy.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace audio {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("NewCopy", text);
}

enum class Written { Whole, GivenUp, Failed };

Written writeAll(QFile& file, const ByteSource& original, qint64 begin, const QByteArray& head,
                 const CopyProgress& goesOn) {
    constexpr qint64 part = 1024 * 1024;
    if (file.write(head) != head.size())
        return Written::Failed;
    qint64 at = begin;
    while (at < original.size()) {
        if (goesOn && !goesOn(at, original.size()))
            return Written::GivenUp;
        const QByteArray bytes = original.bytes(at, part);
        if (bytes.isEmpty() || file.write(bytes) != bytes.size())
            return Written::Failed;
        at += bytes.size();
    }
    return file.flush() && ::fsync(file.handle()) == 0 ? Written::Whole : Written::Failed;
}

/// Gives the file its name unless that is taken; a link where the file system cannot do it in one step.
bool nameNew(const QByteArray& temporary, const QByteArray& name) {
    if (::renameat2(AT_FDCWD, temporary.constData(), AT_FDCWD, name.constData(), RENAME_NOREPLACE) == 0)
        return true;
    const bool canLink = errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
    return canLink && ::link(temporary.constData(), name.constData()) == 0;
}

} // namespace

QString writeNewCopy(const ByteSource& original, qint64 begin, const QByteArray& head, const QString& path,
                     const CopyProgress& goesOn) {
    const QFileInfo info(path);
    QTemporaryFile file(info.absolutePath() + QLatin1String("/.episode-desk-copy-XXXXXX"));
    if (!file.open())
        return tr("%1 cannot be written: %2").arg(path, file.errorString());
    const Written written = writeAll(file, original, begin, head, goesOn);
    if (written == Written::GivenUp)
        return tr("The copy was given up; nothing was written.");
    if (written == Written::Failed)
        return tr("%1 cannot be written: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno)));
    file.setPermissions(QFile::permissions(info.absolutePath()) &
                        (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    if (nameNew(QFile::encodeName(file.fileName()), QFile::encodeName(path)))
        return {};
    return errno == EEXIST
               ? tr("%1 exists already.").arg(path)
               : tr("%1 cannot be written: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace audio
