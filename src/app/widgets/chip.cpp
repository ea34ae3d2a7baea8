// SPDX-License-Identifier: MIT
#include "app/widgets/chip.h"

#include "models/tooltip.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace app {

Chip::Chip(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_remove(new QToolButton(this)) {
    setFocusPolicy(Qt::StrongFocus);
    m_icon->hide();
    m_label->setTextFormat(Qt::PlainText);
    m_remove->setText(QStringLiteral("×"));
    m_remove->setObjectName(QStringLiteral("removeChipButton"));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::NoFocus); // Delete does the same
    m_remove->setFixedSize(fontMetrics().height() + 2, fontMetrics().height() + 2);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(8, 2, 4, 2);
    line->setSpacing(4);
    line->addWidget(m_icon);
    line->addWidget(m_label);
    line->addWidget(m_remove);
    connect(m_remove, &QToolButton::clicked, this, &Chip::removeRequested);
}

void Chip::setText(const QString& text) {
    m_text = text;
    constexpr int longest = 60;
    m_label->setText(text.isEmpty() ? tr("(empty)")
                                    : fontMetrics().elidedText(text, Qt::ElideMiddle,
                                                               fontMetrics().averageCharWidth() * longest));
    m_remove->setToolTip(models::plainToolTip(tr("Remove %1 (Delete)").arg(text)));
    m_remove->setAccessibleName(tr("Remove %1").arg(text));
}

void Chip::setWords(const QString& words, bool isUnknown) {
    m_isUnknown = isUnknown;
    setToolTip(models::plainToolTip(words));
    setAccessibleName(words.isEmpty() ? m_text : tr("%1: %2").arg(m_text, words));
    m_icon->setVisible(isUnknown);
    if (isUnknown) {
        const int size = fontMetrics().height() - 2;
        m_icon->setPixmap(
            style()->standardIcon(QStyle::SP_MessageBoxWarning, nullptr, this).pixmap(size, size));
    }
    showColours();
}

void Chip::showColours() {
    QPalette colours = palette();
    const QPalette inherited = parentWidget() ? parentWidget()->palette() : QApplication::palette();
    colours.setColor(QPalette::WindowText,
                     inherited.color(m_isUnknown ? QPalette::Link : QPalette::ButtonText));
    if (m_label->palette().color(QPalette::WindowText) != colours.color(QPalette::WindowText))
        m_label->setPalette(colours);
}

void Chip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        showColours();
    QFrame::changeEvent(event);
}

void Chip::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_remove->setVisible(!readOnly);
}

void Chip::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        emit keyPressed(event->key(), event->modifiers());
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_readOnly)
            emit keyPressed(event->key(), event->modifiers());
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void Chip::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->pos();
    setFocus(Qt::MouseFocusReason);
}

void Chip::mouseMoveEvent(QMouseEvent* event) {
    const bool isFar = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (event->buttons() == Qt::LeftButton && isFar && !m_readOnly)
        emit dragRequested();
}

void Chip::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !m_readOnly)
        emit editRequested();
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette().color(QPalette::Button));
    painter.setPen(
        QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), hasFocus() ? 2 : 1));
    constexpr double radius = 6;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

} // namespace app
