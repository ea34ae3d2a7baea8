// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/feed/feeditem.h"
#include "catalog/proposaltask.h"

#include <QDateTime>

#include <atomic>

namespace catalog {

struct FeedOptions {
    bool withDrafts = false; ///< and episodes of the future, which the site does not publish either
    std::size_t limit = 0;   ///< the newest so many; 0: all
    QDateTime now = QDateTime::currentDateTimeUtc();
};

/// What a thread needs to make a show's feed: values that do not change.
struct ShowFeedSource {
    QString show;
    QString contentFolder;
    Registry registry;
    std::vector<EpisodeText> episodes; ///< the show's readable ones
};
ShowFeedSource showFeedSource(const Catalog& catalog, const QString& show);

/// A show as a feed, the newest episode first, and which episode each item is.
struct ShowFeed {
    Feed feed;
    std::vector<EpisodeId> episodes;
};
/// For any thread. Ends early, with what there is, once `isCancelled` says so.
ShowFeed showFeed(const ShowFeedSource& source, const FeedOptions& options,
                  const std::atomic<bool>* isCancelled = nullptr);

/// An episode's transcripts, whatever their addresses are.
std::vector<FeedTranscript> transcriptsOf(const format::Document& document);

/// One episode as an item. `site` makes addresses whole.
FeedItem feedItemOf(const format::Document& document, const Registry& registry, const QString& site);

} // namespace catalog
