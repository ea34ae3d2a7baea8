// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/proposaltask.h"
#include "models/proposalmodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace app {

/// A proposal to look at before it is done: its changes with boxes to tick, the difference that the current
/// episode's make, and how many there are. Works them out on another thread, with progress and Cancel.
class ProposalView : public QWidget {
    Q_OBJECT
public:
    explicit ProposalView(const catalog::Catalog& catalog, QWidget* parent = nullptr);

    /// Works out what `maker` proposes for the episodes, and again whenever one of them changes.
    void propose(const std::vector<catalog::EpisodeId>& episodes, catalog::ProposalMaker maker);
    /// Shows what was worked out elsewhere.
    void setProposal(catalog::Proposal proposal);
    /// Nothing is proposed.
    void clear();
    /// What stands in place of the tree where nothing is proposed.
    void setEmptyText(const QString& text);
    /// Every episode is open at first, however many there are.
    void openAll() { m_opensAll = true; }

    const models::ProposalModel& model() const { return m_model; }
    bool isBusy() const { return m_task.isRunning(); }
    int tickedChanges() const { return isBusy() ? 0 : m_model.tickedChanges(); }
    /// The ticked changes as edits, for EditSession::apply.
    catalog::Gathered gathered() const { return catalog::gathered(m_model.proposal()); }

signals:
    void changed();   ///< ticks, the proposal, or whether one is being worked out
    void cancelled(); ///< somebody pressed Cancel; nothing is proposed
    /// An episode changed since, and this view does not know how to propose anew.
    void outdated();

private:
    QWidget* buildHead();
    QWidget* buildBody();
    QPushButton* addTicker(const QString& text, const char* name, bool isTicked);
    void connectAll();
    void fillMenu(const QPoint& at);
    void tickSelected(bool isTicked);
    void present(catalog::Proposal proposal);
    void showDiff();
    void refresh();
    void proposeAgain();

    const catalog::Catalog& m_catalog;
    models::ProposalModel m_model;
    catalog::ProposalTask m_task;
    std::vector<catalog::EpisodeId> m_episodes;
    catalog::ProposalMaker m_maker; ///< empty: the proposal came from elsewhere
    QTimer m_again;
    QString m_emptyText;
    bool m_opensAll = false;
    QLabel* m_count;
    QPushButton* m_tickAll;
    QPushButton* m_tickNone;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QStackedWidget* m_stack;
    QSplitter* m_splitter;
    QTreeView* m_tree;
    QPlainTextEdit* m_diff;
    QLabel* m_empty;
};

} // namespace app
