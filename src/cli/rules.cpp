// SPDX-License-Identifier: MIT
#include "catalog/rules/rule.h"
#include "cli/command.h"
#include "cli/output.h"

namespace cli {

namespace {

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

const char* nameOf(catalog::Severity severity) {
    switch (severity) {
    case catalog::Severity::Error:
        return "error";
    case catalog::Severity::Warning:
        return "warning";
    case catalog::Severity::Information:
        break;
    }
    return "information";
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    if (!readFormat(parser, formats, format))
        return CouldNotRun;
    JsonRows rows;
    for (const catalog::Rule* rule : catalog::allRules()) {
        if (format == OutputFormat::Json)
            rows.add({{"rule", format::JsonValue::string(rule->id)},
                      {"severity", format::JsonValue::string(nameOf(rule->severity))},
                      {"summary", format::JsonValue::string(rule->summary)}});
        else
            print(QStringLiteral("%1  %2  %3")
                      .arg(QLatin1String(rule->id), -38)
                      .arg(QLatin1String(nameOf(rule->severity)), -11)
                      .arg(QString::fromUtf8(rule->summary)));
    }
    if (format == OutputFormat::Json)
        rows.print();
    return Success;
}

void addOptions(QCommandLineParser& parser) {
    addFormatOption(parser, formats);
}

} // namespace

const Command rulesCommand{"rules", "List every rule with its severity and what it finds.", addOptions, run};

} // namespace cli
