// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/proposaltask.h"
#include "catalog/replace/replacepattern.h"

namespace catalog {

/// Finds what a query would replace, match by match. Each match is a change of its own: any choice of them
/// made together gives the text in which just these are replaced.
class Replacing {
public:
    explicit Replacing(const ReplaceQuery& query);
    const std::optional<ReplaceError>& error() const { return m_pattern.error(); }

    /// Adds an episode's matches to a proposal, up to `most` of them in all. What cannot be replaced is left
    /// out there with why: locked values, and results that would be refused or end a link. An episode
    /// without a match is not mentioned.
    void look(EpisodeId id, const format::Document& document, std::size_t most, Proposal& proposal) const;
    /// The same for many episodes, on another thread.
    ProposalMaker maker(std::size_t most) const;

private:
    ReplaceQuery m_query;
    ReplacePattern m_pattern;
};

} // namespace catalog
