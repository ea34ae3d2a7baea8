// SPDX-License-Identifier: MIT
#include "app/actions.h"

#include "app/settings.h"

#include <QCoreApplication>
#include <QIcon>
#include <QWidget>

#include <array>

namespace app {

namespace {

struct ActionText {
    const char* name; ///< object name
    const char* text;
    const char* shortcut;
    const char* icon;
    const char* tip;
    ActionId id;
    bool isCheckable = false;
};

#define ACTION_TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

constexpr ActionText table[] = {
    {"openFolderAction", ACTION_TEXT("&Open Folder…"), "Ctrl+O", "folder-open",
     ACTION_TEXT("Open a site, a show's folder or any folder with episodes"), ActionId::OpenFolder},
    {"openFileAction", ACTION_TEXT("Open &File…"), "", "document-open",
     ACTION_TEXT("Open single episode files, whatever their ending"), ActionId::OpenFile},
    {"openSampleAction", ACTION_TEXT("Open Sa&mple"), "", "",
     ACTION_TEXT("Open the bundled sample catalogue"), ActionId::OpenSample},
    {"newEpisodeAction", ACTION_TEXT("&New Episode…"), "Ctrl+N", "document-new",
     ACTION_TEXT("Make the show's next episode: it goes on from the last one"), ActionId::NewEpisode},
    {"newEpisodeFromMp3Action", ACTION_TEXT("New Episode from MP&3…"), "Ctrl+Shift+N", "",
     ACTION_TEXT("Make the show's next episode from an MP3 file; or drop the file on the window"),
     ActionId::NewEpisodeFromMp3},
    {"templatesAction", ACTION_TEXT("&Manage Templates…"), "", "",
     ACTION_TEXT("Rename and remove templates of episodes"), ActionId::Templates},
    {"importFeedAction", ACTION_TEXT("&Import from Feed…"), "", "document-import",
     ACTION_TEXT("Take new episodes and values over from an RSS feed or a JSON Feed"), ActionId::ImportFeed},
    {"saveAction", ACTION_TEXT("&Save"), "Ctrl+S", "document-save",
     ACTION_TEXT("Write this episode's changes to its file"), ActionId::Save},
    {"saveAllAction", ACTION_TEXT("Save &All"), "Ctrl+Shift+S", "document-save-all",
     ACTION_TEXT("Write the changes of every episode"), ActionId::SaveAll},
    {"revertAction", ACTION_TEXT("&Revert"), "", "document-revert",
     ACTION_TEXT("Put this episode's saved text back; can be undone"), ActionId::Revert},
    {"reviewChangesAction", ACTION_TEXT("Re&view Changes…"), "Ctrl+Shift+R", "",
     ACTION_TEXT("See every unsaved change, take some back, save some"), ActionId::ReviewChanges},
    {"closeCatalogAction", ACTION_TEXT("&Close Catalogue"), "Ctrl+W", "",
     ACTION_TEXT("Close the opened folder"), ActionId::CloseCatalog},
    {"quitAction", ACTION_TEXT("&Quit"), "Ctrl+Q", "application-exit", ACTION_TEXT("Leave the program"),
     ActionId::Quit},
    {"undoAction", ACTION_TEXT("&Undo"), "Ctrl+Z", "edit-undo", ACTION_TEXT("Take the last change back"),
     ActionId::Undo},
    {"redoAction", ACTION_TEXT("&Redo"), "Ctrl+Shift+Z", "edit-redo", ACTION_TEXT("Make the change again"),
     ActionId::Redo},
    {"findAction", ACTION_TEXT("&Search Episodes"), "Ctrl+F", "edit-find",
     ACTION_TEXT("Type words to filter the episodes"), ActionId::Find},
    {"saveSearchAction", ACTION_TEXT("Save Searc&h…"), "Ctrl+Shift+F", "bookmark-new",
     ACTION_TEXT("Keep what is searched for, by a name, in the list on the left"), ActionId::SaveSearch},
    {"replaceAction", ACTION_TEXT("Find and R&eplace…"), "Ctrl+H", "edit-find-replace",
     ACTION_TEXT("Replace text in many episodes, after looking at each match"), ActionId::Replace},
    {"goToEpisodeAction", ACTION_TEXT("&Go to Episode…"), "Ctrl+P", "go-jump",
     ACTION_TEXT("Go to an episode by its number or title"), ActionId::GoToEpisode},
    {"columnsAction", ACTION_TEXT("&Columns…"), "", "", ACTION_TEXT("Choose the table's columns"),
     ActionId::Columns},
    {"previousEpisodeAction", ACTION_TEXT("&Previous Episode"), "Ctrl+PgUp", "go-previous",
     ACTION_TEXT("The episode above in the table"), ActionId::PreviousEpisode},
    {"nextEpisodeAction", ACTION_TEXT("&Next Episode"), "Ctrl+PgDown", "go-next",
     ACTION_TEXT("The episode below in the table"), ActionId::NextEpisode},
    {"changeSeveralAction", ACTION_TEXT("Change &Several…"), "Ctrl+Shift+E", "",
     ACTION_TEXT("Change a field of the selected episodes, or of all shown ones, with a preview"),
     ActionId::ChangeSeveral},
    {"resolveConflictsAction", ACTION_TEXT("&Resolve Conflicts…"), "", "",
     ACTION_TEXT("Choose between your changes and another program's"), ActionId::ResolveConflicts},
    {"outsideLogAction", ACTION_TEXT("Changes by &Other Programs…"), "", "",
     ACTION_TEXT("What other programs changed since the catalogue was opened"), ActionId::OutsideLog},
    {"commandPaletteAction", ACTION_TEXT("Command &Palette…"), "Ctrl+K", "",
     ACTION_TEXT("Run any command by its name"), ActionId::CommandPalette},
    {"duplicateEpisodeAction", ACTION_TEXT("&Duplicate Episode…"), "Ctrl+D", "edit-duplicate",
     ACTION_TEXT("Make a new episode as a copy of this one, with a number, GUID and date of its own"),
     ActionId::DuplicateEpisode},
    {"saveTemplateAction", ACTION_TEXT("Save as Temp&late…"), "", "",
     ACTION_TEXT("Keep this episode's text to begin others with, in every catalogue"),
     ActionId::SaveTemplate},
    {"renameEpisodeAction", ACTION_TEXT("Rena&me or Renumber…"), "Shift+F2", "edit-rename",
     ACTION_TEXT("Change number, slug and file name together; several selected are numbered in sequence"),
     ActionId::RenameEpisode},
    {"deleteEpisodeAction", ACTION_TEXT("Move to &Trash…"), "Del", "user-trash",
     ACTION_TEXT("Move the selected episodes' files to the trash; Undo brings them back"),
     ActionId::DeleteEpisode},
    {"copyPathAction", ACTION_TEXT("Copy File &Path"), "", "edit-copy",
     ACTION_TEXT("Copy the path of this episode's file"), ActionId::CopyPath},
    {"skippedFilesAction", ACTION_TEXT("S&kipped Files…"), "", "",
     ACTION_TEXT("Files of the folder that could not be looked into, and why"), ActionId::SkippedFiles},
    {"exportTableAction", ACTION_TEXT("&Export Table…"), "", "document-export",
     ACTION_TEXT("Write the episodes that the table shows into a CSV or JSON file"), ActionId::ExportTable},
    {"rescanAction", ACTION_TEXT("&Look at the Disk Again"), "F5", "view-refresh",
     ACTION_TEXT("Take what other programs changed; nothing unsaved is lost"), ActionId::RescanFolder},
    {"playAction", ACTION_TEXT("&Play or Pause"), "", "media-playback-start",
     ACTION_TEXT("Play or pause the enclosure (Space or K)"), ActionId::PlayPause},
    {"backAction", ACTION_TEXT("&Back 10 Seconds"), "", "media-seek-backward",
     ACTION_TEXT("Go back ten seconds (J)"), ActionId::Back},
    {"forwardAction", ACTION_TEXT("F&orward 30 Seconds"), "", "media-seek-forward",
     ACTION_TEXT("Go on thirty seconds (L)"), ActionId::Forward},
    {"slowerAction", ACTION_TEXT("&Slower"), "", "", ACTION_TEXT("Play slower (<)"), ActionId::Slower},
    {"fasterAction", ACTION_TEXT("&Faster"), "", "", ACTION_TEXT("Play faster (>)"), ActionId::Faster},
    {"normalSpeedAction", ACTION_TEXT("Nor&mal Speed"), "", "",
     ACTION_TEXT("Play at the speed it was recorded at (Backspace)"), ActionId::NormalSpeed},
    {"goToTimeAction", ACTION_TEXT("&Go to Time…"), "Ctrl+J", "go-jump",
     ACTION_TEXT("Type a time to go to, or how far to go from here"), ActionId::GoToTime},
    {"previousChapterAction", ACTION_TEXT("P&revious Chapter"), "", "media-skip-backward",
     ACTION_TEXT("The start of this chapter, or the one before (P)"), ActionId::PreviousChapter},
    {"nextChapterAction", ACTION_TEXT("&Next Chapter"), "", "media-skip-forward",
     ACTION_TEXT("The start of the next chapter (N)"), ActionId::NextChapter},
    {"loopFromHereAction", ACTION_TEXT("&Loop from Here"), "", "",
     ACTION_TEXT("Repeat from here to the loop's end, or to the end of the episode ([)"),
     ActionId::LoopFromHere},
    {"loopToHereAction", ACTION_TEXT("Loop &to Here"), "", "",
     ACTION_TEXT("Repeat from the loop's start, or the start of the episode, to here (])"),
     ActionId::LoopToHere},
    {"loopChapterAction", ACTION_TEXT("Loop This C&hapter"), "", "",
     ACTION_TEXT("Repeat the chapter that is heard (R)"), ActionId::LoopChapter},
    {"clearLoopAction", ACTION_TEXT("&Clear Loop"), "", "", ACTION_TEXT("Play on without repeating (\\)"),
     ActionId::ClearLoop},
    {"mediaFolderAction", ACTION_TEXT("&Media Folder…"), "", "",
     ACTION_TEXT("Choose the folder with local audio files"), ActionId::MediaFolder},
    {"checkLinksSelectedAction", ACTION_TEXT("Check &Links of Selected Episodes"), "Ctrl+L", "",
     ACTION_TEXT("Ask the servers whether these episodes' links still answer"), ActionId::CheckLinksSelected},
    {"checkLinksShownAction", ACTION_TEXT("Check Links of &All Shown Episodes…"), "", "",
     ACTION_TEXT(
         "Check the links of every episode in the table: the whole catalogue where nothing filters it"),
     ActionId::CheckLinksShown},
    {"measureSelectedAction", ACTION_TEXT("Measure &Enclosures of Selected Episodes"), "Ctrl+Shift+L", "",
     ACTION_TEXT("Compare these episodes' audio files with what is stated of them"),
     ActionId::MeasureSelected},
    {"measureShownAction", ACTION_TEXT("Measure E&nclosures of All Shown Episodes…"), "", "",
     ACTION_TEXT("Compare the audio file of every episode in the table with what is stated of it"),
     ActionId::MeasureShown},
    {"mendSelectedAction", ACTION_TEXT("&Mend Selected Episodes…"), "Ctrl+M", "",
     ACTION_TEXT("Show every repair for these episodes, to choose from"), ActionId::MendSelected},
    {"mendShownAction", ACTION_TEXT("Mend All &Shown Episodes…"), "Ctrl+Shift+M", "",
     ACTION_TEXT("Show every repair for the episodes in the table, to choose from"), ActionId::MendShown},
    {"peopleAction", ACTION_TEXT("&People and Sponsors…"), "", "system-users",
     ACTION_TEXT("Who is used where; rename, merge or remove somebody in every episode"),
     ActionId::PeopleAndSponsors},
    {"editorBelowAction", ACTION_TEXT("Editor &Below the Table"), "", "",
     ACTION_TEXT("Show the editor below the table"), ActionId::EditorBelow, true},
    {"editorBesideAction", ACTION_TEXT("Editor Be&side the Table"), "", "",
     ACTION_TEXT("Show the editor beside the table, in wide windows"), ActionId::EditorBeside, true},
    {"showWaveformAction", ACTION_TEXT("&Waveform"), "", "",
     ACTION_TEXT("Show the episode's waveform over the player"), ActionId::ShowWaveform, true},
    {"showProblemsAction", ACTION_TEXT("&Problems"), "Ctrl+Shift+P", "dialog-warning",
     ACTION_TEXT("Show the problems panel"), ActionId::ShowProblems, true},
    {"feedPreviewAction", ACTION_TEXT("&Feed Preview…"), "", "",
     ACTION_TEXT("See the show's feed as apps will, check it, export it"), ActionId::FeedPreview},
    {"nextProblemAction", ACTION_TEXT("&Next Problem"), "F8", "", ACTION_TEXT("Go to the next problem"),
     ActionId::NextProblem},
    {"previousProblemAction", ACTION_TEXT("P&revious Problem"), "Shift+F8", "",
     ACTION_TEXT("Go to the problem before"), ActionId::PreviousProblem},
    {"showInformationAction", ACTION_TEXT("Show &Information"), "", "",
     ACTION_TEXT("Show findings that are only notes, too"), ActionId::ShowInformation, true},
    {"preferencesAction", ACTION_TEXT("&Preferences…"), "Ctrl+,", "configure",
     ACTION_TEXT("Media folder, appearance and keys"), ActionId::Preferences},
    {"helpAction", ACTION_TEXT("&User Guide"), "F1", "help-contents", ACTION_TEXT("Read the user guide"),
     ActionId::Help},
    {"keysAction", ACTION_TEXT("&Keys"), "", "", ACTION_TEXT("All keyboard shortcuts"), ActionId::Keys},
    {"aboutAction", ACTION_TEXT("&About Episode Desk"), "", "help-about", ACTION_TEXT("Version and licence"),
     ActionId::About},
};

#undef ACTION_TEXT

QString translated(const char* text) {
    return QCoreApplication::translate("Actions", text);
}

constexpr const char* keysProperty = "defaultKeys";
constexpr const char* nameProperty = "commandName";
const QString keysSetting = QStringLiteral("keys"); ///< names of actions and their keys in turn

} // namespace

QIcon themeIcon(const char* name) {
    return *name ? QIcon::fromTheme(QLatin1String(name)) : QIcon();
}

QString nameOf(const QAction& action) {
    const QString name = action.property(nameProperty).toString();
    return name.isEmpty() ? action.text().remove(QLatin1Char('&')) : name;
}

QKeySequence defaultKeysOf(const QAction& action) {
    return action.property(keysProperty).value<QKeySequence>();
}

bool hasDefaultKeys(const QAction& action) {
    return action.property(keysProperty).isValid();
}

void setKeys(QAction& action, const QKeySequence& keys) {
    action.setShortcut(keys);
    const QString said = keys.toString(QKeySequence::NativeText);
    const QString tip = action.statusTip();
    action.setToolTip(said.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, said));
}

void Actions::readKeys(const Settings& settings) {
    const QStringList kept = settings.value(keysSetting).toStringList();
    for (QAction* action : m_actions) {
        const qsizetype place = kept.indexOf(action->objectName());
        if (place >= 0 && place % 2 == 0 && place + 1 < kept.size())
            setKeys(*action, QKeySequence::fromString(kept[place + 1], QKeySequence::PortableText));
    }
}

void Actions::writeKeys(Settings& settings) const {
    QStringList kept;
    for (const QAction* action : m_actions)
        if (action->shortcut() != defaultKeysOf(*action))
            kept << action->objectName() << action->shortcut().toString(QKeySequence::PortableText);
    settings.setValue(keysSetting, kept);
}

Actions::Actions(QWidget* window)
    : QObject(window)
    , m_actions(static_cast<std::size_t>(ActionId::Count)) {
    for (const ActionText& entry : table) {
        auto* action = new QAction(themeIcon(entry.icon), translated(entry.text), window);
        action->setObjectName(QLatin1String(entry.name));
        action->setStatusTip(translated(entry.tip));
        action->setProperty(keysProperty, QKeySequence(QLatin1String(entry.shortcut)));
        action->setProperty(nameProperty, action->text().remove(QLatin1Char('&')));
        setKeys(*action, defaultKeysOf(*action));
        action->setCheckable(entry.isCheckable);
        m_actions[static_cast<std::size_t>(entry.id)] = action;
    }
}

} // namespace app
