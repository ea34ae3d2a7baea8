// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

#include <cstddef>

namespace catalog {

/// Findings by key in a JSON file outside the catalogue. A missing, broken or too large file has none.
QJsonObject readFindings(const QString& file, std::size_t mostBytes);
/// Writes them whole, or not at all: what went wrong, in words, or empty.
QString writeFindings(const QString& file, const QJsonObject& all);

} // namespace catalog
