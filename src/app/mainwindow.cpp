// SPDX-License-Identifier: MIT
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/dialogs/gotodialog.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/episodelist/showlistview.h"
#include "app/issues/issuespanel.h"
#include "app/links/episodetasks.h"
#include "app/recovery/recovery.h"
#include "app/samplecatalog.h"
#include "app/saver.h"
#include "app/settings.h"
#include "app/startpage.h"
#include "app/widgets/noticebar.h"
#include "app/widgets/playerbar.h"
#include "app/widgets/searchedit.h"
#include "app/widgets/waveformpanel.h"
#include "models/editcommand.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>

namespace app {

namespace {

constexpr int messageMilliseconds = 6'000;

} // namespace

catalog::EpisodeId MainWindow::current() const {
    return m_editor->episode();
}

void MainWindow::notify(const QString& text) {
    statusBar()->showMessage(text, messageMilliseconds);
}

bool MainWindow::mayLeaveCatalog(const std::function<void()>& again) {
    m_editor->commit();
    return !waitsForChange(again) && m_saver->mayClose();
}

void MainWindow::open(const QStringList& paths) {
    if (paths.isEmpty() || !mayLeaveCatalog([this, paths] { open(paths); }))
        return;
    if (m_context.session.catalog().size() > 0)
        saveLayout();
    m_loader.cancel();
    m_editor->setEpisode({});
    m_player->setEpisode({});
    m_waveform->setEpisode({});
    m_context.session.catalog().clear();
    m_skipped.clear();
    (*m_actions)[ActionId::SkippedFiles]->setEnabled(false);
    m_notices->withdraw(QStringLiteral("skippedNotice"));
    m_openedPaths = paths;
    m_search->clear();
    m_loader.start(paths);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_cancel->show();
    notify(tr("Opening %1…").arg(QDir::toNativeSeparators(paths.first())));
}

void MainWindow::openSample() {
    QString error;
    const QString folder = installSampleCatalog(&error);
    if (error.isEmpty())
        open({folder});
    else
        showStart(error);
}

void MainWindow::chooseFolder() {
    const QString from = m_context.settings.recentCatalogs().value(0, QDir::homePath());
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open Folder"), from);
    if (!folder.isEmpty())
        open({folder});
}

void MainWindow::chooseFiles() {
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open Files"), m_context.session.catalog().root(), tr("Episodes (*.md);;All files (*)"));
    if (!files.isEmpty())
        open(files);
}

void MainWindow::chooseMediaFolder() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Media Folder"), m_context.settings.mediaFolder());
    if (folder.isEmpty())
        return;
    m_context.settings.setMediaFolder(folder);
    m_waveform->refresh();
    notify(tr("Local audio is looked for in %1.").arg(QDir::toNativeSeparators(folder)));
}

void MainWindow::closeCatalog() {
    if (!mayLeaveCatalog([this] { closeCatalog(); }))
        return;
    saveLayout();
    m_loader.cancel();
    m_editor->setEpisode({});
    m_player->setEpisode({});
    m_waveform->setEpisode({});
    m_context.session.catalog().clear();
    m_context.settings.setCatalog({});
    showStart({});
}

void MainWindow::showStart(const QString& error) {
    m_start->setRecent(m_context.settings.recentCatalogs());
    m_start->setError(error);
    m_stack->setCurrentWidget(m_start);
    m_progress->hide();
    m_cancel->hide();
    refreshState();
}

void MainWindow::connectLoader() {
    connect(&m_loader, &catalog::FolderLoader::listed, this, [this](const QString& root, int files) {
        if (root.isEmpty())
            return;
        m_context.session.catalog().setRoot(root);
        m_context.settings.setCatalog(root);
        m_progress->setRange(0, std::max(files, 1));
        m_tasks->openResults(root);
        readPolicy(root);
        m_stack->setCurrentIndex(1);
        restoreLayout();
    });
    connect(&m_loader, &catalog::FolderLoader::registryRead, this,
            [this](const catalog::Registry& registry) { m_context.session.catalog().setRegistry(registry); });
    connect(&m_loader, &catalog::FolderLoader::batchLoaded, this, [this](const catalog::LoadBatch& batch) {
        m_context.session.catalog().addOtherPages(batch.otherPages);
        m_context.session.catalog().add(batch.episodes);
        m_skipped.insert(m_skipped.end(), batch.skipped.begin(), batch.skipped.end());
        setProgress(batch.done, tr("%1 of %2 files").arg(batch.done).arg(batch.total));
    });
    connect(&m_loader, &catalog::FolderLoader::finished, this, &MainWindow::showLoaded);
}

void MainWindow::showLoaded(bool cancelled, const QString& error) {
    m_progress->hide();
    m_cancel->hide();
    catalog::Catalog& catalog = m_context.session.catalog();
    if (catalog.size() == 0) {
        const QString opened = QDir::toNativeSeparators(m_openedPaths.value(0));
        QString why =
            !error.isEmpty() ? error
            : cancelled      ? tr("Opening %1 was cancelled.").arg(opened)
                        : tr("There are no episodes in %1: files that begin with a JSON object.").arg(opened);
        for (const catalog::SkippedFile& file : m_skipped)
            why += QStringLiteral("\n%1: %2").arg(QFileInfo(file.path).fileName(), file.reason);
        showStart(why);
        return;
    }
    if (m_openedPaths.size() == 1)
        m_context.settings.addRecentCatalog(QFileInfo(m_openedPaths.first()).absoluteFilePath());
    const QString media = catalog.root() + QLatin1String("/media");
    if (m_context.settings.mediaFolder().isEmpty() && QFileInfo(media).isDir())
        m_context.settings.setMediaFolder(media);
    const QString last = m_context.settings.catalogValue(QStringLiteral("episode")).toString();
    const catalog::EpisodeId id = catalog.idOfPath(catalog.root() + QLatin1Char('/') + last);
    m_tableModel.settle();
    if (!id.isValid() || !m_table->selectEpisode(id))
        m_table->selectFirst();
    showEpisode(m_table->currentEpisode()); // opened anew, the table stands where it stood and says nothing
    m_table->setFocus();
    QStringList said{tr("%n episode(s) opened", nullptr, catalog.size())};
    if (catalog.otherPages() > 0)
        said += tr("%n other page(s)", nullptr, catalog.otherPages());
    (*m_actions)[ActionId::SkippedFiles]->setEnabled(!m_skipped.empty());
    if (!m_skipped.empty())
        m_notices->show({QStringLiteral("skippedNotice"),
                         Notice::Kind::Information,
                         tr("%n file(s) of the folder could not be looked into.", nullptr,
                            static_cast<int>(m_skipped.size())),
                         {{tr("S&how…"), [this] { (*m_actions)[ActionId::SkippedFiles]->trigger(); }}}});
    if (!m_skipped.empty())
        said += tr("%n file(s) skipped", nullptr, static_cast<int>(m_skipped.size()));
    notify((cancelled ? tr("Cancelled: ") : QString()) + said.join(QStringLiteral(", ")) + QLatin1Char('.'));
    refreshState();
}

void MainWindow::showEpisode(catalog::EpisodeId id) {
    if (id == m_editor->episode())
        return;
    m_editor->setEpisode(id);
    m_player->setEpisode(id);
    m_waveform->setEpisode(id);
    m_issues->setEpisode(id);
    refreshState();
}

void MainWindow::goToIssue(catalog::EpisodeId id, const QString& field, format::Span span) {
    if (!m_table->selectEpisode(id)) { // hidden by the filter: the editor shows it all the same
        showEpisode(id);
        notify(tr("The table's filter hides this episode."));
    }
    m_editor->goTo(field, span);
}

void MainWindow::goToEpisodeDialog() {
    GoToDialog dialog(m_context.session.catalog(), this);
    if (dialog.exec() == QDialog::Accepted && dialog.chosen().isValid())
        reveal(dialog.chosen());
}

/// Selects the episode; a filter that hides it goes.
void MainWindow::reveal(catalog::EpisodeId id) {
    if (m_table->selectEpisode(id))
        return;
    m_search->clear();
    m_shows->choose(models::EpisodeFilter::Kind::All, {});
    applyFilter();
    m_tableModel.settle();
    m_table->selectEpisode(id);
}

/// Undo and redo show what they changed.
void MainWindow::revealUndone() {
    const QUndoStack& stack = m_context.session.undoStack();
    const int touched = stack.index() < stack.count() ? stack.index() : stack.count() - 1;
    const auto* command = dynamic_cast<const models::EpisodeCommand*>(stack.command(touched));
    if (!current().isValid()) // a new file's step was taken back
        m_table->selectFirst();
    if (!command || !command->episode().isValid() || command->concerns(current()) ||
        m_context.session.catalog().episode(command->episode()).isGone())
        return;
    if (!m_table->selectEpisode(command->episode()))
        showEpisode(command->episode());
}

void MainWindow::applyFilter() {
    models::EpisodeFilter filter = m_shows->filter();
    filter.query = m_search->query();
    m_tableModel.setFilter(filter);
    m_editor->setSearch(filter.query.marks());
    refreshCounts();
}

void MainWindow::refreshCounts() {
    if (m_tableModel.isWorking()) // the rows that are shown still are the earlier ones
        return m_matches->setText(tr("Searching…"));
    const QLocale locale;
    const catalog::Catalog& catalog = m_context.session.catalog();
    const auto shown = static_cast<int>(m_tableModel.shownEpisodes().size());
    m_matches->setText(shown == catalog.count()
                           ? locale.toString(shown)
                           : tr("%1 of %2").arg(locale.toString(shown), locale.toString(catalog.count())));
    const QString problem = m_search->problem();
    const bool isTooComplicated = m_search->query().isTooComplicated();
    if (isTooComplicated && !m_searchProblem->isVisibleTo(this))
        m_search->tellProblems();
    m_searchProblem->setText(isTooComplicated ? problem : QString());
    m_searchProblem->setVisible(isTooComplicated);
    m_noMatch->setText(
        tr("No episode matches. Press Escape in the search box to clear it, or choose All Episodes.") +
        (problem.isEmpty() ? QString() : QStringLiteral("\n\n") + problem));
    m_noMatch->setVisible(shown == 0 && catalog.count() > 0);
    m_table->setVisible(!m_noMatch->isVisible());
}

/// What saving hangs on is true at once: Ctrl+S may follow the key before it immediately.
void MainWindow::refreshSaving() {
    const catalog::Catalog& catalog = m_context.session.catalog();
    const catalog::EpisodeId id = current();
    const bool isChanged = catalog.contains(id) && catalog.episode(id).isChanged();
    const bool anyChanged = isChanged || catalog.hasChanges();
    (*m_actions)[ActionId::Save]->setEnabled(isChanged);
    (*m_actions)[ActionId::Revert]->setEnabled(isChanged);
    (*m_actions)[ActionId::SaveAll]->setEnabled(anyChanged);
    (*m_actions)[ActionId::ReviewChanges]->setEnabled(anyChanged);
    setWindowModified(anyChanged);
}

void MainWindow::refreshState() {
    const catalog::Catalog& catalog = m_context.session.catalog();
    const bool isOpen = catalog.size() > 0;
    const catalog::EpisodeId id = current();
    const auto changed = catalog.changedEpisodes();
    for (const ActionId action :
         {ActionId::CloseCatalog, ActionId::Find, ActionId::Replace, ActionId::GoToEpisode,
          ActionId::RescanFolder, ActionId::NextEpisode, ActionId::PreviousEpisode, ActionId::NextProblem,
          ActionId::PreviousProblem, ActionId::MediaFolder, ActionId::CheckLinksSelected,
          ActionId::CheckLinksShown, ActionId::MeasureSelected, ActionId::MeasureShown,
          ActionId::MendSelected, ActionId::MendShown, ActionId::PeopleAndSponsors, ActionId::ChangeSeveral,
          ActionId::FeedPreview})
        (*m_actions)[action]->setEnabled(isOpen);
    refreshFileActions();
    (*m_actions)[ActionId::ExportTable]->setEnabled(isOpen);
    for (const ActionId action : {ActionId::PlayPause, ActionId::Back, ActionId::Forward, ActionId::CopyPath})
        (*m_actions)[action]->setEnabled(id.isValid());
    m_player->setVisible(m_stack->currentIndex() == 1);
    placeWaveform();

    const auto& validator = m_context.validator;
    const QLocale locale;
    QStringList counts;
    if (isOpen) {
        counts += tr("%n episode(s)", nullptr, catalog.count());
        if (!changed.empty())
            counts += QStringLiteral("<a href=\"review\">%1</a>")
                          .arg(tr("%n changed", nullptr, static_cast<int>(changed.size())));
        counts += tr("%n error(s)", nullptr, validator.count(catalog::Severity::Error));
        counts += tr("%n warning(s)", nullptr, validator.count(catalog::Severity::Warning));
        if (catalog.otherPages() > 0)
            counts += tr("%n other page(s)", nullptr, catalog.otherPages());
    }
    m_countsLabel->setText(counts.join(QStringLiteral(" · ")));
    m_pathLabel->setText(id.isValid() ? catalog.relativePath(id) : QString());
    setWindowTitle(isOpen ? tr("%1[*] — Episode Desk").arg(QDir(catalog.root()).dirName())
                          : tr("Episode Desk"));
    refreshSaving();
    refreshCounts();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeaveCatalog([this] { close(); })) {
        event->ignore();
        return;
    }
    saveLayout();
    m_loader.cancel();
    m_recovery->leave();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() &&
        std::all_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        paths += url.toLocalFile();
    event->acceptProposedAction();
    const bool isMp3 =
        paths.size() == 1 && paths.front().endsWith(QLatin1String(".mp3"), Qt::CaseInsensitive);
    if (!isMp3)
        return open(paths);
    // Not from within the drop: whoever drags waits for its end.
    QTimer::singleShot(0, this, [this, mp3 = paths.front()] { newEpisodeFrom(mp3); });
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (!playByKey(*event) && !duplicateByKey(*event))
        QMainWindow::keyPressEvent(event);
}

/// Lists would take these keys for looking up rows; while one of their cells is edited, its editor has the
/// focus.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && playByKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return QMainWindow::eventFilter(watched, event);
}

} // namespace app
