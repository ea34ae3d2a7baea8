// SPDX-License-Identifier: MIT
#include "app/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace app {

FlowLayout::FlowLayout(QWidget* parent, int spacing)
    : QLayout(parent) {
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
}

void FlowLayout::insertWidgetAt(int index, QWidget* widget) {
    addWidget(widget);
    std::rotate(m_items.begin() + index, m_items.end() - 1, m_items.end());
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto& item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool applies) const {
    const QRect inner = rect.marginsRemoved(contentsMargins());
    int left = inner.x();
    int top = inner.y();
    int lineHeight = 0;
    for (const auto& item : m_items) {
        const bool isLast = item == m_items.back();
        const QSize wanted = item->sizeHint().boundedTo(QSize(std::max(inner.width(), 1), QWIDGETSIZE_MAX));
        if (left > inner.x() && left + wanted.width() > inner.x() + inner.width()) {
            left = inner.x();
            top += lineHeight + spacing();
            lineHeight = 0;
        }
        const int width = isLast ? inner.x() + inner.width() - left : wanted.width();
        if (applies)
            item->setGeometry(QRect(left, top, width, wanted.height()));
        left += width + spacing();
        lineHeight = std::max(lineHeight, wanted.height());
    }
    return top + lineHeight - rect.y() + contentsMargins().bottom();
}

} // namespace app
