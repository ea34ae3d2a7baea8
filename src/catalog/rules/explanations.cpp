// SPDX-License-Identifier: MIT
#include "catalog/rules/explanations.h"

#include <QCoreApplication>

#include <array>
#include <map>

namespace catalog {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Rules", text);
}

struct Heading {
    const char* text;
    std::initializer_list<std::span<const Rule> (*)()> tables;
};

/// In the order that a reader looks for them: the file, what is told of an episode, its files, its notes.
const std::array<Heading, 12>& headings() {
    static const std::array<Heading, 12> all = {{
        {QT_TRANSLATE_NOOP("Rules", "File and encoding"), {fileRules, encodingRules}},
        {QT_TRANSLATE_NOOP("Rules", "Keys"), {keyRules}},
        {QT_TRANSLATE_NOOP("Rules", "Show, number and GUID"), {identityRules}},
        {QT_TRANSLATE_NOOP("Rules", "Title and description"), {textRules}},
        {QT_TRANSLATE_NOOP("Rules", "Date"), {dateRules}},
        {QT_TRANSLATE_NOOP("Rules", "Image, people and sponsors"), {peopleRules}},
        {QT_TRANSLATE_NOOP("Rules", "Tags"), {tagRules}},
        {QT_TRANSLATE_NOOP("Rules", "Audio and video"), {mediaRules, mediaCheckRules, addressRules}},
        {QT_TRANSLATE_NOOP("Rules", "Pages of the episode"), {pageRules}},
        {QT_TRANSLATE_NOOP("Rules", "Chapters"), {chapterRules}},
        {QT_TRANSLATE_NOOP("Rules", "Transcripts and payments"), {transcriptRules, valueRules}},
        {QT_TRANSLATE_NOOP("Rules", "Show notes and links"),
         {bodyRules, linkRules, linkUrlRules, linkTextRules, linkCheckRules}},
    }};
    return all;
}

} // namespace

std::vector<const RuleExplanation*> allRuleExplanations() {
    std::vector<const RuleExplanation*> all;
    for (const auto table : {siteExplanations(), wordExplanations(), mediaExplanations(),
                             chapterExplanations(), noteExplanations()})
        for (const RuleExplanation& explanation : table)
            all.push_back(&explanation);
    return all;
}

const RuleExplanation* ruleExplanation(std::string_view rule) {
    static const auto byRule = [] {
        std::map<std::string_view, const RuleExplanation*> map;
        for (const RuleExplanation* explanation : allRuleExplanations())
            map.emplace(explanation->rule, explanation);
        return map;
    }();
    const auto found = byRule.find(rule);
    return found == byRule.end() ? nullptr : found->second;
}

QString ruleExplanationText(std::string_view rule) {
    const RuleExplanation* found = ruleExplanation(rule);
    return found ? tr(found->text) : QString();
}

QString ruleSummary(const Rule& rule) {
    return tr(rule.summary);
}

QString fixKindText(FixKind kind) {
    switch (kind) {
    case FixKind::Safe:
        return tr("safe fix");
    case FixKind::Look:
        return tr("fix wants a look");
    case FixKind::None:
        break;
    }
    return tr("no fix");
}

std::vector<RuleFamily> ruleFamilies() {
    std::vector<RuleFamily> families;
    for (const Heading& heading : headings()) {
        RuleFamily& family = families.emplace_back(RuleFamily{tr(heading.text), {}});
        for (const auto table : heading.tables)
            for (const Rule& rule : table())
                family.rules.push_back(&rule);
    }
    return families;
}

} // namespace catalog
