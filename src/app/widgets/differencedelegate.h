// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace app {

/// Paints two columns of texts beside each other, and marks in each what the other one does not have.
class DifferenceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    DifferenceDelegate(int beforeColumn, int afterColumn, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    int m_before;
    int m_after;
};

} // namespace app
