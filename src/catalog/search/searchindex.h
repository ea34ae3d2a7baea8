// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"
#include "catalog/search/searchquery.h"

#include <vector>

namespace catalog {

class Catalog;

/// Asks episodes of a catalogue whether a search finds them.
class SearchIndex {
public:
    explicit SearchIndex(const Catalog& catalog);

    /// `issues`: what the rules found of it; nullptr where they did not run.
    bool matches(EpisodeId id, const SearchQuery& query, const std::vector<Issue>* issues = nullptr) const;

private:
    const Catalog& m_catalog;
};

} // namespace catalog
