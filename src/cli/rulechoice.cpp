// SPDX-License-Identifier: MIT
#include "cli/rulechoice.h"

#include "catalog/rules/rule.h"
#include "cli/output.h"

namespace cli {

void addRuleOption(QCommandLineParser& parser) {
    parser.addOption(
        {QStringLiteral("rule"),
         QStringLiteral("Only these rules: ids with commas between them, or link-* for all that begin so."),
         QStringLiteral("ids")});
}

bool readRules(const QCommandLineParser& parser, QSet<QString>& rules) {
    QSet<QString> known;
    for (const catalog::Rule* rule : catalog::allRules())
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
