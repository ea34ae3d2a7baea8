// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedcomparison.h"
#include "catalog/newepisodeplan.h"

namespace catalog {

/// A new item of a feed on its way to become an episode.
struct FeedEpisode {
    std::size_t item = 0;
    NewEpisodePlan plan;
    QString whyNot; ///< a sentence; empty where it can be made
};

/// The new items of a feed as episodes of a show: each has the item's number, else the next free one.
std::vector<FeedEpisode> feedEpisodes(const Catalog& catalog, const QString& show, const Feed& feed,
                                      const FeedComparison& comparison, bool areDrafts);

/// The file's text: as the show's last episode would go on, with all that the feed says.
format::Result<std::string> textOf(const FeedEpisode& episode, const FeedItem& item,
                                   const FeedHabits& habits);

} // namespace catalog
