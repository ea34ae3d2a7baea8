// SPDX-License-Identifier: MIT
#include "catalog/feed/feeddate.h"

#include "catalog/chapterformats/clock.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace catalog {

namespace {

constexpr int hour = 3600;

/// The zones of RFC 822, in hours from UTC.
std::optional<int> offsetOfName(const QString& name) {
    static const QHash<QString, int> hours{
        {QStringLiteral("UT"), 0},   {QStringLiteral("UTC"), 0},  {QStringLiteral("GMT"), 0},
        {QStringLiteral("Z"), 0},    {QStringLiteral("EST"), -5}, {QStringLiteral("EDT"), -4},
        {QStringLiteral("CST"), -6}, {QStringLiteral("CDT"), -5}, {QStringLiteral("MST"), -7},
        {QStringLiteral("MDT"), -6}, {QStringLiteral("PST"), -8}, {QStringLiteral("PDT"), -7}};
    const auto found = hours.constFind(name.toUpper());
    if (found != hours.constEnd())
        return *found * hour;
    return name.size() == 1 ? std::optional(0) : std::nullopt;
}

std::optional<int> offsetOf(const QString& zone) {
    if (zone.isEmpty())
        return 0;
    if (zone[0] != QLatin1Char('+') && zone[0] != QLatin1Char('-'))
        return offsetOfName(zone);
    const QString digits = zone.mid(1).remove(QLatin1Char(':'));
    const int hours = digits.left(2).toInt();
    const int minutes = digits.mid(2).toInt();
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    const int seconds = hours * hour + minutes * 60;
    return zone[0] == QLatin1Char('-') ? -seconds : seconds;
}

/// RFC 2822 section 4.3: two digits below 50 are this century's, three digits count from 1900.
int yearOf(const QString& digits) {
    const int year = digits.toInt();
    if (digits.size() == 2)
        return year + (year < 50 ? 2000 : 1900);
    return digits.size() == 3 ? year + 1900 : year;
}

int monthOf(const QString& name) {
    static const QString months = QStringLiteral("jan feb mar apr may jun jul aug sep oct nov dec");
    const auto at = months.indexOf(name.left(3).toLower());
    return at < 0 ? 0 : static_cast<int>(at / 4) + 1;
}

std::optional<EpisodeDate> sound(EpisodeDate date) {
    const bool isSound = date.date.isValid() && date.date.year() > 0 && (!date.time || date.time->isValid());
    return isSound ? std::optional(date) : std::nullopt;
}

std::optional<EpisodeDate> parseMailDate(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("\\A(?:[a-z]+,?\\s+)?(\\d{1,2})[\\s-]+([a-z]{3,9})\\.?[\\s-]+(\\d{2,4})"
                       "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?"
                       "\\s*([+-]\\d{2}:?\\d{2}|[a-z]{1,4})?)?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    EpisodeDate date;
    date.date = QDate(yearOf(match.captured(3)), monthOf(match.captured(2)), number(1));
    if (match.capturedLength(4) <= 0)
        return sound(date);
    constexpr int lastSecond = 59;
    date.time = QTime(number(4), number(5), std::min(number(6), number(6) == 60 ? lastSecond : number(6)));
    date.offsetSeconds = offsetOf(match.captured(7));
    return date.offsetSeconds ? sound(date) : std::nullopt;
}

std::optional<EpisodeDate> parseInternetDate(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("\\A(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?"
                       "\\s*(Z|[+-]\\d\\d:?\\d\\d)?)?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    EpisodeDate date;
    date.date = QDate(number(1), number(2), number(3));
    if (match.capturedLength(4) <= 0)
        return sound(date);
    constexpr int lastSecond = 59;
    date.time = QTime(number(4), number(5), std::min(number(6), number(6) == 60 ? lastSecond : number(6)));
    date.offsetSeconds = offsetOf(match.captured(7));
    return date.offsetSeconds ? sound(date) : std::nullopt;
}

} // namespace

std::optional<EpisodeDate> parseFeedDate(const QString& text) {
    constexpr qsizetype longest = 100;
    if (text.size() > longest)
        return std::nullopt;
    static const QRegularExpression comment(QStringLiteral("\\([^()]*\\)"));
    const QString words = QString(text).remove(comment).simplified();
    const auto date = parseMailDate(words);
    return date ? date : parseInternetDate(words);
}

QString rfc2822Date(const EpisodeDate& date) {
    const QString day = QLocale::c().toString(date.date, QStringLiteral("ddd, dd MMM yyyy"));
    const QString time = date.time.value_or(QTime(0, 0)).toString(QStringLiteral("HH:mm:ss"));
    return QStringLiteral("%1 %2 %3")
        .arg(day, time, offsetText(date.offsetSeconds.value_or(0)).remove(QLatin1Char(':')));
}

std::optional<qint64> parseFeedDuration(const QString& text) {
    constexpr qint64 second = 1000;
    const auto milliseconds = parseClock(text.trimmed().toStdString());
    return milliseconds ? std::optional((*milliseconds + second / 2) / second) : std::nullopt;
}

} // namespace catalog
