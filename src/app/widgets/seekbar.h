// SPDX-License-Identifier: MIT
#pragma once

#include <QSlider>

namespace app {

/// A slider over time: a click goes there, dragging seeks when it is let go, hovering tells the time.
class SeekBar : public QSlider {
    Q_OBJECT
public:
    explicit SeekBar(QWidget* parent = nullptr);

    void setDuration(qint64 milliseconds);
    void setPosition(qint64 milliseconds); ///< not while it is dragged

signals:
    void seekRequested(qint64 milliseconds);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; ///< a notch is five seconds

private:
    qint64 timeAt(int x) const;
    int m_turned = 0; ///< of the wheel, not yet a whole notch
};

/// `0:46:01`, or `46:01` under an hour.
QString timeText(qint64 milliseconds);

} // namespace app
