// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QString>

/// The folder of a real catalogue to test on: EPISODE_DESK_CATALOG, else the one beside the checkout; empty
/// where there is none.
inline QString realCatalog() {
    const QString named = qEnvironmentVariable("EPISODE_DESK_CATALOG");
    const QString folder = named.isEmpty() ? QStringLiteral(EPISODE_DESK_SHARED_CATALOG) : named;
    return QFileInfo(folder).isDir() ? QDir(folder).absolutePath() : QString();
}
