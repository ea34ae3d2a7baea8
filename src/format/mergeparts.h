// SPDX-License-Identifier: MIT
#pragma once

#include "format/merge.h"

namespace format {

/// What the parts of a merge share: where conflicts go and how they are decided.
struct MergeRun {
    std::vector<MergeChoice> choices;
    bool onlyConflicts = false; ///< leaves out what only I changed, and decides every conflict for the base
    bool areNotesWhole = false; ///< the rows of the notes cannot be told apart
    Merge result;

    MergeChoice choiceFor(std::size_t conflict) const {
        if (onlyConflicts)
            return {MergeChoice::Side::Base, {}};
        return conflict < choices.size() ? choices[conflict] : MergeChoice();
    }
};

/// `theirs` with my changes of the front matter; nothing where that cannot be done safely.
std::optional<Document> mergeFields(const Document& base, const Document& mine, const Document& theirs,
                                    MergeRun& run);

/// The merged show notes; nothing where that cannot be done safely. Spans of conflicts count in them.
std::optional<std::string> mergeNotes(const Document& base, const Document& mine, const Document& theirs,
                                      MergeRun& run);

/// A value spelled in one way: equal texts are equal values.
std::string canonicalJson(std::string_view text, const JsonTree& tree, JsonId id);

/// Whether a key stands twice somewhere in the front matter.
bool hasDuplicateKeys(const Document& document);

} // namespace format
