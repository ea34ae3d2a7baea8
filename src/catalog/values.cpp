// SPDX-License-Identifier: MIT
#include "catalog/values.h"

#include "catalog/limits.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>
#include <QUuid>

#include <algorithm>

namespace catalog {

namespace {

bool isControlOrBidi(QChar character) {
    const ushort code = character.unicode();
    return code < 0x20 || code == 0x7F || (code >= 0x80 && code < 0xA0) || code == 0x061C || code == 0x200E ||
           code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

} // namespace

QDateTime EpisodeDate::moment() const {
    const QDateTime local(date, time.value_or(QTime(0, 0)), Qt::UTC);
    return local.addSecs(-offsetSeconds.value_or(0));
}

QString EpisodeDate::toString() const {
    QString text = date.toString(QStringLiteral("yyyy-MM-dd"));
    if (time)
        text += time->toString(QStringLiteral("'T'HH:mm:ss"));
    if (time && offsetSeconds)
        text += usesZ && *offsetSeconds == 0 ? QStringLiteral("Z") : offsetText(*offsetSeconds);
    return text;
}

std::optional<EpisodeDate> parseEpisodeDate(const QString& stored) {
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4})-(\\d\\d)-(\\d\\d)(?:T(\\d\\d):(\\d\\d):(\\d\\d)(?:(Z)|([+-])(\\d\\d):(\\d\\d))?)?$"));
    const auto match = form.match(stored);
    if (!match.hasMatch() || stored.endsWith(QLatin1Char('\n')))
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    EpisodeDate result;
    result.date = QDate(number(1), number(2), number(3));
    if (match.capturedLength(4) > 0) {
        result.time = QTime(number(4), number(5), number(6));
        result.usesZ = match.capturedLength(7) > 0;
        if (result.usesZ)
            result.offsetSeconds = 0;
        if (match.capturedLength(8) > 0) {
            const int seconds = number(9) * 3600 + number(10) * 60;
            result.offsetSeconds = match.captured(8) == QLatin1String("-") ? -seconds : seconds;
            if (number(9) > 23 || number(10) > 59)
                return std::nullopt;
        }
    }
    const bool isValid = result.date.isValid() && (!result.time || result.time->isValid());
    // What would be written must be what was read: "-00:00" stays as it is, unparsed.
    return isValid && result.toString() == stored ? std::optional(result) : std::nullopt;
}

QString offsetText(int seconds) {
    const int minutes = std::abs(seconds) / 60;
    return QStringLiteral("%1%2:%3")
        .arg(seconds < 0 ? QLatin1Char('-') : QLatin1Char('+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

GuidState guidStateOf(const QString& guid) {
    static const QRegularExpression form(
        QStringLiteral("\\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z"));
    if (!form.match(guid).hasMatch())
        return GuidState::Invalid;
    return QUuid::fromString(guid).isNull() ? GuidState::Nil : GuidState::Valid;
}

QString newGuid() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

std::optional<qint64> parseDuration(const QString& stored) {
    static const QRegularExpression form(QStringLiteral("\\A(\\d{1,3}):([0-5]\\d):([0-5]\\d)\\z"));
    const auto match = form.match(stored);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * 3600 + match.captured(2).toInt() * 60 + match.captured(3).toInt();
}

QString durationText(qint64 seconds) {
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString paddedNumber(const QString& number) {
    const bool isNumber = !number.isEmpty() && std::all_of(number.begin(), number.end(),
                                                           [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? number.rightJustified(4, QLatin1Char('0')) : number;
}

bool isSafeName(QStringView name) {
    const auto isLetterOrDigit = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    const auto isAllowed = [&](QChar c) { return isLetterOrDigit(c) || c == u'.' || c == u'_' || c == u'-'; };
    return !name.isEmpty() && static_cast<std::size_t>(name.size()) <= limits::fileNameBytes &&
           isLetterOrDigit(name.front()) && std::all_of(name.begin(), name.end(), isAllowed);
}

bool isSafeInAnyCase(QStringView name) {
    // Letters of other kinds may have a small one of ours: the Kelvin sign is no k.
    const bool isAscii = std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; });
    return isAscii && isSafeName(name.toString().toLower());
}

bool isSafeFileName(const QString& fileName) {
    const qsizetype dot = fileName.lastIndexOf(QLatin1Char('.'));
    return dot > 0 && isSafeInAnyCase(QStringView(fileName).left(dot)) &&
           isSafeInAnyCase(QStringView(fileName).mid(dot + 1));
}

bool isWebUrl(const QString& url) {
    if (std::any_of(url.begin(), url.end(), isControlOrBidi) || url.trimmed() != url)
        return false;
    if (url.contains(QLatin1Char(' ')))
        return false; // RFC 3986: a space is written %20
    const QUrl parsed(url, QUrl::TolerantMode);
    const QString scheme = parsed.scheme();
    return parsed.isValid() && (scheme == QLatin1String("http") || scheme == QLatin1String("https")) &&
           !parsed.host().isEmpty() && parsed.userInfo().isEmpty();
}

} // namespace catalog
