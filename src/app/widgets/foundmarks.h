// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace app {

/// Marks in a cell where a search's words stand; `area` holds `text` on one line.
void paintFound(QPainter& painter, const QRect& area, const QString& text, const QStringList& words,
                const QStyleOptionViewItem& option, Qt::Alignment alignment = Qt::AlignLeft);

} // namespace app
