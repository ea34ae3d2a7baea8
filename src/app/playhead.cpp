// SPDX-License-Identifier: MIT
#include "app/playhead.h"

namespace app {

void Playhead::report(catalog::EpisodeId episode, qint64 position, qint64 duration, bool isPlaying) {
    if (episode == m_episode && position == m_position && duration == m_duration && isPlaying == m_isPlaying)
        return;
    m_episode = episode;
    m_position = position;
    m_duration = duration;
    m_isPlaying = isPlaying;
    emit changed();
}

} // namespace app
