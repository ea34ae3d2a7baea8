// SPDX-License-Identifier: MIT
#pragma once

#include "format/document.h"
#include "format/jsonvalue.h"

#include <QString>

#include <optional>
#include <vector>

namespace catalog {

/// `podcast:valueRecipient`. Numbers and truths of a value block are kept as they are written, numbers
/// without exponent; what is not stated is empty.
struct FeedRecipient {
    QString name;
    QString type; ///< "node", "lnaddress"
    QString address;
    QString customKey;
    QString customValue;
    QString split; ///< shares
    QString fee;   ///< "true", "false"
    friend bool operator==(const FeedRecipient&, const FeedRecipient&) = default;
};

/// `podcast:remoteItem`: whom a time split pays instead.
struct FeedRemoteItem {
    QString feedGuid;
    QString feedUrl;
    QString itemGuid;
    QString medium;
    friend bool operator==(const FeedRemoteItem&, const FeedRemoteItem&) = default;
};

/// `podcast:valueTimeSplit`; times in seconds.
struct FeedTimeSplit {
    QString startTime;
    QString duration;
    QString remoteStartTime;
    QString remotePercentage;
    std::optional<FeedRemoteItem> item;
    std::vector<FeedRecipient> recipients;
    friend bool operator==(const FeedTimeSplit&, const FeedTimeSplit&) = default;
};

/// `podcast:value`.
struct FeedValue {
    QString type;      ///< "lightning"
    QString method;    ///< "keysend"
    QString suggested; ///< an amount for each minute
    std::vector<FeedRecipient> recipients;
    std::vector<FeedTimeSplit> timeSplits;
    friend bool operator==(const FeedValue&, const FeedValue&) = default;
};

/// An episode's `value`, whatever it holds; nothing where it is no object.
std::optional<FeedValue> valueOf(const format::Document& document);

/// The same as an episode's `value`, with all members that such a field has.
format::JsonValue valueJson(const FeedValue& value);

/// What XML keeps of a value block, blanks apart; what means nothing when it is missing (fee, starts at 0,
/// 100 per cent) is left away. For comparing.
FeedValue carriedValue(const FeedValue& value);
/// Who gets how much, a line each; for showing.
QString valueWords(const FeedValue& value);

/// "5e-08" → "0.00000005", as Podcasting 2.0 writes amounts; what is no number stays.
QString plainDecimal(const QString& number);

} // namespace catalog
