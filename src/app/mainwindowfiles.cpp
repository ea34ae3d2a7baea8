// SPDX-License-Identifier: MIT
// How the window renames and deletes episodes' files.
#include "app/actions.h"
#include "app/dialogs/renamedialog.h"
#include "app/dialogs/renumberdialog.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/mainwindow.h"
#include "models/filecommands.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace app {

void MainWindow::connectFileCommands() {
    connect((*m_actions)[ActionId::RenameEpisode], &QAction::triggered, this, &MainWindow::renameEpisodes);
    QAction* remove = (*m_actions)[ActionId::DeleteEpisode];
    connect(remove, &QAction::triggered, this, &MainWindow::deleteEpisodes);
    // Everywhere else the key deletes rows and letters.
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(remove);
}

/// The selected ones; the one in the editor where the table hides that.
std::vector<catalog::EpisodeId> MainWindow::chosenEpisodes() const {
    auto ids = m_table->selectedEpisodes();
    if (current().isValid() && std::find(ids.begin(), ids.end(), current()) == ids.end())
        ids = {current()};
    return ids;
}

void MainWindow::renameEpisodes() {
    m_editor->commit();
    const catalog::Catalog& catalog = m_context.session.catalog();
    const auto ids = catalog::inSequence(catalog, chosenEpisodes());
    if (ids.empty())
        return notify(tr("What cannot be read cannot be renamed here."));
    const auto rename = [this](const auto& dialog) {
        const catalog::RenamePlan plan = dialog.plan();
        const QString done = tr("Renamed: %1. Save keeps the new numbers, Undo takes all of it back.");
        const QString name = plan.name();
        if (models::renameEpisodes(m_context.session, plan))
            notify(done.arg(name));
        refreshState();
    };
    if (ids.size() > 1 && catalog::numbered(catalog, ids).empty())
        return notify(tr("Only episodes with numbers can be numbered in sequence."));
    if (ids.size() > 1) {
        RenumberDialog dialog(catalog, ids, this);
        if (dialog.exec() == QDialog::Accepted)
            rename(dialog);
        return;
    }
    RenameDialog dialog(catalog, ids.front(), this);
    if (dialog.exec() == QDialog::Accepted)
        rename(dialog);
}

bool MainWindow::askDeletion(const std::vector<catalog::EpisodeId>& ids) {
    const catalog::Catalog& catalog = m_context.session.catalog();
    constexpr qsizetype shown = 8;
    QStringList names;
    int unsaved = 0;
    for (const catalog::EpisodeId id : ids) {
        const catalog::Summary& summary = catalog.episode(id).summary();
        const QString file = catalog.episode(id).path().section(QLatin1Char('/'), -2);
        names += summary.title.isEmpty() ? file : QStringLiteral("%1 · %2").arg(file, summary.title);
        unsaved += catalog.episode(id).isChanged() ? 1 : 0;
    }
    QString more = names.mid(0, shown).join(QLatin1Char('\n'));
    if (names.size() > shown)
        more += tr("\nand %1 more").arg(names.size() - shown);
    more += QStringLiteral("\n\n") + tr("Undo brings them back.");
    if (unsaved > 0)
        more +=
            QLatin1Char(' ') + tr("The files go as they are saved. The unsaved changes of %n episode(s) are "
                                  "kept for Undo until the catalogue is closed.",
                                  nullptr, unsaved);
    QMessageBox box(
        QMessageBox::Question, tr("Move to Trash"),
        tr("Move the files of %n episode(s) to the trash?", nullptr, static_cast<int>(ids.size())),
        QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("deleteDialog"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(more);
    auto* remove = box.addButton(tr("&Move to Trash"), QMessageBox::AcceptRole);
    remove->setObjectName(QStringLiteral("deleteButton"));
    box.setDefaultButton(remove);
    box.exec();
    return box.clickedButton() == remove;
}

void MainWindow::deleteEpisodes() {
    m_editor->commit();
    const auto ids = chosenEpisodes();
    if (ids.empty() || !askDeletion(ids))
        return;
    const int row = m_tableModel.rowOf(ids.front());
    if (!models::deleteEpisodes(m_context.session, ids))
        return refreshState();
    if (m_tableModel.rowCount() > 0)
        m_table->selectEpisode(m_tableModel.episodeAt(std::clamp(row, 0, m_tableModel.rowCount() - 1)));
    notify(
        tr("%n episode(s) are in the trash. Undo brings them back.", nullptr, static_cast<int>(ids.size())));
    refreshState();
}

} // namespace app
