// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/people.h"
#include "catalog/proposaltask.h"

#include <vector>

namespace catalog {

/// An id to be written differently in every episode: another one that is used or has a page already makes it
/// a merge, an empty one takes the id out.
struct IdChange {
    PersonKey from;
    QString to;

    bool isRemoval() const { return to.isEmpty(); }
};

/// Carries the change out in each episode that names the id; leaves out those whose lists cannot be trusted.
/// Only the elements concerned are rewritten; where a list names the new id twice then, the first place
/// counts.
ProposalMaker peopleMaker(const IdChange& change);

/// Refused files in which the id stands in quotes, each with why it was refused.
std::vector<LeftOut> refusedThatMayName(const Catalog& catalog, const QString& id);

/// The edits of one list for it; none where the list does not name `from`.
format::TextEdits idEditsOf(const format::Document& document, const format::JsonNode& list,
                            const std::string& from, const std::string& to);

} // namespace catalog
