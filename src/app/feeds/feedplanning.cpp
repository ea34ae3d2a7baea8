// SPDX-License-Identifier: MIT
#include "app/feeds/feedplanning.h"

#include <QElapsedTimer>

namespace app {

FeedPlanning::FeedPlanning(QObject* parent)
    : QObject(parent) {
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &FeedPlanning::work);
}

void FeedPlanning::start(catalog::FeedEpisodePlanner planner) {
    m_planner = std::make_unique<catalog::FeedEpisodePlanner>(std::move(planner));
    work();
}

void FeedPlanning::cancel() {
    m_turn.stop();
    m_planner.reset();
}

void FeedPlanning::work() {
    constexpr qint64 turn = 12; // ms
    QElapsedTimer since;
    since.start();
    bool isMore = true;
    while (isMore && since.elapsed() < turn)
        isMore = m_planner->step();
    if (isMore) {
        m_turn.start(0);
        return emit progressed(m_planner->done(), m_planner->total());
    }
    m_episodes = m_planner->take();
    cancel();
    emit planned();
}

} // namespace app
