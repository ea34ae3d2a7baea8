// SPDX-License-Identifier: MIT
#include "catalog/proposal.h"

#include <algorithm>
#include <map>

namespace catalog {

namespace {

/// Members added behind the same one, each with the comma that parts it from what stands before.
bool isListedBehind(const format::TextEdit& edit) {
    return edit.span.isEmpty() && !edit.replacement.empty() && edit.replacement.front() == ',';
}

/// Replacements that meet at a byte do not hinder each other; what is inserted at the edge of another one
/// would depend on which comes first.
bool clashes(const format::TextEdit& a, const format::TextEdit& b) {
    if (isListedBehind(a) && isListedBehind(b))
        return false;
    if (a.span.isEmpty() || b.span.isEmpty())
        return a.span.begin <= b.span.end && b.span.begin <= a.span.end;
    return a.span.begin < b.span.end && b.span.begin < a.span.end;
}

/// The edits of one episode, by place, so that ten thousand of them are looked at once each.
class Places {
public:
    bool canTake(const format::TextEdits& more) const {
        return std::none_of(more.begin(), more.end(), [this](const format::TextEdit& edit) {
            // None of them overlap: of those that begin earlier, only the few nearest can reach here.
            auto place = m_byBegin.upper_bound(edit.span.end);
            while (place != m_byBegin.begin()) {
                --place;
                if (clashes(*place->second, edit))
                    return true;
                if (place->second->span.end < edit.span.begin)
                    return false;
            }
            return false;
        });
    }
    void take(const format::TextEdits& more) {
        for (const format::TextEdit& edit : more)
            m_byBegin.emplace(edit.span.begin, &edit);
    }

private:
    std::multimap<std::size_t, const format::TextEdit*> m_byBegin;
};

} // namespace

Gathered gathered(const std::vector<const ProposedChange*>& changes) {
    Gathered all;
    std::map<EpisodeId, std::pair<Edit, Places>> edits;
    for (const ProposedChange* change : changes) {
        if (!change->isTicked || change->edits.empty())
            continue;
        auto& [edit, places] = edits[change->id];
        if (!places.canTake(change->edits)) {
            ++all.leftOut;
            continue;
        }
        edit.episode = change->id;
        edit.changes.insert(edit.changes.end(), change->edits.begin(), change->edits.end());
        places.take(change->edits);
        ++all.made;
    }
    for (auto& [id, taken] : edits)
        all.edits.push_back(std::move(taken.first));
    return all;
}

Gathered gathered(const Proposal& proposal) {
    std::vector<const ProposedChange*> changes;
    changes.reserve(proposal.changes.size());
    for (const ProposedChange& change : proposal.changes)
        changes.push_back(&change);
    return gathered(changes);
}

} // namespace catalog
