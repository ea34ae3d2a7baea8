// SPDX-License-Identifier: MIT
#include "catalog/bulk/commonvalues.h"

#include "catalog/episode.h"
#include "catalog/field.h"

#include <algorithm>

namespace catalog {

namespace {

QStringList membersIn(const format::Document& document, std::string_view key) {
    QStringList members;
    const format::JsonNode* node = document.member(key);
    if (node && node->type == format::JsonType::Array)
        for (const std::string& member : document.strings(*node))
            members += QString::fromStdString(member);
    return members;
}

void take(const format::Document& document, const Field& field, bool isFirst, CommonValue& value) {
    const QString text = valueText(document, field.key);
    const QStringList members = isList(field.kind) ? membersIn(document, field.key) : QStringList();
    if (isFirst) {
        value = {true, text, text, members};
        return;
    }
    value.isSame = value.isSame && text == value.first;
    if (!value.isSame)
        value.text.clear();
    value.members.removeIf([&members](const QString& member) { return !members.contains(member); });
}

} // namespace

std::map<std::string, CommonValue> commonValuesOf(const std::vector<EpisodeText>& episodes) {
    std::map<std::string, CommonValue> values;
    bool isFirst = true;
    for (const EpisodeText& episode : episodes) {
        const auto document = format::Document::parse(*episode.text);
        if (!document)
            continue;
        for (const Field& field : fields())
            take(*document, field, isFirst, values[std::string(field.key)]);
        isFirst = false;
    }
    return values;
}

} // namespace catalog
