// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QStringList>

/// What is wrong with a SARIF log by the rules of SARIF 2.1.0 for the objects that we write: members that are
/// missing, unknown, of the wrong type or out of range, and references that lead nowhere. A sentence a fault.
QStringList sarifFaults(const QJsonObject& log);
