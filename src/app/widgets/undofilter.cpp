// SPDX-License-Identifier: MIT
#include "app/widgets/undofilter.h"

#include "models/editsession.h"

#include <QKeyEvent>
#include <QWidget>

namespace app {

UndoFilter::UndoFilter(models::EditSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {}

void UndoFilter::installOn(QWidget* control) {
    control->installEventFilter(this);
}

bool UndoFilter::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!isUndo && !key->matches(QKeySequence::Redo))
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->ignore(); // the window's own shortcut takes it
        return true;
    }
    if (isUndo) // there is no window with a shortcut for it
        m_session.undo();
    else
        m_session.redo();
    return true;
}

} // namespace app
