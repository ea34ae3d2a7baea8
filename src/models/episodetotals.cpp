// SPDX-License-Identifier: MIT
#include "models/episodetotals.h"

#include <QCoreApplication>
#include <QLocale>

namespace models {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;

QString say(const char* text) {
    return QCoreApplication::translate("EpisodeTotals", text);
}

QString lengthText(qint64 seconds) {
    const qint64 minutes = (seconds + minute / 2) / minute;
    const QString hours = QLocale().toString(minutes * minute / hour);
    return minutes < hour / minute ? say("%1 min").arg(minutes)
                                   : say("%1 h %2 min").arg(hours).arg(minutes % (hour / minute));
}

} // namespace

void EpisodeTotals::add(const catalog::Summary& summary) {
    ++episodes;
    seconds += summary.seconds.value_or(0);
    bytes += summary.bytes.value_or(0);
    withoutDuration += summary.seconds ? 0 : 1;
}

QString EpisodeTotals::amounts() const {
    QStringList parts;
    if (withoutDuration < episodes)
        parts += lengthText(seconds);
    if (bytes > 0)
        parts += QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    if (withoutDuration > 0)
        parts +=
            QCoreApplication::translate("EpisodeTotals", "%n without duration", nullptr, withoutDuration);
    return parts.join(QStringLiteral(" · "));
}

QString EpisodeTotals::words() const {
    const QString count = QCoreApplication::translate("EpisodeTotals", "%n episode(s)", nullptr, episodes);
    const QString more = amounts();
    return more.isEmpty() ? count : count + QStringLiteral(" · ") + more;
}

} // namespace models
