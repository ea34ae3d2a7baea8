// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace app {

/// A line of plain text that gives way: what does not fit is cut with an ellipsis and told in the tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& objectName, QWidget* parent = nullptr);

    void say(const QString& text);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateToolTip();
};

} // namespace app
