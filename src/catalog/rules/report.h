// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/field.h"
#include "catalog/rules/rule.h"
#include "format/jsonvalue.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace catalog {

/// What a rule needs to look at values and to say what it found.
class Report {
public:
    Report(const RuleContext& context, const Rule& rule, std::vector<Issue>& issues);

    const RuleContext& context() const { return m_context; }
    const Facts& facts() const { return m_context.index.facts(m_context.id); }
    const Habits& habits() const { return m_context.index.habits(); }
    const QString& show() const { return facts().show; }
    QString text(std::string_view key) const; ///< as people read it; null and missing are ""
    const format::JsonNode* node(std::string_view key) const;
    const format::JsonNode* string(std::string_view key) const; ///< only where the value is a string
    QStringList list(std::string_view key) const;

    /// Without a span the issue is about the field's value, or the file where the key is missing.
    Issue& add(std::string_view field, const QString& message,
               std::optional<format::Span> span = std::nullopt);
    Issue& addElement(std::string_view field, qsizetype index, const QString& message);
    void fixWith(Issue& issue, const QString& label, const format::JsonPath& path,
                 const format::JsonValue& value) const;
    void fixText(Issue& issue, std::string_view key, const QString& value) const;
    void fixByRemoving(Issue& issue, const QString& label, const format::JsonPath& path) const;

    /// Replaces bytes of the file.
    void fixAt(Issue& issue, const QString& label, format::Span span, const QString& text) const;
    void fixBy(Issue& issue, const QString& label, format::TextEdits edits) const;
    /// Marks the fix, where there is one, as a guess.
    static void askFirst(Issue& issue);

    static QString tr(const char* text, int n = -1);

private:
    const RuleContext& m_context;
    const Rule& m_rule;
    std::vector<Issue>& m_issues;
};

/// Adapts a function of a Report to a Rule's check.
template <void (*function)(Report&)>
void checkWith(const RuleContext& context, const Rule& rule, std::vector<Issue>& issues) {
    Report report(context, rule, issues);
    function(report);
}

} // namespace catalog
