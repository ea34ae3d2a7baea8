// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>
#include <vector>

namespace catalog {

/// Where a chapter speaks of (Podcasting 2.0 JSON chapters 1.2).
struct ChapterLocation {
    QString name;
    QString geo; ///< a geo URI, RFC 5870
    QString osm; ///< an OpenStreetMap identifier
    friend bool operator==(const ChapterLocation&, const ChapterLocation&) = default;
};

/// One chapter, as every chapter format can say it at most; times in milliseconds from the start.
struct Chapter {
    qint64 start = 0;
    std::optional<qint64> end; ///< absent: until the next chapter
    QString title;
    QString url;              ///< empty: none
    QString image;            ///< an address; empty: none
    bool isInContents = true; ///< `toc`: false hides it from the table of contents
    std::optional<ChapterLocation> location;
    friend bool operator==(const Chapter&, const Chapter&) = default;
};

using Chapters = std::vector<Chapter>;

} // namespace catalog
