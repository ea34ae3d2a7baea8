// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"

#include <QString>

#include <vector>

namespace catalog {

/// One change of one episode that somebody may tick before it is made.
struct ProposedChange {
    EpisodeId id;
    QString place;           ///< a field's label, "Link", "Show notes" …
    QString before;          ///< as people read it, with what stands around it where that helps
    QString after;           ///< empty: nothing is left
    format::TextEdits edits; ///< of the episode's text as it is now
    bool isTicked = true;
};

/// An episode that a proposal does not touch, though it was asked for.
struct LeftOut {
    EpisodeId id;
    QString why;
};

/// What could be done to some episodes, before any of it is done.
struct Proposal {
    std::vector<ProposedChange> changes;
    std::vector<LeftOut> leftOut;

    bool isEmpty() const { return changes.empty() && leftOut.empty(); }
};

/// The ticked changes of a proposal as one edit an episode.
struct Gathered {
    std::vector<Edit> edits; ///< by episode
    int made = 0;            ///< changes that are in them
    int leftOut = 0;         ///< ticked ones that touch the same bytes as an earlier one: for the next time
};

Gathered gathered(const Proposal& proposal);

/// The same for some of them, such as one episode's.
Gathered gathered(const std::vector<const ProposedChange*>& changes);

} // namespace catalog
