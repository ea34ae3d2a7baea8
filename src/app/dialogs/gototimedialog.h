// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;

namespace app {

/// A typed place in the sound, in milliseconds, or why it is none.
struct TypedPlace {
    qint64 time = 0;
    QString problem; ///< empty: `time` is right
};

/// `1:02:03`, `62:03` and `90` are counted from the start, `+30` and `-1:00` from `position` and stop at the
/// ends. A duration of 0 is not known.
TypedPlace typedPlace(const QString& text, qint64 position, qint64 duration);

/// Asks for a place in the sound.
class GoToTimeDialog : public QDialog {
    Q_OBJECT
public:
    GoToTimeDialog(qint64 position, qint64 duration, QWidget* parent = nullptr);

    qint64 target() const { return m_target; } ///< milliseconds, once accepted
    void accept() override;

private:
    qint64 m_position;
    qint64 m_duration;
    qint64 m_target = 0;
    QLineEdit* m_time;
    QLabel* m_problem;
};

} // namespace app
