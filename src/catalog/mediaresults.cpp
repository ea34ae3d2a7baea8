// SPDX-License-Identifier: MIT
#include "catalog/mediaresults.h"

#include "catalog/episode.h"
#include "catalog/limits.h"
#include "catalog/mediafolder.h"
#include "catalog/resultsfile.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace catalog {

namespace {

/// A number of up to 2^53, or -1.
qint64 numberOf(const QJsonObject& object, const char* name) {
    return std::max<qint64>(-1, object.value(QLatin1String(name)).toInteger(-1));
}

QJsonObject toJson(const MediaFinding& finding) {
    return {{QStringLiteral("bytes"), finding.bytes},
            {QStringLiteral("type"), finding.type},
            {QStringLiteral("durationMs"), finding.durationMs},
            {QStringLiteral("isExact"), finding.isExact},
            {QStringLiteral("bitRate"), finding.bitRate},
            {QStringLiteral("title"), finding.title},
            {QStringLiteral("hasPicture"), finding.hasPicture},
            {QStringLiteral("chapters"), finding.chapters},
            {QStringLiteral("isGone"), finding.isGone},
            {QStringLiteral("problem"), finding.problem},
            {QStringLiteral("file"), finding.file},
            {QStringLiteral("fileTime"), finding.fileTime.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("when"), finding.when.toUTC().toString(Qt::ISODate)}};
}

std::optional<MediaFinding> fromJson(const QJsonObject& object) {
    const auto text = [&object](const char* name) { return object.value(QLatin1String(name)).toString(); };
    const auto flag = [&object](const char* name) { return object.value(QLatin1String(name)).toBool(); };
    MediaFinding finding;
    finding.bytes = numberOf(object, "bytes");
    finding.type = text("type");
    finding.durationMs = numberOf(object, "durationMs");
    finding.isExact = flag("isExact");
    finding.bitRate = object.value(QLatin1String("bitRate")).toInt();
    finding.title = text("title");
    finding.hasPicture = flag("hasPicture");
    finding.chapters = object.value(QLatin1String("chapters")).toInt(-1);
    finding.isGone = flag("isGone");
    finding.problem = text("problem");
    finding.file = text("file");
    finding.fileTime = QDateTime::fromString(text("fileTime"), Qt::ISODateWithMs);
    finding.when = QDateTime::fromString(text("when"), Qt::ISODate);
    return finding.when.isValid() ? std::optional(finding) : std::nullopt;
}

} // namespace

QString mediaKey(const format::Document& document) {
    const QString url = playableUrl(document);
    return url.isEmpty() ? QLatin1String("guid:") + valueText(document, "episode_guid") : url;
}

bool isCurrent(const MediaFinding& finding) {
    if (finding.file.isEmpty())
        return true;
    const QFileInfo info(finding.file);
    return info.isFile() && info.size() == finding.bytes &&
           info.lastModified().toMSecsSinceEpoch() == finding.fileTime.toMSecsSinceEpoch();
}

bool durationDiffers(qint64 statedSeconds, qint64 measuredMs) {
    constexpr qint64 second = 1000;
    return qAbs(statedSeconds * second - measuredMs) >= second;
}

qint64 wholeSeconds(qint64 milliseconds) {
    constexpr qint64 second = 1000;
    return (milliseconds + second / 2) / second;
}

QString typeOfAddress(const QString& url) {
    static const QHash<QString, QString> types{{QStringLiteral("mp3"), QStringLiteral("audio/mpeg")},
                                               {QStringLiteral("m4a"), QStringLiteral("audio/mp4")},
                                               {QStringLiteral("mp4"), QStringLiteral("audio/mp4")},
                                               {QStringLiteral("ogg"), QStringLiteral("audio/ogg")},
                                               {QStringLiteral("oga"), QStringLiteral("audio/ogg")},
                                               {QStringLiteral("opus"), QStringLiteral("audio/ogg")},
                                               {QStringLiteral("wav"), QStringLiteral("audio/wav")},
                                               {QStringLiteral("flac"), QStringLiteral("audio/flac")}};
    return types.value(QFileInfo(QUrl(url).path()).suffix().toLower());
}

const MediaFinding* MediaFindings::find(const QString& key) const {
    const auto found = m_findings.constFind(key);
    return found == m_findings.constEnd() ? nullptr : &*found;
}

MediaFindings MediaFindings::current() const {
    MediaFindings current;
    for (auto entry = m_findings.begin(); entry != m_findings.end(); ++entry)
        if (isCurrent(*entry))
            current.take(entry.key(), *entry);
    return current;
}

MediaResults::MediaResults(QObject* parent)
    : QObject(parent) {}

void MediaResults::open(const QString& file) {
    m_file = file;
    m_findings = findingsIn<MediaFindings>(file, static_cast<qint64>(limits::mediaFindingBytes), fromJson);
    emit changed();
    emit settled();
}

QString MediaResults::save() {
    emit settled();
    if (m_file.isEmpty())
        return {};
    const QString error = writeFindings(m_file, m_findings, toJson);
    return error.isEmpty() ? QString() : tr("What was measured could not be kept: %1").arg(error);
}

const MediaFinding* MediaResults::find(const QString& key) const {
    const MediaFinding* found = m_findings.find(key);
    return found && isCurrent(*found) ? found : nullptr;
}

void MediaResults::take(const QString& key, const MediaFinding& finding) {
    m_findings.take(key, finding);
    emit changed();
}

} // namespace catalog
