// SPDX-License-Identifier: MIT
// Audio and video files, and the episode's pages.
#include "catalog/rules/explanations.h"

#include <QtGlobal>

namespace catalog {

namespace {

constexpr RuleExplanation explanations[] = {
    {"podcast-file-missing", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "The episode has no enclosure, the file that podcast apps download. The site's player "
                  "takes another audio file if there is one; apps have nothing to play. There is no fix: "
                  "enter the address of the file.")},
    {"no-playable-audio", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Neither the enclosure nor one of the other audio fields has an address. Nobody can "
                       "listen to the episode. There is no fix: enter the address of a file.")},
    {"bytes-missing", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The size of the enclosure is not stated. A feed must state it, and apps show the "
                       "progress of a download by it. There is no fix without asking the server, which the "
                       "Media page does when you tell it to.")},
    {"bytes-not-number", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The size is not a positive whole number. Feeds that are made from it are not valid, "
                  "and some apps refuse the episode. Where it is a number in quotes, the fix removes the "
                  "quotes and is safe; else enter the size anew.")},
    {"duration-missing", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The duration is not stated. Apps show none, and chapters cannot be compared with the "
                       "end. There is no fix: enter it, or let the Media page read it from the file.")},
    {"duration-invalid", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The duration is not hours, minutes and seconds. The site's tools stop at it or show "
                       "nothing. There is no fix: write it as 00:58:30.")},
    {"duration-format", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The duration lacks zeros in front, such as 1:02:03 for 01:02:03. It can be read, but "
                       "tools that expect two digits each may refuse it. The fix adds the zeros and is "
                       "safe.")},
    {"duration-implausible", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The episode is under five minutes or over four hours long. It may be so, or minutes "
                       "stand where hours belong. This is only noted, and there is no fix: compare it with "
                       "the file.")},
    {"bitrate-implausible", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Size and duration together give a bit rate that spoken audio does not have, under 32 "
                       "or over 400 kbit/s. One of the two is probably wrong, or it is another file's. There "
                       "is no fix: compare both with the file.")},
    {"bytes-differ", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The size that is stated is not the size of the enclosure, as it was when you measured it. "
                  "Apps show the progress of a download by it, and some stop too early. The fix writes the "
                  "measured size and is safe.")},
    {"duration-differs", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules",
         "The duration that is stated is a second or more beside what the enclosure lasts, as it was "
         "when you measured it. Often the file was edited once more. Where all of the file was read, "
         "the fix writes its duration and is safe; what only a header states is told without one.")},
    {"enclosure-gone", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules",
         "When you asked the server for the enclosure, it said that there is no such file. Nobody can "
         "download the episode. There is no fix: upload the file again, or enter its new address.")},
    {"enclosure-type", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules",
         "The enclosure is not what the end of its name says, or no audio at all, such as a page that "
         "the server sends instead. Apps go by the name and may refuse to play it. There is no fix: "
         "look at the file that stands there.")},

    {"url-empty-string", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "A field for an address holds empty text. The site takes that for an address and "
                       "prints a link that leads nowhere. The fix writes null, which means \"none\", and is "
                       "safe.")},
    {"url-invalid", FixKind::None,
     QT_TRANSLATE_NOOP(
         "Rules", "A file's address is not a complete http or https address. Neither the site nor an app "
                  "can fetch it. There is no fix: copy the whole address again.")},
    {"url-http-media", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules", "A file is reached by plain http, though other episodes reach the same server by "
                  "https. Browsers block such files on a secure page, and some apps refuse them. The fix "
                  "writes https; look whether this very file answers there.")},
    {"url-extension", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The address does not end as the files of this field do. It may have been cut off, "
                       "lead to a web page, or be audio in a field for video. There is no fix: open it and "
                       "see.")},
    {"url-double-slash", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The path of a file's address has two slashes in a row, mostly from putting it "
                       "together. Some servers answer, others say that there is no such file. The fix makes "
                       "one of them and is safe.")},
    {"url-repeated-in-episode", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "Two fields of the episode hold the same file. The site offers it as two different "
                       "downloads. The fix empties the second field and is safe.")},
    {"url-youtube-in-media-field", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "A field for a file holds a page on YouTube. Apps cannot play a page. Where the "
                       "YouTube field is free, the fix moves the address there and is safe; else remove it "
                       "by hand.")},
    {"url-tracking-prefix", FixKind::Look,
     QT_TRANSLATE_NOOP(
         "Rules", "Downloads go through a service that counts listeners before they reach the file. That "
                  "is a choice, and listeners depend on that service to be up. The fix leaves only the "
                  "file's own address; look whether you want to give up the counting.")},
    {"url-duplicate-across-episodes", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Another episode has the same file. Directories pass over one of the two, and "
                       "listeners hear the same twice. There is no fix: enter the right file for one of "
                       "them.")},
    {"youtube-host", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The YouTube field holds an address of another site. The page would embed nothing or "
                       "label the link wrongly. There is no fix: correct it, or empty the field.")},
    {"youtube-id", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The address is on YouTube but does not name a video: the id of eleven characters is "
                       "missing or cut off. The page cannot show the video. There is no fix: copy the "
                       "address of the video again.")},
    {"youtube-form", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The address names a video, but in a form that not every template understands. The fix "
                  "writes https://youtu.be/ and the id and is safe; a time or a playlist in the address "
                  "goes.")},
    {"youtube-http", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The YouTube address begins with http. YouTube sends everybody on to https, and "
                       "browsers warn on the way. The fix writes https and is safe.")},

    {"jb-url-form", FixKind::Safe,
     QT_TRANSLATE_NOOP(
         "Rules", "The address of the episode's page begins with neither a slash nor https://. Browsers "
                  "look for it below the page that it stands on and find nothing. The fix puts the slash "
                  "before it and is safe.")},
    {"jb-url-index-html", FixKind::Look,
     QT_TRANSLATE_NOOP("Rules",
                       "The page's address ends in index.html, as a copy of a web site on a disk does. The "
                       "site itself has the address without it. The fix takes it off; look whether the page "
                       "answers then.")},
    {"jb-url-not-this-episode", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The page's address is not built as those of the show's other episodes are; it is "
                       "another episode's or an old one. Readers land on the wrong page. The fix writes the "
                       "address that the pattern gives for this episode, and is safe.")},
    {"fireside-url-null", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The episode names no page at the show's host, though nearly all others of the show "
                       "do. This is only noted, and there is no fix: enter the page if there is one.")},
    {"fireside-url-not-episode", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "By the pattern of the show's other episodes, the page would have another address; "
                       "this one may be another episode's. There is no fix, since hosts do name pages "
                       "otherwise: open it and see.")},
    {"fireside-url-double-slash", FixKind::Safe,
     QT_TRANSLATE_NOOP("Rules",
                       "The path of the page's address has two slashes in a row. Many servers do not find "
                       "such a page. The fix makes one of them and is safe.")},
    {"fireside-url-site-root", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "The address is the home page of the show, not the page of this episode. Readers have "
                       "to look for the episode there. There is no fix: enter the episode's own page.")},
    {"fireside-url-duplicate", FixKind::None,
     QT_TRANSLATE_NOOP("Rules",
                       "Another episode names the same page. One of the two leads its readers to the wrong "
                       "episode. There is no fix: correct the one that is wrong.")},
};

} // namespace

std::span<const RuleExplanation> mediaExplanations() {
    return explanations;
}

} // namespace catalog
