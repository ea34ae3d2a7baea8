// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace catalog {

/// From one number to another, both included; an open end is absent.
struct SearchRange {
    std::optional<qint64> from;
    std::optional<qint64> to;
    bool holds(qint64 value) const { return (!from || value >= *from) && (!to || value <= *to); }
    bool operator==(const SearchRange&) const = default;
};

/// What a value of a search stands for: numbers as they are, days as Julian days, lengths in seconds, sizes
/// in bytes.
enum class SearchUnit { Number, Day, Seconds, Bytes };

/// `600`, `600..610`, `600..`, `..20`, `>600`, `>=600`, `<20`, `<=20`; days `2024`, `2024-03`, `2024-03-05`;
/// lengths `1h`, `90m`, `1h30m`, `45s`, `1:02:03`, `62:03`; sizes `50M`, `900k`. A length or size without
/// sign means all that people call so: `46m` is from 46:00 to 46:59. No value where it is none of these.
std::optional<SearchRange> parseSearchRange(const QString& text, SearchUnit unit);

} // namespace catalog
