// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"
#include "catalog/issue.h"
#include "catalog/registry.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace catalog {

/// What rules may know of the other episodes: which share a GUID, number or slug.
class CatalogIndex {
public:
    /// Identities of one episode, normalised: GUID in lower case, `show/number`, `show/slug`.
    struct Keys {
        QString guid, number, slug;
        bool operator==(const Keys&) const = default;
    };
    static Keys keysOf(const format::Document& document, const QString& path);

    void set(EpisodeId id, const Keys& keys);
    void remove(EpisodeId id);
    Keys keys(EpisodeId id) const { return m_keys.value(id); }
    QList<EpisodeId> withGuid(const QString& guid) const { return m_guids.values(guid); }
    QList<EpisodeId> withNumber(const QString& number) const { return m_numbers.values(number); }
    QList<EpisodeId> withSlug(const QString& slug) const { return m_slugs.values(slug); }

private:
    QHash<EpisodeId, Keys> m_keys;
    QMultiHash<QString, EpisodeId> m_guids, m_numbers, m_slugs;
};

/// Everything that a rule may look at.
struct RuleContext {
    EpisodeId id;
    QString path; ///< absolute
    const format::Document& document;
    const Registry& registry;
    const CatalogIndex& index;
    std::function<QString(EpisodeId)> pathOf; ///< another episode's relative path, for messages
    bool isInShowFolder = false;              ///< the file lies in content/show/<slug>/
};

/// A rule: a pure function with the ids that it may report.
struct Rule {
    const char* id;
    Severity severity;
    const char* summary; ///< one sentence for lists of rules, English source text
    void (*check)(const RuleContext& context, const Rule& rule, std::vector<Issue>& issues);
};

std::span<const Rule> fileRules();     ///< rules/file.cpp
std::span<const Rule> identityRules(); ///< rules/identity.cpp
std::span<const Rule> dateRules();     ///< rules/dates.cpp
std::span<const Rule> mediaRules();    ///< rules/enclosure.cpp
std::span<const Rule> peopleRules();   ///< rules/people.cpp
std::span<const Rule> linkRules();     ///< rules/links.cpp
std::span<const Rule> textRules();     ///< rules/text.cpp
std::vector<const Rule*> allRules();

std::vector<Issue> checkEpisode(const RuleContext& context);

} // namespace catalog
