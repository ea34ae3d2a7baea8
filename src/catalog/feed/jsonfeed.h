// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"
#include "format/result.h"

#include <string>

namespace catalog {

/// Reads a JSON Feed, version 1 or 1.1 (https://www.jsonfeed.org/version/1.1/): the first attachment with
/// sound is the enclosure. An error's offset counts in `utf8`.
format::Result<Feed> readJsonFeed(const std::string& utf8);

} // namespace catalog
