// SPDX-License-Identifier: MIT
#include "catalog/checking.h"
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"
#include "cli/rulechoice.h"

namespace cli {

namespace {

using catalog::Severity;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};
const QStringList severities{QStringLiteral("error"), QStringLiteral("warning"),
                             QStringLiteral("information")};

QString nameOf(Severity severity) {
    return severities[static_cast<int>(severity)];
}

bool readSeverity(const QCommandLineParser& parser, Severity& least) {
    const QString name = parser.value(QStringLiteral("severity"));
    const qsizetype index = name == QLatin1String("info") ? 2 : severities.indexOf(name);
    if (index < 0)
        printError(QStringLiteral("--severity is one of error, warning, info."));
    else
        least = static_cast<Severity>(index);
    return index >= 0;
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Severity least{};
    QSet<QString> rules;
    Opened opened;
    if (!readFormat(parser, formats, format) || !readSeverity(parser, least) || !readRules(parser, rules) ||
        !open(parser.positionalArguments(), opened))
        return CouldNotRun;
    JsonRows rows;
    int found = 0;
    for (const catalog::Issue& issue : catalog::checkAll(opened.catalog)) {
        // A rule that is named is wanted, however light it is.
        if (rules.isEmpty() ? issue.severity > least : !rules.contains(issue.rule))
            continue;
        ++found;
        const QString file = opened.catalog.relativePath(issue.episode);
        const format::Position at =
            format::positionAt(opened.catalog.episode(issue.episode).text(), issue.span.begin);
        if (format == OutputFormat::Json)
            rows.add({{"file", jsonText(file)},
                      {"line", format::JsonValue::integer(at.line)},
                      {"column", format::JsonValue::integer(at.column)},
                      {"field", jsonText(issue.field)},
                      {"rule", jsonText(issue.rule)},
                      {"severity", jsonText(nameOf(issue.severity))},
                      {"message", jsonText(issue.message)}});
        else
            print(QStringLiteral("%1:%2:%3: %4: %5 [%6]")
                      .arg(file)
                      .arg(at.line)
                      .arg(at.column)
                      .arg(nameOf(issue.severity), issue.message, issue.rule));
    }
    if (format == OutputFormat::Json)
        rows.print();
    else
        print(QStringLiteral("%1 issues in %2 episodes").arg(found).arg(opened.catalog.size()));
    return found == 0 ? Success : Findings;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Folders or files."),
                                 QStringLiteral("PATH…"));
    parser.addOption({QStringLiteral("severity"), QStringLiteral("The least severity: error, warning, info."),
                      QStringLiteral("severity"), QStringLiteral("warning")});
    addRuleOption(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command checkCommand{"check", "Check every episode by all rules.", addOptions, run};

} // namespace cli
