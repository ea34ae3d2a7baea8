// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/preparededit.h"
#include "models/editsession.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <vector>

namespace models {

/// Makes edits of thousands of episodes one undo step without stopping the window: the texts are made and
/// parsed on another thread, and taken, in turns, when every one of them is right. Until then nothing has
/// changed, and it can be cancelled.
class LargeStep : public QObject {
    Q_OBJECT
public:
    explicit LargeStep(EditSession& session, QObject* parent = nullptr);
    ~LargeStep() override;

    /// Begins; false where another one is under way. Edits must be of the episodes' present texts.
    bool start(std::vector<catalog::Edit> edits, const QString& name);
    /// Nothing is changed; what is being taken already is taken at once.
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    void progressed(int done, int total);
    /// `isDone` false: cancelled, or an edit could not be made (EditSession::refused says why); nothing has
    /// changed then.
    void finished(bool isDone, const QString& name);

private:
    struct Made {
        std::vector<catalog::PreparedEdit> edits;
        catalog::EpisodeId failed; ///< the first that could not be made
        QString why;
    };
    static void make(QPromise<std::shared_ptr<Made>>& promise,
                     const std::vector<catalog::PreparedText>& before,
                     const std::vector<catalog::Edit>& edits);
    void take();
    void end(bool isDone);

    EditSession& m_session;
    QString m_name;
    QFutureWatcher<std::shared_ptr<Made>> m_watcher;
    bool m_isRunning = false;
    bool m_isTaking = false; ///< the step is on the stack
};

} // namespace models
