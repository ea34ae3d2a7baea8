// SPDX-License-Identifier: MIT
#include "cli/output.h"

#include <cstdio>

namespace cli {

namespace {

void write(std::FILE* stream, const std::string& line) {
    std::fwrite(line.data(), 1, line.size(), stream);
    if (line.empty() || line.back() != '\n')
        std::fputc('\n', stream);
}

} // namespace

void print(const QString& text) {
    write(stdout, text.toStdString());
}
void print(const std::string& text) {
    write(stdout, text);
}
void printPart(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}
void printError(const QString& text) {
    write(stderr, "episode-desk-cli: " + text.toStdString());
}

void addFormatOption(QCommandLineParser& parser, const QStringList& formats) {
    parser.addOption({QStringLiteral("format"),
                      QStringLiteral("How to print: %1.").arg(formats.join(QStringLiteral(", "))),
                      QStringLiteral("format"), formats.first()});
}

bool readFormat(const QCommandLineParser& parser, const QStringList& formats, OutputFormat& format) {
    const QString name = parser.value(QStringLiteral("format"));
    if (!formats.contains(name)) {
        printError(QStringLiteral("\"%1\" is no format of this command; it knows %2.")
                       .arg(name, formats.join(QStringLiteral(", "))));
        return false;
    }
    format = name == QLatin1String("json")    ? OutputFormat::Json
             : name == QLatin1String("csv")   ? OutputFormat::Csv
             : name == QLatin1String("tsv")   ? OutputFormat::Tsv
             : name == QLatin1String("sarif") ? OutputFormat::Sarif
                                              : OutputFormat::Text;
    return true;
}

void JsonRows::add(const Row& row) {
    m_rows.push_back(catalog::jsonObject(row));
}

void JsonRows::print() const {
    std::string text = "[";
    for (const std::string& row : m_rows)
        text += (text.size() > 1 ? ",\n  " : "\n  ") + row;
    cli::print(text + (m_rows.empty() ? "]" : "\n]"));
}

QString counted(int count, const char* thing) {
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(thing),
                                                    count == 1 ? QString() : QStringLiteral("s"));
}

format::JsonValue jsonText(const QString& text) {
    return format::JsonValue::string(text.toStdString());
}

} // namespace cli
