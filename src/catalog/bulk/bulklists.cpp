// SPDX-License-Identifier: MIT
// Bulk edits of lists: members added and taken out; the others keep their order and their bytes.
#include "catalog/bulk/bulkparts.h"

#include <algorithm>

namespace catalog::bulk {

namespace {

#define BULK_TEXT(text) QT_TRANSLATE_NOOP("BulkEdit", text)

using format::JsonType;
using format::JsonValue;

QString noList() {
    return say(BULK_TEXT("The file has something else here than a list of texts. It is kept."));
}

/// Tags that stand sorted stay so; of other lists the order has a meaning.
bool keepsSorted(const std::string& field, const std::vector<std::string>& members) {
    const Field* known = fieldOf(field);
    return known && known->kind == FieldKind::Tags && members.size() > 1 &&
           std::is_sorted(members.begin(), members.end());
}

} // namespace

std::optional<std::vector<std::string>> membersOf(const Subject& subject) {
    if (!subject.node || subject.node->type == JsonType::Null)
        return std::vector<std::string>();
    if (subject.node->type != JsonType::Array)
        return std::nullopt;
    for (const format::JsonId child : subject.node->children)
        if (subject.document.json().node(child).type != JsonType::String)
            return std::nullopt;
    return subject.document.strings(*subject.node);
}

Action adding(const BulkEdit& edit) {
    return [edit](const Subject& subject) {
        const auto present = membersOf(subject);
        if (!present)
            return leftOut(noList());
        const bool isSorted = keepsSorted(edit.field, *present);
        std::vector<std::string> all = *present;
        for (const QString& member : edit.members) {
            const std::string text = member.toStdString();
            if (std::find(all.begin(), all.end(), text) != all.end())
                continue;
            all.insert(isSorted ? std::upper_bound(all.begin(), all.end(), text) : all.end(), text);
        }
        return all == *present ? Outcome{} : settingTo(subject, edit.field, JsonValue::strings(all));
    };
}

Action removingMembers(const BulkEdit& edit) {
    return [edit](const Subject& subject) {
        const auto present = membersOf(subject);
        if (!present)
            return leftOut(noList());
        std::vector<std::string> all = *present;
        std::erase_if(all, [&edit](const std::string& member) {
            return edit.members.contains(QString::fromStdString(member));
        });
        return all == *present ? Outcome{} : settingTo(subject, edit.field, JsonValue::strings(all));
    };
}

} // namespace catalog::bulk
