// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace app {

class ChaptersCommands;

/// Puts signs before what is heard, what stands out of order and what something is wrong with.
class ChapterDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ChapterDelegate(const ChaptersCommands& commands, QObject* parent);

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const ChaptersCommands& m_commands;
};

} // namespace app
