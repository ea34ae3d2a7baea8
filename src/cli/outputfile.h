// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace cli {

/// Why the file was not written; empty where it was. Over another file only by force.
QString writeOutput(const QString& path, const QByteArray& bytes, bool isForced);

} // namespace cli
