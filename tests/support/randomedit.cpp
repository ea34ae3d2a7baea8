// SPDX-License-Identifier: MIT
#include "support/randomedit.h"

#include <array>
#include <numeric>

using format::Document;
using format::JsonId;
using format::JsonNode;
using format::JsonPath;
using format::JsonType;
using format::JsonValue;
using format::LinkParts;
using format::TextEdits;

namespace {

/// Words with what breaks JSON, Markdown or the reader of either.
std::string words(const Chooser& below) {
    static const std::array<const char*, 30> parts{"lamp",
                                                   "oil",
                                                   "\"",
                                                   "'",
                                                   "[",
                                                   "]",
                                                   "(",
                                                   ")",
                                                   "\\",
                                                   "`",
                                                   "<b>",
                                                   "&amp;",
                                                   "*x*",
                                                   "_",
                                                   "|",
                                                   "!",
                                                   "#",
                                                   "\xC3\xA9",
                                                   " ",
                                                   "\xF0\x9F\x92\xA1",
                                                   "~~",
                                                   "\xD7\xA9",
                                                   "https://e.example.org/",
                                                   "\xE2\x80\x94",
                                                   "$1",
                                                   "{",
                                                   "}",
                                                   "\t",
                                                   "- ",
                                                   "1. "};
    std::string text = below(8) == 0 ? "" : "w";
    for (std::size_t count = below(5); count > 0; --count)
        text += parts[below(parts.size())];
    return text;
}

JsonValue someValue(const Chooser& below) {
    static const std::array<const char*, 12> plain{"null",
                                                   "true",
                                                   "[]",
                                                   "{}",
                                                   "0",
                                                   "-1.50",
                                                   "1e400",
                                                   "12345678901234567890",
                                                   "[1,[2,{\"a\":[]}]]",
                                                   "{\"startTime\":0,\"title\":\"x\"}",
                                                   "\"\\ud800\"",
                                                   "\"\\u0000\""};
    switch (below(3)) {
    case 0:
        return JsonValue::string(words(below));
    case 1: {
        std::vector<std::string> items(below(4));
        for (std::string& item : items)
            item = words(below);
        return JsonValue::strings(items);
    }
    default:
        return JsonValue::parse(plain[below(plain.size())]).valueOr(JsonValue::null());
    }
}

LinkParts someLink(const Chooser& below) {
    LinkParts parts{words(below), "https://e.example.org/" + words(below), std::nullopt, {}};
    if (below(2) == 0)
        parts.title = words(below);
    if (below(3) == 0)
        parts.description = words(below);
    return parts;
}

std::vector<std::size_t> someRows(std::size_t count, const Chooser& below) {
    std::vector<std::size_t> rows;
    if (count == 0)
        return rows;
    const std::size_t first = below(count);
    for (std::size_t row = first; row < count && row < first + 1 + below(3); ++row)
        rows.push_back(row);
    return rows;
}

void take(RandomEdit& edit, const format::Result<TextEdits>& edits) {
    if (edits)
        edit.edits = *edits;
    else
        edit.what += ", refused: " + edits.error().message;
}

const std::string* topKey(const JsonPath& path) {
    return path.empty() ? nullptr : std::get_if<std::string>(&path.front());
}

void drawValue(RandomEdit& edit, const Document& document, const Chooser& below) {
    const auto& tree = document.json();
    const JsonPath path = tree.pathOf(static_cast<JsonId>(below(tree.size())));
    const std::string* key = topKey(path);
    edit.key = key ? *key : std::string();
    const format::JsonEditor editor = document.jsonEditor();
    const JsonNode* node = document.at(path);
    const std::size_t siblings =
        node && node->parent != format::noNode ? tree.node(node->parent).children.size() : 0;
    switch (below(6)) {
    case 0:
    case 1:
        edit.value = someValue(below);
        edit.what = "set " + edit.key + " to " + edit.value->json();
        edit.key = key ? *key : "new";
        return take(edit, document.set({edit.key}, *edit.value, {"type", "slug", "title", "tags"}));
    case 2:
        edit.what = "remove " + format::toPointer(path);
        return take(edit, editor.remove(path));
    case 3:
        edit.what = "move " + format::toPointer(path);
        edit.key.clear();
        return siblings > 0 ? take(edit, editor.move(path, below(siblings))) : void();
    case 4:
        edit.what = "insert into " + format::toPointer(path);
        return take(edit, editor.insertElement(path, below(1 + (node ? node->children.size() : 0)),
                                               someValue(below)));
    default:
        edit.what = "a member for " + format::toPointer(path);
        return take(edit, editor.insertMember(path, words(below), someValue(below)));
    }
}

void drawNotes(RandomEdit& edit, const Document& document, const Chooser& below) {
    edit.place = RandomEdit::Place::Notes;
    const auto editor = document.linkEditor();
    if (!editor) {
        edit.what = "locked notes";
        return;
    }
    const std::size_t count = document.links().rows().size();
    const std::size_t row = below(count + 1);
    const std::size_t before = below(count + 1);
    switch (below(9)) {
    case 0:
        edit.what = "set link " + std::to_string(row);
        return take(edit, editor->setLink(row, someLink(below)));
    case 1:
        edit.what = "set words of row " + std::to_string(row);
        return take(edit, editor->setContent(row, words(below)));
    case 2:
        edit.what = "remove rows";
        return take(edit, editor->removeRows(someRows(count, below)));
    case 3:
        edit.what = "move rows to " + std::to_string(before);
        return take(edit, editor->moveRows(someRows(count, below), before));
    case 4:
        edit.what = "duplicate rows";
        return take(edit, editor->duplicateRows(someRows(count, below)));
    case 5:
        edit.what = "insert a section before " + std::to_string(before);
        return take(edit, editor->insertSection(before, words(below)));
    case 6:
        edit.what = "move section " + std::to_string(row);
        return take(edit, editor->moveSection(row, before));
    case 7:
        edit.what = "remove section " + std::to_string(row);
        return take(edit, editor->removeSection(row, below(2) == 0));
    default:
        edit.what = "insert links before " + std::to_string(before);
        return take(edit, editor->insertLinks(before, {someLink(below), someLink(below)}));
    }
}

/// Typing, cutting and pasting in the source page: any bytes to any others.
void drawSource(RandomEdit& edit, const Document& document, const Chooser& below) {
    edit.place = RandomEdit::Place::Source;
    std::string text = document.text();
    const std::size_t at = below(text.size() + 1);
    const std::size_t removed = std::min(below(12), text.size() - at);
    const std::string typed = below(3) == 0 ? "" : words(below);
    edit.what = "type " + typed + " at " + std::to_string(at) + " over " + std::to_string(removed);
    text.replace(at, removed, typed);
    edit.edits = format::differenceOf(document.text(), text);
}

/// Another top-level member than `key` that does not read byte for byte as it did.
std::string changedMember(const Document& before, const Document& after, const std::string& key) {
    const auto& tree = before.json();
    for (const JsonId id : tree.node(tree.root()).children) {
        const JsonNode& old = tree.node(id);
        const JsonNode* now = old.name == key || old.isDuplicateKey ? nullptr : after.member(old.name);
        if (old.name != key && !old.isDuplicateKey && (!now || after.raw(*now) != before.raw(old)))
            return std::string(old.name);
    }
    return {};
}

bool isOverALimit(const format::Error& error) {
    for (const char* words : {"nested", "keys", "values", "bytes"})
        if (error.message.find(words) != std::string::npos)
            return true;
    return false;
}

std::string whatBrokeInValue(const Document& before, const RandomEdit& edit, const Document& after) {
    if (before.body() != after.body())
        return "the notes changed";
    if (edit.key.empty())
        return {};
    if (const std::string other = changedMember(before, after, edit.key); !other.empty())
        return "the member " + other + " changed";
    const JsonNode* node = after.member(edit.key);
    const bool isSet = edit.value && edit.value->json() != R"("\ud800")";
    if (isSet && !edit.edits.empty() && (!node || !after.value(*node).isSameValue(*edit.value)))
        return "the value reads otherwise";
    return {};
}

} // namespace

RandomEdit drawEdit(const Document& document, const Chooser& below) {
    RandomEdit edit;
    const std::size_t kind = below(8);
    if (kind < 4)
        drawValue(edit, document, below);
    else if (kind < 7)
        drawNotes(edit, document, below);
    else
        drawSource(edit, document, below);
    return edit;
}

std::string whatBroke(const Document& before, const RandomEdit& edit, const format::Result<Document>& after) {
    const auto text = format::applyEdits(before.text(), edit.edits);
    if (!text)
        return "edits that do not fit: " + text.error().message;
    const auto undone = format::applyEdits(*text, format::invertEdits(before.text(), edit.edits));
    if (!undone || *undone != before.text())
        return "undoing gives other bytes";
    if (!after) // what a user types may be refused; what the editors write may not
        return edit.place == RandomEdit::Place::Value && !isOverALimit(after.error())
                   ? "refused: " + after.error().message
                   : std::string();
    if (after->text() != *text)
        return "the document is not its text";
    if (edit.place == RandomEdit::Place::Value)
        return whatBrokeInValue(before, edit, *after);
    if (edit.place == RandomEdit::Place::Notes &&
        before.text().substr(0, before.frontMatter().body.begin) !=
            after->text().substr(0, before.frontMatter().body.begin))
        return "the front matter changed";
    return {};
}
