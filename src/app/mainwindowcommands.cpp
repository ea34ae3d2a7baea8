// SPDX-License-Identifier: MIT
// Every command of the window by its name.
#include "app/actions.h"
#include "app/dialogs/commandpalette.h"
#include "app/editor/episodeeditor.h"
#include "app/mainwindow.h"

#include <QMenu>
#include <QMenuBar>

#include <set>

namespace app {

namespace {

/// The commands of a menu and of the menus in it, each once.
void collect(const QMenu& menu, const QString& path, std::set<QAction*>& known,
             std::vector<Command>& commands) {
    for (QAction* action : menu.actions()) {
        const QString name = action->text().remove(QLatin1Char('&'));
        if (const QMenu* inner = action->menu())
            collect(*inner, path + QStringLiteral(" › ") + name, known, commands);
        else if (!action->isSeparator() && !name.isEmpty() && known.insert(action).second)
            commands.push_back({action, path, {}});
    }
}

} // namespace

QString MainWindow::whyDisabled(const QAction& action) const {
    const auto is = [&](ActionId id) { return &action == (*m_actions)[id]; };
    if (m_context.session.catalog().size() == 0)
        return tr("no catalogue is open.");
    if (is(ActionId::Undo) || is(ActionId::Redo))
        return is(ActionId::Undo) ? tr("there is nothing to undo.") : tr("there is nothing to make again.");
    if (is(ActionId::Save) || is(ActionId::Revert))
        return tr("this episode has no unsaved changes.");
    if (is(ActionId::SaveAll) || is(ActionId::ReviewChanges))
        return tr("nothing is unsaved.");
    if (is(ActionId::SaveSearch))
        return tr("nothing is searched for.");
    if (is(ActionId::SkippedFiles))
        return tr("no file was skipped.");
    if (is(ActionId::ResolveConflicts))
        return tr("nothing is in conflict.");
    if (const QString& readOnly = m_context.session.catalog().readOnlyReason(); !readOnly.isEmpty())
        return readOnly;
    return tr("there is nothing here that it could act on.");
}

void MainWindow::showCommands() {
    m_editor->commit();
    std::set<QAction*> known{(*m_actions)[ActionId::CommandPalette]};
    std::vector<Command> commands;
    for (const QAction* action : menuBar()->actions())
        if (action->menu())
            collect(*action->menu(), action->text().remove(QLatin1Char('&')), known, commands);
    for (Command& command : commands)
        if (!command.action->isEnabled())
            command.why = whyDisabled(*command.action);
    CommandPalette palette(std::move(commands), this);
    if (palette.exec() == QDialog::Accepted && palette.chosen())
        palette.chosen()->trigger();
}

} // namespace app
