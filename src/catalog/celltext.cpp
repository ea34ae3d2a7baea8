// SPDX-License-Identifier: MIT
#include "catalog/celltext.h"

#include "catalog/chaptertime.h"
#include "catalog/episode.h"
#include "catalog/values.h"

#include <QCoreApplication>

#include <algorithm>

namespace catalog {

namespace {

using format::JsonType;
using format::JsonValue;

QString say(const char* text) {
    return QCoreApplication::translate("CellText", text);
}

format::Error refusal(const QString& why) {
    return {why.toStdString(), 0};
}

constexpr qsizetype numberDigits = 18;

bool isWholeNumber(const QString& text) {
    return !text.isEmpty() && text.size() <= numberDigits &&
           (text == QLatin1String("0") || text.front() != QLatin1Char('0')) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool needsQuotes(const QString& member) {
    return member.contains(QLatin1Char(',')) || member.startsWith(QLatin1Char('"')) ||
           member.trimmed() != member || member.isEmpty();
}

/// The text of the quoted member that begins at `at`, and where it ends; no member where its quotes are none.
std::optional<std::pair<QString, qsizetype>> quotedMember(const QString& text, qsizetype at) {
    QString member;
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] != QLatin1Char('"')) {
            member += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"')) {
            member += text[i++];
        } else {
            qsizetype end = i + 1;
            while (end < text.size() && text[end].isSpace())
                ++end;
            const bool isWhole = end == text.size() || text[end] == QLatin1Char(',');
            return isWhole ? std::optional(std::pair(member, end)) : std::nullopt;
        }
    }
    return std::nullopt;
}

bool hasControl(const QString& text, bool mayHaveLines) {
    return std::any_of(text.begin(), text.end(), [mayHaveLines](QChar c) {
        return (c.unicode() < 0x20 && !(mayHaveLines && c == QLatin1Char('\n'))) || c.unicode() == 0x7F;
    });
}

format::Result<JsonValue> listValue(const Field& field, const QString& text, const format::Document* saved) {
    const QStringList members = splitMembers(text);
    std::vector<std::string> items;
    for (const QString& member : members) {
        if (members.count(member) > 1)
            return refusal(say("“%1” stands in the list twice.").arg(member));
        items.push_back(member.toStdString());
    }
    const format::JsonNode* before = saved ? saved->member(field.key) : nullptr;
    if (items.empty() && before && before->type == JsonType::Null)
        return JsonValue::null();
    return JsonValue::strings(items);
}

format::Result<JsonValue> booleanValue(const QString& text) {
    const QString word = text.toLower(); // spreadsheets write TRUE
    if (word == QLatin1String("true") || word == QLatin1String("false"))
        return JsonValue::boolean(word == QLatin1String("true"));
    return refusal(say("“%1” is neither true nor false.").arg(text));
}

/// What is wrong with a text of that kind; empty: nothing.
QString unfit(FieldKind kind, const QString& text) {
    switch (kind) {
    case FieldKind::EpisodeNumber:
        if (text.isEmpty())
            return say("An episode has a number, or a word for specials.");
        return text.contains(QLatin1Char(' ')) ? say("“%1” is no number: it holds a space.").arg(text)
                                               : QString();
    case FieldKind::Date:
        return parseEpisodeDate(text)
                   ? QString()
                   : say("“%1” is no date. Dates are written 2025-01-29 or 2025-01-29T18:00:00-08:00.")
                         .arg(text);
    case FieldKind::Bytes:
        return text.isEmpty() || isWholeNumber(text)
                   ? QString()
                   : say("“%1” is no size: a whole number of bytes is.").arg(text);
    case FieldKind::Duration:
        return text.isEmpty() || parseDuration(text)
                   ? QString()
                   : say("“%1” is no duration. Durations are written 1:02:03 or 46:01.").arg(text);
    case FieldKind::Slug:
        return isSafeName(text.toLower())
                   ? QString()
                   : say("“%1” is no part of an address: letters, digits, dots and hyphens are.").arg(text);
    case FieldKind::Url:
    case FieldKind::YouTube:
        return text.isEmpty() || isWebUrl(text) ? QString()
                                                : say("“%1” is no http or https address.").arg(text);
    default:
        return {};
    }
}

/// "46:01" as the file writes it: 00:46:01. Other texts stay.
QString fullDuration(const QString& text) {
    if (!text.contains(QLatin1Char(':')))
        return text;
    const auto milliseconds = parseChapterTime(text);
    constexpr qint64 second = 1000;
    return milliseconds && *milliseconds % second == 0 ? durationText(*milliseconds / second) : text;
}

QString wrongType(JsonType type, FieldKind kind) {
    const bool isText = type == JsonType::String || type == JsonType::Number;
    if (kind == FieldKind::Boolean)
        return type == JsonType::Boolean
                   ? QString()
                   : say("the file has something else here where true or false belongs");
    if (type == JsonType::Null || (isText && kind != FieldKind::Date) || type == JsonType::String)
        return {};
    return say("the file has something else here where text belongs");
}

} // namespace

QString joinMembers(const QStringList& members) {
    QStringList written;
    for (const QString& member : members)
        written += needsQuotes(member)
                       ? QLatin1Char('"') + QString(member).replace(QLatin1Char('"'), QLatin1String("\"\"")) +
                             QLatin1Char('"')
                       : member;
    return written.join(QStringLiteral(", "));
}

QStringList splitMembers(const QString& text) {
    QStringList members;
    for (qsizetype at = 0; at <= text.size();) {
        while (at < text.size() && text[at].isSpace())
            ++at;
        if (at < text.size() && text[at] == QLatin1Char('"')) {
            if (const auto quoted = quotedMember(text, at)) {
                members += quoted->first;
                at = quoted->second + 1;
                continue;
            }
        }
        const qsizetype comma = text.indexOf(QLatin1Char(','), at);
        const qsizetype end = comma < 0 ? text.size() : comma;
        if (const QString member = text.mid(at, end - at).trimmed(); !member.isEmpty())
            members += member;
        at = end + 1;
    }
    return members;
}

QString cellText(const format::Document& document, std::string_view key) {
    const format::JsonNode* node = document.member(key);
    const Field* field = fieldOf(key);
    if (!node || node->type != JsonType::Array)
        return valueText(document, key);
    if (!field || !isList(field->kind))
        return QString::fromStdString(document.plain(*node));
    QStringList members;
    for (const std::string& member : document.strings(*node))
        members += QString::fromStdString(member);
    return joinMembers(members);
}

JsonValue cellJson(const format::Document& document, std::string_view key) {
    const format::JsonNode* node = document.member(key);
    return node ? document.value(*node) : JsonValue::null();
}

QString whyNotAsText(const format::Document& document, const Field& field) {
    if (field.kind == FieldKind::Json)
        return say("it is no single line; it can be changed on the pages of the editor");
    if (field.kind == FieldKind::Guid)
        return say("podcast apps know the episode by it; it can be unlocked on the Details page");
    const format::JsonNode* node = document.member(field.key);
    if (!node)
        return {};
    if (node->isDuplicateKey)
        return say("the file has this key twice; one of the two can be removed on the Source page");
    if (node->hasLoneSurrogate)
        return say("it holds half of a character; it can be changed on the Source page");
    if (!isList(field.kind))
        return wrongType(node->type, field.kind);
    const bool isStrings =
        node->type == JsonType::Array &&
        std::all_of(node->children.begin(), node->children.end(), [&document](format::JsonId id) {
            const format::JsonNode& member = document.json().node(id);
            return member.type == JsonType::String && !member.hasLoneSurrogate;
        });
    return isStrings || node->type == JsonType::Null
               ? QString()
               : say("the file has something else here where a list of texts belongs");
}

JsonValue valueOfText(const Field* field, std::string_view key, const QString& text,
                      const format::Document* saved) {
    const format::JsonNode* before = saved ? saved->member(key) : nullptr;
    const QString spelled =
        before && before->type != JsonType::Null ? QString::fromStdString(saved->plain(*before)) : QString();
    const bool mayBeNull = (field && field->isNullable) || (before && before->type == JsonType::Null);
    if (text.isEmpty() && mayBeNull)
        return JsonValue::null();
    const bool isNumeric =
        field && (field->kind == FieldKind::EpisodeNumber || field->kind == FieldKind::Bytes);
    // A number that the file spells as a string stays a string: typing does not mend by the way.
    const bool staysString = before && before->type == JsonType::String && isWholeNumber(spelled);
    if (before && before->type == JsonType::Number && text == spelled)
        if (auto number = JsonValue::parse(text.toStdString()))
            return *number;
    if (isNumeric && !staysString && isWholeNumber(text))
        return JsonValue::integer(text.toLongLong());
    return JsonValue::string(text.toStdString());
}

format::Result<JsonValue> cellValue(const Field& field, const QString& typed, const format::Document* saved) {
    const bool isLong = field.kind == FieldKind::LongText;
    QString text = typed;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    if (hasControl(text, isLong))
        return refusal(say("The text holds a line break, a tab or another control character."));
    if (isList(field.kind))
        return listValue(field, text, saved);
    if (field.kind == FieldKind::Boolean)
        return booleanValue(text.trimmed());
    if (field.kind != FieldKind::Text && !isLong)
        text = text.trimmed();
    if (field.kind == FieldKind::Duration)
        text = fullDuration(text);
    if (const QString why = unfit(field.kind, text); !why.isEmpty())
        return refusal(why);
    return valueOfText(&field, field.key, text, saved);
}

} // namespace catalog
