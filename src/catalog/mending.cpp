// SPDX-License-Identifier: MIT
#include "catalog/mending.h"

#include <algorithm>
#include <map>

namespace catalog {

namespace {

bool overlaps(const format::TextEdits& all, const format::TextEdits& more) {
    return std::any_of(more.begin(), more.end(), [&](const format::TextEdit& edit) {
        return std::any_of(all.begin(), all.end(), [&](const format::TextEdit& other) {
            return edit.span.begin <= other.span.end && other.span.begin <= edit.span.end;
        });
    });
}

} // namespace

Mending mendingOf(const std::vector<const Issue*>& issues) {
    Mending mending;
    std::map<EpisodeId, Edit> edits;
    for (const Issue* issue : issues) {
        if (!issue->fix)
            continue;
        const Edit& fix = issue->fix->edit;
        Edit& edit = edits[fix.episode];
        edit.episode = fix.episode;
        if (overlaps(edit.changes, fix.changes)) {
            ++mending.leftOut;
            continue;
        }
        edit.changes.insert(edit.changes.end(), fix.changes.begin(), fix.changes.end());
        ++mending.made;
    }
    for (auto& [id, edit] : edits)
        mending.edits.push_back(std::move(edit));
    return mending;
}

} // namespace catalog
