// SPDX-License-Identifier: MIT
#include "catalog/bulk/bulkedit.h"

#include "catalog/bulk/bulkparts.h"
#include "catalog/celltext.h"
#include "catalog/episode.h"
#include "catalog/values.h"

#include <algorithm>

namespace catalog {

using bulk::Action;
using bulk::Outcome;
using bulk::say;
using bulk::Subject;
using format::JsonValue;

namespace {

#define BULK_TEXT(text) QT_TRANSLATE_NOOP("BulkEdit", text)

struct ActionRow {
    BulkAction action;
    const char* label;
    const char* step; ///< %1: the field
};
constexpr ActionRow rows[] = {
    {BulkAction::Set, BULK_TEXT("Set"), QT_TRANSLATE_N_NOOP("BulkEdit", "Set %1 of %n Episode(s)")},
    {BulkAction::Clear, BULK_TEXT("Clear"), QT_TRANSLATE_N_NOOP("BulkEdit", "Clear %1 of %n Episode(s)")},
    {BulkAction::Remove, BULK_TEXT("Remove the Field"),
     QT_TRANSLATE_N_NOOP("BulkEdit", "Remove %1 from %n Episode(s)")},
    {BulkAction::AddMembers, BULK_TEXT("Add"), QT_TRANSLATE_N_NOOP("BulkEdit", "Add to %1 of %n Episode(s)")},
    {BulkAction::RemoveMembers, BULK_TEXT("Take Out"),
     QT_TRANSLATE_N_NOOP("BulkEdit", "Take out of %1 of %n Episode(s)")},
    {BulkAction::ReplaceText, BULK_TEXT("Replace Text"),
     QT_TRANSLATE_N_NOOP("BulkEdit", "Replace in %1 of %n Episode(s)")},
    {BulkAction::Number, BULK_TEXT("Number in Sequence"),
     QT_TRANSLATE_N_NOOP("BulkEdit", "Number %n Episode(s)")},
    {BulkAction::ShiftDate, BULK_TEXT("Shift"), QT_TRANSLATE_N_NOOP("BulkEdit", "Shift %1 of %n Episode(s)")},
    {BulkAction::SetTime, BULK_TEXT("Set the Time of Day"),
     QT_TRANSLATE_N_NOOP("BulkEdit", "Set Time of %n Episode(s)")},
};

const ActionRow& rowOf(BulkAction action) {
    return *std::find_if(std::begin(rows), std::end(rows),
                         [action](const ActionRow& row) { return row.action == action; });
}

QString labelOfKey(const std::string& key) {
    const Field* field = fieldOf(key);
    return field ? labelOf(*field) : QString::fromStdString(key);
}

/// Why no edit of the field can be trusted; empty where one can.
QString whyLocked(const Subject& subject) {
    if (!subject.node)
        return {};
    if (subject.node->isDuplicateKey)
        return say(BULK_TEXT("The key occurs twice; delete one first."));
    const auto& tree = subject.document.json();
    const auto isLossy = [&](format::JsonId id) { return tree.node(id).hasLoneSurrogate; };
    if (subject.node->hasLoneSurrogate ||
        std::any_of(subject.node->children.begin(), subject.node->children.end(), isLossy))
        return say(BULK_TEXT("The text holds half of a character, which no edit keeps."));
    return {};
}

/// A value as people read it in a proposal.
QString words(const format::Document& document, std::string_view key) {
    const format::JsonNode* node = document.member(key);
    if (!node)
        return say(BULK_TEXT("(not there)"));
    if (node->type == format::JsonType::Null)
        return say(BULK_TEXT("(none)"));
    const QString text = valueText(document, key);
    return text.isEmpty() ? say(BULK_TEXT("(empty)")) : text;
}

QString words(const format::Document& document, const std::vector<std::string>& keys) {
    QStringList all;
    for (const std::string& key : keys)
        all += words(document, key);
    return all.join(QStringLiteral(" · "));
}

/// A value that equals the saved one again is spelled as it was, so that the file is as before.
format::TextEdits settled(const EpisodeText& episode, const format::Document& before,
                          const format::Document& after, const std::vector<std::string>& keys,
                          format::TextEdits edits) {
    if (!episode.saved || episode.saved == episode.text)
        return edits;
    const auto saved = format::Document::parse(*episode.saved);
    format::TextEdits settling;
    if (saved)
        for (const std::string& key : keys)
            for (format::TextEdit& edit : after.restoreSpelling(*saved, key))
                settling.push_back(std::move(edit));
    const auto text = format::applyEdits(after.text(), settling);
    return settling.empty() || !text ? edits : format::differenceOf(before.text(), *text);
}

void propose(const BulkEdit& edit, const Subject& subject, const Outcome& outcome, Proposal& proposal) {
    const EpisodeId id = subject.episode.id;
    if (!outcome.why.isEmpty()) {
        proposal.leftOut.push_back({id, outcome.why});
        return;
    }
    if (outcome.edits.empty())
        return;
    const auto after = subject.document.withEdits(outcome.edits);
    if (!after) {
        proposal.leftOut.push_back({id, QString::fromStdString(after.error().message)});
        return;
    }
    std::vector<std::string> keys{edit.field};
    keys.insert(keys.end(), outcome.with.begin(), outcome.with.end());
    QStringList places;
    for (const std::string& key : keys)
        places += labelOfKey(key);
    QString said = words(*after, keys);
    if (!outcome.doubt.isEmpty())
        said += QStringLiteral(" (%1)").arg(outcome.doubt);
    proposal.changes.push_back({id, places.join(QStringLiteral(" · ")), words(subject.document, keys), said,
                                settled(subject.episode, subject.document, *after, keys, outcome.edits),
                                outcome.doubt.isEmpty()});
}

Action actionOf(const Catalog& catalog, const std::vector<EpisodeId>& episodes, const BulkEdit& edit) {
    switch (edit.action) {
    case BulkAction::Set:
        return bulk::setting(edit);
    case BulkAction::Clear:
        return bulk::clearing(catalog, edit);
    case BulkAction::Remove:
        return bulk::removing(edit);
    case BulkAction::AddMembers:
        return bulk::adding(edit);
    case BulkAction::RemoveMembers:
        return bulk::removingMembers(edit);
    case BulkAction::ReplaceText:
        return bulk::replacing(edit);
    case BulkAction::Number:
        return bulk::numbering(catalog, episodes, edit);
    case BulkAction::ShiftDate:
        return bulk::shifting(catalog, edit);
    case BulkAction::SetTime:
        return bulk::settingTime(catalog, edit);
    }
    return {};
}

} // namespace

std::vector<BulkAction> bulkActionsFor(const Field& field) {
    using enum BulkAction;
    switch (field.kind) {
    case FieldKind::Boolean:
        return {Set, Remove};
    case FieldKind::EpisodeNumber:
        return {Number, Set, Remove};
    case FieldKind::Date:
        return {ShiftDate, SetTime, Set, Clear, Remove};
    case FieldKind::Bytes:
    case FieldKind::Duration:
        return {Set, Clear, Remove};
    case FieldKind::Json:
        return {Clear, Remove};
    case FieldKind::Guid: // of one episode alone; no two share it
        return {ReplaceText, Clear, Remove};
    default:
        break;
    }
    return isList(field.kind) ? std::vector{AddMembers, RemoveMembers, Set, ReplaceText, Clear, Remove}
                              : std::vector{Set, ReplaceText, Clear, Remove};
}

QString labelOf(BulkAction action) {
    return say(rowOf(action).label);
}

QString whyNoBulkEdit(const BulkEdit& edit) {
    const Field* field = fieldOf(edit.field);
    const bool isList = field && catalog::isList(field->kind);
    switch (edit.action) {
    case BulkAction::AddMembers:
    case BulkAction::RemoveMembers:
        if (!isList)
            return say(BULK_TEXT("This field is no list."));
        return edit.members.isEmpty() ? say(BULK_TEXT("Name what to add or to take out.")) : QString();
    case BulkAction::ReplaceText:
        return edit.text.isEmpty() ? say(BULK_TEXT("Name the text to replace.")) : QString();
    case BulkAction::Number:
        if (edit.field != "episode")
            return say(BULK_TEXT("Only the number goes in sequence."));
        return edit.numbers.first < 0 || edit.numbers.step == 0
                   ? say(BULK_TEXT("Numbers begin at 0 or above, and each is another one."))
                   : QString();
    case BulkAction::ShiftDate:
    case BulkAction::SetTime:
        if (edit.field != "date")
            return say(BULK_TEXT("This field is no date."));
        if (edit.action == BulkAction::SetTime)
            return edit.time.isValid() ? QString() : say(BULK_TEXT("Name a time."));
        return edit.shift.days == 0 && edit.shift.seconds == 0 ? say(BULK_TEXT("Name how far the dates go."))
                                                               : QString();
    case BulkAction::Set:
        return field && field->kind == FieldKind::Date && !edit.value && !parseEpisodeDate(edit.text)
                   ? say(BULK_TEXT("This is no date that the site can read."))
                   : QString();
    case BulkAction::Clear:
    case BulkAction::Remove:
        break;
    }
    return {};
}

QString stepName(const BulkEdit& edit, int episodes) {
    const QString name = say(rowOf(edit.action).step, episodes);
    return name.contains(QLatin1String("%1")) ? name.arg(labelOfKey(edit.field)) : name;
}

JsonValue typedValue(const Field* field, const QString& text) {
    if (field && isList(field->kind)) {
        std::vector<std::string> items;
        for (const QString& item : splitMembers(text))
            items.push_back(item.toStdString());
        return JsonValue::strings(items);
    }
    if (field && field->kind == FieldKind::Boolean &&
        (text == QLatin1String("true") || text == QLatin1String("false")))
        return JsonValue::boolean(text == QLatin1String("true"));
    return valueOfText(field, field ? field->key : std::string_view(), text, nullptr);
}

ProposalMaker bulkMaker(const Catalog& catalog, const std::vector<EpisodeId>& episodes,
                        const BulkEdit& edit) {
    return [edit, action = actionOf(catalog, episodes, edit)](
               const EpisodeText& episode, const format::Document& document, Proposal& proposal) {
        const Subject subject{episode, document, document.member(edit.field)};
        const QString locked = whyLocked(subject);
        propose(edit, subject, locked.isEmpty() ? action(subject) : bulk::leftOut(locked), proposal);
    };
}

namespace bulk {

Outcome settingTo(const Subject& subject, const std::string& field, const JsonValue& value) {
    auto edits = subject.document.set({field}, value, keyOrder());
    return edits ? Outcome{std::move(edits).value()} : leftOut(QString::fromStdString(edits.error().message));
}

} // namespace bulk

} // namespace catalog
