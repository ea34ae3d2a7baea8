// SPDX-License-Identifier: MIT
#include "audio/devicewatch.h"

#include <algorithm>
#include <utility>

namespace audio {

namespace {

QList<QByteArray> idsOf(const QList<SoundDevice>& devices) {
    QList<QByteArray> ids;
    for (const SoundDevice& device : devices)
        ids += device.id;
    return ids;
}

} // namespace

DeviceWatch::DeviceWatch(List list, QObject* parent)
    : QObject(parent)
    , m_list(std::move(list))
    , m_known(idsOf(m_list())) {
    constexpr int interval = 500; // milliseconds
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &DeviceWatch::look);
}

void DeviceWatch::start() {
    m_timer.start();
    look();
}

void DeviceWatch::look() {
    QList<QByteArray> now = idsOf(m_list());
    if (now == m_known)
        return;
    m_known = std::move(now);
    emit changed();
}

QByteArray DeviceWatch::inUse(const QList<SoundDevice>& devices, const QByteArray& chosen) {
    const bool isThere = std::any_of(devices.begin(), devices.end(),
                                     [&chosen](const SoundDevice& device) { return device.id == chosen; });
    return isThere ? chosen : devices.isEmpty() ? QByteArray() : devices.front().id;
}

} // namespace audio
