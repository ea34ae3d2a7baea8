// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/waveformscale.h"
#include "audio/waveformloader.h"

#include <QPainter>
#include <QPalette>
#include <QRectF>

namespace app {

/// The colours of a waveform, of the palette.
struct WaveformColors {
    explicit WaveformColors(const QPalette& palette);
    QColor ground, peaks, rms, rough, middle, silence, mark, markText, playhead, range, note;
};

/// Peaks and root mean square where they are known, the rough loudness where they are not.
void paintWave(QPainter& painter, const QRectF& area, const audio::WaveformState& state,
               const WaveformScale& scale, const WaveformColors& colors);
/// Hatches the silence at both ends.
void paintSilence(QPainter& painter, const QRectF& area, const audio::Waveform& waveform,
                  const WaveformScale& scale, const WaveformColors& colors);
/// Lines through `area`, and titles in `strip`.
void paintMarks(QPainter& painter, const QRectF& strip, const QRectF& area,
                const std::vector<ChapterMark>& marks, const WaveformScale& scale,
                const WaveformColors& colors);
/// A time on a small ground, beside `x` and within `area`.
void paintTime(QPainter& painter, const QRectF& area, double x, const QString& text,
               const WaveformColors& colors);

} // namespace app
