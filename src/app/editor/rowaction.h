// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QAction;
class QObject;

namespace app {

/// An action on the rows of one table, with its keys (none: empty) for that table alone; `tip` says what it
/// does.
QAction* makeRowAction(QObject* parent, const char* name, const QString& text, const QString& keys,
                       const QString& tip);

} // namespace app
