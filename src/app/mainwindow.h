// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/folderloader.h"
#include "models/episodetablemodel.h"
#include "models/showlistmodel.h"

#include <QMainWindow>
#include <QStringList>
#include <QTimer>

#include <functional>

class QDockWidget;
class QLabel;
class QMenu;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace app {

class Actions;
class EpisodeEditor;
class EpisodeTasks;
class EpisodeTableView;
struct NewEpisodeStart;
class IssuesPanel;
class NoticeBar;
class OutsideChanges;
class OverwriteNotices;
class PlayerBar;
class Recovery;
class Saver;
class SearchEdit;
class SavedSearches;
class ShowListView;
class StartPage;
class TableCommands;
class TableExporter;
class WaveformPanel;

/// The one window of a catalogue: shows, episodes, editor, problems and player, and all that opens and saves.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const EditorContext& context, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens folders or files, after asking about unsaved changes.
    void open(const QStringList& paths);
    void openSample();
    bool isLoading() const { return m_loader.isRunning(); }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildCentre();
    QWidget* buildSearchLine();
    void buildIssuesDock();
    void buildStatusBar();
    void buildMenus();
    void connectFileActions();
    void connectUndoActions();
    void connectEditActions();
    void buildPlayMenu();
    void connectPlayActions();
    void connectWaveform();
    void refreshPlayActions();
    void connectTasks();
    void connectTable();
    void buildGroupMenu(QMenu* view);
    void exportTable();
    void connectSafety();
    void connectReview();
    void connectFind();
    void findAndReplace();
    void showCommands();
    QString whyDisabled(const QAction& action) const;
    void connectSavedSearches();
    void saveSearch();
    QString wholeSearch() const;
    void showReview();
    void connectRecovery();
    void connectOutside();
    void readPolicy(const QString& root);
    void showProgress(const QString& what, int done, int total);
    void setProgress(int done, const QString& words);
    void showChecking(int done, int total);
    bool playByKey(const QKeyEvent& event);
    void connectLoader();
    void connectModels();

    void chooseFolder();
    void chooseFiles();
    void chooseMediaFolder();
    void connectNewEpisodes();
    void chooseMp3();
    void newEpisodeFrom(const QString& mp3);
    void newEpisode(const NewEpisodeStart& start);
    void duplicateEpisode();
    void connectTemplates();
    void addTemplateMenu(QMenu& menu);
    void newFromTemplate(const QString& name);
    void saveTemplate();
    bool askReplacing(const QString& name);
    void connectFileCommands();
    std::vector<catalog::EpisodeId> chosenEpisodes() const;
    void renameEpisodes();
    void deleteEpisodes();
    bool askDeletion(const std::vector<catalog::EpisodeId>& ids);
    void refreshFileActions();
    QString whyNoNewEpisode() const;
    void importFeed();
    void previewFeed();
    void closeCatalog();
    bool mayLeaveCatalog(const std::function<void()>& again);
    bool waitsForChange(const std::function<void()>& next);
    void save(bool isAll);
    bool duplicateByKey(const QKeyEvent& event);
    void fillRecentMenu();
    void showStart(const QString& error);
    void showLoaded(bool cancelled, const QString& error);
    void showEpisode(catalog::EpisodeId id);
    void goToIssue(catalog::EpisodeId id, const QString& field, format::Span span);
    void goToEpisodeDialog();
    void reveal(catalog::EpisodeId id);
    void revealUndone();
    void applyFilter();
    void refreshSaving();
    void refreshState();
    void refreshCounts();
    void placeEditor();
    void placeWaveform();
    void notify(const QString& text);
    void saveLayout();
    void restoreLayout();
    catalog::EpisodeId current() const;

    EditorContext m_context;
    catalog::FolderLoader m_loader;
    models::EpisodeTableModel m_tableModel;
    models::ShowListModel m_showModel;
    Actions* m_actions;
    Saver* m_saver;
    QStackedWidget* m_stack;
    StartPage* m_start;
    SearchEdit* m_search;
    QLabel* m_matches;
    QLabel* m_searchProblem; ///< what asking the episodes has shown, below the search
    QLabel* m_noMatch;
    ShowListView* m_shows;
    SavedSearches* m_saved = nullptr;
    EpisodeTableView* m_table;
    EpisodeEditor* m_editor;
    EpisodeTasks* m_tasks;
    TableCommands* m_tableCommands = nullptr;
    TableExporter* m_exporter = nullptr;
    IssuesPanel* m_issues;
    QDockWidget* m_issuesDock;
    PlayerBar* m_player;
    WaveformPanel* m_waveform;
    NoticeBar* m_notices;
    Recovery* m_recovery = nullptr;
    OverwriteNotices* m_overwrites = nullptr;
    OutsideChanges* m_outside;
    QSplitter* m_sideSplitter;
    QSplitter* m_editorSplitter;
    QLabel* m_countsLabel;
    QLabel* m_pathLabel;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QMenu* m_recentMenu = nullptr;
    QTimer m_searchTimer;
    QTimer m_stateTimer;
    QTimer m_selectionTimer;
    QStringList m_openedPaths;
    std::vector<catalog::SkippedFile> m_skipped;
    std::function<void()> m_afterChange; ///< what waits for the change of many episodes
    bool m_isRestoring = false;
    bool m_taskRuns = false;
    bool m_showsChecking = false;
};

} // namespace app
