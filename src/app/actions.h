// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

namespace app {

/// Names every action of the window, in the order of the menus.
enum class ActionId {
    OpenFolder,
    OpenFile,
    OpenSample,
    NewEpisode,
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
    GoToEpisode,
    Columns,
    PreviousEpisode,
    NextEpisode,
    ResolveConflicts,
    OutsideLog,
    CopyPath,
    RescanFolder,
    SkippedFiles,
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
    Help,
    Keys,
    About,
    Count
};

/// Makes every action from one table: text, shortcut, icon, object name and status tip.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget* window);

    QAction* operator[](ActionId id) const { return m_actions[static_cast<std::size_t>(id)]; }

private:
    std::vector<QAction*> m_actions;
};

/// The theme's icon; where it has none, nothing rather than a wrong one.
QIcon themeIcon(const char* name);

} // namespace app
