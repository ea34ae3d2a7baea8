// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QPoint>

class QLabel;
class QToolButton;

namespace app {

/// One entry of a ChipEdit: its text, a mark where it is unknown, and a button that removes it.
class Chip : public QFrame {
    Q_OBJECT
public:
    explicit Chip(QWidget* parent = nullptr);

    void setText(const QString& text);
    const QString& text() const { return m_text; }
    /// Words about the entry for tooltip and screen reader; `isUnknown` marks it.
    void setWords(const QString& words, bool isUnknown);
    void setReadOnly(bool readOnly);

signals:
    void removeRequested();
    void editRequested();
    void keyPressed(int key, Qt::KeyboardModifiers modifiers);
    void dragRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showColours();

    QString m_text;
    QLabel* m_icon;
    QLabel* m_label;
    QToolButton* m_remove;
    QPoint m_pressed;
    bool m_isUnknown = false;
    bool m_readOnly = false;
};

} // namespace app
