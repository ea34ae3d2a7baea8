// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/search/searchmarks.h"

#include <QStyledItemDelegate>

namespace app {

/// Marks in its cells what is searched for. What is selected has its own colour, and no marks.
class FoundDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setSearch(const catalog::SearchMarks& marks) { m_marks = marks; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    /// What is looked for in this cell.
    virtual catalog::FoundTerms termsAt(const QModelIndex& index) const = 0;

protected:
    const catalog::SearchMarks& marks() const { return m_marks; }

private:
    catalog::SearchMarks m_marks;
};

} // namespace app
