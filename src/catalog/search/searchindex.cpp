// SPDX-License-Identifier: MIT
#include "catalog/search/searchindex.h"

#include "catalog/catalog.h"

namespace catalog {

SearchIndex::SearchIndex(const Catalog& catalog)
    : m_catalog(catalog) {}

bool SearchIndex::matches(EpisodeId id, const SearchQuery& query, const std::vector<Issue>* issues) const {
    const Episode& episode = m_catalog.episode(id);
    return query.matches({m_catalog, episode, episode.searchText(), issues});
}

} // namespace catalog
