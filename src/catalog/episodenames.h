// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

#include <vector>

namespace catalog {

/// The episode's slug, read without parsing its text where that says it plainly.
QString slugOf(const Episode& episode);

/// Stands for the name in a pattern; no address has it.
inline constexpr char16_t namePlace = u'\uE000';
/// The address with namePlace where the name stands by itself: "3" is not in "32", nor in ".mp3". Empty:
/// nowhere.
QString namePattern(const QString& address, const QString& name);

/// An address that may lead to an episode by its number or slug, and is not changed with them.
struct NamingPlace {
    QString file;  ///< relative to the opened folder
    QString place; ///< "fireside_url", "the show notes"
    QString value;
};
/// The addresses in the episode's own front matter, and other episodes that link to its page.
std::vector<NamingPlace> placesNaming(const Catalog& catalog, EpisodeId id);

} // namespace catalog
