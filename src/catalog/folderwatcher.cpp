// SPDX-License-Identifier: MIT
#include "catalog/folderwatcher.h"

#include <QFileInfo>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace catalog {

namespace {

constexpr int quiet = 250; ///< milliseconds without news before looking
constexpr qsizetype watchedAtOnce = 256;
/// A QFileSystemWatcher compares what it is to watch with each path that it has. The system gives one user
/// only so many, about 128 on Linux.
constexpr qsizetype mostPaths = 1'500;
constexpr std::size_t mostWatchers = 16;
constexpr int mostLooks = 4; ///< until a file that is half-written counts as it is

} // namespace

FolderWatcher::FolderWatcher(Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_watch([this](const QStringList& paths) { return leastWatcher().addPaths(paths); }) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(quiet);
    connect(&m_soon, &QTimer::timeout, this, &FolderWatcher::look);
    m_watchSoon.setSingleShot(true);
    connect(&m_watchSoon, &QTimer::timeout, this, &FolderWatcher::watchSome);
    connect(&m_run, &QFutureWatcherBase::finished, this, &FolderWatcher::take);
    connect(&catalog, &Catalog::cleared, this, &FolderWatcher::stop);
    const auto makeStale = [this] { m_isStale = m_isLooking; };
    connect(&catalog, &Catalog::pathsChanged, this, makeStale);
    connect(&catalog, &Catalog::presenceChanged, this, makeStale);
}

FolderWatcher::~FolderWatcher() {
    m_run.waitForFinished();
}

void FolderWatcher::watch(const QStringList& openedPaths) {
    stop();
    for (const QString& path : openedPaths)
        m_opened << QFileInfo(path).absoluteFilePath();
    look();
}

void FolderWatcher::stop() {
    m_run.waitForFinished();
    m_run.setFuture({});
    m_isLooking = false;
    m_isStale = false;
    m_soon.stop();
    m_watchSoon.stop();
    m_unwatched.clear();
    m_opened.clear();
    m_signs.clear();
    m_siteSign.clear();
    m_policySign = {};
    m_unsettled.clear();
    m_missing.clear();
    m_git = GitOperation::None;
    m_saidCannot = false;
    m_watchers.clear(); // quicker than to remove the paths
}

/// The one that watches least; another one where all are full.
QFileSystemWatcher& FolderWatcher::leastWatcher() {
    const auto paths = [](const auto& watcher) {
        return watcher->files().size() + watcher->directories().size();
    };
    const auto least =
        std::min_element(m_watchers.begin(), m_watchers.end(),
                         [&paths](const auto& a, const auto& b) { return paths(a) < paths(b); });
    if (least != m_watchers.end() && (paths(*least) < mostPaths || m_watchers.size() == mostWatchers))
        return **least;
    const auto& added = m_watchers.emplace_back(std::make_unique<QFileSystemWatcher>());
    connect(added.get(), &QFileSystemWatcher::fileChanged, this, &FolderWatcher::lookSoon);
    connect(added.get(), &QFileSystemWatcher::directoryChanged, this, &FolderWatcher::lookSoon);
    return *added;
}

/// News restart the wait, so that a checkout of many files is looked at once.
void FolderWatcher::lookSoon() {
    if (!m_opened.isEmpty())
        m_soon.start();
}

void FolderWatcher::lookThoroughly() {
    m_isThorough = true;
    look();
}

DiskQuestion FolderWatcher::question() const {
    DiskQuestion question{m_opened,   m_catalog.root(),
                          {},         m_isThorough ? QHash<QString, FileSign>() : m_signs,
                          m_siteSign, m_policySign};
    for (int i = 0; i < m_catalog.size(); ++i)
        if (const Episode& episode = m_catalog.episode({i}); !episode.isGone())
            question.files.push_back({episode.id(), episode.path(), episode.sharedSavedText()});
    return question;
}

void FolderWatcher::look() {
    if (m_opened.isEmpty())
        return;
    m_looksAgain = m_isLooking;
    if (m_looksAgain)
        return;
    m_soon.stop();
    m_isLooking = true;
    m_run.setFuture(QtConcurrent::run(
        [question = question()] { return std::make_shared<DiskAnswer>(lookAtDisk(question)); }));
    m_isThorough = false;
}

bool FolderWatcher::isSettled(const DiskAnswer::Changed& change) {
    const Episode& episode = m_catalog.episode(change.id);
    const bool isStale = episode.sharedSavedText() != change.saved; // saved meanwhile: compare anew
    const bool isUnsure = change.isFresh || !change.problem.isEmpty();
    if (isStale || (isUnsure && ++m_unsettled[change.id] < mostLooks)) {
        m_signs.remove(episode.path());
        if (!change.newPath.isEmpty())
            m_signs.remove(change.newPath);
        m_soon.start();
        return false;
    }
    m_unsettled.remove(change.id);
    return episode.savedText() != change.bytes || !change.newPath.isEmpty();
}

bool FolderWatcher::isSettled(EpisodeId missing) {
    if (m_missing.contains(missing))
        return false;
    if (++m_unsettled[missing] < 2) { // between the two steps of another program's save
        m_soon.start();
        return false;
    }
    m_unsettled.remove(missing);
    m_missing.insert(missing);
    return true;
}

void FolderWatcher::take() {
    if (m_opened.isEmpty() || m_run.future().resultCount() == 0)
        return;
    m_isLooking = false;
    if (std::exchange(m_isStale, false))
        return look(); // what it found is called otherwise by now
    DiskAnswer answer = *m_run.result();
    m_signs = answer.signs;
    m_siteSign = answer.siteSign;
    m_policySign = answer.policySign;
    std::erase_if(answer.changed, [this](const auto& change) { return !isSettled(change); });
    for (auto known = m_missing.begin(); known != m_missing.end();)
        known = std::find(answer.missing.begin(), answer.missing.end(), *known) == answer.missing.end()
                    ? m_missing.erase(known)
                    : std::next(known);
    std::erase_if(answer.missing, [this](EpisodeId id) { return !isSettled(id); });
    renewWatches(answer.watched);
    if (answer.isUnsettled)
        m_soon.start();
    const bool isNews = !answer.changed.empty() || !answer.missing.empty() || !answer.added.empty() ||
                        answer.registry || answer.isPolicyChanged || answer.git != m_git;
    m_git = answer.git;
    if (isNews)
        emit found(answer);
    emit looked();
    if (m_looksAgain)
        look();
}

void FolderWatcher::renewWatches(const QStringList& paths) {
    QSet<QString> before;
    for (const auto& watcher : m_watchers)
        for (const QStringList& watched : {watcher->files(), watcher->directories()})
            for (const QString& path : watched)
                before.insert(path);
    m_unwatched.clear();
    for (const QString& path : paths)
        if (!before.contains(path))
            m_unwatched << path;
    watchSome();
}

/// A turn of it: thousands of files must not stop the window.
void FolderWatcher::watchSome() {
    QStringList some = m_unwatched.mid(0, watchedAtOnce);
    m_unwatched.remove(0, some.size());
    if (!m_unwatched.isEmpty())
        m_watchSoon.start();
    some.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    if (some.isEmpty())
        return;
    QStringList failed = m_watch(some);
    if (failed.size() < some.size())
        m_soon.start(); // what changed between the look and the watch was not noticed
    failed.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    if (failed.isEmpty() || m_saidCannot)
        return;
    m_saidCannot = true;
    emit cannotWatch();
}

} // namespace catalog
