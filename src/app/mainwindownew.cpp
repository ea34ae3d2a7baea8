// SPDX-License-Identifier: MIT
// How the window makes new episodes.
#include "app/dialogs/newepisodedialog.h"
#include "app/editor/episodeeditor.h"
#include "app/mainwindow.h"
#include "app/outside/outsidechanges.h"
#include "app/settings.h"

#include <QDir>
#include <QFileDialog>

namespace app {

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
        return tr("The catalogue is still being opened; then the file can be dropped again.");
    if (catalog.size() == 0)
        return tr("A new episode goes on from its show's last one: open a catalogue first.");
    return catalog.readOnlyReason();
}

void MainWindow::newEpisodeFrom(const QString& mp3) {
    if (const QString why = whyNoNewEpisode(); !why.isEmpty())
        return notify(why);
    m_editor->commit();
    NewEpisodeDialog dialog(m_context.session.catalog(), current(), mp3, this);
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
