// SPDX-License-Identifier: MIT
// The file, its text and keys, and what the episode is called.
#include "catalog/rules/explanations.h"

#include <QtGlobal>

namespace catalog {

namespace {

constexpr RuleExplanation explanations[] = {
    {"json-duplicate-key", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules",
         "A key stands twice in the same object, mostly after a paste. The site takes the last one without a "
         "word, so that an edit of the first one never shows. The fix keeps the last and deletes the others; "
         "look whether the value that goes is the one that you meant.")},
    {"json-similar-keys", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Two keys of an object are the same but for capitals. The site reads keys without "
                       "regard to case, so one hides the other. There is no fix: delete the one that is "
                       "wrong, under All Fields or Source.")},
    {"json-lone-surrogate", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "Characters such as emoji are written as a pair of escapes, and here half of a pair "
                  "is left. Readers see a replacement sign in its place. There is no fix, because nobody "
                  "can tell which character it was: write it anew.")},
    {"json-unusual-number", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "A number is written so that programs do not agree on it: more digits than they keep, "
                  "minus zero, zeros behind the fraction. Another program that saves the file may change "
                  "it. It is kept to the digit here; there is no fix, write it anew if it is a slip.")},
    {"json-control-char", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "A text holds control characters or signs that change the direction of writing. "
                       "Nobody sees them, but they can turn the words around them about or break a feed. "
                       "There is no fix: All Fields and Source show where they are.")},
    {"body-nul", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The show notes hold a byte of value zero, which no text has; something binary came "
                       "in between. The notes are kept byte for byte and are locked for editing. There is no "
                       "fix: restore the file from an older version.")},
    {"json-empty-array-multiline", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "An empty list is written over several lines, a leftover of removed entries. It means "
                       "the same, but makes later comparisons of versions noisy. The fix writes [] and is "
                       "safe.")},
    {"json-mixed-escaping", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "Some accents and signs of the front matter stand as themselves, others as \\u "
                       "escapes. Listeners see no difference; people who compare versions do. The fix writes "
                       "all of them the way that most of the file has; look at it, for it touches many "
                       "lines.")},
    {"file-bom", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The file begins with an invisible byte order mark, which some editors on Windows "
                       "add. The site accepts it, other tools that read the JSON may not. The fix removes "
                       "these three bytes and is safe.")},
    {"file-crlf", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The lines end as on Windows. The site looks the same, but version control shows every "
                  "line as changed once somebody saves with the other kind. The fix converts all line "
                  "ends and is safe.")},
    {"file-no-final-newline", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The last line has no line end. Nothing is wrong on the site; tools that add lines at "
                       "the end would glue them to the last one. The fix adds the line end and is safe.")},

    {"json-invalid", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The front matter is not a JSON object that can be read, or the file is beyond what an "
                  "episode may be. One such file stops the build of the whole site. There is no automatic "
                  "fix: the message names line and column; mend that place in a text editor.")},
    {"file-not-utf8", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The file holds bytes that are not UTF-8, so it was saved in an older encoding. The "
                  "site would show replacement signs there. The file is never written as it is: Read It "
                  "Otherwise, above its pages, shows what it says in the encodings that fit, and the one "
                  "that you choose becomes UTF-8.")},
    {"mojibake-text", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "Accents, dashes or emoji have turned into runs of strange letters, because a program "
                       "read UTF-8 as another encoding, once or even twice. Listeners would see these "
                       "letters. The fix turns them back, a whole file at once where all of it is damaged; "
                       "look at the words that it shows before you take it.")},

    {"key-missing", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A key that every episode must have is not there. Templates and tools that count on it "
                  "may fail or print nothing. Where an empty list or null says the same, the fix adds "
                  "that at its usual place and is safe; other keys want a value from you.")},
    {"key-unknown", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "A key is not one that episodes are known to have: a slip of the pen, or something of "
                       "your own. It is kept untouched. There is no fix: correct its name, or mute this rule "
                       "if you use the key.")},
    {"key-order", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "The keys stand in another order than in your other episodes. The site does not mind, "
                       "but files that are alike are easier to compare. The fix moves the keys with their "
                       "values; look at it, for it moves many lines.")},

    {"show-slug-folder-mismatch", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The show that the episode names is not the folder that its file lies in. Pages and "
                       "tools then put the episode under two shows. The fix takes the folder's name and is "
                       "safe where the file lies right; else move the file.")},
    {"show-name-mismatch", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The show's name is written in another way than on the show's own page, perhaps only "
                       "in its capitals. Guests' pages match the two letter by letter and lose the episode. "
                       "The fix copies the name from the show's page, into the first category too, and is "
                       "safe.")},
    {"episode-not-number", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The episode has a word where others have a number, as specials and pilots do. That is "
                  "allowed and only noted, because sorting and gaps go by numbers. There is nothing to "
                  "fix.")},
    {"episode-padded-mismatch", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The padded number must be the episode's number with four digits, because files are "
                       "named and sorted by it. Another value makes tools look for a file that does not "
                       "exist. The fix computes it from the number and is safe.")},
    {"filename-mismatch", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The file is not named after the padded number. The site does not publish it wrongly, "
                       "but tools that find episodes by file name miss it or write a second one. There is no "
                       "fix, since files are not renamed here: rename it in your version control.")},
    {"slug-mismatch", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The slug is the last part of the page's address and must be the plain episode number, "
                  "without zeros before it. Another slug puts the page where no link expects it. The fix "
                  "takes the number and is safe; a page that is published already moves with it.")},
    {"slug-duplicate", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Two episodes of a show have the same slug, so both want the same address. The site "
                       "publishes only one of them and says nothing. There is no fix: correct the number and "
                       "slug of the one that is wrong.")},
    {"episode-number-duplicate", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Two episodes of a show have the same number. Listeners and apps cannot tell them "
                       "apart by it, and one page may replace the other. There is no fix: give one of them "
                       "its own number.")},
    {"episode-number-gap", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "Between this episode's number and the one before it, numbers of the show are missing. "
                  "An episode may not have been imported yet, or a number was skipped on purpose. There "
                  "is no fix; mute the rule here if the gap is meant.")},
    {"guid-invalid", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The GUID is what podcast apps know an episode by, and it must be a UUID: 32 "
                       "hexadecimal digits in groups of 8, 4, 4, 4 and 12. There is no fix, because a "
                       "published GUID must never change: copy the right one from your feed.")},
    {"guid-nil", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The GUID is all zeros, a placeholder. Apps that meet it in several episodes show only "
                  "one of them. There is no fix: an episode that is in a feed gets the GUID that the "
                  "feed has, a new one may get a new GUID from the button at the field.")},
    {"guid-not-canonical", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The GUID has capital letters. Podcast apps compare GUIDs letter by letter, so a "
                  "published one must stay as it is, or every subscriber gets the episode again. This is "
                  "only noted, and there is no fix on purpose.")},
    {"guid-duplicate", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Two episodes have the same GUID, mostly because one file was copied to begin the "
                       "other. Podcast apps take them for one episode and never show the second. There is no "
                       "fix: give the one that is not published yet a new GUID.")},
};

} // namespace

std::span<const RuleExplanation> siteExplanations() {
    return explanations;
}

} // namespace catalog
