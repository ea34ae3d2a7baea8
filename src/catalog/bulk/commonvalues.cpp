// SPDX-License-Identifier: MIT
#include "catalog/bulk/commonvalues.h"

#include "catalog/episode.h"
#include "catalog/field.h"
#include "catalog/values.h"

#include <algorithm>
#include <optional>

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

/// Where a date or a number stands among others; none for what is neither.
std::optional<qint64> rankOf(const Field& field, const QString& text) {
    if (field.kind == FieldKind::Date) {
        const auto date = parseEpisodeDate(text);
        return date ? std::optional(date->moment().toSecsSinceEpoch()) : std::nullopt;
    }
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return field.kind == FieldKind::EpisodeNumber && isNumber ? std::optional(number) : std::nullopt;
}

void takeRange(const Field& field, const QString& text, CommonValue& value) {
    const auto rank = rankOf(field, text);
    if (!rank)
        return;
    if (value.least.isEmpty() || *rank < *rankOf(field, value.least))
        value.least = text;
    if (value.most.isEmpty() || *rank > *rankOf(field, value.most))
        value.most = text;
}

void take(const format::Document& document, const Field& field, bool isFirst, CommonValue& value) {
    const QString text = valueText(document, field.key);
    const QStringList members = isList(field.kind) ? membersIn(document, field.key) : QStringList();
    takeRange(field, text, value);
    if (isFirst) {
        value = {true, text, text, members, value.least, value.most};
        return;
    }
    value.isSame = value.isSame && text == value.first;
    if (!value.isSame)
        value.text.clear();
    value.members.removeIf([&members](const QString& member) { return !members.contains(member); });
}

} // namespace

std::map<std::string, CommonValue> commonValuesOf(const std::vector<EpisodeText>& episodes,
                                                  const std::function<bool(int, int)>& report) {
    std::map<std::string, CommonValue> values;
    bool isFirst = true;
    int read = 0;
    for (const EpisodeText& episode : episodes) {
        if (report && !report(read++, static_cast<int>(episodes.size())))
            break;
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
