// SPDX-License-Identifier: MIT
// Three texts made from one input: the base, mine and theirs. What is promised of merging must hold for all.
#include "format/merge.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace format;

namespace {

void require(bool isTrue, const char* what) {
    if (isTrue)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

bool opens(const std::string& text) {
    return Document::parse(text).hasValue();
}

const char* const seed = "{\n  \"title\": \"A\",\n  \"tags\": [\n    \"x\",\n    \"y\"\n  ],\n  \"n\": {\n   "
                         " \"a\": 1,\n    \"b\": "
                         "[1, 2]\n  }\n}\n\n### Links\n\n  * [One](https://one.example.org/)\n  * "
                         "[Two](https://two.example.org/)\n\n"
                         "Bye.\n";

/// The seed with edits that the input describes: place, length, and what comes there.
std::string edited(std::string text, const std::string& input) {
    for (std::size_t at = 0; at + 3 < input.size();) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(input[i]));
        };
        const std::size_t place = (byte(at) * 256 + byte(at + 1)) % (text.size() + 1);
        const std::size_t removed = byte(at + 2) % 24;
        const std::size_t added = byte(at + 3) % 24;
        text.replace(place, std::min(removed, text.size() - place), input.substr(at + 4, added));
        at += 4 + added;
    }
    return text;
}

std::vector<std::string> parts(const std::string& input) {
    std::vector<std::string> found(1);
    for (const char byte : input)
        if (byte == '\xFF' && found.size() < 3)
            found.emplace_back();
        else
            found.back() += byte;
    found.resize(3);
    return found;
}

void check(const std::string& base, const std::string& mine, const std::string& theirs) {
    const Merge merge = mergeTexts(base, mine, theirs);
    if (!opens(mine))
        return;
    require(opens(merge.text), "the result opens");
    if (!opens(theirs)) {
        require(merge.text == mine, "what does not open is not taken");
        return;
    }
    require(mergeTexts(base, mine, mine).text == mine, "both the same");
    if (!opens(base))
        return;
    require(mergeTexts(base, mine, base).text == mine, "only mine");
    require(mergeTexts(base, base, theirs).text == theirs, "only theirs");
    const std::vector<MergeChoice> allTheirs(merge.conflicts.size(), {MergeChoice::Side::Theirs, {}});
    require(opens(mergeTexts(base, mine, theirs, allTheirs).text), "the decided text opens");
    if (!merge.conflicts.empty()) {
        const Merge again = mergeTexts(merge.openBase, merge.text, theirs);
        require(opens(again.text), "the text merged again opens");
    }
    for (const MergeConflict& conflict : merge.conflicts)
        require(conflict.span.begin <= conflict.span.end && conflict.span.end <= merge.text.size(),
                "a conflict lies in the text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t limit = 8'192;
    if (size < 1 || size > limit)
        return 0;
    const std::string input(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto texts = parts(input);
    if (data[0] % 4 == 0) // the texts themselves
        check(texts[0], texts[1], texts[2]);
    else
        check(edited(seed, texts[0]), edited(edited(seed, texts[0]), texts[1]),
              edited(edited(seed, texts[0]), texts[2]));
    return 0;
}
