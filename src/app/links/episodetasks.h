// SPDX-License-Identifier: MIT
#pragma once

#include "app/bulk/bulkrunner.h"
#include "app/links/linktasks.h"
#include "app/media/mediatasks.h"

#include <QPointer>

#include <vector>

namespace app {

class EpisodeEditor;
class PeopleDialog;

/// What is done with several episodes at once: their links checked, their problems mended.
class EpisodeTasks : public QObject {
    Q_OBJECT
public:
    EpisodeTasks(const EditorContext& context, EpisodeEditor& editor, QWidget* window);

    /// Asks first where many servers would be asked.
    void checkLinks(const std::vector<catalog::EpisodeId>& ids);
    /// Asks first where servers would be asked.
    void measure(const std::vector<catalog::EpisodeId>& ids);
    /// Offers every repair; only those of the show notes where `onlyNotes`.
    void mend(const std::vector<catalog::EpisodeId>& ids, bool onlyNotes = false);
    /// Offers the repairs of these; those that have none are passed over.
    void mendIssues(std::vector<catalog::Issue> issues);
    /// Opens the window of people and sponsors, or brings it to the front.
    void showPeople();
    /// Offers to change a field of the selected episodes, or of all shown ones; begins with `field` where it
    /// is not empty.
    void changeSeveral(const std::vector<catalog::EpisodeId>& selected,
                       const std::vector<catalog::EpisodeId>& shown, const std::string& field = {});
    /// Makes edits that were looked at one undo step; many on another thread, with progress.
    void change(const catalog::Gathered& gathered, const QString& name);
    void cancel();
    /// A change of many episodes is under way: their texts are not those that were asked for yet.
    bool isChanging() const { return m_bulk.isRunning(); }
    /// The results of earlier checks of the catalogue at `root`.
    void openResults(const QString& root);
    const catalog::MediaResults& mediaResults() { return m_media.results(); }

signals:
    /// `total` 0: the task is over.
    void progress(const QString& what, int done, int total);
    void message(const QString& text);
    void changed(); ///< a change of many episodes is over, made or not
    /// An episode is to be shown, at that field.
    void goToRequested(catalog::EpisodeId id, const QString& field);

private:
    EditorContext m_context;
    EpisodeEditor& m_editor;
    QWidget* m_window;
    LinkTasks m_links;
    MediaTasks m_media;
    BulkRunner m_bulk;
    QPointer<PeopleDialog> m_people;
};

} // namespace app
