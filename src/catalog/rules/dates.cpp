// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/values.h"

namespace catalog {

namespace {

QString tr(const char* text) {
    return Report::tr(text);
}

void invalid(Report& report) {
    if (report.node("date") && !parseEpisodeDate(report.text("date")))
        report.add("date",
                   tr("This date cannot be read; the site would publish the episode as of 1 January of the "
                      "year 1. Write 2025-01-29T02:00:00-08:00, or 2025-01-29."));
}

void dateOnly(Report& report) {
    if (const auto date = parseEpisodeDate(report.text("date")); date && !date->time)
        report.add("date", tr("The date has no time; the site takes midnight UTC."));
}

void withoutOffset(Report& report) {
    if (const auto date = parseEpisodeDate(report.text("date")); date && date->time && !date->offsetSeconds)
        report.add("date", tr("The date has no UTC offset; the site takes it as UTC."));
}

void inFuture(Report& report) {
    if (const auto date = parseEpisodeDate(report.text("date"));
        date && date->moment() > QDateTime::currentDateTimeUtc())
        report.add("date", tr("The date lies ahead; the site leaves the episode out until then."));
}

constexpr Rule rules[] = {
    {"date-invalid", Severity::Error, "The date cannot be read.", checkWith<invalid>},
    {"date-only", Severity::Warning, "The date has no time.", checkWith<dateOnly>},
    {"date-no-offset", Severity::Warning, "The date has no UTC offset.", checkWith<withoutOffset>},
    {"date-in-future", Severity::Information, "The date lies ahead.", checkWith<inFuture>},
};

} // namespace

std::span<const Rule> dateRules() {
    return rules;
}

} // namespace catalog
