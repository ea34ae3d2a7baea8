// SPDX-License-Identifier: MIT
#pragma once

#include "format/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace format {

/// What a part of an episode file is, for merging.
enum class MergeKind {
    File,  ///< all of it
    Field, ///< a value of the front matter, named by its path
    Rows,  ///< rows of the show notes
};

/// A place that both sides changed, each in another way. Texts are bytes as they stand in the three files;
/// absent: there is nothing in that file.
struct MergeConflict {
    MergeKind kind = MergeKind::File;
    JsonPath path; ///< Field
    std::optional<std::string> base, mine, theirs;
    std::optional<std::string> both; ///< both one after the other, where that makes sense
    std::string reason;              ///< File: why its parts cannot be told apart
    Span span;                       ///< where it stands in the merged text
};

/// Something that only they changed, and that is in the merged text now.
struct MergedChange {
    MergeKind kind = MergeKind::Field;
    JsonPath path;
    std::string base, theirs;
    int links = 0; ///< Rows: how many of them are links
    Span span;     ///< Rows: where they stand in the merged text
};

/// How a conflict is decided.
struct MergeChoice {
    enum class Side { Mine, Theirs, Both, Own, Base };
    Side side = Side::Mine;
    std::string own; ///< a JSON value for a field, lines for rows
};

struct Merge {
    std::string text;
    std::vector<MergedChange> taken;
    std::vector<MergeConflict> conflicts; ///< in the file's order; undecided ones read as mine
    /// What to take for the base from now on while conflicts are open: theirs, with what the conflicts were
    /// about as it stood before. Merged again, only the conflicts are left.
    std::string openBase;
};

/// Brings two changed versions of an episode file together. The result is the bytes of `theirs` with the
/// edits that bring my changes in: by field, by element of lists, by row of the notes. `choices` decide the
/// conflicts, in their order. Values that equal each other are no conflict, however they are spelled. Files
/// whose parts cannot be told apart are one conflict as a whole. `mine` and `theirs` are texts that open;
/// where `theirs` does not, the merged text is `mine`.
Merge mergeTexts(std::string_view base, std::string_view mine, std::string_view theirs,
                 const std::vector<MergeChoice>& choices = {});

} // namespace format
