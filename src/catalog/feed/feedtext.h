// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"
#include "format/result.h"

#include <QString>

#include <cstddef>

namespace catalog {

/// What the readers say of a feed that cannot be read, translated; `piece` takes the place of %1.
format::Error feedError(std::size_t offset, const char* words, const QString& piece = {});

/// What a feed says of an item in several places.
struct ItemTexts {
    QString description;
    QString summary;
    QString subtitle;
    QString content; ///< the whole notes
};

/// Chooses the description and the notes: notes are the whole content, else a description in HTML; the
/// description is the first text without markup that is not the notes.
void settleTexts(FeedItem& item, const ItemTexts& texts);

/// A title without the number and the show's name that feeds put around it: "605: Lanterns", "Episode 605:
/// Lanterns", "Lanterns | Night Desk 605".
QString bareTitle(const QString& title, const QString& number);
/// "0605" → "605"; words stay.
QString plainNumber(const QString& number);
/// The number that a title begins with; empty where it begins with none.
QString numberInTitle(const QString& title);

} // namespace catalog
