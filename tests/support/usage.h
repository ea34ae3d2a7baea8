// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFile>

/// A figure of this process from a file of /proc/self, such as `rchar:` of `io` or `VmHWM:` of `status`; -1
/// where the system does not say.
inline qint64 figureOf(const char* file, const QByteArray& name) {
    QFile proc(QStringLiteral("/proc/self/") + QLatin1String(file));
    if (!proc.open(QIODevice::ReadOnly))
        return -1;
    const auto lines = proc.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (line.startsWith(name))
            return line.mid(name.size()).simplified().split(' ').value(0).toLongLong();
    return -1;
}

/// Bytes that this process has read so far, by whatever call.
inline qint64 bytesRead() {
    return figureOf("io", "rchar:");
}

/// How much memory was used at most, in bytes, since it was made.
class MemoryPeak {
public:
    MemoryPeak()
        : m_before(figureOf("status", "VmRSS:")) {
        QFile peak(QStringLiteral("/proc/self/clear_refs"));
        if (peak.open(QIODevice::WriteOnly))
            peak.write("5"); // the peak counts from here
    }
    /// The sanitizers' shadow is no measure of ours.
    static bool isMeasured() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return false;
#else
        return figureOf("status", "VmHWM:") > 0;
#endif
    }
    qint64 grown() const {
        return (figureOf("status", "VmHWM:") - m_before) * 1024;
    }

private:
    qint64 m_before;
};

/// The long runs of `packaging/test.sh --long` ask for the full sizes.
inline bool isLongRun() {
    return qEnvironmentVariableIsSet("EPISODE_DESK_LONG");
}
