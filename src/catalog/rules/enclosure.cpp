// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/values.h"

#include <QRegularExpression>

namespace catalog {

namespace {

using format::JsonType;
using format::JsonValue;

QString tr(const char* text) {
    return Report::tr(text);
}

void fileMissing(Report& report) {
    if (report.node("podcast_file") && report.text("podcast_file").isEmpty())
        report.add("podcast_file", tr("The episode has no enclosure; players fall back to the other files."));
}

void nothingToPlay(Report& report) {
    const bool hasKeys = report.node("podcast_file") != nullptr;
    if (hasKeys && report.text("podcast_file").isEmpty() && report.text("podcast_alt_file").isEmpty() &&
        report.text("podcast_ogg_file").isEmpty())
        report.add("podcast_file", tr("The episode has no audio file at all."));
}

void bytesMissing(Report& report) {
    if (const auto* node = report.node("podcast_bytes"); node && node->type == JsonType::Null)
        report.add("podcast_bytes", tr("The enclosure's size is not stated."));
}

void bytesNotNumber(Report& report) {
    static const QRegularExpression positive(QStringLiteral("\\A[1-9]\\d*\\z"));
    const auto* node = report.node("podcast_bytes");
    const bool fits = positive.match(report.text("podcast_bytes")).hasMatch();
    if (!node || node->type == JsonType::Null || (node->type == JsonType::Number && fits))
        return;
    Issue& issue = report.add("podcast_bytes", tr("The size must be a positive whole number of bytes."));
    if (node->type == JsonType::String && fits && report.text("podcast_bytes").size() < 18)
        report.fixWith(issue, tr("Write it as a number"), {std::string("podcast_bytes")},
                       JsonValue::integer(report.text("podcast_bytes").toLongLong()));
}

void durationMissing(Report& report) {
    if (const auto* node = report.node("podcast_duration"); node && node->type == JsonType::Null)
        report.add("podcast_duration", tr("The duration is not stated."));
}

void durationInvalid(Report& report) {
    const auto* node = report.node("podcast_duration");
    if (node && node->type != JsonType::Null &&
        (node->type != JsonType::String || !parseDuration(report.text("podcast_duration"))))
        report.add("podcast_duration", tr("The duration must be written as HH:MM:SS."));
}

void durationFormat(Report& report) {
    const auto seconds = parseDuration(report.text("podcast_duration"));
    if (!seconds || !report.string("podcast_duration") || report.text("podcast_duration").size() >= 8)
        return;
    Issue& issue = report.add("podcast_duration", tr("The duration must have two digits for the hours."));
    report.fixText(issue, "podcast_duration", durationText(*seconds));
}

void durationImplausible(Report& report) {
    constexpr qint64 shortest = 5 * 60, longest = 4 * 3600;
    if (const auto seconds = parseDuration(report.text("podcast_duration"));
        seconds && (*seconds < shortest || *seconds > longest))
        report.add("podcast_duration", tr("The duration is under five minutes or over four hours."));
}

void bitRate(Report& report) {
    const auto seconds = parseDuration(report.text("podcast_duration"));
    const double bytes = report.text("podcast_bytes").toDouble();
    if (!seconds || *seconds == 0 || bytes <= 0)
        return;
    const double rate = bytes * 8 / 1000 / static_cast<double>(*seconds);
    if (rate < 32 || rate > 400)
        report.add("podcast_bytes", tr("Bytes and duration give %1 kbit/s; one of the two is wrong.")
                                        .arg(QString::number(rate, 'f', 0)));
}

constexpr Rule rules[] = {
    {"podcast-file-missing", Severity::Warning, "There is no enclosure.", checkWith<fileMissing>},
    {"no-playable-audio", Severity::Error, "There is no audio file at all.", checkWith<nothingToPlay>},
    {"bytes-missing", Severity::Warning, "The size is not stated.", checkWith<bytesMissing>},
    {"bytes-not-number", Severity::Error, "The size is not a positive number.", checkWith<bytesNotNumber>},
    {"duration-missing", Severity::Warning, "The duration is not stated.", checkWith<durationMissing>},
    {"duration-invalid", Severity::Error, "The duration cannot be read.", checkWith<durationInvalid>},
    {"duration-format", Severity::Warning, "The duration is not padded.", checkWith<durationFormat>},
    {"duration-implausible", Severity::Information, "The duration is very short or long.",
     checkWith<durationImplausible>},
    {"bitrate-implausible", Severity::Information, "Bytes and duration do not fit.", checkWith<bitRate>},
};

} // namespace

std::span<const Rule> mediaRules() {
    return rules;
}

} // namespace catalog
