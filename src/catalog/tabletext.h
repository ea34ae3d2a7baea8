// SPDX-License-Identifier: MIT
#pragma once

#include "format/jsonvalue.h"

#include <QString>
#include <QStringList>

#include <string>
#include <utility>
#include <vector>

namespace catalog {

/// A record of CSV as RFC 4180 has it, without its line end.
QString csvRecord(const QStringList& cells);
/// A record of tab-separated values as spreadsheets put it on the clipboard: in quotes where a cell holds a
/// tab or a line break or begins with a quote. Without its line end.
QString tsvRecord(const QStringList& cells);
/// The rows of such a text, whoever wrote it: LF, CRLF or CR ends a row, the last end is none; quotes that
/// are not closed are text.
std::vector<QStringList> readTsv(const QString& text);

/// The text with an apostrophe before it where a spreadsheet would take it for a formula: where it begins
/// with = + - @, a tab or a carriage return, and is no number.
QString withoutFormula(const QString& cell);

/// The rows of a JSON answer: one array of objects whose members keep their order.
using JsonMembers = std::vector<std::pair<std::string, format::JsonValue>>;
std::string jsonObject(const JsonMembers& members);

enum class TableFormat { Csv, SpreadsheetCsv, Tsv, Json };

/// A table written row by row, for files and the command line. SpreadsheetCsv is CSV that begins with a byte
/// order mark, has CRLF ends, and no formulas; the others give every cell as it is.
class TableWriter {
public:
    TableWriter(TableFormat format, QStringList columns);

    std::string begin() const;
    /// A row, for any thread. `values` are the same cells with their types, for JSON; other formats need
    /// none.
    std::string row(const QStringList& cells, const std::vector<format::JsonValue>& values) const;
    /// That row and what stands between it and the one before.
    std::string next(const std::string& row);
    std::string end() const;
    bool isJson() const { return m_format == TableFormat::Json; }

private:
    std::string record(const QStringList& cells) const;

    TableFormat m_format;
    QStringList m_columns;
    bool m_hasRows = false;
};

} // namespace catalog
