// SPDX-License-Identifier: MIT
#pragma once

#include "support/episodefixture.h"

/// The second episode of the fixture with chapters in few members and whole seconds, the third in all members
/// and `N.0`; the first has none.
inline QByteArray fewMembers() {
    return "{\n    \"version\": \"1.1.0\",\n    \"author\": \"Ada\",\n    \"title\": \"Lanterns, part 2\",\n"
           "    \"podcastName\": \"Night Desk\",\n    \"chapters\": [\n"
           "      {\n        \"startTime\": 0,\n        \"title\": \"Intro\"\n      },\n"
           "      {\n        \"startTime\": 90,\n        \"title\": \"Wicks\",\n        \"mark\": [1,  2]\n  "
           "    },\n"
           "      {\n        \"startTime\": 600,\n        \"title\": \"Oil\"\n      }\n    ]\n  }";
}

inline QByteArray allMembers() {
    const auto chapter = [](const QByteArray& start, const QByteArray& title, const QByteArray& end) {
        return "      {\n        \"startTime\": " + start + ",\n        \"title\": \"" + title +
               "\",\n        \"img\": null,\n        \"url\": null,\n        \"toc\": null,\n        "
               "\"endTime\": " +
               end + ",\n        \"location\": null\n      }";
    };
    return "{\n    \"version\": \"1.2.0\",\n    \"chapters\": [\n" + chapter("0.0", "Intro", "90.0") + ",\n" +
           chapter("90.0", "Wicks", "null") + ",\n" + chapter("600.0", "Oil", "null") +
           "\n    ],\n    \"author\": null,\n    \"title\": \"Lanterns, part 3\",\n    \"waypoints\": null\n "
           " }";
}

inline QByteArray episodeWithChapters(int number, const QByteArray& chapters) {
    return EpisodeFixture::episode(number).replace("\"podcast_chapters\": null",
                                                   "\"podcast_chapters\": " + chapters);
}

inline void writeChapters(const EpisodeFixture& site) {
    site.write(EpisodeFixture::path(2), episodeWithChapters(2, fewMembers()));
    site.write(EpisodeFixture::path(3), episodeWithChapters(3, allMembers()));
}
