// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalogindex.h"
#include "catalog/episode.h"
#include "catalog/issue.h"
#include "catalog/registry.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace catalog {

class LinkFindings;
class MediaFindings;

/// Everything that a rule may look at.
struct RuleContext {
    EpisodeId id;
    QString path; ///< absolute
    const format::Document& document;
    const Registry& registry;
    const CatalogIndex& index;
    std::function<QString(EpisodeId)> pathOf; ///< another episode's relative path, for messages
    bool isInShowFolder = false;              ///< the file lies in content/show/<slug>/
    const LinkFindings* links = nullptr;      ///< what asking the servers found, where anybody asked
    const MediaFindings* media = nullptr;     ///< what measuring enclosures found, where anybody did
};

/// A rule: a pure function with the ids that it may report.
struct Rule {
    const char* id;
    Severity severity;
    const char* summary; ///< one sentence for lists of rules, English source text
    void (*check)(const RuleContext& context, const Rule& rule, std::vector<Issue>& issues);
};

std::span<const Rule> fileRules();       ///< rules/file.cpp
std::span<const Rule> encodingRules();   ///< rules/encoding.cpp
std::span<const Rule> keyRules();        ///< rules/keys.cpp
std::span<const Rule> identityRules();   ///< rules/identity.cpp
std::span<const Rule> textRules();       ///< rules/text.cpp
std::span<const Rule> dateRules();       ///< rules/dates.cpp
std::span<const Rule> peopleRules();     ///< rules/people.cpp
std::span<const Rule> tagRules();        ///< rules/tags.cpp
std::span<const Rule> mediaRules();      ///< rules/enclosure.cpp
std::span<const Rule> mediaCheckRules(); ///< rules/mediachecks.cpp
std::span<const Rule> addressRules();    ///< rules/addresses.cpp
std::span<const Rule> pageRules();       ///< rules/pages.cpp
std::span<const Rule> chapterRules();    ///< rules/chapters.cpp
std::span<const Rule> valueRules();      ///< rules/value.cpp
std::span<const Rule> transcriptRules(); ///< rules/transcripts.cpp
std::span<const Rule> bodyRules();       ///< rules/body.cpp
std::span<const Rule> linkRules();       ///< rules/links.cpp
std::span<const Rule> linkUrlRules();    ///< rules/linkurls.cpp
std::span<const Rule> linkTextRules();   ///< rules/linktexts.cpp
std::span<const Rule> linkCheckRules();  ///< rules/linkchecks.cpp
std::vector<const Rule*> allRules();

std::vector<Issue> checkEpisode(const RuleContext& context);

} // namespace catalog
