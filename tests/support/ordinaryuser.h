// SPDX-License-Identifier: MIT
#pragma once

#include <QDirIterator>
#include <QFile>

#include <unistd.h>

/// Permissions bind everybody but the superuser: where the tests run as root, act as "nobody" for a while, in
/// a folder that is given to them.
class OrdinaryUser {
public:
    explicit OrdinaryUser(const QString& folder)
        : m_isRoot(::geteuid() == 0) {
        if (!m_isRoot)
            return;
        give(folder);
        for (QDirIterator files(folder, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                                QDirIterator::Subdirectories);
             files.hasNext();)
            give(files.next());
        if (::seteuid(nobody) != 0)
            qFatal("cannot act as an ordinary user");
    }
    ~OrdinaryUser() {
        if (m_isRoot && ::seteuid(0) != 0)
            qFatal("cannot be root again");
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

private:
    static constexpr uid_t nobody = 65534;
    static void give(const QString& path) {
        if (::lchown(QFile::encodeName(path).constData(), nobody, nobody) != 0)
            qFatal("cannot act as an ordinary user");
    }
    bool m_isRoot;
};
