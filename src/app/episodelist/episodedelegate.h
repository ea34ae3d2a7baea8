// SPDX-License-Identifier: MIT
#pragma once

#include "app/episodelist/laidouttexts.h"

#include <QStyledItemDelegate>

namespace app {

/// Paints the episode table's cells: cut text, the search's words marked, a sign for problems and for
/// changes. Lean, because a page of cells is painted at every keystroke in the search box.
class EpisodeDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    mutable LaidOutTexts m_texts;
};

} // namespace app
