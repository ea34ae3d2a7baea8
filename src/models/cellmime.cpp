// SPDX-License-Identifier: MIT
#include "models/cellmime.h"

#include "catalog/tabletext.h"
#include "models/episodetablemodel.h"

#include <algorithm>

namespace models {

namespace {

const QString cellsType = QStringLiteral("application/x-episode-desk-cells");

/// A spreadsheet takes what reads as a number for one, and "0605" for 605; what is marked so stays a text.
QString htmlCell(const QString& text) {
    QString escaped = text.toHtmlEscaped();
    escaped.replace(QLatin1Char('\n'), QLatin1String("<br style=\"mso-data-placement:same-cell\">"));
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && QString::number(number) == text
               ? QStringLiteral("<td>%1</td>").arg(escaped)
               : QStringLiteral("<td style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\">%1</td>")
                     .arg(escaped);
}

QString htmlTable(const std::vector<QStringList>& rows) {
    QString html = QStringLiteral("<meta charset=\"utf-8\"><table>\n");
    for (const QStringList& row : rows) {
        html += QLatin1String("<tr>");
        for (const QString& cell : row)
            html += htmlCell(cell);
        html += QLatin1String("</tr>\n");
    }
    return html + QLatin1String("</table>\n");
}

QStringList labelsOf(const QStringList& columns) {
    QStringList labels;
    for (const QString& column : columns)
        labels += EpisodeTableModel::columnLabel(column);
    return labels;
}

} // namespace

std::unique_ptr<QMimeData> mimeOfCells(const QStringList& columns, const std::vector<QStringList>& texts,
                                       bool headings) {
    std::vector<QStringList> rows = texts;
    if (headings)
        rows.insert(rows.begin(), labelsOf(columns));
    QStringList lines;
    for (const QStringList& row : rows)
        lines += catalog::tsvRecord(row);
    auto mime = std::make_unique<QMimeData>();
    mime->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
    mime->setHtml(htmlTable(rows));
    mime->setData(cellsType, columns.join(QLatin1Char('\n')).toUtf8());
    return mime;
}

std::optional<QStringList> columnsOfHeadings(const QStringList& row) {
    const QStringList all = EpisodeTableModel::allColumns();
    const QStringList labels = labelsOf(all);
    QStringList columns;
    for (const QString& heading : row) {
        const qsizetype at = labels.contains(heading) ? labels.indexOf(heading) : all.indexOf(heading);
        if (at < 0)
            return std::nullopt;
        columns += all[at];
    }
    return columns;
}

PastedCells cellsInMime(const QMimeData& mime, const QStringList& shown, int from) {
    PastedCells pasted{{}, catalog::readTsv(mime.text())};
    // One cell alone, or one row, is what it says, even where that is "Title".
    const bool mayHaveHeadings = pasted.texts.size() > 1 && pasted.texts.front().size() > 1;
    if (const auto headings = mayHaveHeadings ? columnsOfHeadings(pasted.texts.front()) : std::nullopt) {
        pasted.texts.erase(pasted.texts.begin());
        pasted.columns = *headings;
    } else if (mime.hasFormat(cellsType)) {
        pasted.columns = QString::fromUtf8(mime.data(cellsType)).split(QLatin1Char('\n'));
    } else {
        pasted.columns = shown.mid(from);
        qsizetype widest = 0;
        for (const QStringList& row : pasted.texts)
            widest = std::max(widest, row.size());
        pasted.columns = pasted.columns.mid(0, widest);
    }
    return pasted;
}

} // namespace models
