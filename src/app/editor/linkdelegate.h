// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/search/searchmarks.h"

#include <QStyledItemDelegate>

namespace app {

class LinksCommands;

/// Puts a sign before the rows that something is wrong with, and says what in the tool tip; marks what is
/// searched for.
class LinkDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    LinkDelegate(const LinksCommands& commands, QObject* parent);

    void setSearch(const catalog::SearchMarks& marks) { m_marks = marks; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const LinksCommands& m_commands;
    catalog::SearchMarks m_marks;
};

} // namespace app
