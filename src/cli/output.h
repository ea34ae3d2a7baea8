// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/tabletext.h"
#include "format/jsonvalue.h"

#include <QCommandLineParser>
#include <QString>

#include <string>
#include <vector>

namespace cli {

void print(const QString& text); ///< one line on standard output
void print(const std::string& text);
void printPart(const std::string& text); ///< as it stands, without a line end
void printError(const QString& text);    ///< one line on standard error

enum class OutputFormat { Text, Json, Csv, Tsv, Sarif };

/// Adds `--format`, with these names allowed; the first is the default.
void addFormatOption(QCommandLineParser& parser, const QStringList& formats);
/// The chosen format; false, after saying so, where it is none of the allowed.
bool readFormat(const QCommandLineParser& parser, const QStringList& formats, OutputFormat& format);

/// The rows of a JSON answer: one array of objects whose members keep their order.
class JsonRows {
public:
    using Row = catalog::JsonMembers;
    void add(const Row& row);
    void print() const; ///< one array; a row a line

private:
    std::vector<std::string> m_rows;
};

/// "1 issue", "3 issues".
QString counted(int count, const char* thing);

format::JsonValue jsonText(const QString& text);

} // namespace cli
