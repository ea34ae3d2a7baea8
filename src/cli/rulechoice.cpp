// SPDX-License-Identifier: MIT
#include "cli/rulechoice.h"

#include "catalog/rules/rule.h"
#include "cli/output.h"

#include <algorithm>
#include <cstring>

namespace cli {

namespace {

/// What is said of a file that no rule can look at.
catalog::Rule unreadable() {
    catalog::Rule rule{};
    rule.id = "json-invalid";
    rule.severity = catalog::Severity::Error;
    rule.summary = "The file cannot be opened.";
    return rule;
}

} // namespace

std::vector<const catalog::Rule*> knownRules() {
    static const catalog::Rule unopened = unreadable();
    std::vector<const catalog::Rule*> rules = catalog::allRules();
    const bool isListed = std::any_of(rules.begin(), rules.end(), [](const catalog::Rule* rule) {
        return std::strcmp(rule->id, unopened.id) == 0;
    });
    if (!isListed)
        rules.insert(rules.begin(), &unopened);
    return rules;
}

void addRuleOption(QCommandLineParser& parser) {
    parser.addOption(
        {QStringLiteral("rule"),
         QStringLiteral("Only these rules: ids with commas between them, or link-* for all that begin so."),
         QStringLiteral("ids")});
}

bool readRules(const QCommandLineParser& parser, QSet<QString>& rules) {
    QSet<QString> known;
    for (const catalog::Rule* rule : knownRules())
        known.insert(QLatin1String(rule->id));
    for (const QString& option : parser.values(QStringLiteral("rule")))
        for (const QString& name : option.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const qsizetype before = rules.size();
            for (const QString& id : std::as_const(known))
                if (id == name || (name.endsWith(QLatin1Char('*')) && id.startsWith(name.chopped(1))))
                    rules.insert(id);
            if (rules.size() == before && !rules.contains(name)) {
                printError(QStringLiteral("\"%1\" is no rule; \"rules\" lists them.").arg(name));
                return false;
            }
        }
    return true;
}

} // namespace cli
