// SPDX-License-Identifier: MIT
// A program of edits over a document: unedited bytes stay, undoing gives the same bytes, redoing too.
// Input: one byte for the program's length, the program, the document.
#include "fuzz.h"
#include "support/randomedit.h"

#include <vector>

using format::Document;

namespace {

/// Draws its numbers from the program's bytes; at their end always 0.
class Program {
public:
    explicit Program(std::string_view bytes)
        : m_bytes(bytes) {}
    bool isOver() const { return m_at >= m_bytes.size(); }
    std::size_t below(std::size_t limit) {
        std::size_t number = 0;
        for (std::size_t range = 1; range < limit; range *= 256)
            number = number * 256 + (isOver() ? 0 : static_cast<unsigned char>(m_bytes[m_at++]));
        return limit > 0 ? number % limit : 0;
    }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

struct Step {
    std::string before;
    format::TextEdits edits;
};

void undoAndRedo(const std::vector<Step>& steps, const std::string& last) {
    std::string text = last;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        text = format::applyEdits(text, format::invertEdits(step->before, step->edits)).valueOr("");
        require(text == step->before, "undoing gives the same bytes");
    }
    for (const Step& step : steps)
        text = format::applyEdits(text, step.edits).valueOr("");
    require(text == last, "redoing gives the same bytes");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2 || size > 16'384)
        return 0;
    const std::string_view input = viewOf(data, size);
    const std::size_t length = std::min<std::size_t>(data[0], size - 1);
    auto document = Document::parse(std::string(input.substr(1 + length)));
    if (!document)
        return 0;
    Program program(input.substr(1, length));
    std::vector<Step> steps;
    while (!program.isOver() && document->text().size() < 65'536) {
        const RandomEdit edit =
            drawEdit(*document, [&program](std::size_t limit) { return program.below(limit); });
        auto after = document->withEdits(edit.edits);
        const std::string broken = whatBroke(*document, edit, after);
        require(broken.empty(), edit.what + ": " + broken);
        if (!after)
            continue;
        steps.push_back({document->text(), edit.edits});
        document = std::move(after);
    }
    undoAndRedo(steps, document->text());
    return 0;
}
