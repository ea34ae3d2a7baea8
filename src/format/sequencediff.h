// SPDX-License-Identifier: MIT
#pragma once

#include "format/sequencemerge.h"

namespace format {

/// "These items became those."
struct SequenceHunk {
    Span base, other;
};

/// What changed from `base` to `other`, in pieces as small as can be told: a changed item by itself, every
/// removed item by itself.
std::vector<SequenceHunk> sequenceDiff(const Sequence& base, const Sequence& other);

} // namespace format
