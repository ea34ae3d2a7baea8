// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QWidget;

namespace models {
class EditSession;
}

namespace app {

/// Makes Ctrl+Z and Ctrl+Shift+Z in a text control undo the catalogue's steps: text controls have an undo of
/// their own that knows nothing of the file.
class UndoFilter : public QObject {
    Q_OBJECT
public:
    explicit UndoFilter(models::EditSession& session, QObject* parent = nullptr);
    void installOn(QWidget* control);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    models::EditSession& m_session;
};

} // namespace app
