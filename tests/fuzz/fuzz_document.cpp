// SPDX-License-Identifier: MIT
// Any bytes as an episode file: refused with a place in them, or open and kept, with every span where it
// says.
#include "format/document.h"
#include "format/mojibake.h"
#include "fuzz.h"
#include "support/rfcjson.h"
#include "support/sametree.h"

using format::Document;
using format::JsonId;
using format::JsonNode;
using format::Span;

namespace {

void checkRefusal(std::string_view text, const format::Error& error) {
    require(!error.message.empty(), "a refusal says why");
    require(error.offset <= text.size(), "a refusal points into the file");
    const format::Position at = format::positionAt(text, error.offset);
    require(at.line >= 1 && at.column >= 1, "lines and columns count from 1");
}

void checkNode(const Document& document, JsonId id) {
    const JsonNode& node = document.json().node(id);
    const Span object = document.frontMatter().object;
    require(object.contains(node.span) && !node.span.isEmpty(), "a value lies in the object");
    require(RfcJson::isValid(node.span.in(document.text())), "a value's bytes are that value");
    std::size_t at = node.span.begin;
    for (const JsonId child : node.children) {
        const JsonNode& item = document.json().node(child);
        require(item.parent == id, "children know their parent");
        require(node.span.contains(item.span) && item.span.begin > at, "values stand in order");
        if (!item.key.isEmpty())
            require(item.key.begin > at && item.key.end <= item.span.begin, "a key stands before its value");
        at = item.span.end - 1;
    }
}

void checkRows(const Document& document) {
    std::size_t at = document.frontMatter().body.begin;
    for (const format::Row& row : document.links().rows()) {
        require(row.span.begin == at && row.span.end > at, "rows follow each other without a gap");
        at = row.span.end;
        for (const Span part :
             {row.indent, row.marker, row.text, row.url, row.title, row.separator, row.description})
            require(part.isEmpty() || row.span.contains(part), "a row's parts lie in it");
    }
    require(document.isBodyLocked() || at == document.text().size(), "the rows are the notes");
}

/// Setting every member to what it is changes nothing.
void checkSameValues(const Document& document) {
    const auto& tree = document.json();
    std::size_t members = 0;
    for (const JsonId id : tree.node(tree.root()).children) {
        const JsonNode& member = tree.node(id);
        if (member.isDuplicateKey || member.hasLoneSurrogate || ++members > 20)
            continue;
        const auto edits = document.set({std::string(member.name)}, document.value(member));
        require(bool(edits), "a member can be set");
        const auto again = document.withEdits(*edits);
        require(again && again->value(*again->member(member.name)).json() == document.value(member).json(),
                "the same value again is that value");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(viewOf(data, size));
    (void)format::readings(text);
    (void)format::repairedMojibake(text);
    const auto document = Document::parse(text);
    const auto front = format::splitFrontMatter(text);
    const std::string difference = whereReadersDiffer(text, front ? front->object : Span{0, text.size()});
    require(difference.empty(), "the quick reader reads like the library: " + difference);
    if (!document) {
        checkRefusal(text, document.error());
        const bool mayBeRefused = !front || !RfcJson::isValid(front->object.in(text), 256) ||
                                  document.error().message.find("conflict") != std::string::npos ||
                                  document.error().message.find("keys") != std::string::npos ||
                                  document.error().message.find("UTF-") != std::string::npos;
        require(mayBeRefused, "what RFC 8259 allows is opened: " + document.error().message);
        return 0;
    }
    require(document->text() == text, "the bytes are kept");
    require(RfcJson::isValid(document->frontMatter().object.in(text)), "what is opened is JSON");
    for (JsonId id = 0; id < static_cast<JsonId>(document->json().size()); ++id)
        checkNode(*document, id);
    for (const format::Oddity& oddity : document->oddities())
        require(oddity.span.end <= text.size() && !oddity.message.empty(), "an oddity has its place");
    checkRows(*document);
    checkSameValues(*document);
    return 0;
}
