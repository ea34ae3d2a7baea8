// SPDX-License-Identifier: MIT
#pragma once

#include <QSlider>

namespace app {

/// A slider over time: a click goes there, dragging too, hovering tells the time; the loop is marked.
class SeekBar : public QSlider {
    Q_OBJECT
public:
    explicit SeekBar(QWidget* parent = nullptr);

    void setDuration(qint64 milliseconds);
    void setPosition(qint64 milliseconds);  ///< not while it is dragged
    void setLoop(qint64 start, qint64 end); ///< milliseconds; empty: none

signals:
    void seekRequested(qint64 milliseconds);
    void scrubbed(qint64 milliseconds); ///< while it is dragged; seekRequested() follows

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; ///< a notch is five seconds

private:
    qint64 timeAt(int x) const;
    int xAt(qint64 milliseconds) const;
    void dragTo(qint64 milliseconds);
    qint64 m_loopStart = 0;
    qint64 m_loopEnd = 0;
    int m_turned = 0; ///< of the wheel, not yet a whole notch
};

/// `0:46:01`, or `46:01` under an hour.
QString timeText(qint64 milliseconds);

} // namespace app
