// SPDX-License-Identifier: MIT
#include "app/dialogs/rulesguide.h"

#include "catalog/rules/explanations.h"

#include <QCoreApplication>

namespace app {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("RulesGuide", text);
}

QString severityName(catalog::Severity severity) {
    switch (severity) {
    case catalog::Severity::Error:
        return tr("Error");
    case catalog::Severity::Warning:
        return tr("Warning");
    case catalog::Severity::Information:
        break;
    }
    return tr("Information");
}

QString anchor(const QString& name) {
    return QStringLiteral("<a name=\"%1\"></a>").arg(name);
}

QString paragraph(const QString& text) {
    return QLatin1String("<p>") + text.toHtmlEscaped() + QLatin1String("</p>");
}

QString entry(const catalog::Rule& rule) {
    const QString id = QString::fromLatin1(rule.id);
    const catalog::RuleExplanation* explanation = catalog::ruleExplanation(rule.id);
    const QString fix = catalog::fixKindText(explanation ? explanation->fix : catalog::FixKind::None);
    return QLatin1String("<h3>") + anchor(id) + id + QLatin1String("</h3>") + QLatin1String("<p><i>") +
           tr("%1, %2.").arg(severityName(rule.severity), fix).toHtmlEscaped() + QLatin1String("</i> <b>") +
           catalog::ruleSummary(rule).toHtmlEscaped() + QLatin1String("</b></p>") +
           paragraph(catalog::ruleExplanationText(rule.id));
}

} // namespace

QString rulesGuideTitle() {
    return tr("Rules");
}

QString rulesGuide() {
    const auto families = catalog::ruleFamilies();
    QString page =
        QLatin1String("<h1>") + rulesGuideTitle().toHtmlEscaped() + QLatin1String("</h1>") +
        paragraph(tr("All that is looked at, and why. A safe fix changes only what is wrong; one that "
                     "wants a look is a guess, and is never made for many episodes without you."));
    QStringList contents;
    QString entries;
    int number = 0;
    for (const catalog::RuleFamily& family : families) {
        const QString name = QStringLiteral("family-%1").arg(++number);
        const QString heading = family.heading.toHtmlEscaped();
        contents +=
            QLatin1String("<a href=\"#") + name + QLatin1String("\">") + heading + QLatin1String("</a>");
        entries += QLatin1String("<h2>") + anchor(name) + heading + QLatin1String("</h2>");
        for (const catalog::Rule* rule : family.rules)
            entries += entry(*rule);
    }
    return page + QLatin1String("<p>") + contents.join(QStringLiteral(" · ")) + QLatin1String("</p>") +
           entries;
}

} // namespace app
