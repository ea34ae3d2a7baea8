// SPDX-License-Identifier: MIT
#include "catalog/search/searchrange.h"

#include <QDate>
#include <QRegularExpression>

#include <limits>

namespace catalog {

namespace {

/// What one value stands for; where it is compared (`>`), the bounds that count.
struct Value {
    qint64 from = 0, to = 0;
    qint64 below = 0, above = 0; ///< `<` means less than `below`, `>` more than `above`
};

Value point(qint64 value, qint64 width = 1) {
    return {value, value + width - 1, value, value};
}

std::optional<Value> numberOf(const QString& text) {
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    return isNumber ? std::optional(point(value)) : std::nullopt;
}

std::optional<Value> dayOf(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).toInt();
    const bool hasMonth = match.hasCaptured(2), hasDay = match.hasCaptured(3);
    const QDate first(year, hasMonth ? match.captured(2).toInt() : 1, hasDay ? match.captured(3).toInt() : 1);
    if (!first.isValid())
        return std::nullopt;
    const QDate next = hasDay ? first.addDays(1) : hasMonth ? first.addMonths(1) : first.addYears(1);
    const qint64 from = first.toJulianDay(), to = next.toJulianDay() - 1;
    return Value{from, to, from, to};
}

std::optional<Value> secondsOf(const QString& text) {
    static const QRegularExpression words(
        QStringLiteral("^(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})s)?$"));
    static const QRegularExpression clock(QStringLiteral("^(?:(\\d{1,4}):)?(\\d{1,4}):([0-5]\\d)$"));
    constexpr qint64 minute = 60, hour = 60 * minute;
    if (const auto match = clock.match(text); match.hasMatch())
        return point(match.captured(1).toInt() * hour + match.captured(2).toInt() * minute +
                     match.captured(3).toInt());
    const auto match = words.match(text);
    if (!match.hasMatch() || text.isEmpty())
        return std::nullopt;
    const qint64 width = match.hasCaptured(3) && !match.captured(3).isEmpty()   ? 1
                         : match.hasCaptured(2) && !match.captured(2).isEmpty() ? minute
                                                                                : hour;
    return point(match.captured(1).toInt() * hour + match.captured(2).toInt() * minute +
                     match.captured(3).toInt(),
                 width);
}

std::optional<Value> bytesOf(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{1,12})([kKmMgG]?)[bB]?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).toLower();
    const qint64 width = unit == QLatin1String("k")   ? 1'000
                         : unit == QLatin1String("m") ? 1'000'000
                         : unit == QLatin1String("g") ? 1'000'000'000
                                                      : 1;
    const qint64 count = match.captured(1).toLongLong();
    if (count > std::numeric_limits<qint64>::max() / width - 1)
        return std::nullopt;
    return point(count * width, width);
}

std::optional<Value> valueOf(const QString& text, SearchUnit unit) {
    switch (unit) {
    case SearchUnit::Number:
        return numberOf(text);
    case SearchUnit::Day:
        return dayOf(text);
    case SearchUnit::Seconds:
        return secondsOf(text);
    case SearchUnit::Bytes:
        return bytesOf(text);
    }
    return std::nullopt;
}

} // namespace

std::optional<SearchRange> parseSearchRange(const QString& text, SearchUnit unit) {
    for (const QLatin1String sign :
         {QLatin1String(">="), QLatin1String("<="), QLatin1String(">"), QLatin1String("<")}) {
        if (!text.startsWith(sign))
            continue;
        const auto value = valueOf(text.mid(sign.size()), unit);
        if (!value)
            return std::nullopt;
        const bool isFrom = sign[0] == QLatin1Char('>'), isIncluded = sign.size() == 2;
        if (isFrom)
            return SearchRange{isIncluded ? value->from : value->above + 1, {}};
        return SearchRange{{}, isIncluded ? value->to : value->below - 1};
    }
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    if (dots < 0) {
        const auto value = valueOf(text, unit);
        return value ? std::optional(SearchRange{value->from, value->to}) : std::nullopt;
    }
    const QString left = text.left(dots), right = text.mid(dots + 2);
    const auto from = valueOf(left, unit), to = valueOf(right, unit);
    if ((!left.isEmpty() && !from) || (!right.isEmpty() && !to) || (left.isEmpty() && right.isEmpty()))
        return std::nullopt;
    return SearchRange{from ? std::optional(from->from) : std::nullopt,
                       to ? std::optional(to->to) : std::nullopt};
}

} // namespace catalog
