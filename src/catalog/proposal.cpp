// SPDX-License-Identifier: MIT
#include "catalog/proposal.h"

#include <algorithm>
#include <iterator>
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
    std::vector<const ProposedChange*> ticked;
    ticked.reserve(changes.size());
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(ticked),
                 [](const ProposedChange* change) { return change->isTicked && !change->edits.empty(); });
    std::stable_sort(ticked.begin(), ticked.end(),
                     [](const ProposedChange* a, const ProposedChange* b) { return a->id < b->id; });
    Gathered all;
    Places places;
    for (const ProposedChange* change : ticked) {
        if (all.edits.empty() || all.edits.back().episode != change->id) {
            all.edits.push_back({change->id, {}});
            places = {};
        }
        if (!places.canTake(change->edits)) {
            ++all.leftOut;
            continue;
        }
        format::TextEdits& edits = all.edits.back().changes;
        edits.insert(edits.end(), change->edits.begin(), change->edits.end());
        places.take(change->edits);
        ++all.made;
    }
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
