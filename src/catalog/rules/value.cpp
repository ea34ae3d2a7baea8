// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/values.h"

#include <QRegularExpression>

#include <map>

namespace catalog {

namespace {

using format::JsonId;
using format::JsonNode;
using format::JsonPath;
using format::JsonType;

QString tr(const char* text) {
    return Report::tr(text);
}

constexpr const char field[] = "value";

const JsonNode& nodeOf(const Report& report, JsonId id) {
    return report.context().document.json().node(id);
}

JsonId memberOf(const Report& report, JsonId id, std::string_view key) {
    return nodeOf(report, id).type == JsonType::Object ? report.context().document.json().member(id, key)
                                                       : format::noNode;
}

/// A member as text; null, missing and other containers are "".
QString textOf(const Report& report, JsonId id, std::string_view key) {
    const JsonId found = memberOf(report, id, key);
    if (found == format::noNode || nodeOf(report, found).type == JsonType::Null)
        return {};
    return QString::fromStdString(report.context().document.plain(nodeOf(report, found)));
}

/// The elements of `value`'s list `key`.
std::span<const JsonId> elements(const Report& report, const char* key) {
    const JsonId list = report.context().document.json().find({std::string(field), std::string(key)});
    return list == format::noNode ? std::span<const JsonId>() : nodeOf(report, list).children;
}

format::Span spanOf(const Report& report, JsonId id, std::string_view key) {
    const JsonId found = memberOf(report, id, key);
    return nodeOf(report, found == format::noNode ? id : found).span;
}

void nodeAddress(Report& report) {
    static const QRegularExpression form(QStringLiteral("\\A0[23][0-9a-fA-F]{64}\\z"));
    for (const JsonId id : elements(report, "recipients"))
        if (textOf(report, id, "type") == QLatin1String("node") &&
            !form.match(textOf(report, id, "address")).hasMatch())
            report.add(
                field,
                tr("The address of \"%1\" is no Lightning node: 02 or 03 and 64 hexadecimal digits. Money "
                   "sent there would be lost.")
                    .arg(textOf(report, id, "name")),
                spanOf(report, id, "address"));
}

void splitSum(Report& report) {
    double sum = 0;
    const auto recipients = elements(report, "recipients");
    for (const JsonId id : recipients)
        sum += textOf(report, id, "split").toDouble();
    if (!recipients.empty() && std::abs(sum - 100) > 1e-9)
        report.add(field,
                   tr("The shares add up to %1. They are shares of the whole, but the site shows them as per "
                      "cent.")
                       .arg(sum));
}

void recipientTwice(Report& report) {
    const auto recipients = elements(report, "recipients");
    std::map<QStringList, std::size_t> seen;
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        const QString address = textOf(report, recipients[i], "address");
        const QStringList who = {address, textOf(report, recipients[i], "customKey"),
                                 textOf(report, recipients[i], "customValue")};
        const auto [first, isNew] = seen.insert({who, i});
        if (isNew || address.isEmpty())
            continue;
        Issue& issue = report.add(
            field,
            tr("\"%1\" receives twice, by the same address.").arg(textOf(report, recipients[i], "name")),
            nodeOf(report, recipients[i]).span);
        const qint64 both = textOf(report, recipients[i], "split").toLongLong() +
                            textOf(report, recipients[first->second], "split").toLongLong();
        const JsonPath list = {std::string(field), std::string("recipients")};
        JsonPath split = list, repeat = list;
        split.insert(split.end(), {first->second, std::string("split")});
        repeat.emplace_back(i);
        report.fixWith(issue, tr("Merge their shares"), split, format::JsonValue::integer(both));
        const auto removal = report.context().document.jsonEditor().remove(repeat);
        if (issue.fix && removal)
            issue.fix->edit.changes.insert(issue.fix->edit.changes.end(), removal->begin(), removal->end());
    }
}

/// Time splits of the present key and of the one of the namespace's draft.
std::span<const JsonId> timeSplits(const Report& report) {
    const auto found = elements(report, "timesplits");
    return found.empty() ? elements(report, "timeSplits") : found;
}

void splitAfterEnd(Report& report) {
    const auto end = parseDuration(report.text("podcast_duration"));
    for (const JsonId id : timeSplits(report)) {
        const double last =
            textOf(report, id, "startTime").toDouble() + textOf(report, id, "duration").toDouble();
        if (end && last > static_cast<double>(*end))
            report.add(field,
                       tr("A time split ends at %1, after the episode's end at %2.")
                           .arg(durationText(static_cast<qint64>(last)), durationText(*end)),
                       nodeOf(report, id).span);
    }
}

void splitWithoutItem(Report& report) {
    for (const JsonId id : timeSplits(report)) {
        const JsonId item = memberOf(report, id, "remoteItem");
        if (item != format::noNode && nodeOf(report, item).type == JsonType::Object &&
            textOf(report, item, "itemGuid").isEmpty())
            report.add(field,
                       tr("A time split names a feed but no item of it, so it pays the feed as a whole."),
                       nodeOf(report, item).span);
    }
}

void customPair(Report& report) {
    for (const JsonId id : elements(report, "recipients"))
        if (textOf(report, id, "customKey").isEmpty() != textOf(report, id, "customValue").isEmpty())
            report.add(
                field,
                tr("\"%1\" has a custom key without a custom value, or the reverse; such payments may go "
                   "to the wrong account.")
                    .arg(textOf(report, id, "name")),
                nodeOf(report, id).span);
}

constexpr Rule rules[] = {
    {"value-node-address", Severity::Error, "A Lightning address is no node's.", checkWith<nodeAddress>},
    {"value-split-sum-not-100", Severity::Information, "The shares do not add up to 100.",
     checkWith<splitSum>},
    {"value-recipient-duplicate", Severity::Warning, "Somebody receives twice.", checkWith<recipientTwice>},
    {"value-timesplit-after-end", Severity::Information, "A time split ends after the episode.",
     checkWith<splitAfterEnd>},
    {"value-timesplit-no-itemGuid", Severity::Information, "A time split names no item.",
     checkWith<splitWithoutItem>},
    {"value-custom-pair", Severity::Warning, "A custom key has no value, or the reverse.",
     checkWith<customPair>},
};

} // namespace

std::span<const Rule> valueRules() {
    return rules;
}

} // namespace catalog
