// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedoffers.h"
#include "catalog/feed/showfeed.h"
#include "catalog/proposal.h"

#include <functional>

namespace catalog {

enum class KnownBy { Guid, Enclosure, NumberAndTitle };

/// An item that the catalogue has already.
struct KnownItem {
    std::size_t item = 0;
    EpisodeId id;
    KnownBy by = KnownBy::Guid;
    int differences = 0;
};

/// A feed beside the catalogue.
struct FeedComparison {
    std::vector<std::size_t> newItems;    ///< the oldest first
    std::vector<KnownItem> known;         ///< in the feed's order
    Proposal proposal;                    ///< what could be updated; ticked where the episode says nothing
    std::vector<std::string_view> fields; ///< the key of each change of the proposal
    QHash<std::size_t, QStringList> notTaken; ///< of an item: what no field can hold
    FeedHabits habits;                        ///< of the show that new items go to
    bool isWhole = false;                     ///< it was not cancelled

    int updates() const { return static_cast<int>(proposal.changes.size()); }
};

/// What comparing wants to know: every readable episode of the catalogue, for an item of another show is
/// known, too; and the show that new items go to.
ShowFeedSource comparisonSource(const Catalog& catalog, const QString& show);

/// For any thread. Items are known by their GUID, else by their enclosure's address, else, within the show,
/// by number and title. `proceed` is told how far it is, and ends it by returning false.
FeedComparison compareFeed(const Feed& feed, const ShowFeedSource& source,
                           const std::function<bool(int done, int total)>& proceed = {});

} // namespace catalog
