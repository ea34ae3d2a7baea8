// SPDX-License-Identifier: MIT
// How the window makes new episodes.
#include "app/actions.h"
#include "app/dialogs/newepisodedialog.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/mainwindow.h"
#include "app/outside/outsidechanges.h"
#include "app/settings.h"
#include "models/filecommands.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>

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

/// Wherever nothing has a use of its own for the key: the lists of the editor duplicate their rows with it.
bool MainWindow::duplicateByKey(const QKeyEvent& event) {
    QAction* duplicate = (*m_actions)[ActionId::DuplicateEpisode];
    const QWidget* focus = QApplication::focusWidget();
    const bool hasOwnUse =
        focus && (focus->testAttribute(Qt::WA_InputMethodEnabled) || // a text is typed
                  (qobject_cast<const QAbstractItemView*>(focus) && m_editor->isAncestorOf(focus)));
    if (hasOwnUse || !duplicate->isEnabled() ||
        !duplicate->shortcuts().contains(QKeySequence(event.keyCombination())))
        return false;
    duplicate->trigger();
    return true;
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
    const catalog::LoadedFile loaded =
        catalog::loadFile(dialog.created(), m_context.session.catalog().root());
    const auto ids =
        loaded.episode ? m_outside->takeCreated({*loaded.episode}) : std::vector<catalog::EpisodeId>();
    if (ids.empty())
        return notify(tr("%1 was written, but cannot be read as an episode.").arg(shown));
    models::addCreatedStep(m_context.session, ids);
    reveal(ids.front());
    notify(tr("%1 was written. Undo moves it to the trash.").arg(shown));
}

} // namespace app
