// SPDX-License-Identifier: MIT
#include "catalog/checking.h"
#include "cli/checkreport.h"
#include "cli/command.h"
#include "cli/rulechoice.h"
#include "cli/selection.h"

namespace cli {

namespace {

using catalog::Severity;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("sarif")};
const QStringList severities{QStringLiteral("error"), QStringLiteral("warning"),
                             QStringLiteral("information")};

bool readSeverity(const QCommandLineParser& parser, Severity& least) {
    const QString name = parser.value(QStringLiteral("severity"));
    const qsizetype index = name == QLatin1String("info") ? 2 : severities.indexOf(name);
    if (index < 0)
        printError(QStringLiteral("--severity is one of error, warning, info."));
    else
        least = static_cast<Severity>(index);
    return index >= 0;
}

void print(const CheckReport& report, OutputFormat format) {
    if (format == OutputFormat::Json)
        printJson(report);
    else if (format == OutputFormat::Sarif)
        printSarif(report);
    else
        printText(report);
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Severity least{};
    QSet<QString> rules;
    Opened& opened = Opened::lasting();
    Selection selection;
    if (!readFormat(parser, formats, format) || !readSeverity(parser, least) || !readRules(parser, rules) ||
        !open(parser.positionalArguments(), opened) || !selection.read(parser, opened))
        return CouldNotRun;
    CheckReport report{opened, {}, selection.size()};
    if (report.episodes > 0)
        report.issues = catalog::checkAll(opened.catalog);
    // A rule that is named is wanted, however light it is.
    std::erase_if(report.issues, [&](const catalog::Issue& issue) {
        return !selection.holds(issue.episode) ||
               (rules.isEmpty() ? issue.severity > least : !rules.contains(issue.rule));
    });
    print(report, format);
    return report.issues.empty() ? Success : Findings;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Folders or files."),
                                 QStringLiteral("PATH…"));
    parser.addOption({QStringLiteral("severity"), QStringLiteral("The least severity: error, warning, info."),
                      QStringLiteral("severity"), QStringLiteral("warning")});
    addRuleOption(parser);
    Selection::addFileOptions(parser);
    addFormatOption(parser, formats);
}

} // namespace

QString nameOf(Severity severity) {
    return severities[static_cast<int>(severity)];
}

const Command checkCommand{"check", "Check every episode by all rules.", addOptions, run};

} // namespace cli
