// SPDX-License-Identifier: MIT
#include "app/widgets/waveformpaint.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QList>
#include <QPaintDevice>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double labelGap = 4; ///< pixels

QColor between(const QColor& one, const QColor& other, double share) {
    const auto mix = [share](float a, float b) { return a + static_cast<float>(share) * (b - a); };
    return QColor::fromRgbF(mix(one.redF(), other.redF()), mix(one.greenF(), other.greenF()),
                            mix(one.blueF(), other.blueF()));
}

/// Quiet recordings are drawn higher, by 12 dB at most, so that the loudest place nearly fills the height.
double gainFor(const audio::Waveform& waveform) {
    constexpr double most = 4, height = 0.95, full = 128;
    const audio::WavePeak all = waveform.between(-1, static_cast<double>(waveform.duration()) + 1);
    const int loudest = all.isKnown() ? std::max<int>(all.high, -all.low) : 0;
    return loudest > 0 ? std::clamp(height * full / loudest, 1.0, most) : 1;
}

} // namespace

WaveformColors::WaveformColors(const QPalette& palette)
    : ground(palette.color(QPalette::Base))
    , peaks(between(ground, palette.color(QPalette::Highlight), 0.55))
    , rms(palette.color(QPalette::Highlight))
    , rough(between(ground, palette.color(QPalette::Text), 0.3))
    , middle(between(ground, palette.color(QPalette::Text), 0.25))
    , silence(between(ground, palette.color(QPalette::Text), 0.35))
    , mark(between(ground, palette.color(QPalette::Text), 0.6))
    , markText(palette.color(QPalette::Text))
    , playhead(palette.color(QPalette::Text))
    , range(palette.color(QPalette::Highlight))
    , note(between(ground, palette.color(QPalette::Text), 0.75)) {
    range.setAlphaF(0.25F);
}

void paintWave(QPainter& painter, const QRectF& area, const audio::WaveformState& state,
               const WaveformScale& scale, const WaveformColors& colors) {
    constexpr double full = 128, fullRms = 255;
    // A column for each pixel of the screen, not of the layout.
    const double step = 1 / painter.device()->devicePixelRatioF();
    const double middle = area.center().y(), height = area.height() / 2;
    const double gain = state.waveform ? gainFor(*state.waveform) : 1;
    QList<QLineF> peaks, squares, rough;
    const int columns = static_cast<int>(std::ceil(area.width() / step));
    for (int column = 0; column < columns; ++column) {
        const double x = (column + 0.5) * step;
        const double from = scale.timeAt(x - step / 2), to = scale.timeAt(x + step / 2);
        const audio::WavePeak peak = state.waveform ? state.waveform->between(from, to) : audio::WavePeak();
        const double at = area.left() + x;
        if (peak.isKnown()) {
            const double rms = peak.rms / fullRms * gain * height;
            peaks.emplace_back(at, middle - peak.high / full * gain * height, at,
                               middle - peak.low / full * gain * height);
            squares.emplace_back(at, middle - rms, at, middle + rms);
        } else if (state.rough) {
            const double level = state.rough->levelBetween(from, to) * height;
            rough.emplace_back(at, middle - level, at, middle + level);
        }
    }
    painter.setPen(QPen(colors.middle, 0));
    painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle));
    for (const auto& [lines, color] : {std::pair(&rough, colors.rough), std::pair(&peaks, colors.peaks),
                                       std::pair(&squares, colors.rms)}) {
        painter.setPen(QPen(color, step, Qt::SolidLine, Qt::FlatCap));
        painter.drawLines(*lines);
    }
}

void paintSilence(QPainter& painter, const QRectF& area, const audio::Waveform& waveform,
                  const WaveformScale& scale, const WaveformColors& colors) {
    const auto hatch = [&](qint64 from, qint64 to) {
        const double left = scale.xOf(static_cast<double>(from)), right = scale.xOf(static_cast<double>(to));
        const QRectF part(area.left() + left, area.top(), right - left, area.height());
        painter.fillRect(part & area, QBrush(colors.silence, Qt::BDiagPattern));
    };
    if (waveform.silentUntil() > 0)
        hatch(0, waveform.silentUntil());
    if (waveform.silentFrom() < waveform.duration())
        hatch(waveform.silentFrom(), waveform.duration());
}

void paintMarks(QPainter& painter, const QRectF& strip, const QRectF& area,
                const std::vector<ChapterMark>& marks, const WaveformScale& scale,
                const WaveformColors& colors) {
    const QFontMetricsF metrics(painter.font());
    const auto rooms = labelRooms(marks, scale, strip.width(), metrics.averageCharWidth() * 4);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double x = std::round(scale.xOf(static_cast<double>(marks[i].start))) + 0.5;
        if (x >= 0 && x <= area.width()) {
            painter.setPen(QPen(colors.mark, 1));
            painter.drawLine(QPointF(area.left() + x, strip.top()), QPointF(area.left() + x, area.bottom()));
        }
        if (rooms[i].width <= 0)
            continue;
        const QRectF room(strip.left() + rooms[i].left + labelGap, strip.top(), rooms[i].width - 2 * labelGap,
                          strip.height());
        painter.setPen(colors.markText);
        // One line and no markup, whatever the title holds.
        const QString title = metrics.elidedText(marks[i].title.simplified(), Qt::ElideRight, room.width());
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    }
}

void paintTime(QPainter& painter, const QRectF& area, double x, const QString& text,
               const WaveformColors& colors) {
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(text) + 2 * labelGap, metrics.height());
    double left = x + labelGap;
    if (left + size.width() > area.right())
        left = x - labelGap - size.width();
    const QRectF ground(QPointF(left, area.bottom() - size.height()), size);
    painter.fillRect(ground, colors.ground);
    painter.setPen(colors.markText);
    painter.drawText(ground, Qt::AlignCenter, text);
}

} // namespace app
