// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"

#include <QString>

namespace models {

/// How much several episodes are together, by what they state.
struct EpisodeTotals {
    int episodes = 0;
    qint64 seconds = 0;
    qint64 bytes = 0;
    int withoutDuration = 0;

    void add(const catalog::Summary& summary);
    /// "38 h 12 min · 1.9 GB · 2 without duration"; what is unknown of all is left out.
    QString amounts() const;
    QString words() const; ///< the same with "41 episodes" before it
    bool operator==(const EpisodeTotals&) const = default;
};

} // namespace models
