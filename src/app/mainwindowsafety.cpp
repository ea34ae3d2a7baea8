// SPDX-License-Identifier: MIT
// What the window does so that nobody's work is lost.
#include "app/actions.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/mainwindow.h"
#include "app/outside/outsidechanges.h"
#include "app/recovery/leftoversearch.h"
#include "app/recovery/overwritenotices.h"
#include "app/recovery/recovery.h"
#include "app/saver.h"
#include "app/settings.h"
#include "app/widgets/noticebar.h"

namespace app {

void MainWindow::connectSafety() {
    connect(&m_context.session.catalog(), &catalog::Catalog::cleared, m_notices, &NoticeBar::clear);
    connectRecovery();
    connectOutside();
}

void MainWindow::connectRecovery() {
    m_recovery = new Recovery(m_context.session, *m_notices, *this, m_context.settings.stateFolder());
    m_overwrites = new OverwriteNotices(m_context.session, *m_notices, *m_recovery, *this);
    connect(&m_loader, &catalog::FolderLoader::listed, this, [this](const QString& root) {
        if (root.isEmpty())
            return;
        m_recovery->enter(root);
        m_overwrites->enter();
    });
    auto* leftovers = new LeftoverSearch(m_context.session.catalog(), this);
    // Queued: the window shows the episodes first.
    connect(&m_loader, &catalog::FolderLoader::finished, leftovers, &LeftoverSearch::start,
            Qt::QueuedConnection);
    connect(leftovers, &LeftoverSearch::found, this, [this, leftovers](const std::vector<LostText>& lost) {
        m_recovery->addLost(lost, [leftovers](const auto& chosen) { leftovers->discard(chosen); });
        m_recovery->offerLost();
        m_overwrites->checkAll();
    });
    connect(leftovers, &LeftoverSearch::message, this, &MainWindow::notify);
    // Not from within the notice's own button.
    const auto tryAgain = [this] { open(m_openedPaths); };
    connect(m_recovery, &Recovery::tryAgainRequested, this, tryAgain, Qt::QueuedConnection);
    connect(m_recovery, &Recovery::message, this, &MainWindow::notify);
    connect(m_overwrites, &OverwriteNotices::message, this, &MainWindow::notify);
    connect(m_overwrites, &OverwriteNotices::goToRequested, this,
            [this](catalog::EpisodeId id, const QString& field) {
                if (id.isValid())
                    goToIssue(id, field, {});
            });
}

/// Other programs' changes: noticed from when the folder is loaded.
void MainWindow::connectOutside() {
    m_saver->setOutside(m_outside);
    connect(m_recovery, &Recovery::conflictsFound, m_outside, &OutsideChanges::addConflicts);
    connect(m_outside, &OutsideChanges::discarded, m_recovery, &Recovery::drop);
    m_outside->setCommit([this] { m_editor->commit(); });
    connect(&m_loader, &catalog::FolderLoader::finished, this, [this] { m_outside->watch(m_openedPaths); });
    connect(m_outside, &OutsideChanges::message, this, &MainWindow::notify);
    connect(m_outside, &OutsideChanges::showRequested, this, [this](catalog::EpisodeId id) {
        if (!m_table->selectEpisode(id))
            showEpisode(id);
    });
    connect((*m_actions)[ActionId::OutsideLog], &QAction::triggered, m_outside, &OutsideChanges::showLog);
    QAction* resolve = (*m_actions)[ActionId::ResolveConflicts];
    resolve->setEnabled(false);
    connect(resolve, &QAction::triggered, this, [this] {
        m_editor->commit();
        const auto open = m_outside->desk().conflicted();
        if (const bool isHere = m_outside->desk().conflictsOf(current()).has_value(); isHere || !open.empty())
            m_outside->resolve(isHere ? current() : open.front());
    });
    connect(m_outside, &OutsideChanges::conflictsChanged, this,
            [this, resolve] { resolve->setEnabled(!m_outside->desk().conflicted().empty()); });
    connect(&m_context.session.catalog(), &catalog::Catalog::presenceChanged, this,
            [this](catalog::EpisodeId id) {
                if (id == current() && m_context.session.catalog().episode(id).isGone())
                    showEpisode({});
            });
}

} // namespace app
