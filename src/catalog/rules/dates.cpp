// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/values.h"

#include <QTimeZone>

namespace catalog {

namespace {

QString tr(const char* text) {
    return Report::tr(text);
}

void invalid(Report& report) {
    if (report.node("date") && !report.facts().date)
        report.add("date",
                   tr("This date cannot be read; the site would publish the episode as of 1 January of the "
                      "year 1. Write 2025-01-29T02:00:00-08:00, or 2025-01-29."));
}

/// The offset of the show's own time zone at that local time, where its episodes agree on one.
std::optional<int> usualOffset(const Report& report, const EpisodeDate& date) {
    const auto& zones = report.habits().zonesOf(report.show());
    if (zones.empty())
        return std::nullopt;
    return QDateTime(date.date, date.time.value_or(QTime(0, 0)), zones.front()).offsetFromUtc();
}

/// Offers the date with the offset of the show's zone.
void fixOffset(const Report& report, Issue& issue, EpisodeDate date) {
    const auto offset = usualOffset(report, date);
    if (!offset)
        return;
    date.time = date.time.value_or(QTime(0, 0));
    date.offsetSeconds = offset;
    date.usesZ = false;
    report.fixText(issue, "date", date.toString());
    Report::askFirst(issue);
}

void dateOnly(Report& report) {
    const auto& date = report.facts().date;
    if (!date || date->time)
        return;
    Issue& issue = report.add("date", tr("The date has no time; the site takes midnight UTC."));
    fixOffset(report, issue, *date);
}

void withoutOffset(Report& report) {
    const auto& date = report.facts().date;
    if (!date || !date->time || date->offsetSeconds)
        return;
    Issue& issue = report.add("date", tr("The date has no UTC offset; the site takes it as UTC."));
    fixOffset(report, issue, *date);
}

/// "Central European Time (Europe/Berlin)".
QString inWords(const QTimeZone& zone) {
    const QString id = QString::fromLatin1(zone.id());
    const QString words = zone.displayName(QTimeZone::GenericTime, QTimeZone::LongName);
    return words.isEmpty() || words == id ? id : QStringLiteral("%1 (%2)").arg(words, id);
}

void unusualOffset(Report& report) {
    const auto& date = report.facts().date;
    const auto& zones = report.habits().zonesOf(report.show());
    if (!date || !date->isComplete() || zones.empty())
        return;
    const QDateTime moment = date->moment();
    for (const QTimeZone& zone : zones)
        if (zone.offsetFromUtc(moment) == *date->offsetSeconds)
            return;
    const QTimeZone& zone = zones.front();
    Issue& issue =
        report.add("date", tr("The offset is not the one of this show's other episodes, which are in "
                              "%1: on that day it is %2.")
                               .arg(inWords(zone), offsetText(zone.offsetFromUtc(moment))));
    const QDateTime local = moment.toTimeZone(zone);
    report.fixText(issue, "date",
                   EpisodeDate{local.date(), local.time(), zone.offsetFromUtc(moment), false}.toString());
    Report::askFirst(issue);
}

void order(Report& report) {
    const Facts& facts = report.facts();
    if (!facts.number || !facts.date)
        return;
    const EpisodeId before = report.context().index.before(report.show(), *facts.number);
    const Facts& previous = report.context().index.facts(before);
    if (before.isValid() && previous.date && facts.date->moment() < previous.date->moment())
        report.add("date",
                   tr("The date is earlier than that of episode %1; apps that sort by date show them the "
                      "wrong way round.")
                       .arg(*previous.number));
}

void inFuture(Report& report) {
    if (const auto& date = report.facts().date; date && date->moment() > QDateTime::currentDateTimeUtc())
        report.add("date", tr("The date lies ahead; the site leaves the episode out until then."));
}

constexpr Rule rules[] = {
    {"date-invalid", Severity::Error, "The date cannot be read.", checkWith<invalid>},
    {"date-only", Severity::Warning, "The date has no time.", checkWith<dateOnly>},
    {"date-no-offset", Severity::Warning, "The date has no UTC offset.", checkWith<withoutOffset>},
    {"date-offset-not-los-angeles", Severity::Information, "The UTC offset is not the show's usual one.",
     checkWith<unusualOffset>},
    {"date-order-vs-number", Severity::Warning, "The date is earlier than the previous number's.",
     checkWith<order>},
    {"date-in-future", Severity::Information, "The date lies ahead.", checkWith<inFuture>},
};

} // namespace

std::span<const Rule> dateRules() {
    return rules;
}

} // namespace catalog
