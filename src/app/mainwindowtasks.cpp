// SPDX-License-Identifier: MIT
// What the window does with several episodes at once, with progress.
#include "app/actions.h"
#include "app/dialogs/helpdialog.h"
#include "app/editor/episodeeditor.h"
#include "app/editor/linkspage.h"
#include "app/editor/severalpage.h"
#include "app/episodelist/episodetableview.h"
#include "app/issues/issuespanel.h"
#include "app/links/episodetasks.h"
#include "app/mainwindow.h"
#include "app/saver.h"

#include <QMimeData>
#include <QProgressBar>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>

#include <utility>

namespace app {

void MainWindow::connectTasks() {
    const auto on = [this](ActionId id, auto&& slot) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, slot] {
            m_editor->commit();
            slot();
        });
    };
    on(ActionId::CheckLinksSelected, [this] { m_tasks->checkLinks(m_table->selectedEpisodes()); });
    on(ActionId::CheckLinksShown, [this] { m_tasks->checkLinks(m_tableModel.shownEpisodes()); });
    on(ActionId::MeasureSelected, [this] { m_tasks->measure(m_table->selectedEpisodes()); });
    on(ActionId::MeasureShown, [this] { m_tasks->measure(m_tableModel.shownEpisodes()); });
    on(ActionId::MendSelected, [this] { m_tasks->mend(m_table->selectedEpisodes()); });
    on(ActionId::MendShown, [this] { m_tasks->mend(m_tableModel.shownEpisodes()); });
    const auto changeSeveral = [this](const std::string& field) {
        m_tasks->changeSeveral(m_table->selectedEpisodes(), m_tableModel.shownEpisodes(), field);
    };
    on(ActionId::ChangeSeveral, [changeSeveral] { changeSeveral({}); });
    connect(&m_editor->severalPage(), &SeveralPage::dialogRequested, this,
            [this, changeSeveral](const std::string& field) {
                m_editor->commit();
                changeSeveral(field);
            });
    on(ActionId::PeopleAndSponsors, [this] { m_tasks->showPeople(); });
    connect(m_tasks, &EpisodeTasks::goToRequested, this, [this](catalog::EpisodeId id, const QString& field) {
        activateWindow();
        goToIssue(id, field, {});
    });
    connect(m_tasks, &EpisodeTasks::message, this, &MainWindow::notify);
    connect(m_tasks, &EpisodeTasks::changed, this, [this] {
        if (const auto next = std::exchange(m_afterChange, nullptr))
            QTimer::singleShot(0, this, next);
    });
    connect(m_issues, &IssuesPanel::mendRequested, m_tasks, &EpisodeTasks::mendIssues);
    connect(m_issues, &IssuesPanel::explainRequested, this,
            [this](const QString& rule) { HelpDialog::showRule(this, rule); });
    connect(m_issues, &IssuesPanel::message, this, &MainWindow::notify);
    connect(m_tasks, &EpisodeTasks::progress, this, [this](const QString& what, int done, int total) {
        m_taskRuns = total > 0;
        showProgress(what, done, total);
    });
    connect(&m_context.session, &models::EditSession::settling, this, [this](int done, int total) {
        m_taskRuns = done < total;
        showProgress(tr("Changing"), done, m_taskRuns ? total : 0);
        m_cancel->hide(); // it is a moment, and Undo takes it back
    });
    connect(&m_context.validator, &catalog::Validator::progressed, this, &MainWindow::showChecking);
    connect(m_cancel, &QToolButton::clicked, m_tasks, &EpisodeTasks::cancel);
    connect(&m_tableModel, &models::EpisodeTableModel::linksDropped, this,
            [this](catalog::EpisodeId id, const QMimeData* links, Qt::DropAction action) {
                if (m_editor->linksPage().sendTo(id, *links, action))
                    notify(tr("The links are in %1 now.").arg(m_context.session.catalog().relativePath(id)));
            });
}

/// What was typed for many episodes becomes a step on another thread: what needs it comes after it.
bool MainWindow::waitsForChange(const std::function<void()>& next) {
    if (!m_tasks->isChanging())
        return false;
    m_afterChange = next;
    return true;
}

void MainWindow::save(bool isAll) {
    m_editor->commit();
    if (waitsForChange([this, isAll] { save(isAll); }))
        return;
    m_context.session.settle();
    m_saver->save(isAll ? m_context.session.catalog().changedEpisodes()
                        : std::vector<catalog::EpisodeId>{current()});
}

void MainWindow::readPolicy(const QString& root) {
    QString error;
    m_context.session.catalog().setPolicy(catalog::readPolicy(root, &error));
    if (!error.isEmpty())
        statusBar()->showMessage(error); // stays until something replaces it
}

void MainWindow::showProgress(const QString& what, int done, int total) {
    m_progress->setVisible(total > 0);
    m_cancel->setVisible(total > 0);
    m_progress->setRange(0, std::max(total, 1));
    setProgress(done, tr("%1: %2 of %3").arg(what).arg(done).arg(total));
}

/// A progress bar paints a new value at once, and with it all of the window that is due: whoever works in
/// turns would wait for it.
void MainWindow::setProgress(int done, const QString& words) {
    m_progress->setUpdatesEnabled(false);
    m_progress->setValue(done);
    m_progress->setFormat(words);
    m_progress->setUpdatesEnabled(true);
}

/// Checking a catalogue goes on behind everything else: it has the bar only where nobody waits for other
/// work.
void MainWindow::showChecking(int done, int total) {
    constexpr int worthSaying = 100; // episodes; fewer are checked in a blink
    if (m_loader.isRunning() || m_taskRuns || (total < worthSaying && !m_showsChecking))
        return;
    m_showsChecking = done < total;
    showProgress(tr("Checking"), done, m_showsChecking ? total : 0);
    m_cancel->hide(); // nothing waits for it
}

} // namespace app
