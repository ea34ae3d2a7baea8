// SPDX-License-Identifier: MIT
#include "app/feeds/feedwriting.h"

#include "catalog/episodestore.h"
#include "catalog/folderloader.h"

#include <QTimer>
#include <QtConcurrent>

namespace app {

FeedWriting::FeedWriting(QObject* parent)
    : QObject(parent) {
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        note(m_episodes[m_at].plan.path(), m_watcher.result());
        ++m_at;
        next();
    });
}

FeedWriting::~FeedWriting() {
    m_watcher.waitForFinished();
}

void FeedWriting::start(std::shared_ptr<const catalog::Feed> feed, std::vector<catalog::FeedEpisode> episodes,
                        catalog::FeedHabits habits, const QString& root) {
    m_feed = std::move(feed);
    m_episodes = std::move(episodes);
    m_habits = std::move(habits);
    m_root = root;
    m_at = 0;
    m_written.clear();
    m_loaded.clear();
    m_problems.clear();
    m_isCancelled = false;
    m_isRunning = true;
    QTimer::singleShot(0, this, &FeedWriting::next);
}

void FeedWriting::note(const QString& path, const Result& result) {
    if (result.error.isEmpty())
        m_written += path;
    else
        m_problems += tr("%1 was not written. %2").arg(m_episodes[m_at].plan.relativePath(), result.error);
    if (result.episode)
        m_loaded.push_back(*result.episode);
}

/// The text is made here, where the catalogue is; the disk is waited for elsewhere.
void FeedWriting::next() {
    emit progressed(static_cast<int>(m_at), static_cast<int>(m_episodes.size()));
    if (m_at >= m_episodes.size() || m_isCancelled) {
        m_isRunning = false;
        emit finished();
        return;
    }
    const catalog::FeedEpisode& episode = m_episodes[m_at];
    const auto text = catalog::textOf(episode, m_feed->items[episode.item], m_habits);
    if (text) {
        m_watcher.setFuture(QtConcurrent::run([path = episode.plan.path(), bytes = *text, root = m_root] {
            Result result{catalog::createFile(path, bytes), {}};
            if (result.error.isEmpty())
                result.episode = catalog::loadFile(path, root).episode;
            return result;
        }));
        return;
    }
    note({}, {QString::fromStdString(text.error().message), {}});
    ++m_at;
    QTimer::singleShot(0, this, &FeedWriting::next);
}

} // namespace app
