// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/issue.h"
#include "catalog/search/searchfold.h"
#include "catalog/search/searchmarks.h"
#include "catalog/search/searchtext.h"

#include <QString>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace catalog {

class Catalog;
class Episode;

/// What a search looks at.
struct SearchSubject {
    const Catalog& catalog;
    const Episode& episode;
    const SearchText& text;                     ///< the episode's whole text
    const std::vector<Issue>* issues = nullptr; ///< nullptr: not known; `problem:` finds nothing then
    bool* isGivenUp = nullptr;                  ///< set where an expression took too long
};

/// A part of a search that is not understood, by its place in what was typed.
struct SearchError {
    qsizetype position = 0;
    qsizetype length = 0;
    QString message; ///< a sentence
};

/// The search language: words that must all occur anywhere, case and accents apart; `"two words"` in this
/// order; `name:value` (searchterm.h); `/regular expression/` over the file's text; `-` before any of them:
/// not; `or`, and parentheses. What is not understood is left out of the search and told in errors().
class SearchQuery {
public:
    explicit SearchQuery(const QString& query = {});
    bool isEmpty() const { return !m_test; }
    /// An episode over which a regular expression would take too long is not found, not even by `-/…/`.
    bool matches(const SearchSubject& subject) const;
    /// Words, phrases, expressions and texts of fields that are looked for, to be marked in what is found.
    const SearchMarks& marks() const { return m_marks; }
    /// Words that are looked for in whole texts, also those that must not stand there.
    const std::vector<SearchWord>& words() const { return m_words; }
    /// What is not understood; and, once episodes were asked, which expressions turned out too complicated.
    std::vector<SearchError> errors() const;
    bool isTooComplicated() const;
    /// `problem:` or `has:problems` is asked: the rules must have run.
    bool needsIssues() const { return m_needsIssues; }

private:
    friend class SearchParser;
    std::function<bool(const SearchSubject&)> m_test;
    SearchMarks m_marks;
    std::vector<SearchWord> m_words;
    struct PlacedPattern {
        qsizetype position = 0, length = 0;
        SearchPattern pattern;
    };
    std::vector<PlacedPattern> m_patterns;
    std::vector<SearchError> m_errors;
    bool m_needsIssues = false;
};

} // namespace catalog
