// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/values.h"

#include <QString>

#include <optional>

namespace catalog {

/// A date of a feed: RFC 822 or RFC 2822 with or without the day's name, with years of two or four digits,
/// with numbers, the zones' names or a military letter (any but Z says nothing, so counts as UTC, as RFC 2822
/// wants); or RFC 3339. Without a zone it counts as UTC. A second 60 becomes 59.
std::optional<EpisodeDate> parseFeedDate(const QString& text);

/// `Fri, 15 Mar 2024 18:00:00 -0800` (RFC 2822); a date alone as midnight UTC, as the site takes it.
QString rfc2822Date(const EpisodeDate& date);

/// A duration in seconds: a number of them, `MM:SS` or `HH:MM:SS`, fractions rounded.
std::optional<qint64> parseFeedDuration(const QString& text);

} // namespace catalog
