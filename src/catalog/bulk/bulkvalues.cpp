// SPDX-License-Identifier: MIT
// Bulk edits of single values: set, clear, remove, replace.
#include "catalog/bulk/bulkparts.h"
#include "catalog/episode.h"

#include <algorithm>
#include <map>

namespace catalog::bulk {

namespace {

#define BULK_TEXT(text) QT_TRANSLATE_NOOP("BulkEdit", text)

using format::JsonType;
using format::JsonValue;

/// Whether a value of this type may be taken the place of: null stands for none in every field.
bool isOfKind(const Field* field, const Subject& subject) {
    if (!field || !subject.node || subject.node->type == JsonType::Null || field->kind == FieldKind::Json)
        return true;
    if (isList(field->kind))
        return membersOf(subject).has_value();
    const JsonType type = subject.node->type;
    switch (field->kind) {
    case FieldKind::Boolean:
        return type == JsonType::Boolean;
    case FieldKind::EpisodeNumber:
    case FieldKind::Bytes:
        return type == JsonType::Number || type == JsonType::String;
    default:
        return type == JsonType::String;
    }
}

QString otherKind() {
    return say(BULK_TEXT("The file has a value of another type here. It is kept."));
}

/// A number that the file spells as a text stays a text: this edit does not mend by the way.
JsonValue likeTheFile(const Subject& subject, const JsonValue& value) {
    const bool isDigits = !value.json().empty() && value.json().front() >= '0' && value.json().front() <= '9';
    const bool isSpelledOut = subject.node && subject.node->type == JsonType::String &&
                              !subject.node->string.empty() &&
                              std::all_of(subject.node->string.begin(), subject.node->string.end(),
                                          [](char c) { return c >= '0' && c <= '9'; });
    return isDigits && isSpelledOut ? JsonValue::string(value.json()) : value;
}

/// What stands for "nothing" in the field, as most of these files have it.
JsonValue usualNothing(const Field* field, const std::string& key,
                       const std::vector<std::shared_ptr<const std::string>>& texts) {
    int nulls = 0;
    int empties = 0;
    for (const auto& text : texts) {
        const auto document = format::Document::parse(*text);
        const format::JsonNode* node = document ? document->member(key) : nullptr;
        nulls += node && node->type == JsonType::Null ? 1 : 0;
        empties += node && node->type == JsonType::String && node->string.empty() ? 1 : 0;
    }
    const bool isNull = nulls == empties ? !field || field->isNullable : nulls > empties;
    return isNull ? JsonValue::null() : JsonValue::string({});
}

/// Some of the catalogue's texts, evenly spread: enough to see a habit.
std::vector<std::shared_ptr<const std::string>> someTexts(const Catalog& catalog) {
    constexpr int most = 200;
    std::vector<std::shared_ptr<const std::string>> texts;
    const int step = std::max(1, catalog.size() / most);
    for (int i = 0; i < catalog.size(); i += step)
        if (!catalog.episode({i}).isRefused())
            texts.push_back(catalog.episode({i}).sharedText());
    return texts;
}

bool isEmptyValue(const format::JsonNode& node) {
    return node.type == JsonType::Null || (node.type == JsonType::String && node.string.empty()) ||
           (node.type == JsonType::Array && node.children.empty());
}

QString replaced(const QString& text, const BulkEdit& edit) {
    QString made = text;
    return made.replace(edit.text, edit.replacement,
                        edit.matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
}

Outcome replacedInList(const Subject& subject, const BulkEdit& edit) {
    const auto members = membersOf(subject);
    if (!members)
        return leftOut(otherKind());
    std::vector<std::string> made;
    for (const std::string& member : *members)
        made.push_back(replaced(QString::fromStdString(member), edit).toStdString());
    return made == *members ? Outcome{} : settingTo(subject, edit.field, JsonValue::strings(made));
}

} // namespace

Action setting(const BulkEdit& edit) {
    return [edit, field = fieldOf(edit.field)](const Subject& subject) {
        if (!isOfKind(field, subject))
            return leftOut(otherKind());
        const JsonValue value = edit.value ? *edit.value : typedValue(field, edit.text);
        return settingTo(subject, edit.field, edit.value ? value : likeTheFile(subject, value));
    };
}

Action clearing(const Catalog& catalog, const BulkEdit& edit) {
    const Field* field = fieldOf(edit.field);
    // Counted on the thread that proposes, for the first episode that needs it.
    struct Counted {
        std::vector<std::shared_ptr<const std::string>> texts;
        std::optional<JsonValue> nothing;
    };
    auto counted = std::make_shared<Counted>();
    if (field && isList(field->kind))
        counted->nothing = JsonValue::strings({});
    else if (field && field->kind == FieldKind::Json)
        counted->nothing = JsonValue::null();
    else
        counted->texts = someTexts(catalog);
    return [edit, field, counted](const Subject& subject) {
        if (!subject.node || isEmptyValue(*subject.node))
            return Outcome{};
        if (!isOfKind(field, subject))
            return leftOut(otherKind());
        if (!counted->nothing)
            counted->nothing = usualNothing(field, edit.field, counted->texts);
        return settingTo(subject, edit.field, *counted->nothing);
    };
}

Action removing(const BulkEdit& edit) {
    return [edit](const Subject& subject) {
        if (!subject.node)
            return Outcome{};
        auto edits = subject.document.jsonEditor().remove({edit.field});
        return edits ? Outcome{std::move(edits).value()}
                     : leftOut(QString::fromStdString(edits.error().message));
    };
}

Action replacing(const BulkEdit& edit) {
    return [edit, field = fieldOf(edit.field)](const Subject& subject) {
        if (!subject.node || subject.node->type == JsonType::Null)
            return Outcome{};
        if (subject.node->type == JsonType::Array)
            return replacedInList(subject, edit);
        if (subject.node->type != JsonType::String)
            return leftOut(otherKind());
        const QString text = QString::fromUtf8(subject.node->string);
        const QString made = replaced(text, edit);
        return made == text ? Outcome{}
                            : settingTo(subject, edit.field, JsonValue::string(made.toStdString()));
    };
}

} // namespace catalog::bulk
