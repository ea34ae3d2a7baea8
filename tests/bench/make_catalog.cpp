// SPDX-License-Identifier: MIT
// make_catalog FOLDER COUNT: writes a site with COUNT episodes of eight shows, for measuring. The shapes are
// those of real catalogues (about 4.8 KB a file, keys, lists, chapters, link rows, escapes); every word is
// made here. The same COUNT gives the same bytes.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace {

/// Numbers that look random and are the same on every machine (SplitMix64).
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    int below(int count) { return static_cast<int>(next() % static_cast<std::uint64_t>(count)); }

private:
    std::uint64_t m_state;
};

constexpr std::array<std::string_view, 48> words{
    "harbour", "lantern", "kernel",  "copper", "kettle",  "garden",  "signal", "packet", "mirror",  "river",
    "carbon",  "winter",  "orchard", "ladder", "compass", "thread",  "bridge", "anchor", "marble",  "socket",
    "meadow",  "canvas",  "pepper",  "silver", "engine",  "window",  "letter", "button", "feather", "planet",
    "shadow",  "ticket",  "basket",  "rocket", "violin",  "hammer",  "linux",  "server", "editor",  "laptop",
    "network", "update",  "backup",  "script", "desktop", "battery", "camera", "market"};
constexpr std::array<std::string_view, 24> people{
    "ada",  "bela", "cora", "dario", "edda", "femi",   "gita", "hugo-b", "ines", "jona", "kai",  "lumi",
    "mara", "nilo", "orla", "pavo",  "quin", "rasmus", "suri", "tobin",  "uma",  "vito", "wren", "yael"};

std::string phrase(Dice& dice, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        std::string word(words[static_cast<std::size_t>(dice.below(words.size()))]);
        if (i == 0)
            word[0] = static_cast<char>(word[0] - 32);
        text += (i == 0 ? "" : " ") + word;
    }
    return text;
}

std::string hex(Dice& dice, int digits) {
    std::string text;
    for (int i = 0; i < digits; ++i)
        text += "0123456789abcdef"[dice.below(16)];
    return text;
}

std::string twoDigits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string list(const std::string& members) {
    return members.empty() ? "[]" : "[\n" + members + "\n  ]";
}

std::string named(Dice& dice, int count) {
    std::string members;
    for (int i = 0; i < count; ++i)
        members += (i == 0 ? "" : ",\n") + std::string("    \"") +
                   std::string(people[static_cast<std::size_t>(dice.below(people.size()))]) + "\"";
    return list(members);
}

std::string chapters(Dice& dice) {
    if (dice.below(3) == 0)
        return "null";
    std::string members;
    const int count = 4 + dice.below(12);
    for (int i = 0; i < count; ++i)
        members += std::string(i == 0 ? "" : ",\n") +
                   "      {\n        \"startTime\": " + std::to_string(i * 240 + dice.below(60)) +
                   ",\n        \"title\": \"" + phrase(dice, 3) + "\"\n      }";
    return "{\n    \"version\": \"1.2.0\",\n    \"chapters\": [\n" + members + "\n    ]\n  }";
}

std::string notes(Dice& dice) {
    std::string text = "\n### Episode Links\n\n";
    const int count = 12 + dice.below(24);
    for (int i = 0; i < count; ++i) {
        const std::string place = hex(dice, 6);
        text += "* [" + phrase(dice, 4) + "](https://example.org/" + place + "/" + hex(dice, 8) + " \"" +
                phrase(dice, 4) + "\")";
        if (dice.below(3) == 0)
            text += " \xE2\x80\x94 " + phrase(dice, 9) + ".";
        text += '\n';
    }
    return text;
}

std::string episode(Dice& dice, int show, int number) {
    const std::string slug = "show-" + std::to_string(show);
    const std::string padded =
        std::string(number < 1000 ? number < 100 ? number < 10 ? "000" : "00" : "0" : "") +
        std::to_string(number);
    const int day = number * 7;
    const std::string date = std::to_string(2006 + day / 336 % 20) + "-" + twoDigits(1 + day / 28 % 12) +
                             "-" + twoDigits(1 + day % 28) + "T04:00:00-08:00";
    const std::string guid =
        hex(dice, 8) + "-" + hex(dice, 4) + "-4" + hex(dice, 3) + "-a" + hex(dice, 3) + "-" + hex(dice, 12);
    std::string text = "{\n  \"type\": \"episode\",\n  \"draft\": false,\n  \"show_slug\": \"" + slug +
                       "\",\n  \"show_name\": \"Show " + std::to_string(show) +
                       "\",\n  \"episode\": " + std::to_string(number) + ",\n  \"episode_padded\": \"" +
                       padded + "\",\n  \"episode_guid\": \"" + guid + "\",\n  \"slug\": \"" +
                       std::to_string(number) + "\",\n  \"title\": \"" + phrase(dice, 3 + dice.below(4));
    if (dice.below(10) == 0)
        text += " \\u2019s caf\\u00e9";
    text += "\",\n  \"description\": \"" + phrase(dice, 22) + ". " + phrase(dice, 14) +
            ".\",\n  \"date\": \"" + date + "\",\n  \"header_image\": \"/images/shows/" + slug +
            ".png\",\n  \"categories\": [\n    \"Show " + std::to_string(show) +
            "\"\n  ],\n  \"tags\": [\n    \"" + phrase(dice, 1) + "\",\n    \"" + phrase(dice, 2) +
            "\"\n  ],\n  \"hosts\": " + named(dice, 2) + ",\n  \"guests\": " + named(dice, dice.below(3)) +
            ",\n  \"sponsors\": [],\n";
    const int seconds = 1200 + dice.below(4200);
    text += "  \"podcast_duration\": \"" + twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) +
            ":" + twoDigits(seconds % 60) + "\",\n  \"podcast_file\": \"https://media.example.org/" + slug +
            "/" + padded + "-" + hex(dice, 12) +
            ".mp3\",\n  \"podcast_bytes\": " + std::to_string(seconds * 16000) +
            ",\n  \"podcast_chapters\": " + chapters(dice) +
            ",\n  \"podcast_alt_file\": null,\n  \"podcast_ogg_file\": null,\n  \"video_file\": null,\n  "
            "\"video_hd_file\": null,\n"
            "  \"video_mobile_file\": null,\n  \"youtube_link\": null,\n  \"jb_url\": \"/" +
            slug + "/" + std::to_string(number) + "/\",\n  \"fireside_url\": \"/" + std::to_string(number) +
            "\"\n}\n\n" + notes(dice);
    return text;
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

int main(int argc, char** argv) {
    const int count = argc == 3 ? std::atoi(argv[2]) : 0;
    if (count < 1 || count > 1'000'000) {
        std::fputs("usage: make_catalog FOLDER COUNT\n", stderr);
        return 2;
    }
    const std::filesystem::path content = std::filesystem::path(argv[1]) / "content";
    std::filesystem::create_directories(content / "people");
    for (const std::string_view id : people)
        write(content / "people" / (std::string(id) + ".md"), "{\n  \"type\": \"host\",\n  \"username\": \"" +
                                                                  std::string(id) + "\",\n  \"title\": \"" +
                                                                  std::string(id) + "\"\n}\n");
    constexpr int shows = 8;
    Dice dice(static_cast<std::uint64_t>(count));
    for (int i = 0; i < count; ++i) {
        const int show = i % shows + 1;
        const auto folder = content / "show" / ("show-" + std::to_string(show));
        if (i < shows) {
            std::filesystem::create_directories(folder);
            write(folder / "_index.md", "{\n  \"title\": \"Show " + std::to_string(show) + "\"\n}\n");
        }
        const int number = i / shows + 1;
        const std::string name = std::to_string(number);
        write(folder / (std::string(name.size() < 4 ? 4 - name.size() : 0, '0') + name + ".md"),
              episode(dice, show, number));
    }
    return 0;
}
