// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QtGlobal>

#include <utility>
#include <vector>

namespace app {

/// Which stretch of time is shown over which width. Times in milliseconds, places in pixels.
class WaveformScale {
public:
    static constexpr double leastSpan = 4'000; ///< milliseconds shown at the closest

    /// Keeps the stretch as far as it still fits; shows all where all was shown.
    void setDuration(qint64 milliseconds);
    void setWidth(double pixels) { m_width = pixels; }

    qint64 duration() const { return m_duration; }
    double from() const { return m_from; }
    double to() const { return m_from + m_span; }
    double span() const { return m_span; }
    bool isZoomed() const { return m_span < static_cast<double>(m_duration); }
    double timeAt(double x) const { return m_width > 0 ? m_from + x * m_span / m_width : 0; }
    double xOf(double time) const { return m_span > 0 ? (time - m_from) * m_width / m_span : 0; }
    bool shows(double time) const { return time >= m_from && time <= to(); }

    /// The time at `x` stays where it is. Below 1 shows less time.
    void zoom(double factor, double x);
    void scrollTo(double from);
    void showAll();

private:
    void setSpan(double from, double span);

    qint64 m_duration = 0;
    double m_from = 0;
    double m_span = 0;
    double m_width = 0;
};

/// A place that is marked in the waveform.
struct ChapterMark {
    qint64 start = 0; ///< milliseconds
    QString title;
    friend bool operator==(const ChapterMark&, const ChapterMark&) = default;
};

/// From where to where each mark's label may reach (pixels): to the next mark that is shown, and not at all
/// where there is too little room.
struct LabelRoom {
    double left = 0;
    double width = 0; ///< 0: no label
};
std::vector<LabelRoom> labelRooms(const std::vector<ChapterMark>& marks, const WaveformScale& scale,
                                  double width, double leastWidth);

} // namespace app
