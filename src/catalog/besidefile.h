// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <utility>

#include <unistd.h>

namespace catalog::posix {

/// A file name beside the episode's, removed at the end unless it is kept.
class Beside {
public:
    Beside(int folder, QByteArray name)
        : m_folder(folder)
        , m_name(std::move(name)) {}
    ~Beside() { remove(); }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    const QByteArray& name() const { return m_name; }
    /// Whether there is such a file, as far as we know.
    bool isThere() const { return m_isOurs || m_isKept; }
    /// Whatever happens, it stays: somebody's only copy.
    void keep() { m_isKept = std::exchange(m_isOurs, false) || m_isKept; }
    /// The name is used no more.
    void forget() { m_isOurs = false; }
    void remove() {
        if (std::exchange(m_isOurs, false))
            ::unlinkat(m_folder, m_name.constData(), 0);
    }

private:
    int m_folder;
    QByteArray m_name;
    bool m_isOurs = true;
    bool m_isKept = false;
};

} // namespace catalog::posix
