// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"

#include <QString>

#include <string>
#include <vector>

namespace catalog {

class Catalog;

/// What an episode is called; a copy that another thread may look at.
struct EpisodeName {
    EpisodeId id;
    QString show; ///< its slug
    QString showName;
    QString number;
    QString title;
};
std::vector<EpisodeName> episodeNames(const Catalog& catalog);

/// Finds episodes by a few characters of what they are called: "cr 605" is Coder Radio's, "605" every show's,
/// "democ deep" by the title's words, whatever the case and accents.
class EpisodeFinder {
public:
    EpisodeFinder() = default;
    explicit EpisodeFinder(std::vector<EpisodeName> names);

    /// The likeliest first, at most `most`; those alike in the catalogue's order. Nothing typed: the first
    /// ones.
    std::vector<const EpisodeName*> find(const QString& typed, std::size_t most) const;

private:
    struct Entry {
        std::string folded; ///< all that is looked through, words parted by spaces
        std::string number, initials;
        std::size_t title = 0; ///< where the title begins in `folded`
    };
    static int distanceOf(const Entry& entry, const std::vector<std::string>& words);

    std::vector<EpisodeName> m_names;
    std::vector<Entry> m_entries; ///< in the same order
};

} // namespace catalog
