// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"

#include <QByteArray>

namespace catalog {

/// A feed as RSS 2.0 in UTF-8 with the iTunes and Podcasting 2.0 name spaces, content:encoded, Atom's link to
/// itself and Podlove Simple Chapters. What is not known is left out; feedcheck says what is missing. No
/// character that XML cannot hold, and no time of day: the same feed gives the same bytes.
QByteArray writeRss(const Feed& feed);

} // namespace catalog
