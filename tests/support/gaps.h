// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <algorithm>

/// Turns the event loop without pause and knows the longest turn.
class Gaps : public QObject {
public:
    Gaps() {
        m_since.start();
        startTimer(0);
    }
    qint64 worst() const { return m_worst; }
    void forget() { m_worst = 0; }

protected:
    void timerEvent(QTimerEvent*) override { m_worst = std::max(m_worst, m_since.restart()); }

private:
    QElapsedTimer m_since;
    qint64 m_worst = 0;
};
