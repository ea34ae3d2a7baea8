// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"

#include <QString>

#include <vector>

namespace catalog {

/// Who says so.
enum class FeedAuthority { Rss, Apple, Podcasting };

/// One thing in which a feed does not keep to the published rules: RSS 2.0 (rssboard.org/rss-specification),
/// Apple's requirements for podcasts (help.apple.com/itc/podcasts_connect), Podcasting 2.0's name space.
struct FeedFinding {
    QString rule; ///< "channel-image"
    FeedAuthority authority = FeedAuthority::Rss;
    bool isRequired = true; ///< else it is only recommended
    int item = -1;          ///< index; -1: the show itself
    QString message;        ///< what is wrong and why it matters, a sentence or two

    friend bool operator==(const FeedFinding&, const FeedFinding&) = default;
};

/// Findings of the show first, then of its items in the feed's order.
std::vector<FeedFinding> checkFeed(const Feed& feed);

/// "RSS 2.0", "Apple Podcasts", "Podcasting 2.0".
QString nameOf(FeedAuthority authority);
/// What the finding is about: the show, or "605: The title".
QString subjectOf(const FeedFinding& finding, const Feed& feed);

/// Whether Apple has this category, "Technology" or "Society & Culture > Documentary".
bool isAppleCategory(const QString& category);

} // namespace catalog
