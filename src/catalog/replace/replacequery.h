// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace catalog {

/// Which texts of an episode are looked at; whatever is named by any of these.
struct ReplacePlaces {
    bool isEverything = true;      ///< every text of the front matter, and the show notes
    std::vector<std::string> keys; ///< the texts of these keys of the front matter, however deep
    bool inNotes = false;          ///< the show notes as they are written
    bool inAddresses = false;      ///< addresses of files and pages, and of the notes' links

    bool operator==(const ReplacePlaces&) const = default;
};

/// What is looked for, and what shall stand there.
struct ReplaceQuery {
    QString find;
    QString with; ///< with groups (`$1`, `\1`, `${name}`) where `find` is a regular expression
    bool isRegex = false;
    bool matchesCase = false;
    bool isWholeWords = false;
    ReplacePlaces places;

    bool operator==(const ReplaceQuery&) const = default;
};

/// What is wrong with a query.
struct ReplaceError {
    bool isInReplacement = false; ///< it stands in `with`, not in `find`
    qsizetype position = 0;       ///< characters from its beginning
    QString message;              ///< a sentence
};

} // namespace catalog
