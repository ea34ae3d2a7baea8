// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedepisodes.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

#include <memory>

namespace app {

/// Writes new items of a feed as files, one after the other, each whole or not at all and never over another
/// one. Between two files the window goes on; cancelling leaves those that are written.
class FeedWriting : public QObject {
    Q_OBJECT
public:
    explicit FeedWriting(QObject* parent = nullptr);
    ~FeedWriting() override;

    void start(std::shared_ptr<const catalog::Feed> feed, std::vector<catalog::FeedEpisode> episodes,
               catalog::FeedHabits habits);
    /// After the file that is being written.
    void cancel() { m_isCancelled = true; }
    bool isRunning() const { return m_isRunning; }

    const QStringList& written() const { return m_written; }   ///< paths
    const QStringList& problems() const { return m_problems; } ///< sentences: which file, and why not

signals:
    void progressed(int done, int total);
    void finished();

private:
    void next();
    void note(const QString& path, const QString& error);

    QFutureWatcher<QString> m_watcher;
    std::shared_ptr<const catalog::Feed> m_feed;
    std::vector<catalog::FeedEpisode> m_episodes;
    catalog::FeedHabits m_habits;
    std::size_t m_at = 0;
    QStringList m_written;
    QStringList m_problems;
    bool m_isRunning = false;
    bool m_isCancelled = false;
};

} // namespace app
