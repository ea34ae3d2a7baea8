// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"
#include "format/result.h"

#include <string_view>

namespace catalog {

/// Reads the bytes of a feed: RSS 2.0, or JSON Feed 1.1. RSS in UTF-8, UTF-16, ISO-8859-1 or Windows-1252, as
/// its declaration says; JSON in UTF-8. Errors name line and column: whatever is no feed, is larger or deeper
/// than feedlimits allow, is in another encoding than it says, or brings a document type with entities of its
/// own.
format::Result<Feed> readFeed(std::string_view bytes);

} // namespace catalog
