// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace catalog {

/// `h:mm:ss`, `m:ss` or seconds, each with a fraction behind a point or comma or without one, in
/// milliseconds; nothing else, and nothing later than `chapterlimits::milliseconds`. The first number may be
/// as large as it likes (`75:00` is an hour and a quarter), the others are below 60.
std::optional<qint64> parseClock(std::string_view text);

/// The same, but only with a colon.
std::optional<qint64> parseColonClock(std::string_view text);

/// Seconds in milliseconds, rounded; nothing where it is no number of them or too late.
std::optional<qint64> millisecondsOf(double seconds);

std::string fullClock(qint64 milliseconds);  ///< `HH:MM:SS.mmm`; hours have more digits where they must
std::string shortClock(qint64 milliseconds); ///< `m:ss` or `h:mm:ss`; what is below a second is left out
std::string plainSeconds(qint64 milliseconds, int leastDecimals = 0); ///< `79`, `79.5`; `79.000000` with 6

} // namespace catalog
