// SPDX-License-Identifier: MIT
// How the window is put together; what it does is in mainwindow.cpp.
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/dialogs/helpdialog.h"
#include "app/dialogs/preferencesdialog.h"
#include "app/dialogs/skippeddialog.h"
#include "app/editor/chapterscommands.h"
#include "app/editor/chapterspage.h"
#include "app/editor/episodeeditor.h"
#include "app/editor/linkscommands.h"
#include "app/editor/linkspage.h"
#include "app/episodelist/episodetableview.h"
#include "app/episodelist/showlistview.h"
#include "app/episodelist/tablecommands.h"
#include "app/episodelist/tablefooter.h"
#include "app/issues/issuespanel.h"
#include "app/links/episodetasks.h"
#include "app/outside/outsidechanges.h"
#include "app/saver.h"
#include "app/settings.h"
#include "app/startpage.h"
#include "app/widgets/noticebar.h"
#include "app/widgets/playerbar.h"
#include "app/widgets/searchedit.h"
#include "app/widgets/waveformpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QProgressBar>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace app {

MainWindow::MainWindow(const EditorContext& context, QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_tableModel(context.session.catalog(), context.validator)
    , m_showModel(context.session.catalog(), context.validator)
    , m_actions(new Actions(this))
    , m_saver(new Saver(context.session, this))
    , m_stack(new QStackedWidget)
    , m_start(new StartPage)
    , m_search(new SearchEdit(context.session.catalog()))
    , m_matches(new QLabel)
    , m_searchProblem(new QLabel)
    , m_noMatch(new QLabel)
    , m_shows(new ShowListView(m_showModel))
    , m_table(new EpisodeTableView(context.session.catalog(), m_tableModel, context.settings))
    , m_editor(new EpisodeEditor(context))
    , m_tasks(new EpisodeTasks(context, *m_editor, this))
    , m_issues(new IssuesPanel(context))
    , m_issuesDock(new QDockWidget(tr("Problems")))
    , m_player(new PlayerBar(context))
    , m_waveform(new WaveformPanel(context))
    , m_notices(new NoticeBar)
    , m_outside(new OutsideChanges(context.session, *m_notices, this))
    , m_sideSplitter(new QSplitter(Qt::Horizontal))
    , m_editorSplitter(new QSplitter(Qt::Vertical))
    , m_countsLabel(new QLabel)
    , m_pathLabel(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QToolButton) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    resize(QSize(1280, 860).boundedTo(screen()->availableSize() * 0.95)); // until a size is remembered
    buildCentre();
    buildIssuesDock();
    buildStatusBar();
    connectFileActions();
    connectNewEpisodes();
    connectTemplates();
    connectFileCommands();
    connectUndoActions();
    connectEditActions();
    connectPlayActions();
    connectTasks();
    connectTable();
    connectSafety();
    connectReview();
    connectFind();
    buildMenus();
    connectLoader();
    connectModels();
    restoreGeometry(context.settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(context.settings.value(QStringLiteral("window/state")).toByteArray());
    placeEditor();
    showStart({});
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre() {
    m_noMatch->setObjectName(QStringLiteral("noMatchLabel"));
    m_noMatch->setAlignment(Qt::AlignCenter);
    m_noMatch->setWordWrap(true);
    m_noMatch->setTextFormat(Qt::PlainText);
    auto* list = new QWidget;
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addWidget(m_table, 1);
    listLayout->addWidget(m_noMatch, 1);
    listLayout->addWidget(new TableFooter(m_context.session.catalog(), m_tableModel, *m_table));
    m_editorSplitter->addWidget(list);
    m_editorSplitter->addWidget(m_editor);
    m_editorSplitter->setSizes({300, 480});
    m_editorSplitter->setChildrenCollapsible(false);
    m_editorSplitter->setStretchFactor(1, 1);
    m_sideSplitter->addWidget(m_shows);
    m_sideSplitter->addWidget(m_editorSplitter);
    m_sideSplitter->setSizes({210, 1000});
    m_sideSplitter->setStretchFactor(1, 1);
    m_sideSplitter->setCollapsible(1, false);
    m_player->setObjectName(QStringLiteral("playerBar"));

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildSearchLine());
    layout->addWidget(m_notices);
    layout->addWidget(m_sideSplitter, 1);
    layout->addWidget(m_waveform);
    layout->addWidget(m_player);
    m_stack->addWidget(m_start);
    m_stack->addWidget(page);
    setCentralWidget(m_stack);
}

void MainWindow::buildIssuesDock() {
    m_issuesDock->setObjectName(QStringLiteral("issuesDock"));
    m_issuesDock->setWidget(m_issues);
    m_issuesDock->setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea);
    addDockWidget(Qt::BottomDockWidgetArea, m_issuesDock);
    m_issuesDock->hide();
    connect(m_issues, &IssuesPanel::issueActivated, this, &MainWindow::goToIssue);
}

void MainWindow::buildStatusBar() {
    m_countsLabel->setObjectName(QStringLiteral("countsLabel"));
    m_pathLabel->setObjectName(QStringLiteral("pathLabel"));
    m_pathLabel->setTextFormat(Qt::PlainText);
    m_pathLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setObjectName(QStringLiteral("loadProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setMaximumWidth(220);
    m_cancel->setObjectName(QStringLiteral("cancelLoadButton"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop here; what is done already stays"));
    statusBar()->addWidget(m_countsLabel);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_cancel);
    statusBar()->addPermanentWidget(m_pathLabel);
    connect(m_cancel, &QToolButton::clicked, &m_loader, &catalog::FolderLoader::cancel);
}

void MainWindow::buildMenus() {
    const auto& actions = *m_actions;
    const auto fill = [&actions](QMenu* menu, std::initializer_list<ActionId> ids) {
        for (const ActionId id : ids)
            id == ActionId::Count ? static_cast<void>(menu->addSeparator()) : menu->addAction(actions[id]);
    };
    constexpr ActionId line = ActionId::Count;
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(file, {ActionId::OpenFolder});
    m_recentMenu = file->addMenu(tr("Open &Recent"));
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    fill(file,
         {ActionId::OpenFile, ActionId::OpenSample, line, ActionId::NewEpisode, ActionId::NewEpisodeFromMp3});
    addTemplateMenu(*file);
    fill(file, {ActionId::ImportFeed, line, ActionId::Save, ActionId::SaveAll, ActionId::Revert,
                ActionId::ReviewChanges, line, ActionId::RescanFolder, ActionId::SkippedFiles, line,
                ActionId::ExportTable, line, ActionId::CloseCatalog, ActionId::Quit});
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    fill(edit, {ActionId::Undo, ActionId::Redo, line});
    m_tableCommands->fill(edit);
    fill(edit, {line, ActionId::Find, ActionId::SaveSearch, ActionId::Replace, ActionId::GoToEpisode, line,
                ActionId::Preferences});
    fill(menuBar()->addMenu(tr("E&pisode")),
         {ActionId::PreviousEpisode, ActionId::NextEpisode, line, ActionId::ChangeSeveral, line,
          ActionId::DuplicateEpisode, ActionId::SaveTemplate, ActionId::RenameEpisode,
          ActionId::DeleteEpisode, line, ActionId::ResolveConflicts, ActionId::OutsideLog, line,
          ActionId::CopyPath});
    m_editor->linksPage().commands().fill(menuBar()->addMenu(tr("&Links")));
    m_editor->chaptersPage().commands().fill(menuBar()->addMenu(tr("&Chapters")));
    buildPlayMenu();
    QMenu* view = menuBar()->addMenu(tr("&View"));
    fill(view, {ActionId::EditorBelow, ActionId::EditorBeside, ActionId::ShowWaveform, line});
    QMenu* columns = view->addMenu(tr("&Columns"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        m_table->addColumnActions(columns);
    });
    buildGroupMenu(view);
    fill(view, {ActionId::FeedPreview, line, ActionId::ShowProblems, ActionId::ShowInformation,
                ActionId::NextProblem, ActionId::PreviousProblem});
    fill(menuBar()->addMenu(tr("&Tools")),
         {ActionId::CheckLinksSelected, ActionId::CheckLinksShown, line, ActionId::MeasureSelected,
          ActionId::MeasureShown, line, ActionId::MendSelected, ActionId::MendShown, line,
          ActionId::PeopleAndSponsors});
    fill(menuBar()->addMenu(tr("&Help")),
         {ActionId::CommandPalette, ActionId::Help, ActionId::Keys, ActionId::About});
}

void MainWindow::fillRecentMenu() {
    m_recentMenu->clear();
    for (const QString& folder : m_context.settings.recentCatalogs())
        connect(m_recentMenu->addAction(QDir::toNativeSeparators(folder)), &QAction::triggered, this,
                [this, folder] { open({folder}); });
    if (m_recentMenu->isEmpty()) {
        m_recentMenu->addAction(tr("Nothing was opened yet"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Forget These")), &QAction::triggered, this,
            [this] { m_context.settings.clearRecentCatalogs(); });
}

void MainWindow::connectFileActions() {
    const auto on = [this](ActionId id, auto&& slot) {
        connect((*m_actions)[id], &QAction::triggered, this, slot);
    };
    on(ActionId::OpenFolder, [this] { chooseFolder(); });
    on(ActionId::OpenFile, [this] { chooseFiles(); });
    on(ActionId::OpenSample, [this] { openSample(); });
    on(ActionId::ImportFeed, [this] { importFeed(); });
    on(ActionId::FeedPreview, [this] { previewFeed(); });
    on(ActionId::RescanFolder, [this] { m_outside->lookNow(); });
    on(ActionId::SkippedFiles,
       [this] { SkippedDialog(m_skipped, m_context.session.catalog().root(), this).exec(); });
    on(ActionId::CloseCatalog, [this] { closeCatalog(); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::Save, [this] { save(false); });
    on(ActionId::SaveAll, [this] { save(true); });
    on(ActionId::Revert, [this] { m_context.session.revert(current()); });
    on(ActionId::Preferences, [this] {
        if (PreferencesDialog(m_context.settings, m_actions->all(), this).exec() == QDialog::Accepted)
            m_actions->writeKeys(m_context.settings);
        m_waveform->refresh();
    });
    on(ActionId::Help, [this] { HelpDialog::showGuide(this); });
    on(ActionId::Keys, [this] { HelpDialog::showKeys(this); });
    on(ActionId::About, [this] {
        QMessageBox::about(
            this, tr("About Episode Desk"),
            tr("Episode Desk %1\n\nAn editor for podcast catalogues: it changes the bytes you edit and "
               "no others.\n\nMIT licence.")
                .arg(QCoreApplication::applicationVersion()));
    });
    connect(m_saver, &Saver::saved, this,
            [this](int count) { notify(tr("%n episode(s) saved.", nullptr, count)); });
    connect(m_start, &StartPage::openFolderRequested, this, &MainWindow::chooseFolder);
    connect(m_start, &StartPage::openSampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::openRequested, this, [this](const QString& folder) { open({folder}); });
}

void MainWindow::connectUndoActions() {
    const auto on = [this](ActionId id, auto&& slot) {
        connect((*m_actions)[id], &QAction::triggered, this, slot);
    };
    QUndoStack& undo = m_context.session.undoStack();
    const auto goBack = [this] {
        m_context.session.undo();
        revealUndone();
    };
    on(ActionId::Undo, [this, goBack] {
        m_editor->commit();
        if (!waitsForChange(goBack)) // what was typed for many is the step to be taken back
            goBack();
    });
    on(ActionId::Redo, [this] {
        m_context.session.redo();
        revealUndone();
    });
    const auto refresh = [this, &undo] {
        QAction* back = (*m_actions)[ActionId::Undo];
        QAction* again = (*m_actions)[ActionId::Redo];
        back->setEnabled(undo.canUndo());
        again->setEnabled(undo.canRedo());
        back->setText(undo.canUndo() ? tr("&Undo %1").arg(undo.undoText()) : tr("&Undo"));
        again->setText(undo.canRedo() ? tr("&Redo %1").arg(undo.redoText()) : tr("&Redo"));
    };
    connect(&undo, &QUndoStack::indexChanged, this, refresh);
    refresh();
}

void MainWindow::connectEditActions() {
    const auto on = [this](ActionId id, auto&& slot) {
        connect((*m_actions)[id], &QAction::triggered, this, slot);
    };
    on(ActionId::Find, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    on(ActionId::GoToEpisode, [this] { goToEpisodeDialog(); });
    on(ActionId::NextEpisode, [this] { m_table->selectNeighbour(1); });
    on(ActionId::PreviousEpisode, [this] { m_table->selectNeighbour(-1); });
    on(ActionId::CopyPath, [this] {
        QApplication::clipboard()->setText(
            QDir::toNativeSeparators(m_context.session.catalog().episode(current()).path()));
        notify(tr("Path copied."));
    });
    on(ActionId::NextProblem, [this] {
        m_issuesDock->show();
        m_issues->walk(1);
    });
    on(ActionId::PreviousProblem, [this] {
        m_issuesDock->show();
        m_issues->walk(-1);
    });
    QAction* problems = (*m_actions)[ActionId::ShowProblems];
    connect(problems, &QAction::triggered, m_issuesDock, &QDockWidget::setVisible);
    connect(m_issuesDock, &QDockWidget::visibilityChanged, problems, &QAction::setChecked);
    QAction* information = (*m_actions)[ActionId::ShowInformation];
    information->setChecked(m_context.settings.value(QStringLiteral("showInformation"), false).toBool());
    connect(information, &QAction::toggled, this, [this](bool shown) {
        m_context.settings.setValue(QStringLiteral("showInformation"), shown);
        m_issues->showInformation(shown);
        const catalog::EpisodeId id = current();
        m_editor->setEpisode({}); // the fields show what the setting says
        m_editor->setEpisode(id);
    });
    m_editor->setActions((*m_actions)[ActionId::PreviousEpisode], (*m_actions)[ActionId::NextEpisode],
                         (*m_actions)[ActionId::Revert], (*m_actions)[ActionId::Save]);
}

void MainWindow::connectModels() {
    // Typing is filtered as it comes, but painted once when several keys arrive together.
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(0);
    connect(&m_searchTimer, &QTimer::timeout, this, &MainWindow::applyFilter);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    auto* clear = new QAction(m_search);
    clear->setShortcut(Qt::Key_Escape);
    clear->setShortcutContext(Qt::WidgetShortcut);
    m_search->addAction(clear);
    connect(clear, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_table->selectFirst();
        m_table->setFocus();
    });
    connect(m_shows, &ShowListView::filterChosen, this, &MainWindow::applyFilter);
    connect(m_table, &EpisodeTableView::currentEpisodeChanged, this, &MainWindow::showEpisode);
    connect(&m_tableModel, &QAbstractItemModel::modelReset, this, &MainWindow::refreshCounts);
    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(0); // a selection grows row by row
    connect(m_table, &EpisodeTableView::selectedEpisodesChanged, &m_selectionTimer,
            qOverload<>(&QTimer::start));
    connect(&m_selectionTimer, &QTimer::timeout, this,
            [this] { m_editor->setSelected(m_table->selectedEpisodes()); });
    connect(m_editor, &EpisodeEditor::message, this, &MainWindow::notify);
    connect(&m_context.session, &models::EditSession::refused, this, [this](const QString& why) {
        statusBar()->showMessage(why);
    }); // stays until something replaces it
    m_stateTimer.setSingleShot(true);
    m_stateTimer.setInterval(0);
    connect(&m_stateTimer, &QTimer::timeout, this, &MainWindow::refreshState);
    const auto later = [this] { m_stateTimer.start(); };
    connect(&m_context.session.catalog(), &catalog::Catalog::episodeChanged, this,
            &MainWindow::refreshSaving);
    connect(&m_context.session.catalog(), &catalog::Catalog::episodeChanged, this, later);
    connect(&m_context.session.catalog(), &catalog::Catalog::episodesAdded, this, later);
    connect(&m_context.validator, &catalog::Validator::countsChanged, this, later);
}

} // namespace app
