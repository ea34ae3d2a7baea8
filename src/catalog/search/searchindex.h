// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"
#include "catalog/search/searchquery.h"

#include <span>
#include <vector>

namespace catalog {

class Catalog;

/// Asks episodes of a catalogue whether a search finds them.
class SearchIndex {
public:
    /// Once: one search over texts that were just read, for which no signatures are made.
    enum class Asks { Often, Once };
    explicit SearchIndex(const Catalog& catalog, Asks asks = Asks::Often);

    /// `issues`: what the rules found of it; nullptr where they did not run.
    bool matches(EpisodeId id, const SearchQuery& query, const std::vector<Issue>* issues = nullptr) const;
    /// To be called before each `ids[at]` is asked, one after the other: has the processor bring what the
    /// next ones need. The texts of a large catalogue lie far away, and waiting for them takes longer than
    /// reading.
    void lookAhead(std::span<const EpisodeId> ids, std::size_t at, const SearchQuery& query) const;

private:
    const Catalog& m_catalog;
    Asks m_asks;
};

} // namespace catalog
