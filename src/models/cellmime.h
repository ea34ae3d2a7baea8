// SPDX-License-Identifier: MIT
#pragma once

#include <QMimeData>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace models {

/// More rows than these are not copied or pasted at once: that would keep the window waiting.
inline constexpr std::size_t cellRowLimit = 2'000;

/// Texts for cells, and the columns of the table that they are for.
struct PastedCells {
    QStringList columns;
    std::vector<QStringList> texts;
};

/// Cells for the clipboard, as tab-separated values and as an HTML table whose cells a spreadsheet takes as
/// texts. `columns` are the table's; with `headings` their labels stand above.
std::unique_ptr<QMimeData> mimeOfCells(const QStringList& columns, const std::vector<QStringList>& texts,
                                       bool headings);

/// The columns that a row of headings names, by their labels or keys; none where one of them is no column.
std::optional<QStringList> columnsOfHeadings(const QStringList& row);

/// What the clipboard holds for the table: by its headings, or as they were copied from the table, or else
/// for the columns `shown` from the place `from` on.
PastedCells cellsInMime(const QMimeData& mime, const QStringList& shown, int from);

} // namespace models
