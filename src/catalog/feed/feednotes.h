// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedoffers.h"

#include <string>

namespace catalog {

/// Whether notes and a feed's HTML say the same: the same words and the same addresses.
bool saySame(std::string_view markdown, const QString& html);

/// A feed's notes as an episode's body, from the line behind the front matter: a list of links under the
/// show's own heading where that is all they are, else headings, paragraphs and lists. Paragraphs that repeat
/// the description are left out. Empty where nothing is left.
std::string bodyOf(const FeedItem& item, const FeedHabits& habits, std::string_view lineEnd);

/// How an episode writes its notes; nothing where it has no list of links.
void takeNotesHabits(const format::Document& document, FeedHabits& habits);

} // namespace catalog
