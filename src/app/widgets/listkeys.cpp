// SPDX-License-Identifier: MIT
#include "app/widgets/listkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

namespace app {

bool giveToList(QWidget& list, QEvent& event) {
    if (event.type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent&>(event).key();
    if (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_PageUp && key != Qt::Key_PageDown)
        return false;
    QCoreApplication::sendEvent(&list, &event);
    return true;
}

} // namespace app
