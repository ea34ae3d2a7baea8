// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/issue.h"

#include <QWidget>

class QLabel;

namespace app {

/// One problem in words below its field, with an icon for how bad it is and a button for its fix.
class ProblemLine : public QWidget {
    Q_OBJECT
public:
    /// `canFix` false: the episode cannot be changed, so the fix is not offered.
    ProblemLine(const catalog::Issue& issue, bool canFix, QWidget* parent = nullptr);

signals:
    void fixRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showIcon();

    catalog::Severity m_severity;
    QLabel* m_icon;
};

} // namespace app
