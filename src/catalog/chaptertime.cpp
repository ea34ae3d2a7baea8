// SPDX-License-Identifier: MIT
#include "catalog/chaptertime.h"

#include <QRegularExpression>

#include <cmath>
#include <cstdlib>

namespace catalog {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr QChar minusSign(0x2212);

} // namespace

QString chapterTimeText(qint64 milliseconds) {
    const qint64 size = std::abs(milliseconds);
    QString text = QStringLiteral("%1%2:%3:%4")
                       .arg(milliseconds < 0 ? QStringLiteral("-") : QString())
                       .arg(size / hour)
                       .arg(size % hour / minute, 2, 10, QLatin1Char('0'))
                       .arg(size % minute / second, 2, 10, QLatin1Char('0'));
    if (size % second == 0)
        return text;
    text += QStringLiteral(".%1").arg(size % second, 3, 10, QLatin1Char('0'));
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    return text;
}

std::optional<qint64> parseChapterTime(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^(?:(?:(\\d{1,5}):)?(\\d{1,7}):)?(\\d{1,9})(?:[.,](\\d{1,12}))?$"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 hours = match.captured(1).toLongLong();
    const qint64 minutes = match.captured(2).toLongLong();
    const qint64 seconds = match.captured(3).toLongLong();
    const bool isTooLarge =
        (!match.captured(1).isEmpty() && minutes >= 60) || (!match.captured(2).isEmpty() && seconds >= 60);
    if (isTooLarge)
        return std::nullopt;
    const double fraction = QStringLiteral("0.%1").arg(match.captured(4)).toDouble();
    return hours * hour + minutes * minute + seconds * second + std::llround(fraction * second);
}

std::optional<qint64> parseChapterAmount(const QString& text) {
    const QString amount = text.trimmed();
    const bool hasSign = !amount.isEmpty() && QStringLiteral("+-").append(minusSign).contains(amount.front());
    const auto size = parseChapterTime(hasSign ? amount.mid(1) : amount);
    return size && hasSign && amount.front() != QLatin1Char('+') ? -*size : size;
}

} // namespace catalog
