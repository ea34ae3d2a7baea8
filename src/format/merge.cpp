// SPDX-License-Identifier: MIT
#include "format/merge.h"

#include "format/mergeparts.h"

namespace format {

namespace {

using Side = MergeChoice::Side;

struct Documents {
    Document base, mine, theirs;
};

/// Where the conflicts and changes of the notes begin in the result's lists.
struct NotesFrom {
    std::size_t conflicts, taken;
};

void placeFields(MergeRun& run, const Document& merged, NotesFrom notes) {
    const auto place = [&merged](const JsonPath& path) {
        const JsonNode* node = merged.at(path);
        return node ? node->span : Span{merged.frontMatter().object.begin, merged.frontMatter().object.begin};
    };
    for (std::size_t i = 0; i < notes.conflicts; ++i)
        run.result.conflicts[i].span = place(run.result.conflicts[i].path);
    for (std::size_t i = 0; i < notes.taken; ++i)
        run.result.taken[i].span = place(run.result.taken[i].path);
    const std::size_t body = merged.frontMatter().body.begin;
    const auto shift = [body](Span& span) { span = {span.begin + body, span.end + body}; };
    for (std::size_t i = notes.conflicts; i < run.result.conflicts.size(); ++i)
        shift(run.result.conflicts[i].span);
    for (std::size_t i = notes.taken; i < run.result.taken.size(); ++i)
        shift(run.result.taken[i].span);
}

/// False where the parts cannot be told apart.
bool mergeParts(const Documents& documents, MergeRun& run) {
    const auto fields = mergeFields(documents.base, documents.mine, documents.theirs, run);
    if (!fields)
        return false;
    const NotesFrom from{run.result.conflicts.size(), run.result.taken.size()};
    const auto notes = mergeNotes(documents.base, documents.mine, documents.theirs, run);
    const auto merged =
        notes ? fields->withEdits({{fields->frontMatter().body, *notes}}) : Result<Document>(Error{});
    // The object must still end where it ended: notes are never read as a part of it.
    if (!merged || merged->frontMatter().object != fields->frontMatter().object)
        return false;
    run.result.text = merged->text();
    placeFields(run, *merged, from);
    return true;
}

Merge wholeConflict(std::string_view base, std::string_view mine, std::string_view theirs, std::string reason,
                    const std::vector<MergeChoice>& choices) {
    MergeConflict conflict;
    conflict.base = base;
    conflict.mine = mine;
    conflict.theirs = theirs;
    conflict.reason = std::move(reason);
    Merge merge;
    merge.text = mine;
    const MergeChoice choice = choices.empty() ? MergeChoice() : choices.front();
    if (choice.side == Side::Theirs && Document::parse(std::string(theirs)))
        merge.text = theirs;
    else if (choice.side == Side::Own && Document::parse(choice.own))
        merge.text = choice.own;
    conflict.span = {0, merge.text.size()};
    merge.conflicts.push_back(std::move(conflict));
    merge.openBase = base;
    return merge;
}

Merge mergeDocuments(const Documents& documents, const std::vector<MergeChoice>& choices) {
    MergeRun first{{}, false, false, {}};
    if (!mergeParts(documents, first))
        return wholeConflict(documents.base.text(), documents.mine.text(), documents.theirs.text(),
                             "The changes of both cannot be told apart.", choices);
    if (first.result.conflicts.empty())
        return first.result;
    MergeRun open{{}, true, first.areNotesWhole, {}};
    first.result.openBase = mergeParts(documents, open) ? open.result.text : documents.base.text();
    MergeRun decided{choices, false, first.areNotesWhole, {}};
    if (choices.empty() || !mergeParts(documents, decided))
        return first.result;
    decided.result.openBase = first.result.openBase;
    return decided.result;
}

Merge onlyText(std::string_view text) {
    Merge merge;
    merge.text = text;
    return merge;
}

} // namespace

Merge mergeTexts(std::string_view base, std::string_view mine, std::string_view theirs,
                 const std::vector<MergeChoice>& choices) {
    if (mine == theirs)
        return onlyText(theirs);
    auto theirDocument = Document::parse(std::string(theirs));
    if (!theirDocument)
        return wholeConflict(base, mine, theirs, theirDocument.error().message, {});
    if (base == theirs)
        return onlyText(mine);
    auto baseDocument = Document::parse(std::string(base));
    auto myDocument = Document::parse(std::string(mine));
    if (!baseDocument || !myDocument) {
        const Error& error = baseDocument ? myDocument.error() : baseDocument.error();
        return base == mine ? onlyText(theirs) : wholeConflict(base, mine, theirs, error.message, choices);
    }
    Merge merge = mergeDocuments(
        {std::move(baseDocument).value(), std::move(myDocument).value(), std::move(theirDocument).value()},
        choices);
    if (base == mine) { // nothing of mine to bring in: theirs, to the byte
        merge.text = theirs;
        merge.conflicts.clear();
    }
    return merge;
}

} // namespace format
