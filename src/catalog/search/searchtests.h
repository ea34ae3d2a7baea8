// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/search/searchquery.h"
#include "catalog/search/searchterm.h"

namespace catalog {

/// What an episode is asked.
using SearchTest = std::function<bool(const SearchSubject&)>;

/// The test for `name:value`; none, and why, where the value cannot be understood. `value` is not empty.
SearchTest searchTestFor(const SearchTerm& term, const QString& value, QString& why);
/// Words anywhere in the episode's text.
SearchTest searchTestForWord(const SearchWord& word);
/// A sound regular expression over the file's text. An episode where it is given up is not found, whatever
/// else is asked of it.
SearchTest searchTestForPattern(const SearchPattern& pattern);

} // namespace catalog
