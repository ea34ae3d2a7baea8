// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"
#include "catalog/feed/feedpeople.h"
#include "format/document.h"

#include <string_view>
#include <vector>

namespace catalog {

/// What a show's episodes do alike that an import keeps to.
struct FeedHabits {
    format::NotesStyle notes; ///< how the newest episode's list of links begins
    bool linksHaveTitles = false;
    PeopleByName people;
};

/// What a feed says of one field and the episode does not.
struct FeedOffer {
    std::string_view key; ///< "notes" for the show notes
    QString before;       ///< as people read it
    QString after;
    format::TextEdits edits;
    bool isFilling = false; ///< the episode says nothing there
};

/// The fields that a feed can carry, by their keys; the notes last.
const std::vector<std::string_view>& feedFields();
/// A field's name for people.
QString feedFieldLabel(std::string_view key);

/// Compares an episode with an item, field by field, and offers what differs; whatever a feed cannot say
/// exactly is compared by what it can say. Offers that cannot be made into edits are left out, and `problems`
/// says why.
std::vector<FeedOffer> feedOffers(const format::Document& document, const FeedItem& item,
                                  const FeedHabits& habits, QStringList& problems);

/// What of an item no field can hold: sentences. `season` is that of the known episode.
QStringList notTakenOver(const FeedItem& item, const FeedHabits& habits, const QString& season = {});

/// An enclosure's address as far as it tells one file: without scheme, prefixes of counting services, and
/// query.
QString enclosureKey(const QString& url);

} // namespace catalog
