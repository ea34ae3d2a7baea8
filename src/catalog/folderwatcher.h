// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/disklook.h"

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace catalog {

/// Notices what other programs do to the files of an opened catalogue. Many changes at once are one look, off
/// the caller's thread. What may be half-written is looked at again before anything is said; our own saves
/// are not reported, because the catalogue knows those bytes.
class FolderWatcher : public QObject {
    Q_OBJECT
public:
    explicit FolderWatcher(Catalog& catalog, QObject* parent = nullptr);
    ~FolderWatcher() override;

    /// Watches what was opened.
    void watch(const QStringList& openedPaths);
    void stop();
    /// Looks soon (the window has the focus again).
    void lookSoon();
    /// Looks now, at the bytes of every file.
    void lookThoroughly();
    /// Who takes paths to watch and returns those that cannot be watched; by default the system. For tests of
    /// where it takes no more.
    using Watch = std::function<QStringList(const QStringList& paths)>;
    void watchBy(const Watch& watch) { m_watch = watch; }
    bool isBusy() const { return m_soon.isActive() || m_watchSoon.isActive() || m_isLooking; }

signals:
    void found(const catalog::DiskAnswer& answer);
    void looked();      ///< after every look
    void cannotWatch(); ///< once: the system watches no more files; only looking on focus is left

private:
    void look();
    void take();
    DiskQuestion question() const;
    bool isSettled(const DiskAnswer::Changed& change);
    bool isSettled(EpisodeId missing);
    void renewWatches(const QStringList& paths);
    void watchSome();
    QFileSystemWatcher& leastWatcher();

    Catalog& m_catalog;
    std::vector<std::unique_ptr<QFileSystemWatcher>> m_watchers; ///< share the paths
    Watch m_watch;
    QTimer m_soon;
    QTimer m_watchSoon;
    QStringList m_unwatched; ///< their turn comes
    QFutureWatcher<std::shared_ptr<DiskAnswer>> m_run;
    QStringList m_opened;
    QHash<QString, FileSign> m_signs;
    QByteArray m_siteSign;
    FileSign m_policySign;
    QHash<EpisodeId, int> m_unsettled; ///< how often it was looked at in vain
    QSet<EpisodeId> m_missing;         ///< reported
    GitOperation m_git = GitOperation::None;
    bool m_isLooking = false; ///< until its answer was taken
    bool m_looksAgain = false;
    bool m_isStale = false; ///< a file got another name, went or came while the disk was looked at
    bool m_saidCannot = false;
    bool m_isThorough = false;
};

} // namespace catalog
