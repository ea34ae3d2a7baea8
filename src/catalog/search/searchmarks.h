// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/search/searchterm.h"

#include <QStringList>

#include <string_view>
#include <vector>

namespace catalog {

/// A word that a search looks for, folded, and where.
struct SearchMark {
    QString word;
    const SearchTerm* term = nullptr; ///< nullptr: anywhere
};

/// What is to be marked in what a search found.
class SearchMarks {
public:
    /// Beside the keys of the front matter:
    static constexpr std::string_view notesKey = "body";           ///< the show notes
    static constexpr std::string_view linkAddressKey = "@address"; ///< the address of a link in them
    static constexpr std::string_view fileKey = "@file";           ///< the file's path

    void add(const SearchMark& mark) { m_marks.push_back(mark); }
    bool isEmpty() const { return m_marks.empty(); }
    /// The words that are looked for in this field.
    QStringList wordsFor(std::string_view key) const;
    /// Those that are looked for there and not everywhere.
    QStringList ownWordsFor(std::string_view key) const;

private:
    std::vector<SearchMark> m_marks;
};

/// A place of a text, in UTF-16 units.
struct FoundPlace {
    qsizetype position = 0, length = 0;

    bool operator==(const FoundPlace&) const = default;
};

/// Where folded words stand in a text, whatever its case, accents and escapes there; by word, then by place.
std::vector<FoundPlace> foundPlaces(const QString& text, const QStringList& words);

} // namespace catalog
