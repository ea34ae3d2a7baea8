// SPDX-License-Identifier: MIT
#include "catalog/tabletext.h"

#include <algorithm>
#include <optional>

namespace catalog {

namespace {

QString quoted(const QString& cell) {
    return QLatin1Char('"') + QString(cell).replace(QLatin1Char('"'), QLatin1String("\"\"")) +
           QLatin1Char('"');
}

bool isLineEnd(QChar character) {
    return character == QLatin1Char('\n') || character == QLatin1Char('\r');
}

bool endsCell(const QString& text, qsizetype at) {
    return at >= text.size() || text[at] == QLatin1Char('\t') || isLineEnd(text[at]);
}

/// The quoted cell that begins at `at`, which moves behind it; no cell where the quotes are part of a text.
std::optional<QString> quotedCell(const QString& text, qsizetype& at) {
    QString cell;
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] != QLatin1Char('"')) {
            cell += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"')) {
            cell += text[i++];
        } else if (endsCell(text, i + 1)) {
            at = i + 1;
            return cell;
        } else {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

QString readCell(const QString& text, qsizetype& at) {
    if (at < text.size() && text[at] == QLatin1Char('"'))
        if (const auto cell = quotedCell(text, at))
            return *cell;
    const qsizetype begin = at;
    while (!endsCell(text, at))
        ++at;
    return text.mid(begin, at - begin);
}

} // namespace

QString csvRecord(const QStringList& cells) {
    QStringList written;
    for (const QString& cell : cells) {
        const bool needsQuotes = cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char(',')) ||
                                 std::any_of(cell.begin(), cell.end(), isLineEnd);
        written += needsQuotes ? quoted(cell) : cell;
    }
    return written.join(QLatin1Char(','));
}

QString tsvRecord(const QStringList& cells) {
    QStringList written;
    for (const QString& cell : cells) {
        const bool needsQuotes = cell.startsWith(QLatin1Char('"')) || cell.contains(QLatin1Char('\t')) ||
                                 std::any_of(cell.begin(), cell.end(), isLineEnd);
        written += needsQuotes ? quoted(cell) : cell;
    }
    return written.join(QLatin1Char('\t'));
}

std::vector<QStringList> readTsv(const QString& text) {
    std::vector<QStringList> rows;
    for (qsizetype at = 0; at < text.size();) {
        QStringList row{readCell(text, at)};
        while (at < text.size() && text[at] == QLatin1Char('\t'))
            row += readCell(text, ++at);
        if (at < text.size())
            at += text.mid(at, 2) == QLatin1String("\r\n") ? 2 : 1;
        rows.push_back(std::move(row));
    }
    return rows;
}

QString withoutFormula(const QString& cell) {
    static const QString starts = QStringLiteral("=+-@\t\r");
    bool isNumber = false;
    (void)cell.toDouble(&isNumber);
    return cell.isEmpty() || isNumber || !starts.contains(cell.front()) ? cell : QLatin1Char('\'') + cell;
}

std::string jsonObject(const JsonMembers& members) {
    std::string text = "{";
    for (const auto& [key, value] : members)
        text += (text.size() > 1 ? ", " : "") + format::JsonValue::string(key).json() + ": " + value.json();
    return text + "}";
}

TableWriter::TableWriter(TableFormat format, QStringList columns)
    : m_format(format)
    , m_columns(std::move(columns)) {}

std::string TableWriter::record(const QStringList& cells) const {
    if (m_format == TableFormat::Tsv)
        return tsvRecord(cells).toStdString() + '\n';
    if (m_format == TableFormat::Csv)
        return csvRecord(cells).toStdString() + '\n';
    QStringList safe;
    std::transform(cells.begin(), cells.end(), std::back_inserter(safe), withoutFormula);
    return csvRecord(safe).toStdString() + "\r\n";
}

std::string TableWriter::begin() const {
    if (m_format == TableFormat::Json)
        return "[";
    return (m_format == TableFormat::SpreadsheetCsv ? "\xEF\xBB\xBF" : "") + record(m_columns);
}

std::string TableWriter::row(const QStringList& cells, const std::vector<format::JsonValue>& values) const {
    if (!isJson())
        return record(cells);
    JsonMembers members;
    for (std::size_t i = 0; i < values.size(); ++i)
        members.emplace_back(m_columns.value(static_cast<qsizetype>(i)).toStdString(), values[i]);
    return "\n  " + jsonObject(members);
}

std::string TableWriter::next(const std::string& row) {
    const bool needsComma = isJson() && m_hasRows;
    m_hasRows = true;
    return needsComma ? ',' + row : row;
}

std::string TableWriter::end() const {
    if (m_format != TableFormat::Json)
        return {};
    return m_hasRows ? "\n]\n" : "]\n";
}

} // namespace catalog
