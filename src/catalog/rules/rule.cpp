// SPDX-License-Identifier: MIT
#include "catalog/rules/rule.h"

#include "catalog/rules/report.h"

namespace catalog {

std::vector<const Rule*> allRules() {
    std::vector<const Rule*> rules;
    for (const auto family :
         {fileRules(),    encodingRules(), keyRules(),     identityRules(), textRules(),
          dateRules(),    peopleRules(),   tagRules(),     mediaRules(),    mediaCheckRules(),
          addressRules(), pageRules(),     chapterRules(), valueRules(),    transcriptRules(),
          bodyRules(),    linkRules(),     linkUrlRules(), linkTextRules(), linkCheckRules()})
        for (const Rule& rule : family)
            rules.push_back(&rule);
    return rules;
}

std::vector<Issue> checkEpisode(const RuleContext& context) {
    static const std::vector<const Rule*> rules = allRules();
    std::vector<Issue> issues;
    for (const Rule* rule : rules)
        rule->check(context, *rule, issues);
    std::stable_sort(issues.begin(), issues.end(),
                     [](const Issue& a, const Issue& b) { return a.span.begin < b.span.begin; });
    return issues;
}

Report::Report(const RuleContext& context, const Rule& rule, std::vector<Issue>& issues)
    : m_context(context)
    , m_rule(rule)
    , m_issues(issues) {}

QString Report::text(std::string_view key) const {
    return valueText(m_context.document, key);
}

const format::JsonNode* Report::node(std::string_view key) const {
    return m_context.document.member(key);
}

const format::JsonNode* Report::string(std::string_view key) const {
    const auto* found = node(key);
    return found && found->type == format::JsonType::String ? found : nullptr;
}

QStringList Report::list(std::string_view key) const {
    QStringList items;
    if (const auto* found = node(key))
        for (const std::string& item : m_context.document.strings(*found))
            items += QString::fromStdString(item);
    return items;
}

Issue& Report::add(std::string_view field, const QString& message, std::optional<format::Span> span) {
    Issue& issue = m_issues.emplace_back();
    issue.rule = QString::fromLatin1(m_rule.id);
    issue.severity = m_rule.severity;
    issue.episode = m_context.id;
    issue.field = QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
    issue.message = message;
    if (span)
        issue.span = *span;
    else if (const auto* found = node(field))
        issue.span = found->span;
    return issue;
}

Issue& Report::addElement(std::string_view field, qsizetype index, const QString& message) {
    const auto id = node(field)->children[static_cast<std::size_t>(index)];
    return add(field, message, m_context.document.json().node(id).span);
}

void Report::fixWith(Issue& issue, const QString& label, const format::JsonPath& path,
                     const format::JsonValue& value) const {
    const auto edits = m_context.document.set(path, value, keyOrder());
    if (edits && !edits->empty())
        issue.fix = Fix{label, {m_context.id, *edits}};
}

void Report::fixText(Issue& issue, std::string_view key, const QString& value) const {
    fixWith(issue, tr("Set to \"%1\"").arg(value.left(60)), {std::string(key)},
            format::JsonValue::string(value.toStdString()));
}

void Report::fixByRemoving(Issue& issue, const QString& label, const format::JsonPath& path) const {
    if (const auto edits = m_context.document.jsonEditor().remove(path))
        issue.fix = Fix{label, {m_context.id, *edits}};
}

void Report::fixAt(Issue& issue, const QString& label, format::Span span, const QString& text) const {
    fixBy(issue, label, {{span, text.toStdString()}});
}

void Report::fixBy(Issue& issue, const QString& label, format::TextEdits edits) const {
    if (!edits.empty())
        issue.fix = Fix{label, {m_context.id, std::move(edits)}};
}

void Report::askFirst(Issue& issue) {
    if (issue.fix)
        issue.fix->needsLook = true;
}

QString Report::tr(const char* text, int n) {
    return QCoreApplication::translate("Rules", text, nullptr, n);
}

} // namespace catalog
