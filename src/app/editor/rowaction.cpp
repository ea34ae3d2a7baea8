// SPDX-License-Identifier: MIT
#include "app/editor/rowaction.h"

#include <QAction>

namespace app {

QAction* makeRowAction(QObject* parent, const char* name, const QString& text, const QString& keys,
                       const QString& tip) {
    auto* action = new QAction(text, parent);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(keys));
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setStatusTip(tip);
    action->setToolTip(keys.isEmpty() ? tip
                                      : QStringLiteral("%1 (%2)").arg(
                                            tip, action->shortcut().toString(QKeySequence::NativeText)));
    return action;
}

} // namespace app
