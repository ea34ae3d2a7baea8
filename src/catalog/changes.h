// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace catalog {

/// One unsaved change of an episode, as people speak of it, and what takes just it back.
struct Change {
    enum class Kind {
        Changed,
        Added,
        Removed,
        Moved,    ///< at another place; changed as well where `before` and `after` differ
        Spelling, ///< the same value, written otherwise
        Layout,   ///< white space of the front matter
        LineEnds, ///< LF or CRLF
        FinalLineEnd,
        Lead, ///< byte order mark or white space before the front matter
        File, ///< the file as a whole: as it is on the disk, it cannot be read
    };
    Kind kind = Kind::Changed;
    QString place;         ///< "Guests", "Chapters: chapter 3, title", "Link"
    QString before, after; ///< the values in words; empty where there is none
    std::string field;     ///< the top-level key, or "body"
    format::Span saved;    ///< where it stood in the saved text
    format::Span now;      ///< where it stands in the present one
    /// Puts the saved bytes back, in the text that was compared. Empty for Kind::File alone.
    format::TextEdits edits;
    /// How many values or rows `edits` takes back that cannot go back one by one: 1 where it stands alone.
    int parts = 1;

    bool operator==(const Change&) const = default;
};

/// What differs between an episode's saved text and the present one, in the order of the file. Taking them
/// back one after the other, in any order and each time with what changesOf() says then, gives the saved file
/// byte by byte.
std::vector<Change> changesOf(const format::Document& saved, const format::Document& now);
/// The same; of an episode whose file was refused and is read by another table, one change of the file.
std::vector<Change> changesOf(const Episode& episode);

/// "+ wes", "old → new", "2 rows moved": the change in one line, without its place.
QString summaryOf(const Change& change);

} // namespace catalog
