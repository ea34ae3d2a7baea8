// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/search/searchpattern.h"
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

/// What is looked for in one text.
struct FoundTerms {
    QStringList words; ///< folded
    std::vector<SearchPattern> patterns;

    bool isEmpty() const { return words.isEmpty() && patterns.empty(); }
    friend bool operator==(const FoundTerms&, const FoundTerms&) = default;
};

/// What is to be marked in what a search found.
class SearchMarks {
public:
    /// Beside the keys of the front matter:
    static constexpr std::string_view notesKey = "body";           ///< the show notes
    static constexpr std::string_view linkAddressKey = "@address"; ///< the address of a link in them
    static constexpr std::string_view fileKey = "@file";           ///< the file's path

    void add(const SearchMark& mark) { m_marks.push_back(mark); }
    /// An expression may match anywhere.
    void addPattern(const SearchPattern& pattern) { m_patterns.push_back(pattern); }
    bool isEmpty() const { return m_marks.empty() && m_patterns.empty(); }
    /// What is looked for in this field.
    FoundTerms termsFor(std::string_view key) const;
    /// What is looked for there and not everywhere.
    FoundTerms ownTermsFor(std::string_view key) const;

private:
    std::vector<SearchMark> m_marks;
    std::vector<SearchPattern> m_patterns;
};

/// Where they stand in a text: words whatever their case, accents and escapes there, by word, then by place;
/// then the matches of expressions, in the text as it is here.
std::vector<FoundPlace> foundPlaces(const QString& text, const FoundTerms& terms);

} // namespace catalog
