// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"
#include "format/document.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace catalog {

/// The chapters of an episode's `podcast_chapters` (Podcasting 2.0 JSON chapters 1.2), one for each element
/// of the list. What is missing or of another type than it should be reads as nothing.
Chapters chaptersOf(const format::Document& document);

/// Where each of them stands in the text.
std::vector<format::Span> chapterSpans(const format::Document& document);

/// For each chapter of a new list the place, in the old list, of the chapter that it is.
using ChapterOrigins = std::vector<std::optional<std::size_t>>;

/// Tells by starts and titles which chapters stay, in their order.
ChapterOrigins matchChapters(const Chapters& before, const Chapters& after);

/// Brings the list to exactly these chapters. Chapters that stay keep their bytes, their unknown members and
/// whatever is not changed in them; new ones look as their siblings do: the same members in the same order,
/// nulls and whole seconds as they write them. Where the document has no chapters of its own to look at, they
/// look as those of `like`. A document without chapters gets the whole object.
/// Errors: the key occurs twice; it holds something else than chapters.
format::Result<format::TextEdits> setChapters(const format::Document& document, const Chapters& chapters,
                                              const format::Document* like = nullptr);

/// The same, told which chapters stay: `origins` has one entry for each of `chapters`. `absorbed` may name
/// for each one that it took in: that one's unknown members come along, where it has none of that name.
format::Result<format::TextEdits> setChapters(const format::Document& document, const Chapters& chapters,
                                              const ChapterOrigins& origins,
                                              const format::Document* like = nullptr,
                                              const ChapterOrigins& absorbed = {});

/// Changes one chapter. Error also where there is none at `index`.
format::Result<format::TextEdits> setChapter(const format::Document& document, std::size_t index,
                                             const Chapter& chapter, const format::Document* like = nullptr);

/// Further edits that give chapters which say the same as `saved`'s their saved spelling; none where they do
/// not.
format::TextEdits restoreChapters(const format::Document& document, const format::Document& saved);

} // namespace catalog
