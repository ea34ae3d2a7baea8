// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"
#include "format/result.h"

#include <string>

namespace catalog {

/// Reads RSS 2.0 with the iTunes and Podcasting 2.0 name spaces, content:encoded, Atom links and Podlove
/// Simple Chapters. Document types are refused, and so is what goes beyond feedlimits. An error's offset
/// counts in `utf8`.
format::Result<Feed> readRss(const std::string& utf8);

} // namespace catalog
