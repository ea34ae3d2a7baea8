// SPDX-License-Identifier: MIT
// How the window finds: across episodes, to replace.
#include "app/actions.h"
#include "app/dialogs/replacedialog.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/mainwindow.h"

namespace app {

void MainWindow::connectFind() {
    connect((*m_actions)[ActionId::Replace], &QAction::triggered, this, &MainWindow::findAndReplace);
}

void MainWindow::findAndReplace() {
    m_editor->commit();
    ReplaceDialog dialog(m_context, m_table->selectedEpisodes(), m_tableModel.shownEpisodes(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const int made = dialog.replace();
    if (made == 0)
        return;
    QString said = tr("%n match(es) replaced; Undo takes all of it back.", nullptr, made);
    if (dialog.leftOut() > 0)
        said += QLatin1Char(' ') +
                tr("%n more touch the same places: replace once more.", nullptr, dialog.leftOut());
    notify(said);
}

} // namespace app
