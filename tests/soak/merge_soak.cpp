// SPDX-License-Identifier: MIT
// Two editors and a bot change one episode file again and again. A second, much simpler model knows what
// every field and every link must hold; after every step the file is compared with it.
//     merge_soak [STEPS] [SEED]
#include "format/merge.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <set>

using namespace format;

namespace {

/// What an episode says: fields, tags and links by their names.
using Facts = std::map<std::string, std::string>;

std::mt19937 randomNumbers; // NOLINT: seeded in main, so that a run can be repeated

int below(int limit) {
    return static_cast<int>(randomNumbers() % static_cast<unsigned>(limit));
}
std::string word() {
    static int count = 0;
    return "w" + std::to_string(++count) + (below(4) == 0 ? "\xC3\xA9" : "");
}

std::string firstEpisode() {
    return "{\n  \"title\": \"a\",\n  \"description\": \"b\",\n  \"slug\": \"c\",\n  \"draft\": \"d\",\n"
           "  \"tags\": [\n    \"one\",\n    \"two\"\n  ]\n}\n\n### Links\n\n"
           "  * [A](https://a.example.org/)\n  * [B](https://b.example.org/)\n\nBye.\n";
}

Document parsed(const std::string& text) {
    auto document = Document::parse(text);
    if (!document) {
        std::cerr << "does not open: " << document.error().message << "\n" << text << "\n";
        std::exit(1);
    }
    return std::move(document).value();
}

Facts factsOf(const std::string& text) {
    const Document document = parsed(text);
    Facts facts;
    for (const char* key : {"title", "description", "slug", "draft"})
        if (const JsonNode* node = document.member(key))
            facts[std::string("/") + key] = node->string;
    if (const JsonNode* tags = document.member("tags"))
        for (const std::string& tag : document.strings(*tags))
            facts["#" + tag] = "";
    for (const Row& row : document.links().rows())
        if (row.kind == RowKind::Link) {
            if (facts.count(row.link.url) > 0)
                facts["twice " + row.link.url] = row.link.text;
            facts[row.link.url] = row.link.text;
        }
    return facts;
}

std::string edited(const std::string& text, const Result<TextEdits>& edits) {
    const Document document = parsed(text);
    const auto next = edits ? document.withEdits(*edits) : Result<Document>(edits.error());
    return next ? next->text() : text;
}

std::string changeField(const std::string& text) {
    const char* const keys[] = {"title", "description", "slug", "draft"};
    const char* key = keys[below(4)];
    const Document document = parsed(text);
    if (below(6) == 0 && document.member(key))
        return edited(text, document.jsonEditor().remove({std::string(key)}));
    return edited(text, document.set({std::string(key)}, JsonValue::string(word()),
                                     {"title", "description", "slug", "draft"}));
}

std::string changeTags(const std::string& text) {
    const Document document = parsed(text);
    std::vector<std::string> tags = document.strings(*document.member("tags"));
    if (!tags.empty() && below(2) == 0)
        tags.erase(tags.begin() + below(static_cast<int>(tags.size())));
    else
        tags.insert(tags.begin() + below(static_cast<int>(tags.size()) + 1), word());
    return edited(text, document.set({std::string("tags")}, JsonValue::strings(tags)));
}

std::string changeLinks(const std::string& text) {
    const Document document = parsed(text);
    const auto editor = document.linkEditor();
    std::vector<std::size_t> links;
    for (std::size_t i = 0; i < document.links().rows().size(); ++i)
        if (document.links().rows()[i].kind == RowKind::Link)
            links.push_back(i);
    const int what = links.size() < 2 ? 0 : links.size() > 9 ? 1 : below(4);
    const std::size_t row =
        links.empty() ? 0 : links[static_cast<std::size_t>(below(static_cast<int>(links.size())))];
    if (what == 0) {
        LinkParts parts;
        parts.text = word();
        parts.url = "https://" + std::to_string(randomNumbers()) + ".example.org/";
        return edited(text,
                      editor->insertLinks(links.empty() ? document.links().rows().size() : row, {parts}));
    }
    if (what == 1)
        return edited(text, editor->removeRows({row}));
    if (what == 2) {
        const std::size_t to = links[static_cast<std::size_t>(below(static_cast<int>(links.size())))];
        return edited(text, editor->moveRows({row}, to));
    }
    LinkParts parts = document.links().rows()[row].link;
    parts.text = word();
    return edited(text, editor->setLink(row, parts));
}

std::string change(const std::string& text) {
    const int what = below(10);
    return what < 4 ? changeField(text) : what < 6 ? changeTags(text) : changeLinks(text);
}

/// A bot that writes the whole file in another way.
std::string respelled(const std::string& text) {
    const bool hasReturns = text.find('\r') != std::string::npos;
    std::string other;
    for (const char byte : text) {
        if (hasReturns && byte == '\r')
            continue;
        other += byte == '\n' && !hasReturns ? "\r\n" : std::string(1, byte);
    }
    return other;
}

struct Editor {
    std::string saved, text;
};

std::optional<std::string> at(const Facts& facts, const std::string& name) {
    const auto place = facts.find(name);
    return place == facts.end() ? std::nullopt : std::optional(place->second);
}

/// The model's merge: what each name must hold, and which names are conflicts.
struct Expected {
    Facts facts;
    std::set<std::string> conflicts;
};

Expected expected(const Facts& base, const Facts& mine, const Facts& theirs,
                  const std::set<std::string>& takeTheirs) {
    Expected result;
    std::set<std::string> names;
    for (const Facts* side : {&base, &mine, &theirs})
        for (const auto& fact : *side)
            names.insert(fact.first);
    for (const std::string& name : names) {
        const auto b = at(base, name);
        const auto m = at(mine, name);
        const auto t = at(theirs, name);
        const bool isConflict = m != b && t != b && m != t;
        if (isConflict)
            result.conflicts.insert(name);
        const auto value = isConflict ? (takeTheirs.count(name) > 0 ? t : m) : m == b ? t : m;
        if (value)
            result.facts[name] = *value;
    }
    return result;
}

std::string nameOf(const MergeConflict& conflict) {
    if (conflict.kind == MergeKind::Field)
        return toPointer(conflict.path);
    for (const auto* side : {&conflict.base, &conflict.mine, &conflict.theirs})
        if (*side) {
            const std::size_t from = (*side)->find("](");
            if (from != std::string::npos)
                return (*side)->substr(from + 2, (*side)->find(')', from) - from - 2);
        }
    return "?";
}

int differences = 0;
int merges = 0;
int conflictCount = 0;

void report(const char* what, const Editor& editor, const std::string& disk, const std::string& merged) {
    ++differences;
    std::cerr << "DIFFERENCE: " << what << "\n--- base\n"
              << editor.saved << "\n--- mine\n"
              << editor.text << "\n--- theirs\n"
              << disk << "\n--- merged\n"
              << merged << "\n";
}

/// An editor saves: merges where the disk holds other bytes, decides the conflicts, and writes.
void save(Editor& editor, std::string& disk) {
    if (editor.text == editor.saved)
        return;
    std::string text = editor.text;
    if (disk != editor.saved) {
        ++merges;
        const Merge merge = mergeTexts(editor.saved, editor.text, disk);
        std::set<std::string> found;
        std::set<std::string> takeTheirs;
        std::vector<MergeChoice> choices;
        for (const MergeConflict& conflict : merge.conflicts) {
            ++conflictCount;
            found.insert(nameOf(conflict));
            const bool isTheirs = below(2) == 0;
            if (isTheirs)
                takeTheirs.insert(nameOf(conflict));
            choices.push_back({isTheirs ? MergeChoice::Side::Theirs : MergeChoice::Side::Mine, {}});
        }
        text = mergeTexts(editor.saved, editor.text, disk, choices).text;
        const Expected model =
            expected(factsOf(editor.saved), factsOf(editor.text), factsOf(disk), takeTheirs);
        if (found != model.conflicts)
            report("other conflicts", editor, disk, merge.text);
        else if (factsOf(text) != model.facts)
            report("other facts", editor, disk, text);
        if (!merge.conflicts.empty() &&
            mergeTexts(merge.openBase, merge.text, disk).conflicts.size() != merge.conflicts.size())
            report("conflicts that do not stay open", editor, disk, merge.text);
    }
    disk = text;
    editor = {text, text};
}

} // namespace

int main(int count, char** values) {
    const int steps = count > 1 ? std::atoi(values[1]) : 10'000;
    const unsigned seed = count > 2 ? static_cast<unsigned>(std::atoi(values[2])) : 1;
    randomNumbers.seed(seed);
    std::string disk = firstEpisode();
    Editor editors[2] = {{disk, disk}, {disk, disk}};
    for (int step = 0; step < steps && differences == 0; ++step) {
        const int what = below(12);
        Editor& editor = editors[below(2)];
        if (what < 7)
            editor.text = change(editor.text);
        else if (what < 9)
            disk = below(12) == 0 ? respelled(disk) : change(disk);
        else
            save(editor, disk);
    }
    std::cout << "merge soak: " << steps << " steps, seed " << seed << ", " << merges << " merges, "
              << conflictCount << " conflicts decided, " << differences << " differences\n";
    return differences == 0 && merges > steps / 50 ? 0 : 1;
}
