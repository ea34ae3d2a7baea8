// SPDX-License-Identifier: MIT
#include "catalog/tableexport.h"

#include "catalog/celltext.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace catalog {

namespace {

constexpr int rowsBetweenQuestions = 64;

QString failure(const QSaveFile& file) {
    return QCoreApplication::translate("TableExport", "%1 was not written: %2")
        .arg(QDir::toNativeSeparators(file.fileName()), file.errorString());
}

format::JsonValue textValue(const QString& text) {
    return format::JsonValue::string(text.toStdString());
}

std::string written(const TableWriter& writer, const TableExport& table, const ExportRow& row) {
    const QString file = QDir(table.root).relativeFilePath(row.file);
    const auto document = format::Document::parse(*row.text); // a refused file has its name alone
    QStringList cells;
    std::vector<format::JsonValue> values;
    for (const QString& column : table.columns) {
        if (column == QLatin1String("file")) {
            cells += file;
            values.push_back(textValue(file));
        } else if (column == QLatin1String("problems")) {
            cells += QString::number(row.problems);
            values.push_back(format::JsonValue::integer(row.problems));
        } else if (column == QLatin1String("changed")) {
            cells += row.isChanged ? QStringLiteral("true") : QStringLiteral("false");
            values.push_back(format::JsonValue::boolean(row.isChanged));
        } else {
            const std::string key = column.toStdString();
            cells += document ? cellText(*document, key) : QString();
            values.push_back(document ? cellJson(*document, key) : format::JsonValue::null());
        }
    }
    return writer.row(cells, values);
}

} // namespace

QString exportTable(const TableExport& table, const std::function<bool(int done)>& goesOn) {
    QSaveFile file(table.path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(file);
    TableWriter writer(table.format, table.columns);
    const auto write = [&file](const std::string& part) {
        return file.write(part.data(), static_cast<qint64>(part.size())) == static_cast<qint64>(part.size());
    };
    bool isGood = write(writer.begin());
    for (std::size_t i = 0; isGood && i < table.rows.size(); ++i) {
        if (i % rowsBetweenQuestions == 0 && !goesOn(static_cast<int>(i))) {
            file.cancelWriting();
            return {};
        }
        isGood = write(writer.next(written(writer, table, table.rows[i])));
    }
    // A full disk shows at the flush: without it, an empty file would take the old one's place.
    if (!isGood || !write(writer.end()) || !file.flush() || !file.commit())
        return failure(file);
    return {};
}

} // namespace catalog
