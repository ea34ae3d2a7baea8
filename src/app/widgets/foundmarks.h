// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/search/searchmarks.h"

#include <QtCore/qnamespace.h>

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace app {

/// Marks in a cell where what is searched for stands; `area` holds `text` on one line.
void paintFound(QPainter& painter, const QRect& area, const QString& text, const catalog::FoundTerms& terms,
                const QStyleOptionViewItem& option, Qt::Alignment alignment = Qt::AlignLeft);

} // namespace app
