// SPDX-License-Identifier: MIT
#include "app/widgets/waveformview.h"

#include "app/widgets/seekbar.h"
#include "app/widgets/waveformpaint.h"

#include <QHelpEvent>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double zoomStep = 0.7;
constexpr double grip = 5; ///< pixels beside a mark
constexpr double margin = 6;

} // namespace

WaveformView::WaveformView(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("waveformView"));
    setAccessibleName(tr("Waveform"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_sinceSeek.start();
    describe();
}

QSize WaveformView::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 4};
}

QSize WaveformView::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 3};
}

QRectF WaveformView::strip() const {
    return {0, 0, static_cast<double>(width()), m_marks.empty() ? 0 : fontMetrics().height() + 2.0};
}

QRectF WaveformView::area() const {
    const double top = strip().height();
    return {0, top, static_cast<double>(width()), height() - top};
}

void WaveformView::setState(const audio::WaveformState& state) {
    m_state = state;
    refreshDuration();
    repaintAll();
}

void WaveformView::setDuration(qint64 milliseconds) {
    m_otherDuration = milliseconds;
    refreshDuration();
}

void WaveformView::refreshDuration() {
    const qint64 own = m_state.duration();
    const qint64 duration = own > 0 ? own : m_otherDuration;
    if (duration == m_scale.duration())
        return;
    m_scale.setDuration(duration);
    repaintAll();
    describe();
    emit scaleChanged();
}

void WaveformView::setPosition(qint64 milliseconds, bool isPlaying) {
    if (milliseconds == m_position || m_drag == Drag::Seek)
        return;
    const bool wasShown = m_position >= 0 && m_scale.shows(static_cast<double>(m_position));
    const bool isOther = milliseconds / 1000 != m_position / 1000;
    m_position = milliseconds;
    // It is followed page by page, unless somebody looks elsewhere.
    constexpr double kept = 0.08;
    const auto at = static_cast<double>(milliseconds);
    if (isPlaying && wasShown && m_drag == Drag::None && m_scale.isZoomed() && !m_scale.shows(at))
        scrollTo(at - kept * m_scale.span());
    if (isOther)
        describe();
    update();
}

void WaveformView::describe() {
    setAccessibleDescription(m_scale.duration() <= 0 ? m_words
                             : m_position < 0
                                 ? tr("%1 long").arg(timeText(m_scale.duration()))
                                 : tr("%1 of %2").arg(timeText(m_position), timeText(m_scale.duration())));
}

void WaveformView::setChapters(const std::vector<ChapterMark>& marks, qint64 step) {
    m_markStep = std::max<qint64>(step, 1);
    if (marks == m_marks)
        return;
    if (m_drag == Drag::Mark)
        cancelDrag();
    m_marks = marks;
    repaintAll();
}

void WaveformView::setLoop(qint64 from, qint64 to) {
    if (from >= to)
        return clearLoop();
    m_loop = {from, to};
    update();
}

void WaveformView::clearLoop() {
    m_loop.reset();
    update();
}

void WaveformView::setWords(const QString& words) {
    m_words = words;
    describe();
    update();
}

void WaveformView::setNote(const QString& note) {
    m_note = note;
    update();
}

void WaveformView::scrollTo(double from) {
    m_scale.scrollTo(from);
    repaintAll();
    emit scaleChanged();
}

void WaveformView::zoomAround(double factor, double x) {
    m_scale.zoom(factor, x);
    repaintAll();
    emit scaleChanged();
}

void WaveformView::zoomIn() {
    const auto at = static_cast<double>(m_position);
    zoomAround(zoomStep, m_position >= 0 && m_scale.shows(at) ? m_scale.xOf(at) : width() / 2.0);
}

void WaveformView::zoomOut() {
    const auto at = static_cast<double>(m_position);
    zoomAround(1 / zoomStep, m_position >= 0 && m_scale.shows(at) ? m_scale.xOf(at) : width() / 2.0);
}

QPoint WaveformView::placeOfMark(int index) const {
    const auto start = static_cast<double>(m_marks.at(static_cast<std::size_t>(index)).start);
    return QPointF(m_scale.xOf(start), strip().height() / 2).toPoint();
}

qint64 WaveformView::timeAt(double x) const {
    return std::clamp<qint64>(std::llround(m_scale.timeAt(x)), 0, m_scale.duration());
}

/// The mark whose line is at this place, or whose title stands there; -1: none.
int WaveformView::markAt(const QPointF& place) const {
    if (!strip().contains(place))
        return -1;
    int found = -1;
    double nearest = grip;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const double away = std::abs(place.x() - m_scale.xOf(static_cast<double>(m_marks[i].start)));
        if (away > nearest)
            continue;
        nearest = away;
        found = static_cast<int>(i);
    }
    const auto rooms = labelRooms(m_marks, m_scale, width(), fontMetrics().averageCharWidth() * 4);
    for (std::size_t i = 0; found < 0 && i < rooms.size(); ++i)
        if (place.x() >= rooms[i].left && place.x() < rooms[i].left + rooms[i].width)
            found = static_cast<int>(i);
    return found;
}

/// Where the dragged mark would land: between its neighbours, on a multiple of the step.
qint64 WaveformView::markTime(double x) const {
    const auto index = static_cast<std::size_t>(m_markDragged);
    const double moved = m_scale.timeAt(x) - m_scale.timeAt(m_pressed.x());
    const auto wanted = static_cast<double>(m_marks[index].start) + moved;
    const qint64 least = index > 0 ? m_marks[index - 1].start : 0;
    const qint64 most = index + 1 < m_marks.size() ? m_marks[index + 1].start : m_scale.duration();
    const qint64 stepped = std::llround(wanted / static_cast<double>(m_markStep)) * m_markStep;
    return std::clamp(stepped, least, std::max(least, most));
}

void WaveformView::repaintAll() {
    m_picture = {};
    update();
}

void WaveformView::paintPicture() {
    const WaveformColors colors(palette());
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(colors.ground);
    QPainter painter(&m_picture);
    painter.setFont(font());
    const bool hasWave = m_state.rough || m_state.waveform;
    if (hasWave) {
        if (m_state.waveform)
            paintSilence(painter, area(), *m_state.waveform, m_scale, colors);
        paintWave(painter, area(), m_state, m_scale, colors);
    }
    if (m_scale.duration() > 0)
        paintMarks(painter, strip(), area(), m_marks, m_scale, colors);
}

void WaveformView::paintEvent(QPaintEvent*) {
    if (m_picture.isNull() || !qFuzzyCompare(m_picture.devicePixelRatio(), devicePixelRatioF()))
        paintPicture();
    QStylePainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    paintOver(painter);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
    }
}

/// Why there is no waveform, or what is to be known of the one there is.
void WaveformView::paintWords(QPainter& painter, const QRectF& room, const WaveformColors& colors) {
    const bool hasWave = m_state.rough || m_state.waveform;
    const bool isRough = m_state.rough && (!m_state.waveform || !m_state.waveform->isWhole());
    const QString words = !hasWave ? m_words : !m_note.isEmpty() ? m_note : isRough ? tr("rough") : QString();
    if (words.isEmpty())
        return;
    const QFontMetricsF metrics(painter.font());
    const QString line = metrics.elidedText(words.simplified(), Qt::ElideRight, room.width());
    QRectF ground(room.topLeft(), QSizeF(metrics.horizontalAdvance(line) + 2 * margin, metrics.height()));
    if (hasWave)
        ground.moveBottomLeft(room.bottomLeft());
    else
        ground.moveCenter(room.center());
    painter.fillRect(ground & room, colors.ground);
    painter.setPen(colors.note);
    painter.drawText(ground, Qt::AlignCenter, line);
}

/// What moves: the range, the playhead, what is dragged, the pointer's time.
void WaveformView::paintOver(QPainter& painter) {
    const WaveformColors colors(palette());
    const QRectF wave = area();
    const auto line = [&](double x, const QPen& pen) {
        painter.setPen(pen);
        painter.drawLine(QPointF(x, wave.top()), QPointF(x, wave.bottom())); // not through the titles
    };
    if (m_loop) {
        const double left = m_scale.xOf(static_cast<double>(m_loop->first));
        const double right = m_scale.xOf(static_cast<double>(m_loop->second));
        painter.fillRect(QRectF(left, wave.top(), right - left, wave.height()), colors.range);
        for (const double x : {left, right})
            line(x, QPen(colors.rms, 1));
    }
    if (m_position >= 0 && m_scale.shows(static_cast<double>(m_position)))
        line(m_scale.xOf(static_cast<double>(m_position)), QPen(colors.playhead, 2));
    paintWords(painter, wave.adjusted(margin, 0, -margin, 0), colors);
    if (m_drag == Drag::Mark && m_hasMoved) {
        const qint64 time = markTime(m_hover);
        const double x = m_scale.xOf(static_cast<double>(time));
        line(x, QPen(colors.mark, 2, Qt::DashLine));
        paintTime(painter, wave, x, timeText(time), colors);
    } else if (m_hover >= 0 && m_scale.duration() > 0) {
        line(m_hover, QPen(colors.mark, 1, Qt::DotLine));
        paintTime(painter, wave, m_hover, timeText(timeAt(m_hover)), colors);
    }
}

void WaveformView::resizeEvent(QResizeEvent*) {
    m_scale.setWidth(width());
    repaintAll();
}

void WaveformView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        repaintAll();
}

bool WaveformView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString words = toolTipAt(help->pos());
    words.isEmpty() ? QToolTip::hideText()
                    : QToolTip::showText(help->globalPos(), words.toHtmlEscaped(), this);
    return true;
}

} // namespace app
