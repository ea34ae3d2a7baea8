// SPDX-License-Identifier: MIT
// What mouse and keys do in the waveform; how it is painted is in waveformview.cpp.
#include "app/widgets/seekbar.h"
#include "app/widgets/waveformview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr qint64 backMilliseconds = 10'000, onMilliseconds = 30'000;
constexpr qint64 seekPause = 80; ///< milliseconds between two seeks of a drag
constexpr double zoomStep = 0.7;

} // namespace

QString WaveformView::toolTipAt(const QPointF& place) const {
    if (const int mark = markAt(place); mark >= 0) {
        const ChapterMark& chapter = m_marks[static_cast<std::size_t>(mark)];
        return tr("%1 %2\nDrag to move the chapter.")
            .arg(timeText(chapter.start), chapter.title.simplified());
    }
    const qint64 time = timeAt(place.x());
    if (m_state.waveform && time < m_state.waveform->silentUntil())
        return tr("Silence until %1").arg(timeText(m_state.waveform->silentUntil()));
    if (m_state.waveform && m_state.waveform->isWhole() && time >= m_state.waveform->silentFrom())
        return tr("Silence from %1").arg(timeText(m_state.waveform->silentFrom()));
    if (m_state.rough && (!m_state.waveform || !m_state.waveform->isWhole()))
        return tr("Grey is rough: what the file says of its loudness, until it is decoded.");
    return {};
}

void WaveformView::seekTo(qint64 milliseconds, bool isFinal) {
    m_position = milliseconds;
    update();
    if (!isFinal && m_sinceSeek.elapsed() < seekPause)
        return;
    m_sinceSeek.restart();
    emit seekRequested(milliseconds);
}

void WaveformView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_scale.duration() <= 0)
        return event->ignore();
    m_pressed = event->position();
    m_hasMoved = false;
    m_hover = m_pressed.x();
    m_markDragged = markAt(m_pressed);
    if ((event->modifiers() & Qt::ShiftModifier) != 0) {
        m_drag = Drag::Range;
        m_loopBefore = m_loop;
    } else if (m_markDragged >= 0) {
        m_drag = Drag::Mark;
    } else {
        m_drag = Drag::Seek;
        seekTo(timeAt(m_pressed.x()), false);
    }
}

void WaveformView::mouseMoveEvent(QMouseEvent* event) {
    m_hover = event->position().x();
    m_hasMoved = m_hasMoved || std::abs(m_hover - m_pressed.x()) >= QApplication::startDragDistance();
    setCursor(m_drag == Drag::None && markAt(event->position()) < 0 ? Qt::ArrowCursor : Qt::SizeHorCursor);
    if (m_drag == Drag::Seek)
        seekTo(timeAt(m_hover), false);
    else if (m_drag == Drag::Range && m_hasMoved)
        setLoop(timeAt(std::min(m_pressed.x(), m_hover)), timeAt(std::max(m_pressed.x(), m_hover)));
    update();
}

void WaveformView::mouseReleaseEvent(QMouseEvent* event) {
    m_hover = event->position().x();
    const Drag drag = std::exchange(m_drag, Drag::None);
    update();
    switch (drag) {
    case Drag::None:
        return;
    case Drag::Seek:
        return seekTo(timeAt(m_hover), true);
    case Drag::Range:
        if (m_hasMoved && m_loop)
            return emit loopRangeChanged(m_loop->first, m_loop->second);
        clearLoop();
        return emit loopCleared();
    case Drag::Mark:
        const qint64 start = m_marks[static_cast<std::size_t>(m_markDragged)].start;
        const qint64 time = m_hasMoved ? markTime(m_hover) : start;
        if (!m_hasMoved)
            seekTo(start, true);
        else if (time != start)
            emit chapterMoved(m_markDragged, time);
    }
}

void WaveformView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_scale.duration() <= 0)
        return event->ignore();
    const int mark = markAt(event->position());
    emit playRequested(mark >= 0 ? m_marks[static_cast<std::size_t>(mark)].start
                                 : timeAt(event->position().x()));
}

void WaveformView::leaveEvent(QEvent*) {
    m_hover = -1;
    update();
}

/// Everything stays as it was before the mouse was pressed; a seek that was heard is not taken back.
void WaveformView::cancelDrag() {
    if (std::exchange(m_drag, Drag::None) == Drag::Range)
        m_loop = m_loopBefore;
    update();
}

void WaveformView::wheelEvent(QWheelEvent* event) {
    constexpr double notch = 120, scrolled = 0.1; // eighths of a degree; of what is shown
    const QPoint turned = event->angleDelta();
    const bool isSideways = turned.x() != 0 || (event->modifiers() & Qt::ShiftModifier) != 0;
    const double notches = (turned.y() != 0 ? turned.y() : turned.x()) / notch;
    if (isSideways)
        scrollTo(m_scale.from() - notches * scrolled * m_scale.span());
    else
        zoomAround(std::pow(zoomStep, notches), event->position().x());
    event->accept();
}

void WaveformView::keyPressEvent(QKeyEvent* event) {
    const qint64 at = std::max<qint64>(m_position, 0);
    switch (event->key()) {
    case Qt::Key_Left:
        return seekTo(std::max<qint64>(at - backMilliseconds, 0), true);
    case Qt::Key_Right:
        return seekTo(std::min(at + onMilliseconds, m_scale.duration()), true);
    case Qt::Key_Home:
        return seekTo(0, true);
    case Qt::Key_End:
        return seekTo(m_scale.duration(), true);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_PageUp:
        return scrollTo(m_scale.from() - m_scale.span());
    case Qt::Key_PageDown:
        return scrollTo(m_scale.to());
    case Qt::Key_Escape:
        if (m_drag != Drag::None)
            return cancelDrag();
        break;
    default:
        break;
    }
    event->ignore();
}

} // namespace app
