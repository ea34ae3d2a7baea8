// SPDX-License-Identifier: MIT
#include "app/widgets/waveformscale.h"

#include <algorithm>

namespace app {

void WaveformScale::setDuration(qint64 milliseconds) {
    const bool showedAll = !isZoomed();
    m_duration = std::max<qint64>(milliseconds, 0);
    if (showedAll)
        showAll();
    else
        setSpan(m_from, m_span);
}

void WaveformScale::setSpan(double from, double span) {
    const auto all = static_cast<double>(m_duration);
    m_span = std::clamp(span, std::min(leastSpan, all), all);
    m_from = std::clamp(from, 0.0, all - m_span);
}

void WaveformScale::zoom(double factor, double x) {
    const double time = timeAt(x), share = m_width > 0 ? x / m_width : 0;
    setSpan(m_from, m_span * factor);
    setSpan(time - share * m_span, m_span);
}

void WaveformScale::scrollTo(double from) {
    setSpan(from, m_span);
}

void WaveformScale::showAll() {
    setSpan(0, static_cast<double>(m_duration));
}

std::vector<LabelRoom> labelRooms(const std::vector<ChapterMark>& marks, const WaveformScale& scale,
                                  double width, double leastWidth) {
    std::vector<LabelRoom> rooms(marks.size());
    double next = width;
    for (std::size_t i = marks.size(); i-- > 0;) {
        const double x = scale.xOf(static_cast<double>(marks[i].start));
        if (x > width)
            continue;
        // The chapter that is under way at the left edge keeps its label there.
        const double left = std::max(x, 0.0);
        if (next - left >= leastWidth)
            rooms[i] = {left, next - left};
        next = std::min(next, left);
        if (x < 0)
            break;
    }
    return rooms;
}

} // namespace app
