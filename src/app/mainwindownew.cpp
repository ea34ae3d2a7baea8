// SPDX-License-Identifier: MIT
// How the window makes new episodes.
#include "app/actions.h"
#include "app/dialogs/newepisodedialog.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/mainwindow.h"
#include "app/outside/outsidechanges.h"
#include "app/settings.h"

#include <QDir>
#include <QFileDialog>

namespace app {

void MainWindow::connectNewEpisodes() {
    const auto on = [this](ActionId id, auto&& slot) {
        connect((*m_actions)[id], &QAction::triggered, this, slot);
    };
    on(ActionId::NewEpisode, [this] { newEpisode({current(), {}, {}, {}}); });
    on(ActionId::NewEpisodeFromMp3, [this] { chooseMp3(); });
    on(ActionId::DuplicateEpisode, [this] { duplicateEpisode(); });
    // In the lists of the editor the same keys duplicate rows.
    QAction* duplicate = (*m_actions)[ActionId::DuplicateEpisode];
    duplicate->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(duplicate);
}

void MainWindow::refreshFileActions() {
    const catalog::Catalog& catalog = m_context.session.catalog();
    const bool mayWrite = catalog.size() > 0 && catalog.readOnlyReason().isEmpty();
    const bool isAny = mayWrite && catalog.contains(current());
    const bool isReadable = isAny && !catalog.episode(current()).isRefused();
    for (const ActionId action : {ActionId::NewEpisode, ActionId::NewEpisodeFromMp3, ActionId::ImportFeed})
        (*m_actions)[action]->setEnabled(mayWrite);
    for (const ActionId action : {ActionId::DuplicateEpisode, ActionId::RenameEpisode})
        (*m_actions)[action]->setEnabled(isReadable);
    (*m_actions)[ActionId::DeleteEpisode]->setEnabled(isAny);
    (*m_actions)[ActionId::SaveTemplate]->setEnabled(catalog.contains(current()) &&
                                                     !catalog.episode(current()).isRefused());
}

void MainWindow::chooseMp3() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("New Episode from MP3"), m_context.settings.mediaFolder(),
                                     tr("MP3 files (*.mp3);;All files (*)"));
    if (!path.isEmpty())
        newEpisodeFrom(path);
}

QString MainWindow::whyNoNewEpisode() const {
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (isLoading())
        return tr("The catalogue is still being opened; try again in a moment.");
    if (catalog.size() == 0)
        return tr("A new episode goes on from its show's last one: open a catalogue first.");
    return catalog.readOnlyReason();
}

void MainWindow::newEpisodeFrom(const QString& mp3) {
    newEpisode({current(), mp3, {}, {}});
}

void MainWindow::duplicateEpisode() {
    m_editor->commit();
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (const auto document = catalog.contains(current()) ? catalog.episode(current()).document() : nullptr)
        newEpisode({current(), {}, document, catalog.episode(current()).fileName()});
}

void MainWindow::newEpisode(const NewEpisodeStart& start) {
    if (const QString why = whyNoNewEpisode(); !why.isEmpty())
        return notify(why);
    m_editor->commit();
    NewEpisodeDialog dialog(m_context.session.catalog(), start, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString shown =
        QDir::toNativeSeparators(QDir(m_context.session.catalog().root()).relativeFilePath(dialog.created()));
    const catalog::EpisodeId id = m_outside->takeCreated(dialog.created());
    if (!id.isValid())
        return notify(tr("%1 was written, but cannot be read as an episode.").arg(shown));
    reveal(id);
    notify(tr("%1 was written. Undo does not remove a file.").arg(shown));
}

} // namespace app
