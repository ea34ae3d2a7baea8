// SPDX-License-Identifier: MIT
#include "catalog/rules/explanations.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/rulechoice.h"

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

const char* nameOf(catalog::FixKind kind) {
    switch (kind) {
    case catalog::FixKind::Safe:
        return "safe";
    case catalog::FixKind::Look:
        return "look";
    case catalog::FixKind::None:
        break;
    }
    return "none";
}

/// The text in lines of 80 characters, set in by two spaces.
QStringList wrapped(const QString& text) {
    constexpr qsizetype width = 78;
    QStringList lines;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (lines.isEmpty() || lines.last().size() + 1 + word.size() > width)
            lines += word;
        else
            lines.last() += QLatin1Char(' ') + word;
    for (QString& line : lines)
        line.prepend(QLatin1String("  "));
    return lines;
}

void printText(const catalog::Rule& rule, const catalog::RuleExplanation& explanation) {
    print(QStringLiteral("%1  %2, %3")
              .arg(QLatin1String(rule.id), QLatin1String(nameOf(rule.severity)),
                   catalog::fixKindText(explanation.fix)));
    for (const QString& text : {catalog::ruleSummary(rule), catalog::ruleExplanationText(rule.id)})
        for (const QString& line : wrapped(text))
            print(line);
    print(QString());
}

JsonRows::Row rowOf(const catalog::Rule& rule, const catalog::RuleExplanation& explanation) {
    return {{"rule", format::JsonValue::string(rule.id)},
            {"severity", format::JsonValue::string(nameOf(rule.severity))},
            {"summary", jsonText(catalog::ruleSummary(rule))},
            {"explanation", jsonText(catalog::ruleExplanationText(rule.id))},
            {"fix", format::JsonValue::string(nameOf(explanation.fix))}};
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    QSet<QString> chosen;
    if (!readFormat(parser, formats, format) || !readRules(parser, chosen))
        return CouldNotRun;
    JsonRows rows;
    for (const catalog::Rule* rule : catalog::allRules()) {
        const catalog::RuleExplanation* explanation = catalog::ruleExplanation(rule->id);
        if (!explanation || (!chosen.isEmpty() && !chosen.contains(QLatin1String(rule->id))))
            continue;
        if (format == OutputFormat::Json)
            rows.add(rowOf(*rule, *explanation));
        else
            printText(*rule, *explanation);
    }
    if (format == OutputFormat::Json)
        rows.print();
    return Success;
}

void addOptions(QCommandLineParser& parser) {
    addRuleOption(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command rulesCommand{"rules", "List every rule with its severity, what it finds and why that matters.",
                           addOptions, run};

} // namespace cli
