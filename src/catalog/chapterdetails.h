// SPDX-License-Identifier: MIT
#pragma once

#include "format/document.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace catalog {

/// What an episode's list of chapters says of itself (Podcasting 2.0 JSON chapters 1.2, the top-level
/// members).
struct ChapterDetails {
    QString version; ///< of the format; the only one that is required
    QString author;
    QString title;
    QString podcastName;
    QString description;
    QString fileName;
    std::optional<bool> waypoints; ///< whether the chapters' locations are to be shown as one route
    friend bool operator==(const ChapterDetails&, const ChapterDetails&) = default;
};

/// What stands in `podcast_chapters`; what is missing, null or of another type reads as nothing.
ChapterDetails chapterDetailsOf(const format::Document& document);
/// Whether there is an object to say them.
bool hasChapterDetails(const format::Document& document);
/// The members that hold something else than they should: they are read as nothing and never written.
QStringList oddChapterDetails(const format::Document& document);

/// Brings the members to these. One that is empty becomes null where it stands and is not added where it
/// does not; all other bytes stay. Error: there is no such object, or its key occurs twice.
format::Result<format::TextEdits> setChapterDetails(const format::Document& document,
                                                    const ChapterDetails& details);

} // namespace catalog
