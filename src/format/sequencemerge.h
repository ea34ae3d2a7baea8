// SPDX-License-Identifier: MIT
#pragma once

#include "format/span.h"

#include <optional>
#include <string>
#include <vector>

namespace format {

/// One item of a sequence to merge: a row of the notes, an element of a list.
struct SequenceItem {
    std::string key;         ///< items with equal keys are the same
    std::string identity;    ///< items that differ but are about the same thing; empty: not known
    std::string alias;       ///< tells it where the identity itself was changed
    bool isListItem = false; ///< two of these that were added at the same place can stand one below the other
};
using Sequence = std::vector<SequenceItem>;

struct MergedItem {
    enum class Side { Mine, Theirs };
    Side side = Side::Theirs;
    std::size_t index = 0; ///< in that side's sequence
};

/// A stretch of the merged sequence.
struct MergedPiece {
    enum class Kind {
        Same,     ///< nobody changed it, or both alike
        Mine,     ///< only I changed it
        Theirs,   ///< only they changed it
        Both,     ///< both added items here, which stand below each other now
        Conflict, ///< both changed it; `items` are mine
    };
    Kind kind = Kind::Same;
    Span base, mine, theirs; ///< ranges of items
    std::vector<MergedItem> items;
};

/// Brings two changed sequences together, item by item. Where an item stands and what it says are two
/// questions: one that one side moved and the other changed is changed at its new place; one that both moved
/// stays where they put it; one that both added is there once. Nothing where that cannot be done safely.
std::optional<std::vector<MergedPiece>> mergeSequences(const Sequence& base, const Sequence& mine,
                                                       const Sequence& theirs);

} // namespace format
