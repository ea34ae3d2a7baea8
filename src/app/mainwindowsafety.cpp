// SPDX-License-Identifier: MIT
// What the window does so that nobody's work is lost.
#include "app/mainwindow.h"
#include "app/recovery/overwritenotices.h"
#include "app/recovery/recovery.h"
#include "app/settings.h"
#include "app/widgets/noticebar.h"

namespace app {

void MainWindow::connectSafety() {
    connect(&m_context.session.catalog(), &catalog::Catalog::cleared, m_notices, &NoticeBar::clear);
    connectRecovery();
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
    // Queued: the window shows the episodes first.
    const auto afterLoading = [this] {
        m_recovery->offerLost();
        m_overwrites->checkAll();
    };
    connect(&m_loader, &catalog::FolderLoader::finished, this, afterLoading, Qt::QueuedConnection);
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

} // namespace app
