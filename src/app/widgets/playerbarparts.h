// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QString>

namespace app {

// What the files of the player bar share.
inline const QString rateKey = QStringLiteral("player/rate");
inline const QString volumeKey = QStringLiteral("player/volume");
inline const QString soundDeviceKey = QStringLiteral("player/device");
inline const QString soundDeviceNameKey = QStringLiteral("player/deviceName");

/// The theme's icon, or the style's own where no theme is installed.
QIcon iconNamed(const char* name);

} // namespace app
