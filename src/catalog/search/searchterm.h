// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/search/searchrange.h"

#include <QString>
#include <QStringList>

#include <span>

namespace catalog {

/// How the value behind `name:` is read.
enum class SearchKind {
    Text,     ///< words within a field's text
    People,   ///< ids or names of hosts or guests
    Sponsors, ///< ids or titles
    Range,    ///< searchrange.h
    Address,  ///< words within any address: files, links of the notes
    State,    ///< `is:`
    Presence, ///< `has:`
    Problem,  ///< a rule's id or part of it, or a severity
    Path      ///< words within the file's path
};

/// One word that may stand before a colon: what search, completion and help need to know of it.
struct SearchTerm {
    const char* name;
    const char* key;  ///< the field concerned; empty: none, or several
    const char* help; ///< English source text, context "Search"; with an example in quotation marks
    SearchKind kind;
    SearchUnit unit = SearchUnit::Number;
};

/// All of them, in the order of the help.
std::span<const SearchTerm> searchTerms();
/// By its name, whatever its case; nullptr: no such term. The keys of the front matter are terms for their
/// text, too.
const SearchTerm* searchTermOf(const QString& name);
QString helpOf(const SearchTerm& term); ///< translated
QStringList searchStates();             ///< what may follow `is:`
QStringList searchPresences();          ///< what may follow `has:`, beside the keys of the front matter

} // namespace catalog
