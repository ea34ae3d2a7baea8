// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"
#include "format/linklist.h"

#include <vector>

namespace catalog {

class Catalog;

/// A link that a show's episodes have again and again.
struct CommonLink {
    format::LinkParts parts; ///< as its newest episode has it
    int uses = 0;            ///< of the last episodes that were looked at
};

/// The last episodes of the show of `id` by date, newest first, itself not among them.
std::vector<EpisodeId> lastEpisodes(const Catalog& catalog, EpisodeId id, std::size_t count = 20);

/// How the show of `id` begins its list of links: as its newest episode with one.
format::NotesStyle notesStyleFor(const Catalog& catalog, EpisodeId id);

/// Links that at least two of the show's last episodes have and that `id` has not, the most used first.
std::vector<CommonLink> commonLinks(const Catalog& catalog, EpisodeId id);

/// The usual set: the addresses of the episode's sponsors first, then what most of the show's last episodes
/// have. Nothing that `id` has already.
std::vector<format::LinkParts> usualLinks(const Catalog& catalog, EpisodeId id);

} // namespace catalog
