// SPDX-License-Identifier: MIT
// Several threads read, edit and compare the same constant documents, and each finds what one thread alone
// finds. Meant for the preset `tsan`, which reports every access without order; runs in all others too.
#include "format/document.h"
#include "format/linkpaste.h"
#include "format/mojibake.h"
#include "support/randomedit.h"

#include <cstdio>
#include <random>
#include <thread>

using format::Document;

namespace {

constexpr int threads = 4;
constexpr int rounds = 60;

std::vector<std::string> pages() {
    const std::string notes =
        "\n\n### Links\n\n* [One](https://a.example.org/ \"t\") - words\n* [Two](https://b.example.org/)\n"
        "\n**More:**\n\n1. text\n> quote\n";
    return {"{\n  \"title\": \"caf\\u00e9\",\n  \"tags\": [\n    \"a\",\n    \"b\"\n  ],\n  \"n\": 1e400\n}" +
                notes,
            "\xEF\xBB\xBF{\"a\":1,\"a\":2,\"s\":\"\\ud800\"}" + notes, "{\"broken\": 1}\n\xFF",
            "{\"l\":[1,[2,{\"x\":null}]]}"};
}

/// All that a round of one seed comes to, as one text.
std::string work(const std::vector<Document>& documents, unsigned seed) {
    std::mt19937 random(seed);
    const Chooser below = [&random](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    std::string found;
    for (const Document& document : documents) {
        found += std::to_string(document.links().rows().size());
        const RandomEdit edit = drawEdit(document, below);
        const auto after = document.withEdits(edit.edits);
        found += whatBroke(document, edit, after) + (after ? after->text() : after.error().message);
        if (after)
            for (const auto& change : format::differenceOf(document.text(), after->text()))
                found += change.replacement;
        const Document copy = document;
        found += std::to_string(copy.links().rows().size() + copy.restoreBody(document).size());
        for (const auto& link : format::linksFromText(document.text()))
            found += link.url;
        found += format::repairedMojibake(document.text()) ? "damaged" : "sound";
    }
    return found;
}

std::vector<Document> parsed() {
    std::vector<Document> documents;
    for (const std::string& text : pages())
        documents.push_back(*Document::parse(text));
    return documents;
}

} // namespace

int main() {
    int differences = 0;
    for (unsigned round = 0; round < rounds; ++round) {
        const std::vector<Document> shared = parsed(); // whose rows nobody has asked for yet
        std::vector<std::string> found(threads);
        std::vector<std::thread> workers;
        for (int i = 0; i < threads; ++i)
            workers.emplace_back([&, i] { found[static_cast<std::size_t>(i)] = work(shared, round); });
        for (std::thread& worker : workers)
            worker.join();
        const std::string alone = work(parsed(), round);
        for (const std::string& one : found)
            differences += one == alone ? 0 : 1;
    }
    std::printf("threads: %d threads, %d rounds, %d differences\n", threads, rounds, differences);
    return differences == 0 ? 0 : 1;
}
