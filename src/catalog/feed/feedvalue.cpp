// SPDX-License-Identifier: MIT
#include "catalog/feed/feedvalue.h"

#include "catalog/feed/limits.h"
#include "catalog/xmltext.h"

#include <QLocale>
#include <QStringList>

#include <cmath>

namespace catalog {

namespace {

using format::Document;
using format::JsonId;
using format::JsonNode;
using format::JsonType;

/// Reads the parts of one value block.
class ValueReader {
public:
    explicit ValueReader(const Document& document)
        : m_document(document) {}

    FeedValue read(JsonId id) const {
        FeedValue value{text(id, "type"), text(id, "method"), text(id, "suggested"), recipientsOf(id), {}};
        // The catalogue's own spelling, and the one of the name space's draft.
        for (const char* key : {"timesplits", "timeSplits"})
            for (const JsonId split : elements(id, key))
                value.timeSplits.push_back(timeSplit(split));
        return value;
    }

private:
    const JsonNode& node(JsonId id) const { return m_document.json().node(id); }
    JsonId member(JsonId id, const char* key) const {
        return node(id).type == JsonType::Object ? m_document.json().member(id, key) : format::noNode;
    }
    QString text(JsonId id, const char* key) const {
        const JsonId found = member(id, key);
        if (found == format::noNode)
            return {};
        const JsonNode& value = node(found);
        if (value.type == JsonType::Null || value.type == JsonType::Array || value.type == JsonType::Object)
            return {};
        const QString plain = QString::fromStdString(m_document.plain(value)).trimmed();
        return value.type == JsonType::Number ? plainDecimal(plain) : plain;
    }
    std::span<const JsonId> elements(JsonId id, const char* key) const {
        const JsonId list = member(id, key);
        if (list == format::noNode || node(list).type != JsonType::Array)
            return {};
        const std::span<const JsonId> all = node(list).children;
        return all.first(std::min(all.size(), feedlimits::listed));
    }
    std::vector<FeedRecipient> recipientsOf(JsonId id) const {
        std::vector<FeedRecipient> recipients;
        for (const JsonId r : elements(id, "recipients"))
            recipients.push_back({text(r, "name"), text(r, "type"), text(r, "address"), text(r, "customKey"),
                                  text(r, "customValue"), text(r, "split"), text(r, "fee")});
        return recipients;
    }
    FeedTimeSplit timeSplit(JsonId id) const {
        FeedTimeSplit split{text(id, "startTime"),        text(id, "duration"), text(id, "remoteStartTime"),
                            text(id, "remotePercentage"), std::nullopt,         recipientsOf(id)};
        const JsonId item = member(id, "remoteItem");
        if (item != format::noNode && node(item).type == JsonType::Object)
            split.item = FeedRemoteItem{text(item, "feedGuid"), text(item, "feedUrl"), text(item, "itemGuid"),
                                        text(item, "medium")};
        return split;
    }

    const Document& m_document;
};

std::string quoted(const QString& text) {
    return text.isEmpty() ? "null" : format::JsonValue::string(text.toStdString()).json();
}

/// A number or a truth keeps its spelling where JSON has it.
std::string bare(const QString& text) {
    const QString plain = plainDecimal(text);
    const auto value = format::JsonValue::parse(plain.toStdString());
    const bool isBare = value && (plain == QLatin1String("true") || plain == QLatin1String("false") ||
                                  plain.front().isDigit() || plain.front() == QLatin1Char('-'));
    return isBare ? value->json() : quoted(text);
}

template <typename Item, typename Print>
std::string listOf(const std::vector<Item>& items, Print print) {
    std::string json;
    for (const Item& item : items)
        json += (json.empty() ? "" : ",") + print(item);
    return "[" + json + "]";
}

std::string recipientJson(const FeedRecipient& r) {
    return R"({"name":)" + quoted(r.name) + R"(,"type":)" + quoted(r.type) + R"(,"address":)" +
           quoted(r.address) + R"(,"customKey":)" + quoted(r.customKey) + R"(,"customValue":)" +
           quoted(r.customValue) + R"(,"split":)" + bare(r.split) + R"(,"fee":)" + bare(r.fee) + "}";
}

std::string itemJson(const std::optional<FeedRemoteItem>& item) {
    if (!item)
        return "null";
    return R"({"feedGuid":)" + quoted(item->feedGuid) + R"(,"feedUrl":)" + quoted(item->feedUrl) +
           R"(,"itemGuid":)" + quoted(item->itemGuid) + R"(,"medium":)" + quoted(item->medium) + "}";
}

std::string splitJson(const FeedTimeSplit& split) {
    return R"({"startTime":)" + bare(split.startTime) + R"(,"duration":)" + bare(split.duration) +
           R"(,"remotePercentage":)" + bare(split.remotePercentage) + R"(,"remoteStartTime":)" +
           bare(split.remoteStartTime) + R"(,"remoteItem":)" + itemJson(split.item) + R"(,"recipients":)" +
           listOf(split.recipients, recipientJson) + "}";
}

} // namespace

std::optional<FeedValue> valueOf(const Document& document) {
    const JsonId id = document.json().find({std::string("value")});
    if (id == format::noNode || document.json().node(id).type != JsonType::Object)
        return std::nullopt;
    return ValueReader(document).read(id);
}

format::JsonValue valueJson(const FeedValue& value) {
    const auto json = format::JsonValue::parse(
        R"({"type":)" + quoted(value.type) + R"(,"method":)" + quoted(value.method) + R"(,"suggested":)" +
        bare(value.suggested) + R"(,"recipients":)" + listOf(value.recipients, recipientJson) +
        R"(,"timesplits":)" + listOf(value.timeSplits, splitJson) + "}");
    return json ? *json : format::JsonValue::null();
}

FeedValue carriedValue(const FeedValue& value) {
    const auto carry = [](QString& text) { text = xmlText(text).simplified(); };
    const auto carryAll = [&carry](std::vector<FeedRecipient>& recipients) {
        std::erase_if(recipients, [](const FeedRecipient& r) { return xmlText(r.address).isEmpty(); });
        for (FeedRecipient& r : recipients) {
            for (QString* text : {&r.name, &r.type, &r.address, &r.customKey, &r.customValue, &r.split})
                carry(*text);
            r.fee = r.fee.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 ? QStringLiteral("true")
                                                                                   : QString();
        }
    };
    FeedValue carried = value;
    for (QString* text : {&carried.type, &carried.method, &carried.suggested})
        carry(*text);
    carryAll(carried.recipients);
    for (FeedTimeSplit& split : carried.timeSplits) {
        for (QString* text :
             {&split.startTime, &split.duration, &split.remoteStartTime, &split.remotePercentage})
            carry(*text);
        if (split.remoteStartTime == QLatin1String("0"))
            split.remoteStartTime.clear();
        if (split.remotePercentage == QLatin1String("100"))
            split.remotePercentage.clear();
        if (split.item && xmlText(split.item->feedGuid).isEmpty())
            split.item.reset();
        if (split.item)
            for (QString* text :
                 {&split.item->feedGuid, &split.item->feedUrl, &split.item->itemGuid, &split.item->medium})
                carry(*text);
        carryAll(split.recipients);
    }
    return carried;
}

QString valueWords(const FeedValue& value) {
    QStringList lines{
        QStringList{value.type, value.method, value.suggested}.join(QLatin1Char(' ')).trimmed()};
    for (const FeedRecipient& r : value.recipients)
        lines += r.split + QLatin1Char(' ') + r.name + QStringLiteral(" (") + r.address + QLatin1Char(')');
    for (const FeedTimeSplit& split : value.timeSplits)
        lines += split.startTime + QStringLiteral(" s + ") + split.duration + QStringLiteral(" s: ") +
                 (split.item ? split.item->feedGuid + QLatin1Char(' ') + split.item->itemGuid
                             : QString::number(split.recipients.size()));
    return lines.join(QLatin1Char('\n'));
}

QString plainDecimal(const QString& number) {
    bool isNumber = false;
    const double value = number.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? QString::number(value, 'f', QLocale::FloatingPointShortest)
                                            : number;
}

} // namespace catalog
