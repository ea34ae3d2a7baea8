// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"
#include "catalog/search/searchquery.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace catalog {

class Catalog;

/// The folded text of every episode (all of it: front matter and show notes), kept up to date. Built on first
/// use of each episode.
class SearchIndex {
public:
    explicit SearchIndex(const Catalog& catalog);

    /// `issues`: what the rules found of it; nullptr where they did not run.
    bool matches(EpisodeId id, const SearchQuery& query, const std::vector<Issue>* issues = nullptr) const;
    void invalidate(EpisodeId id);
    void clear();

private:
    const Catalog& m_catalog;
    mutable std::vector<std::optional<std::string>> m_folded;
};

} // namespace catalog
