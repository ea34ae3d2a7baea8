// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/founddelegate.h"

namespace app {

class ChaptersCommands;

/// Puts signs before what is heard, what stands out of order and what something is wrong with; marks what is
/// searched for.
class ChapterDelegate : public FoundDelegate {
    Q_OBJECT
public:
    ChapterDelegate(const ChaptersCommands& commands, QObject* parent);

    catalog::FoundTerms termsAt(const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const ChaptersCommands& m_commands;
};

} // namespace app
