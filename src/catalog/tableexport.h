// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/tabletext.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace catalog {

/// One episode of a table that is written to a file: a text and what no text says.
struct ExportRow {
    std::shared_ptr<const std::string> text;
    QString file; ///< absolute
    int problems = 0;
    bool isChanged = false;
};

/// A table on its way into a file. Columns are fields' keys, "file", "problems" or "changed".
struct TableExport {
    QString path; ///< of the file that is written
    QString root; ///< of the catalogue: episodes' files are named from there
    TableFormat format = TableFormat::Csv;
    QStringList columns;
    std::vector<ExportRow> rows;
};

/// Writes the file, whole or not at all; for any thread. Asks `goesOn` with the rows done so far. Returns why
/// it could not be written; empty: it was, or it was given up.
QString exportTable(const TableExport& table, const std::function<bool(int done)>& goesOn);

} // namespace catalog
