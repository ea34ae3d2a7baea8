// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace catalog {

/// A stored date as Hugo reads it and this program writes it: `YYYY-MM-DD`, or RFC 3339 in seconds with an
/// offset.
struct EpisodeDate {
    QDate date;
    std::optional<QTime> time;        ///< absent: date only
    std::optional<int> offsetSeconds; ///< absent: no offset; `Z` is 0
    bool usesZ = false;               ///< written `Z`, not `+00:00`

    bool isComplete() const { return time && offsetSeconds; }
    /// The moment; date-only and offset-less values count as UTC, as in Hugo.
    QDateTime moment() const;
    QString toString() const;
    bool operator==(const EpisodeDate&) const = default;
};
/// Only the two forms above, and `YYYY-MM-DDThh:mm:ss` without offset; anything else is no value.
std::optional<EpisodeDate> parseEpisodeDate(const QString& stored);
/// `±hh:mm`, as in `UTC−08:00` without the "UTC"; hyphen-minus.
QString offsetText(int seconds);

enum class GuidState { Valid, Nil, Invalid };
/// RFC 9562 text form, any case, hyphenated, no braces.
GuidState guidStateOf(const QString& guid);
QString newGuid(); ///< version 4, lower case

/// `HH:MM:SS` (or `H:MM:SS`) to seconds.
std::optional<qint64> parseDuration(const QString& stored);
QString durationText(qint64 seconds); ///< `HH:MM:SS`

QString paddedNumber(const QString& number); ///< "605" → "0605"; words stay
/// May a file be called so, its ending apart: `[a-z0-9][a-z0-9._-]{0,99}`? Safe on every system, in addresses
/// and in shells.
bool isSafeName(QStringView name);
/// The same with capitals: "T-0".
bool isSafeInAnyCase(QStringView name);
/// A name and an ending, both safe, and no folder before them: "0605.md".
bool isSafeFileName(const QString& fileName);
/// An absolute http or https URL with a host, no user info, no control or bidi characters. RFC 3986.
bool isWebUrl(const QString& url);

} // namespace catalog
