// SPDX-License-Identifier: MIT
#pragma once

#include "audio/player.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace audio {

/// Says when a sound device came or went, or another became the system's own. QMediaDevices of Qt 6.4 keeps
/// its list with PulseAudio but never says that it changed, so the list is looked at now and then.
class DeviceWatch : public QObject {
    Q_OBJECT
public:
    /// Lists the devices, the system's own first.
    using List = std::function<QList<SoundDevice>()>;

    explicit DeviceWatch(List list, QObject* parent = nullptr);

    /// Looks twice a second, and once now.
    void start();
    void stop() { m_timer.stop(); }
    void look();
    /// Which of these sound comes out of: the chosen one while it is there, else the system's own; empty:
    /// there is none.
    static QByteArray inUse(const QList<SoundDevice>& devices, const QByteArray& chosen);

signals:
    void changed();

private:
    List m_list;
    QList<QByteArray> m_known;
    QTimer m_timer{this};
};

} // namespace audio
