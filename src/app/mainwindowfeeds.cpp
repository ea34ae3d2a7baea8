// SPDX-License-Identifier: MIT
// How the window takes feeds in, and shows its own.
#include "app/dialogs/feedimportdialog.h"
#include "app/dialogs/feedpreviewdialog.h"
#include "app/editor/episodeeditor.h"
#include "app/mainwindow.h"
#include "app/outside/outsidechanges.h"
#include "models/filecommands.h"

namespace app {

void MainWindow::importFeed() {
    if (const QString why = whyNoNewEpisode(); !why.isEmpty())
        return notify(why);
    m_editor->commit();
    FeedImportDialog dialog(m_context.session, current(), {}, this);
    dialog.exec();
    const QStringList created = dialog.created();
    if (created.isEmpty()) {
        if (dialog.updated() > 0)
            notify(tr("%n field(s) updated from the feed; Undo takes them back.", nullptr, dialog.updated()));
        return;
    }
    models::addCreatedStep(m_context.session, m_outside->takeCreated(dialog.episodes()));
    if (const catalog::EpisodeId last = m_context.session.catalog().idOfPath(created.last()); last.isValid())
        reveal(last);
    notify(tr("%n new file(s) were written. Undo moves them to the trash.", nullptr,
              static_cast<int>(created.size())));
}

void MainWindow::previewFeed() {
    m_editor->commit();
    FeedPreviewDialog dialog(m_context.session.catalog(), current(), this);
    connect(&dialog, &FeedPreviewDialog::episodeChosen, this, [this, &dialog](catalog::EpisodeId id) {
        reveal(id);
        dialog.accept();
    });
    dialog.exec();
}

} // namespace app
