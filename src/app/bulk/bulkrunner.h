// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/bulk/bulkedit.h"
#include "models/largestep.h"

#include <functional>

namespace app {

/// Makes bulk edits undo steps: a few episodes at once, many on other threads, with progress and Cancel.
class BulkRunner : public QObject {
    Q_OBJECT
public:
    explicit BulkRunner(const EditorContext& context, QObject* parent = nullptr);

    /// Proposes the edit for the episodes and makes all of it.
    void run(const std::vector<catalog::EpisodeId>& episodes, const catalog::BulkEdit& edit);
    /// Makes all that `maker` proposes for the episodes.
    void make(const std::vector<catalog::EpisodeId>& episodes, const catalog::ProposalMaker& maker,
              const QString& name);
    /// Makes edits that were looked at. `leftOut` files were not part of them.
    void apply(catalog::Gathered gathered, const QString& name, const std::vector<catalog::LeftOut>& leftOut);
    void cancel();
    bool isRunning() const { return m_proposing.isRunning() || m_making.isRunning(); }

signals:
    /// `total` 0: it is over.
    void progress(const QString& what, int done, int total);
    void message(const QString& text);
    /// Whether anything was changed or not, the values that are shown are to be shown anew.
    void over();

private:
    using Namer = std::function<QString(int episodes)>;
    void propose(const std::vector<catalog::EpisodeId>& episodes, const catalog::ProposalMaker& maker,
                 Namer namer);
    void take(const catalog::Proposal& proposal);
    void finish(bool isDone, const QString& name);
    QString leftOutWords() const;

    EditorContext m_context;
    catalog::ProposalTask m_proposing;
    models::LargeStep m_making;
    Namer m_namer;
    std::vector<catalog::LeftOut> m_leftOut;
    int m_waiting = 0; ///< changes that touch the same bytes as another one
};

} // namespace app
