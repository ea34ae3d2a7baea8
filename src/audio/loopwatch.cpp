// SPDX-License-Identifier: MIT
#include "audio/loopwatch.h"

#include <algorithm>
#include <utility>

namespace audio {

void LoopWatch::set(qint64 start, qint64 end) {
    m_start = start;
    m_end = end;
    m_isInside = false;
}

std::optional<int> LoopWatch::dueIn(const Heard& heard) {
    constexpr double longest = 1e9; // a timer's
    if (heard.hasEnded && m_isInside)
        return 0;
    if (m_end <= 0 || !heard.isPlaying)
        return std::nullopt;
    const qint64 left = m_end - heard.position;
    if (left > 0) {
        m_isInside = true;
        return static_cast<int>(std::min(static_cast<double>(left) / heard.rate, longest));
    }
    return m_isInside ? std::optional(0) : std::nullopt;
}

std::optional<qint64> LoopWatch::turnBack() {
    return m_end > 0 && std::exchange(m_isInside, false) ? std::optional(m_start) : std::nullopt;
}

} // namespace audio
