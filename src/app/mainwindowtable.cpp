// SPDX-License-Identifier: MIT
// What the window does with the table: its cells, its export.
#include "app/actions.h"
#include "app/dialogs/exporttabledialog.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/episodelist/tablecommands.h"
#include "app/episodelist/tableexporter.h"
#include "app/links/episodetasks.h"
#include "app/mainwindow.h"

#include <QActionGroup>
#include <QDir>
#include <QMenu>
#include <QStatusBar>
#include <QToolButton>

namespace app {

void MainWindow::connectTable() {
    m_tableModel.setSession(&m_context.session);
    m_tableCommands = new TableCommands(m_context.session, m_tableModel, *m_table);
    m_exporter = new TableExporter(this);
    // What is refused stays until something replaces it.
    const auto refuse = [this](const QString& why) { statusBar()->showMessage(why); };
    connect(&m_tableModel, &models::EpisodeTableModel::refused, this, refuse);
    connect(m_table, &EpisodeTableView::refused, this, refuse);
    connect(m_tableCommands, &TableCommands::refused, this, refuse);
    connect(m_tableCommands, &TableCommands::message, this, &MainWindow::notify);
    const auto showTask = [this](const QString& what, int done, int total) {
        m_taskRuns = total > 0;
        showProgress(what, done, total);
    };
    connect(m_tableCommands, &TableCommands::progress, this, showTask);
    connect(m_tableCommands, &TableCommands::changeRequested, m_tasks, &EpisodeTasks::change);
    connect(m_cancel, &QToolButton::clicked, m_tableCommands, &TableCommands::cancel);
    connect(m_exporter, &TableExporter::failed, this, refuse);
    connect(m_exporter, &TableExporter::message, this, &MainWindow::notify);
    connect(m_exporter, &TableExporter::progress, this,
            [showTask](int done, int total) { showTask(tr("Exporting"), done, total); });
    connect(m_cancel, &QToolButton::clicked, m_exporter, &TableExporter::cancel);
    connect(m_editor, &EpisodeEditor::committing, m_table, &EpisodeTableView::commit);
    connect((*m_actions)[ActionId::ExportTable], &QAction::triggered, this, &MainWindow::exportTable);
}

void MainWindow::buildGroupMenu(QMenu* view) {
    QMenu* menu = view->addMenu(tr("&Group By"));
    menu->setObjectName(QStringLiteral("groupMenu"));
    auto* ways = new QActionGroup(menu);
    const auto add = [&](const char* name, const QString& text, models::Grouping grouping) {
        QAction* action = ways->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        action->setData(static_cast<int>(grouping));
        connect(action, &QAction::triggered, this, [this, grouping] { m_table->setGrouping(grouping); });
        menu->addAction(action);
    };
    add("groupByNoneAction", tr("&None"), models::Grouping::None);
    add("groupByShowAction", tr("&Show"), models::Grouping::Show);
    add("groupByYearAction", tr("&Year"), models::Grouping::Year);
    menu->addSeparator();
    const auto addFolding = [&](const char* name, const QString& text, bool isFolded) {
        QAction* action = menu->addAction(text, this, [this, isFolded] { m_tableModel.foldAll(isFolded); });
        action->setObjectName(QLatin1String(name));
        return action;
    };
    QAction* fold = addFolding("foldAllAction", tr("&Fold All"), true);
    QAction* unfold = addFolding("unfoldAllAction", tr("&Unfold All"), false);
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        for (QAction* action : ways->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(m_tableModel.grouping()));
        for (QAction* action : {fold, unfold})
            action->setEnabled(m_tableModel.grouping() != models::Grouping::None);
    });
}

void MainWindow::exportTable() {
    m_editor->commit();
    if (m_exporter->isRunning())
        return notify(tr("A table is still being written."));
    const catalog::Catalog& catalog = m_context.session.catalog();
    ExportTableDialog dialog(static_cast<int>(m_tableModel.shownEpisodes().size()),
                             QDir(catalog.root()).dirName(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QStringList columns = dialog.takesAllFields() ? allFieldColumns() : m_table->shownColumns();
    catalog::TableExport table = tableOf(catalog, m_context.validator, m_tableModel.shownEpisodes(), columns);
    table.path = dialog.path();
    table.format = dialog.format();
    m_exporter->start(std::move(table));
}

} // namespace app
