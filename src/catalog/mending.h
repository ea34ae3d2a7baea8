// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/issue.h"

#include <vector>

namespace catalog {

/// The fixes of several issues as one edit an episode.
struct Mending {
    std::vector<Edit> edits; ///< by episode
    int made = 0;
    int leftOut = 0; ///< fixes that touch the same bytes as another one: for the next time
};

/// Puts the fixes of these issues together; those without a fix are passed over.
Mending mendingOf(const std::vector<const Issue*>& issues);

} // namespace catalog
