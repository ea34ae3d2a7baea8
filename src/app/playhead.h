// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

#include <QObject>

namespace app {

/// Which episode is heard, and where: said by the player bar, read by all that marks places in its sound, and
/// the way to ask the bar to go somewhere. Times in milliseconds.
class Playhead : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    catalog::EpisodeId episode() const { return m_episode; } ///< invalid: nothing is loaded
    qint64 position() const { return m_position; }
    qint64 duration() const { return m_duration; } ///< 0 while unknown
    bool isPlaying() const { return m_isPlaying; }
    /// The place in this episode's sound, or -1 where another one or none is loaded.
    qint64 positionIn(catalog::EpisodeId id) const {
        return id.isValid() && id == m_episode ? m_position : -1;
    }

    /// The player bar's own: what is so now.
    void report(catalog::EpisodeId episode, qint64 position, qint64 duration, bool isPlaying);
    /// Asks the player bar to load the episode where it is not, and to go there; playing goes on where it
    /// plays, and starts where `play` says so.
    void ask(catalog::EpisodeId episode, qint64 position, bool play) { emit asked(episode, position, play); }

signals:
    void changed(); ///< any of it; many times a second while something plays
    void asked(catalog::EpisodeId episode, qint64 position, bool play);

private:
    catalog::EpisodeId m_episode;
    qint64 m_position = 0;
    qint64 m_duration = 0;
    bool m_isPlaying = false;
};

} // namespace app
