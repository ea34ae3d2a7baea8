// SPDX-License-Identifier: MIT
// What measuring the enclosure found: these rules are silent until somebody measured.
#include "catalog/mediaresults.h"
#include "catalog/rules/report.h"
#include "catalog/values.h"

#include <QLocale>

namespace catalog {

namespace {

using format::JsonType;
using format::JsonValue;

QString tr(const char* text) {
    return Report::tr(text);
}

const MediaFinding* findingOf(const Report& report) {
    const MediaFindings* results = report.context().media;
    return results && results->count() > 0 ? results->find(mediaKey(report.context().document)) : nullptr;
}

/// "… Measured on 2/1/24." or "… Asked on 2/1/24."
QString dated(const QString& said, const MediaFinding& found) {
    const QString date = QLocale().toString(found.when.toLocalTime().date(), QLocale::ShortFormat);
    return said + QLatin1Char(' ') +
           (found.file.isEmpty() ? tr("The server was asked on %1.")
                                 : tr("The local file was measured on %1."))
               .arg(date);
}

void bytesDiffer(Report& report) {
    const MediaFinding* found = findingOf(report);
    const auto* node = report.node("podcast_bytes");
    bool isNumber = false;
    const qint64 stated = report.text("podcast_bytes").toLongLong(&isNumber);
    if (!found || found->bytes <= 0 || !node || node->type != JsonType::Number || !isNumber ||
        stated == found->bytes)
        return;
    const QString said = tr("The enclosure has %1 bytes.").arg(QLocale().toString(found->bytes));
    Issue& issue = report.add("podcast_bytes", dated(said, *found));
    report.fixWith(issue, tr("Use the measured size"), {std::string("podcast_bytes")},
                   JsonValue::integer(found->bytes));
}

void durationDiffersRule(Report& report) {
    const MediaFinding* found = findingOf(report);
    const auto stated = parseDuration(report.text("podcast_duration"));
    if (!found || found->durationMs <= 0 || !stated || !durationDiffers(*stated, found->durationMs))
        return;
    const QString measured = durationText(wholeSeconds(found->durationMs));
    const QString said = found->isExact ? tr("The enclosure lasts %1.").arg(measured)
                                        : tr("The enclosure lasts %1, as its header states.").arg(measured);
    Issue& issue = report.add("podcast_duration", dated(said, *found));
    if (found->isExact)
        report.fixWith(issue, tr("Use the measured duration"), {std::string("podcast_duration")},
                       JsonValue::string(measured.toStdString()));
}

void gone(Report& report) {
    if (const MediaFinding* found = findingOf(report); found && found->isGone)
        report.add("podcast_file", dated(found->problem, *found));
}

void type(Report& report) {
    const MediaFinding* found = findingOf(report);
    const QString url = report.text("podcast_file");
    const QString expected = typeOfAddress(url);
    if (!found || found->isGone || found->type.isEmpty() || url.isEmpty())
        return;
    const bool isAudio = found->type.startsWith(QLatin1String("audio/"));
    if (!isAudio)
        report.add("podcast_file", dated(tr("The enclosure is no audio but %1.").arg(found->type), *found));
    else if (!expected.isEmpty() && expected != found->type)
        report.add("podcast_file",
                   dated(tr("The enclosure is %1, which its name does not say.").arg(found->type), *found));
}

constexpr Rule rules[] = {
    {"bytes-differ", Severity::Warning, "The size is not the enclosure's (when it was measured)",
     checkWith<bytesDiffer>},
    {"duration-differs", Severity::Warning, "The duration is not the enclosure's (when it was measured)",
     checkWith<durationDiffersRule>},
    {"enclosure-gone", Severity::Error, "The enclosure is gone (when its server was asked)", checkWith<gone>},
    {"enclosure-type", Severity::Warning,
     "The enclosure is not the audio that its name says (when it was measured)", checkWith<type>},
};

} // namespace

std::span<const Rule> mediaCheckRules() {
    return rules;
}

} // namespace catalog
