// SPDX-License-Identifier: MIT
#include "app/widgets/seekbar.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <climits>

namespace app {

namespace {

constexpr int backMilliseconds = 10'000, onMilliseconds = 30'000, notchMilliseconds = 5'000;

} // namespace

QString timeText(qint64 milliseconds) {
    const qint64 seconds = milliseconds / 1000;
    const QString rest = QStringLiteral("%1:%2")
                             .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
                             .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? rest : QStringLiteral("%1:%2").arg(seconds / 3600).arg(rest);
}

SeekBar::SeekBar(QWidget* parent)
    : QSlider(Qt::Horizontal, parent) {
    setObjectName(QStringLiteral("seekBar"));
    setAccessibleName(tr("Position"));
    setMouseTracking(true);
    setEnabled(false);
}

void SeekBar::setDuration(qint64 milliseconds) {
    setRange(0, static_cast<int>(std::min<qint64>(milliseconds, INT_MAX)));
    setEnabled(milliseconds > 0);
}

void SeekBar::setPosition(qint64 milliseconds) {
    if (!isSliderDown())
        setValue(static_cast<int>(std::min<qint64>(milliseconds, INT_MAX)));
}

qint64 SeekBar::timeAt(int x) const {
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this);
    return QStyle::sliderValueFromPosition(minimum(), maximum(), x - handle / 2, width() - handle,
                                           layoutDirection() == Qt::RightToLeft);
}

int SeekBar::xAt(qint64 milliseconds) const {
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this);
    return handle / 2 + QStyle::sliderPositionFromValue(
                            minimum(), maximum(), static_cast<int>(std::min<qint64>(milliseconds, maximum())),
                            width() - handle, layoutDirection() == Qt::RightToLeft);
}

void SeekBar::setLoop(qint64 start, qint64 end) {
    m_loopStart = start;
    m_loopEnd = end;
    update();
}

/// The loop lies under the groove, with a line at either end.
void SeekBar::paintEvent(QPaintEvent* event) {
    if (m_loopEnd > m_loopStart && maximum() > 0) {
        QPainter painter(this);
        const int from = xAt(m_loopStart), to = xAt(m_loopEnd);
        QColor color = palette().color(QPalette::Highlight);
        painter.fillRect(QRect(std::min(from, to), 1, std::abs(to - from), 2), color);
        for (const int x : {from, to})
            painter.fillRect(QRect(x - 1, 1, 2, height() - 2), color);
        color.setAlpha(60);
        painter.fillRect(QRect(std::min(from, to), 1, std::abs(to - from), height() - 2), color);
    }
    QSlider::paintEvent(event);
}

void SeekBar::dragTo(qint64 milliseconds) {
    if (milliseconds == value())
        return;
    setValue(static_cast<int>(milliseconds));
    emit scrubbed(milliseconds);
}

void SeekBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    dragTo(timeAt(event->position().toPoint().x()));
    event->accept();
}

void SeekBar::mouseMoveEvent(QMouseEvent* event) {
    const qint64 time = timeAt(event->position().toPoint().x());
    QToolTip::showText(event->globalPosition().toPoint(), timeText(time), this);
    if (isSliderDown())
        dragTo(time);
}

void SeekBar::mouseReleaseEvent(QMouseEvent* event) {
    if (!isSliderDown())
        return;
    setSliderDown(false);
    emit seekRequested(timeAt(event->position().toPoint().x()));
}

void SeekBar::wheelEvent(QWheelEvent* event) {
    constexpr int notch = 120; // eighths of a degree, as QWheelEvent counts
    m_turned += event->angleDelta().y();
    const int steps = m_turned / notch;
    m_turned -= steps * notch;
    if (steps != 0)
        emit seekRequested(std::clamp(value() + steps * notchMilliseconds, 0, maximum()));
    event->accept();
}

void SeekBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left)
        emit seekRequested(std::max(value() - backMilliseconds, 0));
    else if (event->key() == Qt::Key_Right)
        emit seekRequested(std::min(value() + onMilliseconds, maximum()));
    else
        event->ignore();
}

} // namespace app
