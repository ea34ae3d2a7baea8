// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// Text without case, accents and JSON escapes, as UTF-8, for searching.
std::string foldForSearch(std::string_view utf8);
/// Folding changes nothing of it but capitals: ASCII, dashes and curly quotes, no escapes.
bool isPlainForSearch(std::string_view utf8);

/// What was typed, folded and cut at spaces: plain words without the search's language.
std::vector<std::string> foldedWords(const QString& typed);
bool holdsAll(std::string_view folded, const std::vector<std::string>& words);

} // namespace catalog
