// SPDX-License-Identifier: MIT
// Show notes and their links.
#include "catalog/rules/explanations.h"

#include <QtGlobal>

namespace catalog {

namespace {

constexpr RuleExplanation explanations[] = {
    {"body-empty", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The episode has no show notes. Its page has only title, description and player, and "
                       "listeners find no links. There is no fix: write some on the Links or Notes page.")},
    {"body-control-char", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The show notes hold control characters, as appear when binary data or text of another "
                  "encoding is pasted. The site shows boxes or cuts words there. There is no fix, "
                  "because letters are probably lost: the Notes and Source pages show where.")},
    {"body-invisible-char", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The show notes hold characters of no width, mostly copied from web pages. Nobody sees "
                  "them, but words are not found and copied addresses do not work. The fix deletes them "
                  "and is safe; joiners in emoji and direction marks in Hebrew or Arabic lines stay.")},
    {"body-nbsp", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "The show notes hold no-break spaces, mostly copied from web pages. Lines break oddly "
                       "and a search for the words may fail. The fix writes plain spaces; look at it, for "
                       "some languages want them before signs and units.")},
    {"line-trailing-whitespace", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A line of the show notes ends in spaces or tabs. One space does nothing, two break "
                  "the line on the site. The fix removes a single one and is safe; more may be meant and "
                  "are left to you.")},

    {"link-title-unescaped-quote", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "A title in double quotes holds double quotes itself, so Markdown sees no link at all "
                       "and the site prints brackets and address as text. The fix puts the title in other "
                       "quotes or parentheses, drops it where none of them fits, and is safe.")},
    {"link-unbalanced-backtick", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A backtick in the link's text pairs with one further on, and all between them becomes "
                  "code instead of a link. The fix puts a backslash before the backticks, which shows "
                  "them as they are, and is safe.")},
    {"link-broken-syntax", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules", "A row begins like a link, but a bracket, a parenthesis or a blank line is in the way. "
                  "The site prints it as text. The fix escapes the bracket or joins the lines of the "
                  "title, where that makes a link; look whether it is the link that you meant.")},

    {"link-url-empty", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "A link has no address. Who clicks on it stays on the same page. There is no fix: "
                       "enter the address, or remove the link.")},
    {"link-url-unsafe-scheme", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "A link's address runs code or opens a file of the reader's own disk, and the site "
                  "passes it on as it is. No show notes need such a link. There is no fix: remove it, or "
                  "enter the page that was meant.")},
    {"link-url-no-scheme", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "A link's address has no https:// before it. Browsers take it for a page below this "
                       "episode's and find nothing. Where it looks like a host name, the fix puts https:// "
                       "before it; look whether that opens.")},
    {"link-url-stray-quote", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A link's address ends in a backslash and an encoded quote, a leftover of a program "
                  "that copied the page. Servers do not find such an address. The fix removes the ending "
                  "and is safe.")},
    {"link-url-mirror-artifact", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "A link's address ends in index.html or in index, digits and .html, as programs write "
                       "that copy web sites to a disk. Many sites do not have such a page. The fix takes "
                       "index.html off; look whether the address opens then, for on some sites it is real.")},
    {"link-url-http", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "A link's address is plain http. Browsers warn of it, though most servers answer by "
                       "https today. The fix writes https; look whether the page opens, or let the link "
                       "checker find out.")},
    {"link-url-tracking", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules", "A link's address carries a part that tells its site where readers come from. It was "
                  "copied along and is not needed for the page. The fix removes it; look at addresses of "
                  "sponsors, who may count by it.")},
    {"link-url-duplicate", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The show notes link to the same address twice. Perhaps one of the two should lead to "
                       "another page. This is only noted, and there is no fix: change or remove one if it is "
                       "a slip.")},
    {"link-bare-url", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "A row of the list is only an address. Readers see a long address and not what it is. "
                       "There is no automatic fix: give it a title, or let the program fetch the page's own "
                       "on the Links page.")},

    {"link-text-raw-html", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "A link's text holds something in angle brackets. The site takes it for HTML, so that "
                       "the words vanish or change the look of the rest. The fix puts a backslash before the "
                       "bracket, which shows the text as it is, and is safe.")},
    {"link-text-empty", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A link has no text. There is nothing on the page to click on. The fix writes the host "
                  "name of its address, which is safe; a title of your own says more.")},
    {"link-text-outer-whitespace", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "White space stands inside the link's brackets, before or behind its text. The "
                       "underline on the site reaches too far. The fix removes it and is safe.")},
    {"link-title-html-entity", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "A link's title, the words that appear under the mouse, holds an HTML code such as "
                       "&amp;. The site shows the code and not the character. The fix writes the character, "
                       "with other quotes around the title where needed, and is safe.")},
    {"link-text-html-entity", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "A link's text holds an HTML code such as &amp;. The site shows the character, but "
                  "searches and other programs see the code. The fix writes the character and is safe.")},
    {"link-description-html-entity", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The words behind a link hold an HTML code such as &amp;. The site shows the "
                  "character, but searches and other programs see the code. The fix writes the character "
                  "and is safe; where that would begin HTML, there is none.")},
    {"link-title-backslash-escape", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "A link's title holds backslashes before signs, as Markdown wants them elsewhere. The "
                       "words that appear under the mouse show the backslashes. The fix writes the title "
                       "without them, in quotes that fit, and is safe.")},
    {"link-title-newline", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "A link's title goes on in the next line. It works, but many programs that read the "
                       "list line by line lose the link. The fix joins the lines; look whether a blank line "
                       "is left below it.")},
    {"link-description-trailing-whitespace", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "White space stands at the end of a row, behind the link or its description. Readers "
                       "see nothing of it; it makes comparisons of versions noisy. The fix removes it and is "
                       "safe.")},
    {"link-separator-nonstandard", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "Between a link and its description stands another sign than in nearly all of your "
                       "notes. The list looks uneven, and programs that part the two by that sign miss it. "
                       "The fix writes the usual sign; look whether what follows is a description.")},

    {"link-gone", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "When the links were checked, the server said that this page does not exist, or there "
                       "was no such server. Readers meet an error page. There is no fix: find where the page "
                       "went, use an archive's copy, or remove the link.")},
    {"link-moved", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "When the links were checked, the server sent everybody on to another address, for "
                       "good. The old one works until the server forgets it. The fix writes the new address; "
                       "look whether it is still the same page and not a home page.")},
    {"link-unanswered", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "When the links were checked, the server gave no usable answer. It may be down for the "
                  "day or for good. There is no fix: check again some days later.")},
    {"link-refused", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "When the links were checked, the server answered, but would not show the page to a "
                       "program. People can mostly open it. This is only noted, and there is no fix: open it "
                       "yourself when in doubt.")},
};

} // namespace

std::span<const RuleExplanation> noteExplanations() {
    return explanations;
}

} // namespace catalog
