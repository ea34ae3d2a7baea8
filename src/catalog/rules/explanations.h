// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/rules/rule.h"

namespace catalog {

/// What a rule's fix is, where it has one for what it found.
enum class FixKind {
    None, ///< it never has one
    Safe, ///< it changes only what is wrong
    Look  ///< a guess: people look at it before they keep it
};

/// A rule in the words of somebody who makes a podcast: what it looks at, why that matters, what to do.
struct RuleExplanation {
    const char* rule;
    FixKind fix;
    const char* text; ///< English source text, of the context "Rules"
};

std::span<const RuleExplanation> siteExplanations();    ///< explanations/site.cpp
std::span<const RuleExplanation> wordExplanations();    ///< explanations/words.cpp
std::span<const RuleExplanation> mediaExplanations();   ///< explanations/media.cpp
std::span<const RuleExplanation> chapterExplanations(); ///< explanations/chapters.cpp
std::span<const RuleExplanation> noteExplanations();    ///< explanations/notes.cpp
std::vector<const RuleExplanation*> allRuleExplanations();

/// Null where there is no such rule.
const RuleExplanation* ruleExplanation(std::string_view rule);
/// Translated; empty where there is no such rule.
QString ruleExplanationText(std::string_view rule);
QString ruleSummary(const Rule& rule);
QString fixKindText(FixKind kind); ///< "safe fix"

/// A family of rules under its heading.
struct RuleFamily {
    QString heading;
    std::vector<const Rule*> rules;
};
std::vector<RuleFamily> ruleFamilies();

} // namespace catalog
