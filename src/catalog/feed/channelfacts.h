// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"
#include "catalog/registry.h"

namespace catalog {

/// Where a site is in the world: its settings' `baseURL` (hugo, config; TOML or YAML; beside the content
/// folder or in config/_default), without a last slash; empty where none says.
QString siteAddress(const QString& contentFolder);

/// What a show's own pages say for its feed: `title`, `description`, `language`, `author`, `email`,
/// `copyright`, `explicit`, `itunes_categories`, `podcast_guid`, `medium`, `locked`, `website`, `feed_image`,
/// `header_image`, `[links.shownotes]` and `[links.support]` of `_index.md`, `rss` of `subscribe.md`; the
/// hosts from the registry. `site` makes the site's own addresses whole. A GUID that no page states follows
/// from the feed's address, as Podcasting 2.0 says.
FeedChannel channelFacts(const QString& contentFolder, const QString& show, const Registry& registry,
                         const QString& site);

/// Somebody as their page tells of them; one without a page by the id alone.
FeedPerson feedPerson(const Registry& registry, const QString& id, const QString& role, const QString& site);

/// An address of the site made whole; empty where it is none and there is no site.
QString wholeAddress(const QString& address, const QString& site);

/// The GUID of a feed: UUID version 5 of its address without scheme and last slashes (Podcasting 2.0).
QString podcastGuid(const QString& feedUrl);

} // namespace catalog
