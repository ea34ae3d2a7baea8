// SPDX-License-Identifier: MIT
#pragma once

#include "app/outside/mergedesk.h"
#include "catalog/folderwatcher.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace app {

class NoticeBar;

/// What other programs do to the opened files, in the window: read again, merged, asked about, said.
/// Thousands of files (`git checkout`) are taken a few at a time, so that the window stays usable.
class OutsideChanges : public QObject {
    Q_OBJECT
public:
    OutsideChanges(models::EditSession& session, NoticeBar& notices, QWidget* window);

    /// Runs before anything is taken: what is typed and not yet an edit becomes one.
    void setCommit(std::function<void()> commit) { m_commit = std::move(commit); }
    void watch(const QStringList& openedPaths) { m_watcher.watch(openedPaths); }
    void lookNow() { m_watcher.lookThoroughly(); }
    bool isBusy() const { return m_watcher.isBusy() || !m_waiting.empty(); }
    const MergeDesk& desk() const { return m_desk; }

    /// Conflicts that a recovered text has with its file: asked about like all others.
    void addConflicts(catalog::EpisodeId id, const std::string& openBase) { m_desk.remember(id, openBase); }

    /// Shows the conflict dialog. False: they are still open.
    bool resolve(catalog::EpisodeId id);
    /// Whether the episode may be written: asks about open conflicts.
    bool mayWrite(catalog::EpisodeId id) { return !m_desk.conflictsOf(id) || resolve(id); }
    /// Brings what a save found on the disk together with the episode, asking about conflicts. Empty: the
    /// episode can be saved now; else why not.
    QString bringTogether(catalog::EpisodeId id, const std::string& disk);
    /// What git has under way; looked up now.
    QString gitWarning() const;
    /// Writes a file that is gone anew; an error in words, or empty.
    QString saveAnew(catalog::EpisodeId id);
    /// Takes files that this program wrote just now; their ids.
    std::vector<catalog::EpisodeId> takeCreated(const std::vector<catalog::Episode>& created);
    /// A list of what other programs changed since the catalogue was opened.
    void showLog();

signals:
    void message(const QString& text);
    void showRequested(catalog::EpisodeId id);
    void conflictsChanged();
    void discarded(catalog::EpisodeId id); ///< somebody gave up its unsaved text

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const catalog::DiskAnswer& answer);
    catalog::EpisodeId goneAt(const QString& path) const;
    void takeSome(QDeadlineTimer until);
    void sayTaken();
    void takeRenamed(const catalog::DiskAnswer::Changed& change);
    void takeChanged(const std::vector<const catalog::DiskAnswer::Changed*>& changes);
    void takeMissing(catalog::EpisodeId id);
    void takeAdded(const std::vector<catalog::Episode>& added);
    void takeSite(const catalog::DiskAnswer& answer);
    void takeBroken(const catalog::DiskAnswer::Changed& change);
    void sayMerged(const std::vector<MergeDesk::Taken>& merged);
    void sayConflicts();
    void sayDeleted(catalog::EpisodeId id);
    void sayGit(catalog::GitOperation operation);
    void sayUnwatched();
    void log(const QString& file, const QString& what);
    void closeDeleted(catalog::EpisodeId id);
    void undoMerge(int index);
    QString name(catalog::EpisodeId id) const { return m_session.catalog().relativePath(id); }

    models::EditSession& m_session;
    NoticeBar& m_notices;
    QWidget* m_window;
    catalog::FolderWatcher m_watcher;
    MergeDesk m_desk;
    std::function<void()> m_commit = [] {};
    QStringList m_log;
    QStringList m_said; ///< sentences of what is being taken
    struct Counts {
        int renamed = 0, changed = 0, missing = 0;
    } m_counts;
    std::deque<std::function<void()>> m_waiting; ///< what is still to be taken, in this order
    QTimer m_slices;
};

} // namespace app
