// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedepisodes.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace app {

/// Plans a feed's new episodes: a few at once, thousands in turns of the event loop, for the catalogue is
/// looked at.
class FeedPlanning : public QObject {
    Q_OBJECT
public:
    explicit FeedPlanning(QObject* parent = nullptr);

    /// Begins, and drops what it had begun with; planned() follows, where it is quick before this returns.
    void start(catalog::FeedEpisodePlanner planner);
    void cancel();
    bool isRunning() const { return m_planner != nullptr; }
    /// What was planned; once.
    std::vector<catalog::FeedEpisode> take() { return std::move(m_episodes); }

signals:
    void progressed(int done, int total);
    void planned();

private:
    void work();

    std::unique_ptr<catalog::FeedEpisodePlanner> m_planner;
    std::vector<catalog::FeedEpisode> m_episodes;
    QTimer m_turn;
};

} // namespace app
