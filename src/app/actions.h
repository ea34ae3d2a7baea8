// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <vector>

namespace app {

class Settings;

/// Names every action of the window, in the order of the menus.
enum class ActionId {
    OpenFolder,
    OpenFile,
    OpenSample,
    NewEpisode,
    NewEpisodeFromMp3,
    Templates,
    ImportFeed,
    Save,
    SaveAll,
    Revert,
    ReviewChanges,
    CloseCatalog,
    Quit,
    Undo,
    Redo,
    Find,
    Replace,
    SaveSearch,
    GoToEpisode,
    Columns,
    PreviousEpisode,
    NextEpisode,
    ChangeSeveral,
    ResolveConflicts,
    OutsideLog,
    DuplicateEpisode,
    SaveTemplate,
    RenameEpisode,
    DeleteEpisode,
    CopyPath,
    RescanFolder,
    SkippedFiles,
    ExportTable,
    PlayPause,
    Back,
    Forward,
    Slower,
    Faster,
    NormalSpeed,
    GoToTime,
    PreviousChapter,
    NextChapter,
    LoopFromHere,
    LoopToHere,
    LoopChapter,
    ClearLoop,
    MediaFolder,
    CheckLinksSelected,
    CheckLinksShown,
    MeasureSelected,
    MeasureShown,
    MendSelected,
    MendShown,
    PeopleAndSponsors,
    EditorBelow,
    EditorBeside,
    ShowWaveform,
    ShowProblems,
    FeedPreview,
    NextProblem,
    PreviousProblem,
    ShowInformation,
    Preferences,
    CommandPalette,
    Help,
    Keys,
    About,
    Count
};

/// Makes every action from one table: text, keys, icon, object name and status tip. The keys are those of the
/// table until somebody chooses others.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget* window);

    QAction* operator[](ActionId id) const { return m_actions[static_cast<std::size_t>(id)]; }
    const std::vector<QAction*>& all() const { return m_actions; }
    /// Takes the keys that somebody chose.
    void readKeys(const Settings& settings);
    /// Remembers those that are not the table's.
    void writeKeys(Settings& settings) const;

private:
    std::vector<QAction*> m_actions;
};

/// What an action of the table is called without its mnemonic, and the keys that it has at first. Undo is
/// called so whatever it would undo.
QString nameOf(const QAction& action);
QKeySequence defaultKeysOf(const QAction& action);
/// Whether the action is one of the table's.
bool hasDefaultKeys(const QAction& action);
/// Gives an action other keys, and says them in its tool tip.
void setKeys(QAction& action, const QKeySequence& keys);

/// The theme's icon; where it has none, nothing rather than a wrong one.
QIcon themeIcon(const char* name);

} // namespace app
