// SPDX-License-Identifier: MIT
#pragma once

#include "format/merge.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// An invented episode for tests that merge, and texts made from it by replacing words.
inline std::string mergeEpisode() {
    return "{\n  \"title\": \"Lanterns\",\n  \"description\": \"We caf\\u00e9.\",\n  \"tags\": [\n"
           "    \"lamps\",\n    \"oil\",\n    \"wicks\"\n  ],\n  \"hosts\": [\n    \"ada\"\n  ],\n"
           "  \"podcast_bytes\": 14000,\n  \"podcast_chapters\": {\n    \"version\": \"1.2.0\",\n"
           "    \"chapters\": [\n      {\n        \"startTime\": 0,\n        \"title\": \"Hello\"\n      },\n"
           "      {\n        \"startTime\": 60,\n        \"title\": \"Oil\"\n      },\n      {\n"
           "        \"startTime\": 120,\n        \"title\": \"Wicks\"\n      }\n    ]\n  },\n"
           "  \"youtube_link\": null\n}\n\n### Links\n\n"
           "  * [One](https://one.example.org/)\n  * [Two](https://two.example.org/)\n"
           "  * [Three](https://three.example.org/)\n  * [Four](https://four.example.org/)\n\nBye.\n";
}

using Replacements = std::vector<std::pair<std::string, std::string>>;

inline std::string replaced(std::string text, const Replacements& replacements) {
    for (const auto& [from, to] : replacements)
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    return text;
}
