// SPDX-License-Identifier: MIT
#include "catalog/values.h"

#include "catalog/limits.h"

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

bool isDigit(QChar character) {
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

/// Whether `text` has that form; in it 0 stands for any digit.
bool looksLike(QStringView text, const char* form) {
    const QLatin1String wanted(form);
    if (text.size() != wanted.size())
        return false;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (wanted[i] == QLatin1Char('0') ? !isDigit(text[i]) : text[i] != wanted[i])
            return false;
    return true;
}

/// The number that so many digits are.
int numberAt(QStringView text, qsizetype at, qsizetype digits) {
    int number = 0;
    for (qsizetype i = at; i < at + digits; ++i)
        number = number * 10 + text[i].unicode() - u'0';
    return number;
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
    // By hand: every episode's date is read while a folder opens, and sorted and searched by.
    const QStringView text(stored);
    constexpr qsizetype dateOnly = 10, withTime = 19, withOffset = 25;
    if (!looksLike(text.left(dateOnly), "0000-00-00") ||
        (text.size() > dateOnly && !looksLike(text.mid(dateOnly, withTime - dateOnly), "T00:00:00")))
        return std::nullopt;
    const auto number = [text](qsizetype at, qsizetype digits) { return numberAt(text, at, digits); };
    EpisodeDate result;
    result.date = QDate(number(0, 4), number(5, 2), number(8, 2));
    if (text.size() > dateOnly)
        result.time = QTime(number(11, 2), number(14, 2), number(17, 2));
    if (text.size() == withTime + 1 && text.back() == QLatin1Char('Z')) {
        result.usesZ = true;
        result.offsetSeconds = 0;
    } else if (text.size() == withOffset && looksLike(text.mid(withTime + 1), "00:00")) {
        const bool isBehind = text[withTime] == QLatin1Char('-');
        const int hours = number(20, 2), minutes = number(23, 2), seconds = hours * 3600 + minutes * 60;
        // What would be written must be what was read: "-00:00" stays as it is, unparsed.
        if ((!isBehind && text[withTime] != QLatin1Char('+')) || hours > 23 || minutes > 59 ||
            (isBehind && seconds == 0))
            return std::nullopt;
        result.offsetSeconds = isBehind ? -seconds : seconds;
    } else if (text.size() != dateOnly && text.size() != withTime) {
        return std::nullopt;
    }
    const bool isValid = result.date.isValid() && (!result.time || result.time->isValid());
    return isValid ? std::optional(result) : std::nullopt;
}

QString offsetText(int seconds) {
    const int minutes = std::abs(seconds) / 60;
    return QStringLiteral("%1%2:%3")
        .arg(seconds < 0 ? QLatin1Char('-') : QLatin1Char('+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

GuidState guidStateOf(const QString& guid) {
    constexpr qsizetype length = 36;
    const auto isHyphens = [](qsizetype at) { return at == 8 || at == 13 || at == 18 || at == 23; };
    bool isNil = true;
    if (guid.size() != length)
        return GuidState::Invalid;
    for (qsizetype i = 0; i < length; ++i) {
        const QChar small(guid[i].unicode() | 0x20U);
        if (isHyphens(i) ? guid[i] != QLatin1Char('-')
                         : !isDigit(guid[i]) && !(small >= QLatin1Char('a') && small <= QLatin1Char('f')))
            return GuidState::Invalid;
        isNil = isNil && (isHyphens(i) || guid[i] == QLatin1Char('0'));
    }
    return isNil ? GuidState::Nil : GuidState::Valid;
}

QString newGuid() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

std::optional<qint64> parseDuration(const QString& stored) {
    constexpr qsizetype tail = 6; // ":MM:SS"
    const qsizetype hours = stored.size() - tail;
    const QStringView text(stored);
    if (hours < 1 || hours > 3 || !std::all_of(text.begin(), text.begin() + hours, isDigit) ||
        !looksLike(text.mid(hours), ":00:00"))
        return std::nullopt;
    const int minutes = numberAt(text, hours + 1, 2), seconds = numberAt(text, hours + 4, 2);
    if (minutes > 59 || seconds > 59)
        return std::nullopt;
    return qint64{numberAt(text, 0, hours)} * 3600 + minutes * 60 + seconds;
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
