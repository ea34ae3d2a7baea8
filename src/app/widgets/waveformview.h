// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/waveformscale.h"
#include "audio/waveformloader.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QWidget>

#include <optional>

namespace app {

struct WaveformColors;

/// A sound as a picture over time: where it is heard, its chapters as marks that can be dragged, a range to
/// loop. A click goes there, dragging seeks on the way, the wheel zooms around the pointer, Shift and drag
/// selects a range. It draws and asks; it changes nothing.
class WaveformView : public QWidget {
    Q_OBJECT
public:
    explicit WaveformView(QWidget* parent = nullptr);

    void setState(const audio::WaveformState& state);
    void setDuration(qint64 milliseconds);                 ///< where no waveform says it
    void setPosition(qint64 milliseconds, bool isPlaying); ///< -1: nowhere
    /// Marks in the order of time; moved ones land on multiples of `step` milliseconds.
    void setChapters(const std::vector<ChapterMark>& marks, qint64 step);
    void setLoop(qint64 from, qint64 to);
    void clearLoop();
    /// What is said where there is no waveform.
    void setWords(const QString& words);
    /// What is said beside a waveform; empty: nothing but that it is rough, where it is.
    void setNote(const QString& note);
    void scrollTo(double from); ///< milliseconds
    void zoomIn();
    void zoomOut();

    const WaveformScale& scale() const { return m_scale; }
    std::optional<std::pair<qint64, qint64>> loop() const { return m_loop; }
    qint64 position() const { return m_position; }
    /// Where a mark is seen, in this widget's pixels: for those who drag it.
    QPoint placeOfMark(int index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void seekRequested(qint64 milliseconds);
    void playRequested(qint64 milliseconds);
    void chapterMoved(int index, qint64 milliseconds);
    void loopRangeChanged(qint64 from, qint64 to);
    void loopCleared();
    void scaleChanged(); ///< another stretch of time is shown

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Drag { None, Seek, Mark, Range };

    QRectF strip() const; ///< of the chapters' titles
    QRectF area() const;  ///< of the wave
    int markAt(const QPointF& place) const;
    qint64 timeAt(double x) const;
    qint64 markTime(double x) const;
    void repaintAll();
    void paintPicture();
    void paintOver(QPainter& painter);
    void paintWords(QPainter& painter, const QRectF& room, const WaveformColors& colors);
    void refreshDuration();
    void seekTo(qint64 milliseconds, bool isFinal);
    void cancelDrag();
    void zoomAround(double factor, double x);
    QString toolTipAt(const QPointF& place) const;
    void describe();

    audio::WaveformState m_state;
    WaveformScale m_scale;
    qint64 m_otherDuration = 0;
    qint64 m_position = -1;
    std::vector<ChapterMark> m_marks;
    qint64 m_markStep = 1000;
    std::optional<std::pair<qint64, qint64>> m_loop;
    QString m_words;
    QString m_note;
    QPixmap m_picture; ///< what does not move while it plays; null: to be painted
    Drag m_drag = Drag::None;
    int m_markDragged = -1;
    bool m_hasMoved = false;
    QPointF m_pressed;
    double m_hover = -1; ///< pixels; -1: the pointer is elsewhere
    std::optional<std::pair<qint64, qint64>> m_loopBefore;
    QElapsedTimer m_sinceSeek;
};

} // namespace app
