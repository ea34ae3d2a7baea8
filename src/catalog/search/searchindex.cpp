// SPDX-License-Identifier: MIT
#include "catalog/search/searchindex.h"

#include "catalog/catalog.h"

namespace catalog {

SearchIndex::SearchIndex(const Catalog& catalog)
    : m_catalog(catalog) {}

bool SearchIndex::matches(EpisodeId id, const SearchQuery& query, const std::vector<Issue>* issues) const {
    const auto place = static_cast<std::size_t>(id.value);
    if (place >= m_folded.size())
        m_folded.resize(static_cast<std::size_t>(m_catalog.size()));
    if (!m_folded[place])
        m_folded[place] = foldForSearch(m_catalog.episode(id).text());
    return query.matches({m_catalog, m_catalog.episode(id), *m_folded[place], issues});
}

void SearchIndex::invalidate(EpisodeId id) {
    if (static_cast<std::size_t>(id.value) < m_folded.size())
        m_folded[static_cast<std::size_t>(id.value)].reset();
}

void SearchIndex::clear() {
    m_folded.clear();
}

} // namespace catalog
