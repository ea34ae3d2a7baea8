// SPDX-License-Identifier: MIT
#pragma once

#include "format/textedit.h"

#include <QHashFunctions>

namespace catalog {

/// Names an episode of the open catalogue for as long as it is open.
struct EpisodeId {
    int value = -1;

    bool isValid() const { return value >= 0; }
    auto operator<=>(const EpisodeId&) const = default;
};
inline size_t qHash(EpisodeId id, size_t seed = 0) {
    return ::qHash(id.value, seed);
}

/// One change of one episode's text, as a value.
struct Edit {
    EpisodeId episode;
    format::TextEdits changes;

    bool isEmpty() const { return changes.empty(); }
};

} // namespace catalog
