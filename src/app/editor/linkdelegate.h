// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/founddelegate.h"

namespace app {

class LinksCommands;

/// Puts a sign before the rows that something is wrong with, and says what in the tool tip; marks what is
/// searched for.
class LinkDelegate : public FoundDelegate {
    Q_OBJECT
public:
    LinkDelegate(const LinksCommands& commands, QObject* parent);

    catalog::FoundTerms termsAt(const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const LinksCommands& m_commands;
};

} // namespace app
