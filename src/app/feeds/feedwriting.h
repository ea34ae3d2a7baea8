// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedepisodes.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// Writes new items of a feed as files, one after the other, each whole or not at all and never over another
/// one, and reads them back. Between two files the window goes on; cancelling leaves those that are written.
class FeedWriting : public QObject {
    Q_OBJECT
public:
    explicit FeedWriting(QObject* parent = nullptr);
    ~FeedWriting() override;

    /// `root`: the opened folder.
    void start(std::shared_ptr<const catalog::Feed> feed, std::vector<catalog::FeedEpisode> episodes,
               catalog::FeedHabits habits, const QString& root);
    /// After the file that is being written.
    void cancel() { m_isCancelled = true; }
    bool isRunning() const { return m_isRunning; }

    const QStringList& written() const { return m_written; } ///< paths
    /// Those of them that can be read, to be taken into the catalogue.
    const std::vector<catalog::Episode>& episodes() const { return m_loaded; }
    const QStringList& problems() const { return m_problems; } ///< sentences: which file, and why not

signals:
    void progressed(int done, int total);
    void finished();

private:
    struct Result {
        QString error;
        std::optional<catalog::Episode> episode;
    };
    void next();
    void note(const QString& path, const Result& result);

    QFutureWatcher<Result> m_watcher;
    std::shared_ptr<const catalog::Feed> m_feed;
    std::vector<catalog::FeedEpisode> m_episodes;
    catalog::FeedHabits m_habits;
    std::size_t m_at = 0;
    QString m_root;
    QStringList m_written;
    std::vector<catalog::Episode> m_loaded;
    QStringList m_problems;
    bool m_isRunning = false;
    bool m_isCancelled = false;
};

} // namespace app
