// SPDX-License-Identifier: MIT
// How the window leads to the unsaved changes and back.
#include "app/actions.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/mainwindow.h"
#include "app/review/reviewdialog.h"
#include "app/saver.h"

#include <QLabel>

namespace app {

void MainWindow::connectReview() {
    connect((*m_actions)[ActionId::ReviewChanges], &QAction::triggered, this, &MainWindow::showReview);
    connect(m_saver, &Saver::reviewRequested, this, &MainWindow::showReview);
    connect(m_countsLabel, &QLabel::linkActivated, this, &MainWindow::showReview);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const ActionId id : {ActionId::Save, ActionId::Revert, ActionId::ReviewChanges, ActionId::CopyPath})
        m_table->addAction((*m_actions)[id]);
}

/// One window of changes, which stays open beside the editing.
void MainWindow::showReview() {
    m_editor->commit();
    auto* review = findChild<ReviewDialog*>();
    if (!review) {
        review = new ReviewDialog(m_context, this);
        review->setAttribute(Qt::WA_DeleteOnClose);
        connect(review, &ReviewDialog::goToRequested, this,
                [this](catalog::EpisodeId id, const QString& field, format::Span span) {
                    activateWindow();
                    goToIssue(id, field, span);
                });
        connect(review, &ReviewDialog::saveRequested, this,
                [this](const std::vector<catalog::EpisodeId>& episodes) {
                    m_editor->commit();
                    m_saver->save(episodes);
                });
    }
    review->showEpisode(current());
    review->show();
    review->raise();
    review->activateWindow();
}

} // namespace app
