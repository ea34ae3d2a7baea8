// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>

namespace audio {

/// When a piece that is heard again and again turns back. It is told what a player says of itself and says
/// what to do; it has no clock and no player of its own. All times in milliseconds of the sound.
class LoopWatch {
public:
    /// What a player says now.
    struct Heard {
        qint64 position = 0;
        double rate = 1;
        bool isPlaying = false;
        bool hasEnded = false; ///< the sound is over
    };

    /// An end of 0: no loop.
    void set(qint64 start, qint64 end);
    /// Somebody went elsewhere: a place behind the end is played from as asked.
    void sought() { m_isInside = false; }
    /// In how many milliseconds of real time `turnBack` is due, 0: at once; absent: it is not, as far as is
    /// known.
    std::optional<int> dueIn(const Heard& heard);
    /// Where the sound goes on; absent where it does not turn back.
    std::optional<qint64> turnBack();

private:
    qint64 m_start = 0;
    qint64 m_end = 0;
    bool m_isInside = false; ///< it was heard before the end, and not sought since
};

} // namespace audio
