// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <unistd.h>

/// Permissions bind everybody but the superuser: where the tests run as root, act as "nobody" for a while in
/// a folder that is theirs.
class NobodyIn {
public:
    explicit NobodyIn(const QString& folder)
        : m_isRoot(::geteuid() == 0)
        , m_folder(folder.toUtf8()) {
        if (m_isRoot &&
            (::chown(m_folder.constData(), nobody, nobody) != 0 || ::setresuid(nobody, nobody, 0) != 0))
            qFatal("cannot act as an ordinary user");
    }
    ~NobodyIn() {
        if (m_isRoot && (::setresuid(0, 0, 0) != 0 || ::chown(m_folder.constData(), 0, 0) != 0))
            qFatal("cannot be root again");
    }
    NobodyIn(const NobodyIn&) = delete;
    NobodyIn& operator=(const NobodyIn&) = delete;

private:
    static constexpr uid_t nobody = 65534;
    bool m_isRoot;
    QByteArray m_folder;
};
