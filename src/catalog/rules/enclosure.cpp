// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/values.h"

#include <QRegularExpression>
#include <QUrl>

namespace catalog {

namespace {

using format::JsonType;
using format::JsonValue;

QString tr(const char* text) {
    return Report::tr(text);
}

constexpr const char* fileKeys[] = {"podcast_file", "podcast_alt_file", "podcast_ogg_file",
                                    "video_file",   "video_hd_file",    "video_mobile_file"};

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

void urlEmpty(Report& report) {
    for (const char* key : {"podcast_file", "podcast_alt_file", "podcast_ogg_file", "video_file",
                            "video_hd_file", "video_mobile_file", "youtube_link", "jb_url", "fireside_url"}) {
        const auto* node = report.string(key);
        if (!node || !node->string.empty())
            continue;
        Issue& issue = report.add(key, tr("An empty address prints a dead link; \"none\" is null."));
        report.fixWith(issue, tr("Set to null"), {std::string(key)}, JsonValue::null());
    }
}

void urlInvalid(Report& report) {
    for (const char* key : fileKeys)
        if (const QString url = report.text(key); !url.isEmpty() && !isWebUrl(url))
            report.add(key, tr("This is not a complete http or https address."));
}

void urlDoubleSlash(Report& report) {
    for (const char* key : fileKeys) {
        const QString url = report.text(key);
        // A prefix service carries another address in its path: `…/e/https://…` is no double slash.
        const qsizetype path = url.indexOf(QLatin1Char('/'), url.indexOf(QLatin1String("://")) + 3);
        if (isWebUrl(url) && path > 0 &&
            QString(url.mid(path)).replace(QLatin1String("://"), QString()).contains(QLatin1String("//")))
            report.add(key, tr("The address has a double slash in its path."));
    }
}

QUrl youTube(const Report& report) {
    return QUrl(report.text("youtube_link"));
}

bool isYouTubeHost(const QString& host) {
    return host == QLatin1String("youtube.com") || host == QLatin1String("www.youtube.com") ||
           host == QLatin1String("youtu.be") || host == QLatin1String("www.youtu.be");
}

/// The eleven characters that name a video, from `youtu.be/ID` or `watch?v=ID`; empty where there are none.
QString videoId(const QUrl& url) {
    static const QRegularExpression id(QStringLiteral(
        "(?:youtu\\.be/|[?&]v=|/embed/|/live/|/shorts/|/video/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])"));
    return id.match(url.toString()).captured(1);
}

void youTubeHost(Report& report) {
    if (!report.text("youtube_link").isEmpty() && !isYouTubeHost(youTube(report).host()))
        report.add("youtube_link", tr("This is not an address on YouTube."));
}

void youTubeId(Report& report) {
    if (isYouTubeHost(youTube(report).host()) && videoId(youTube(report)).isEmpty())
        report.add("youtube_link", tr("The address names no video: its id of eleven characters is missing."));
}

void youTubeForm(Report& report) {
    static const QRegularExpression usual(
        QStringLiteral("\\Ahttps?://(www\\.)?(youtu\\.be/|youtube\\.com/watch\\?v=)[A-Za-z0-9_-]{11}\\z"));
    const QString link = report.text("youtube_link");
    const QString id = videoId(youTube(report));
    if (id.isEmpty() || !isYouTubeHost(youTube(report).host()) || usual.match(link).hasMatch())
        return;
    Issue& issue = report.add("youtube_link", tr("The address is not in one of YouTube's two usual forms."));
    report.fixText(issue, "youtube_link", QLatin1String("https://youtu.be/") + id);
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
    {"url-empty-string", Severity::Error, "An address is empty text.", checkWith<urlEmpty>},
    {"url-invalid", Severity::Error, "An address is not http or https.", checkWith<urlInvalid>},
    {"url-double-slash", Severity::Warning, "An address has a double slash.", checkWith<urlDoubleSlash>},
    {"youtube-host", Severity::Error, "The address is not YouTube's.", checkWith<youTubeHost>},
    {"youtube-id", Severity::Error, "The address names no video.", checkWith<youTubeId>},
    {"youtube-form", Severity::Warning, "The address has an unusual form.", checkWith<youTubeForm>},
};

} // namespace

std::span<const Rule> mediaRules() {
    return rules;
}

} // namespace catalog
