// SPDX-License-Identifier: MIT
// Title, description, date, image, people and tags.
#include "catalog/rules/explanations.h"

#include <QtGlobal>

namespace catalog {

namespace {

constexpr RuleExplanation explanations[] = {
    {"title-empty", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The title has no words. The site's lists and every podcast app would show an episode "
                       "without a name. There is no fix: write a title.")},
    {"title-outer-whitespace", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "White space stands before or behind the title, mostly from copying. It shows as a gap "
                  "in lists and makes equal titles differ. The fix removes it and is safe.")},
    {"title-double-space", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "Two or more spaces follow each other in the title. Some apps show them, and a search "
                       "for the words may miss the episode. The fix leaves one and is safe.")},
    {"title-html-entity", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The title holds something like &amp;, which stands for a character in HTML. A title "
                       "is plain text, so that podcast apps show the code itself. The fix writes the "
                       "character and is safe.")},
    {"title-number-prefix", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The title begins with the episode's number. The site puts the number before the title "
                  "by itself, so it would stand there twice. The fix removes it and is safe.")},
    {"title-show-suffix", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The title ends in a bar and the show's name. Site and apps name the show anyway, and "
                       "on a phone the words that matter are cut off. The fix removes the ending and is "
                       "safe.")},
    {"title-generic", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The title is only the show's name and the number. Listeners cannot tell from it what "
                       "the episode is about. There is no fix; shows that always name their episodes so may "
                       "mute the rule.")},
    {"title-duplicate-in-show", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Another episode of the show has the same title. In a list or a search, listeners "
                       "cannot tell the two apart. There is no fix: change one, for example by a part "
                       "number.")},
    {"description-outer-whitespace", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "White space or line breaks stand before or behind the description. It may show as an "
                       "empty line in apps. The fix removes them and is safe.")},
    {"description-double-space", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "Two or more spaces follow each other in the description. The site shows one, some "
                       "apps show all. The fix leaves one and is safe.")},
    {"description-carriage-return", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The description's line breaks are those of Windows. Some apps show an additional sign "
                  "or an empty line for each. The fix makes plain line breaks of them and is safe.")},
    {"description-multiline", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The description goes over several lines. The site runs them together into one "
                       "paragraph, so that lists and headings in it are lost. There is no fix: what needs "
                       "lines belongs into the show notes.")},
    {"description-empty", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The description has no words. Lists, search engines and podcast apps have nothing to "
                       "say about the episode. There is no fix: write a sentence or two.")},
    {"description-long", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The description is over 4,000 bytes, the most that Apple's directory takes. What "
                       "comes after may be cut off. There is no fix: shorten it, and move the rest into the "
                       "show notes.")},

    {"date-invalid", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The date is in a form that the site cannot read. It does not complain, but publishes "
                  "the episode as of 1 January of the year 1, at the very end of every list. There is no "
                  "fix: set the date in the field, or write it as 2025-01-29T02:00:00-08:00.")},
    {"date-only", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "The date is a day without a time. The site takes midnight UTC, which in the west is "
                       "the evening before. The fix adds midnight in the zone that the show's other episodes "
                       "are in; it does not know the hour of release, so look at it.")},
    {"date-no-offset", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules", "The date has a time, but does not say in which time zone. The site takes it as UTC, "
                  "some hours away from what you meant. The fix adds the offset that the show's zone has "
                  "on that day; look whether the time was meant so.")},
    {"date-offset-not-los-angeles", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules", "The date's offset from UTC is not the one that the show's other episodes have on that "
                  "time of the year, as happens around the change to summer time. The moment is still "
                  "clear, only written in another way, or it is an hour off. The fix writes the same "
                  "moment in the show's zone; look which of the two was meant.")},
    {"date-order-vs-number", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The episode is dated before the one with the number in front of it. Apps sort by date "
                  "and show the two the wrong way round. There is no fix: one of the dates or numbers is "
                  "wrong.")},
    {"date-in-future", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The date lies ahead. The site leaves the episode out until then and must be built "
                       "again after it. That is right for an episode that is to come out later; there is "
                       "nothing to fix.")},

    {"categories-first-not-show", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The first category is not the show's name. The site lists episodes by category, so "
                       "the episode is missing on the show's list. The fix puts the name first, keeps the "
                       "others, and is safe.")},
    {"header-image-missing", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The header image is not among the site's static files. The page would show a broken "
                       "picture. There is no fix: correct the path, or add the image to the site.")},
    {"header-image-not-show-default", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The image is not the one that nearly all episodes of the show have. A special episode "
                  "may have its own; this is only noted. There is nothing to fix if it is meant.")},
    {"sponsor-other-show", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The sponsor's id ends in the short name that another show's sponsors have. The link "
                  "that listeners follow may then count for the wrong show. There is no fix: choose this "
                  "show's entry of the same sponsor.")},
    {"hosts-empty", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "Nobody is named as a host. The page shows no faces, and the episode is missing on the "
                  "hosts' pages. There is no fix: add those who speak.")},
    {"host-unknown", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The site has no person of this id. It would draw an empty card whose link leads "
                       "nowhere. There is no automatic fix: correct the id, choose the person from the list, "
                       "or create the page under Tools > People and Sponsors.")},
    {"guest-unknown", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The site has no person of this id and leaves the guest out without a word. There is "
                  "no automatic fix: correct the id, choose the person from the list, or create the page "
                  "under Tools > People and Sponsors.")},
    {"guest-also-host", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "Somebody stands among the hosts and the guests. The page shows them twice. The fix "
                  "removes them from the guests and is safe; undo it if they were a guest and no host.")},
    {"sponsor-unknown", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The site has no sponsor of this id and leaves it out without a word, though somebody "
                  "has paid for the place. There is no automatic fix: correct the id, or create the page "
                  "under Tools > People and Sponsors.")},
    {"sponsors-duplicate", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules",
         "A sponsor stands in the list twice, and the page shows it twice in a row. The fix removes the "
         "repeat and is safe.")},
    {"hosts-duplicate", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A host stands in the list twice. The page shows two cards of the same person. The fix "
                  "removes the repeat and is safe.")},
    {"guests-duplicate", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "A guest stands in the list twice. The page shows two cards of the same person. The "
                       "fix removes the repeat and is safe.")},

    {"tags-duplicate", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules", "A tag stands in the episode's list twice. The page shows it twice in a row. "
                                "The fix removes the repeat "
                                "and is safe.")},
    {"tag-backslash", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A tag holds a backslash, a leftover of a quote that a program escaped once too often. "
                  "Listeners see it, and the tag has a page of its own. The fix removes the backslash "
                  "and is safe.")},
    {"tag-double-space", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "Two or more spaces follow each other in a tag, so that it is another tag than the one "
                  "with a single space. Listeners who follow it miss episodes. The fix leaves one space "
                  "and is safe.")},
    {"tag-nbsp", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "A tag holds a no-break space, which looks like a space and is none. It counts as "
                       "another tag than the same words with a plain space. The fix puts a plain one in its "
                       "place and is safe.")},
    {"tag-url-special", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "A tag holds a character that has a meaning in addresses, such as # or a slash. The "
                       "site drops or changes it for the tag's page, so that two tags may share one page. "
                       "There is no fix, for the tag may well be right: this is only noted.")},
    {"tags-empty", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The episode has no tags, so nobody finds it by a subject. There is no fix: add some, "
                       "or mute the rule for a show that does without.")},
    {"tags-unsorted", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The tags are not in alphabetical order, as they are in nearly all other episodes. The "
                  "site shows them as they stand, and a program that sorts them would change the file. "
                  "The fix sorts them and is safe.")},
};

} // namespace

std::span<const RuleExplanation> wordExplanations() {
    return explanations;
}

} // namespace catalog
