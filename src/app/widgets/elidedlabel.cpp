// SPDX-License-Identifier: MIT
#include "app/widgets/elidedlabel.h"

#include <QPainter>
#include <QStyle>

namespace app {

namespace {

constexpr int fewestCharacters = 6;

} // namespace

ElidedLabel::ElidedLabel(const QString& objectName, QWidget* parent)
    : QLabel(parent) {
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::say(const QString& text) {
    if (text == this->text())
        return;
    setText(text);
    setAccessibleDescription(text);
    updateToolTip();
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * fewestCharacters, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    style()->drawItemText(&painter, rect(), static_cast<int>(alignment()), palette(), isEnabled(), shown,
                          foregroundRole());
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip() {
    const bool fits = fontMetrics().horizontalAdvance(text()) <= width();
    // As rich text the words of a server or a file could hold pictures to fetch.
    setToolTip(fits ? QString() : QStringLiteral("<qt>%1</qt>").arg(text().toHtmlEscaped()));
}

} // namespace app
