// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/people.h"

#include <vector>

namespace catalog {

/// An id to be written differently in every episode: another one that is used or has a page already makes it
/// a merge, an empty one takes the id out.
struct IdChange {
    PersonKey from;
    QString to;

    bool isRemoval() const { return to.isEmpty(); }
};

/// What an IdChange does: one edit an episode, and the episodes that it cannot change.
struct PeopleChange {
    struct Skipped {
        EpisodeId episode;
        QString reason;
    };
    std::vector<Edit> edits; ///< by episode
    std::vector<Skipped> skipped;
};

/// The edits that carry the change out. Only the elements concerned are rewritten; where a list names the new
/// id twice then, the first place counts.
PeopleChange peopleChangeOf(const Catalog& catalog, const PeopleUsage& usage, const IdChange& change);

/// The same for these episodes alone, of which only those that name the id get an edit.
PeopleChange peopleChangeOf(const Catalog& catalog, const PeopleUsage& usage, const IdChange& change,
                            const std::vector<EpisodeId>& episodes);

/// The edits of one list for it; none where the list does not name `from`.
format::TextEdits idEditsOf(const format::Document& document, const format::JsonNode& list,
                            const std::string& from, const std::string& to);

} // namespace catalog
