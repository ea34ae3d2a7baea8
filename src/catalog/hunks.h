// SPDX-License-Identifier: MIT
#pragma once

#include "format/document.h"

#include <string>
#include <vector>

namespace catalog {

/// One place where a document differs from its saved form.
struct Hunk {
    enum class Kind {
        Changed,  ///< a value, or a row of the notes
        Added,    ///< a member, an element, a row
        Removed,  ///< likewise
        Spelling, ///< the same value, written otherwise
        Layout,   ///< white space between values
        LineEnds, ///< LF or CRLF
        Lead,     ///< before the front matter: a byte order mark, white space
    };
    Kind kind = Kind::Changed;
    format::Span saved, now; ///< the bytes to exchange, with the comma or line end that belongs to them
    format::Span savedItem, nowItem; ///< the value, member or row in them; empty where there is none
    format::JsonPath path;           ///< of the value; empty in the notes
    bool isInNotes = false;
    int savedRow = -1, nowRow = -1; ///< rows of Document::links(), where the notes can be read
    /// Equal in a Removed and an Added hunk of one container: the same thing at another place.
    std::string identity;
    int parts = 1; ///< how many values or rows this is: more where nothing stands between them to part them
    int container = 0; ///< equal for parts of the same object, list or notes
    /// The hunk that this one is a part of: a blank line beside the row that came with it; -1: none.
    int joins = -1;
};

/// Where `now` differs from `saved`, in the order of the files: as few values, elements and rows as can be.
/// Hunks never overlap. Putting the saved bytes of any of them back (members that moved: of both) leaves a
/// file that can be read; putting all of them back leaves the saved file, byte by byte.
std::vector<Hunk> hunksOf(const format::Document& saved, const format::Document& now);

} // namespace catalog
