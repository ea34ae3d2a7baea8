// SPDX-License-Identifier: MIT
// Chapters, transcripts and payments (Podcasting 2.0).
#include "catalog/rules/explanations.h"

#include <QtGlobal>

namespace catalog {

namespace {

constexpr RuleExplanation explanations[] = {
    {"chapters-version", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The version of the chapters' format is missing or is not three numbers. Some players "
                       "then refuse all chapters. The fix writes 1.2.0, the present version, and is safe.")},
    {"chapters-empty", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules", "There is an object of chapters without a chapter in it. Apps may offer an empty list. "
                  "The fix writes null, which means \"none\"; look at it if chapters are still to "
                  "come.")},
    {"chapters-title-mismatch", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The title that is kept with the chapters is not the episode's; its number may stand "
                  "before it. The chapters may be another episode's, or the title was changed later. The "
                  "fix copies the episode's title and is safe where the chapters fit.")},
    {"chapters-podcast-name-mismatch", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The podcast that is named with the chapters is not this show, perhaps only in its "
                  "capitals. Apps that read the chapters alone show that name. The fix copies the show's "
                  "name and is safe.")},
    {"chapter-out-of-order", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "A chapter starts before the one above it. Players expect rising times, and jump to "
                       "the wrong place or drop the rest. The fix sorts the chapters by their start and is "
                       "safe.")},
    {"chapter-after-end", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "A chapter starts at or after the end of the episode. Nobody can reach it; its start "
                       "or the duration is wrong. There is no fix: compare both with the file.")},
    {"chapter-end-before-start", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A chapter ends before it begins, or at once. Players may hide it. The fix removes the "
                  "end, so that the chapter goes on to the next one, and is safe.")},
    {"chapter-end-after-episode-end", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A chapter ends after the episode does. The last mark in a player's bar is then wrong. "
                  "The fix ends it with the episode and is safe where the duration is right.")},
    {"chapter-overlap", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A chapter ends after the next one has begun. Players do not agree on which of the two "
                  "to show. The fix ends it where the next one begins and is safe.")},
    {"chapter-same-start", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "Two chapters start at the same second. Players show only one of them. Where the two "
                       "are the same in everything, the fix removes one and is safe; else correct a start by "
                       "hand.")},
    {"chapter-first-not-zero", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules", "The first chapter does not start at 0:00. Some players and video sites take a list of "
                  "chapters only if it begins there. The fix puts a chapter \"Intro\" first; look "
                  "whether you like the name, or would rather move the first start.")},
    {"chapter-too-short", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "A chapter is shorter than five seconds. It is hard to hit in a player, and may be a "
                       "slip of the finger while marking. This is only noted, and there is no fix.")},
    {"chapter-title-empty", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "A chapter has no title. Listeners see an empty line in the list. There is no fix: "
                       "name it, or remove it.")},
    {"chapter-title-outer-whitespace", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "White space stands before or behind a chapter's title. It shows as a gap in some "
                       "players. The fix removes it and is safe.")},
    {"chapter-title-double-space", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "Two or more spaces follow each other in a chapter's title. Some players show them. "
                       "The fix leaves one and is safe.")},
    {"chapter-title-duplicate", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Two chapters of the episode have the same title. A part that comes back may well be "
                       "called the same, so this is only noted. There is no fix: rename one if listeners "
                       "should tell them apart.")},

    {"value-node-address", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "A Lightning node's address is 02 or 03 and 64 hexadecimal digits, and this one is "
                       "not. What listeners send there fails or is lost. There is no fix: ask the person for "
                       "the address again.")},
    {"value-split-sum-not-100", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The shares do not add up to 100. They are shares of the whole, so every sum works for "
                  "payments, but the site prints them as per cent. There is no fix: change them if the "
                  "page should be right.")},
    {"value-recipient-duplicate", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The same address stands twice among the recipients. Every payment is then split once "
                       "more than needed and costs another fee. The fix gives the first one both shares, "
                       "removes the second, and is safe.")},
    {"value-timesplit-after-end", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "A stretch of time whose payments go elsewhere ends after the episode. It was probably "
                  "set for another cut. There is no fix: compare its start and duration with the file.")},
    {"value-timesplit-no-itemGuid", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "A stretch of time pays another feed, but names no item of it. The payments then go to "
                  "whom the feed as a whole names, which may not be the artist. There is no fix: enter "
                  "the item's GUID.")},
    {"value-custom-pair", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "A recipient has a custom key without a custom value, or the reverse. The two together "
                  "tell a shared node whose account the money is for. There is no fix: ask for the one "
                  "that is missing.")},

    {"transcript-http", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A transcript's address does not begin with https. Players in web pages refuse to load "
                  "it. Where it begins with http, the fix writes https and is safe; else enter the whole "
                  "address.")},
    {"transcript-type", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The type of a transcript is not one that the Podcasting 2.0 namespace knows. Players "
                       "pass over such a transcript. The fix takes the type that the file's ending stands "
                       "for, where it is a known one, and is safe.")},
    {"transcript-type-extension", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The type of a transcript says one thing and the ending of its address another. A "
                       "player that goes by the type reads the file wrongly. The fix takes the type that the "
                       "ending stands for and is safe.")},
    {"transcript-rel", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "The relation of a transcript is \"captions\", for texts that run along with the "
                       "sound, or nothing. Players do not know other words and ignore them. The fix writes "
                       "null; look whether \"captions\" was meant.")},
    {"transcript-no-language", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules", "A transcript does not say which language it is in. Players take the feed's, so this "
                  "is only noted. Where your other transcripts agree on a language, the fix enters that; "
                  "look whether it is this one's.")},
};

} // namespace

std::span<const RuleExplanation> chapterExplanations() {
    return explanations;
}

} // namespace catalog
