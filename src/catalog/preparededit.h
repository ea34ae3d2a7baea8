// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"
#include "catalog/episode.h"

#include <memory>
#include <string>

namespace catalog {

/// A text that an episode may have, parsed once to see that it may: taking it costs next to nothing.
struct PreparedText {
    std::shared_ptr<const std::string> text;
    Summary summary;
};

/// One episode's text before and after an edit, for taking either without parsing: what an undo step of
/// thousands of episodes is made of.
struct PreparedEdit {
    EpisodeId id;
    PreparedText before, after;
};

/// Applies an edit to `before`, on any thread; an error where it does not fit or the result would be refused.
format::Result<PreparedEdit> prepared(const PreparedText& before, const Edit& edit);

} // namespace catalog
