// SPDX-License-Identifier: MIT
#include "catalog/search/searchindex.h"

#include "catalog/catalog.h"
#include "catalog/search/fetching.h"

namespace catalog {

SearchIndex::SearchIndex(const Catalog& catalog, Asks asks)
    : m_catalog(catalog)
    , m_asks(asks) {}

bool SearchIndex::matches(EpisodeId id, const SearchQuery& query, const std::vector<Issue>* issues) const {
    const Episode& episode = m_catalog.episode(id);
    if (m_asks == Asks::Often)
        return query.matches({m_catalog, episode, episode.searchText(), issues});
    const SearchText text(episode.sharedText(), SearchText::Signature::None);
    return query.matches({m_catalog, episode, text, issues});
}

void SearchIndex::lookAhead(std::span<const EpisodeId> ids, std::size_t at, const SearchQuery& query) const {
    constexpr std::size_t step = 4; // episodes that are asked while the bytes of one come
    const auto episodeIn = [&](std::size_t steps) {
        const std::size_t place = at + steps * step;
        return place < ids.size() ? &m_catalog.episode(ids[place]) : nullptr;
    };
    // What leads to the next is there by the time when it is its turn.
    if (const Episode* episode = episodeIn(3))
        fetch(episode, sizeof(Episode));
    const auto textIn = [&](std::size_t steps) {
        const Episode* episode = episodeIn(steps);
        return episode ? episode->madeSearchText() : nullptr;
    };
    if (const SearchText* text = textIn(2))
        text->fetchSignature(query.words());
    if (const SearchText* text = textIn(1))
        text->fetchText(query.words());
}

} // namespace catalog
