// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

namespace catalog {

/// The first of these episodes whose slug this is, in any case: sites publish addresses in lower case.
/// Invalid where none is. Quick: only texts that say so are parsed.
EpisodeId holderOfSlug(const Catalog& catalog, const std::vector<EpisodeId>& among, const QString& slug);

} // namespace catalog
