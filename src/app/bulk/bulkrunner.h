// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/bulk/bulkedit.h"
#include "models/largestep.h"

namespace app {

/// Makes bulk edits undo steps: a few episodes at once, many on other threads, with progress and Cancel.
class BulkRunner : public QObject {
    Q_OBJECT
public:
    explicit BulkRunner(const EditorContext& context, QObject* parent = nullptr);

    /// Proposes the edit for the episodes and makes all of it.
    void run(const std::vector<catalog::EpisodeId>& episodes, const catalog::BulkEdit& edit);
    /// Makes edits that were looked at. `leftOut` files were not part of them.
    void apply(const catalog::Gathered& gathered, const QString& name,
               const std::vector<catalog::LeftOut>& leftOut);
    void cancel();
    bool isRunning() const { return m_proposing.isRunning() || m_making.isRunning(); }

signals:
    /// `total` 0: it is over.
    void progress(const QString& what, int done, int total);
    void message(const QString& text);
    /// Whether anything was changed or not, the values that are shown are to be shown anew.
    void over();

private:
    void take(const catalog::Proposal& proposal);
    void finish(bool isDone, const QString& name);
    QString leftOutWords() const;

    EditorContext m_context;
    catalog::ProposalTask m_proposing;
    models::LargeStep m_making;
    catalog::BulkEdit m_edit;
    std::vector<catalog::LeftOut> m_leftOut;
};

} // namespace app
