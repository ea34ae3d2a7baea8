// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedcomparison.h"
#include "catalog/newepisodeplan.h"

#include <QSet>

#include <memory>

namespace catalog {

/// A new item of a feed on its way to become an episode.
struct FeedEpisode {
    std::size_t item = 0;
    NewEpisodePlan plan;
    QString whyNot; ///< a sentence; empty where it can be made
};

/// Makes the new items of a feed episodes of a show, some at a time where there are thousands: each has the
/// item's number, else the next free one. UI thread.
class FeedEpisodePlanner {
public:
    FeedEpisodePlanner(const Catalog& catalog, const QString& show, std::shared_ptr<const Feed> feed,
                       std::vector<std::size_t> newItems, bool areDrafts);

    /// Plans one more; false: all are planned.
    bool step();
    int done() const { return static_cast<int>(m_episodes.size()); }
    int total() const { return static_cast<int>(m_items.size()); }
    std::vector<FeedEpisode> take() { return std::move(m_episodes); }

private:
    std::shared_ptr<const Feed> m_feed;
    std::vector<std::size_t> m_items; ///< indexes of the new ones
    bool m_areDrafts;
    NewEpisodePlan m_suggested;
    QString m_next;         ///< the number of the next item that has none
    QSet<QString> m_stated; ///< padded numbers of the items
    QSet<QString> m_taken;  ///< paths
    std::vector<FeedEpisode> m_episodes;
};

/// All of them at once.
std::vector<FeedEpisode> feedEpisodes(const Catalog& catalog, const QString& show, const Feed& feed,
                                      const FeedComparison& comparison, bool areDrafts);

/// The file's text: as the show's last episode would go on, with all that the feed says.
format::Result<std::string> textOf(const FeedEpisode& episode, const FeedItem& item,
                                   const FeedHabits& habits);

} // namespace catalog
