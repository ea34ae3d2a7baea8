// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include <QObject>
#include <QString>
#include <QVariantMap>

namespace app {

class PlayerBar;

/// The player as the desktop sees it, for media keys and the panel's controls: MPRIS 2 over D-Bus, a name on
/// the bus for each process. Silently absent where no session bus is running.
class Mpris : public QObject {
    Q_OBJECT
public:
    Mpris(PlayerBar& bar, const EditorContext& context, QObject* parent = nullptr);
    ~Mpris() override;

    /// The name on the bus; empty: not there.
    QString service() const { return m_service; }

    // What the adaptors (mprisadaptors.h) say.
    QString status() const;
    QVariantMap metadata() const;
    QString trackPath() const;
    bool hasChapters() const;
    bool canPlay() const;
    PlayerBar& bar() const { return m_bar; }
    void raise() const;
    void quit() const;

signals:
    void sought(qlonglong microseconds); ///< the position has jumped

private:
    void follow();
    void followPosition(qint64 milliseconds);
    QVariantMap properties() const;

    PlayerBar& m_bar;
    EditorContext m_context;
    QString m_service;
    QVariantMap m_told; ///< the properties as the bus knows them
    qint64 m_position = 0;
};

} // namespace app
