// SPDX-License-Identifier: MIT
#include "app/media/mediatasks.h"

#include "app/settings.h"
#include "audio/mediafacts.h"
#include "catalog/mediafolder.h"
#include "catalog/values.h"

#include <QFileInfo>
#include <QtConcurrent>

#include <utility>

namespace app {

namespace {

/// Runs on another thread.
catalog::MediaFinding measured(const QString& file) {
    const QFileInfo before(file);
    const QDateTime changed = before.lastModified();
    const audio::MediaFacts facts = audio::measureFile(file);
    catalog::MediaFinding finding;
    finding.bytes = facts.bytes;
    finding.type = facts.type;
    finding.durationMs = facts.durationMs;
    finding.isExact = facts.isExact;
    finding.bitRate = facts.bitRate;
    finding.title = facts.tags.title;
    finding.hasPicture = facts.tags.hasPicture;
    finding.chapters = facts.isExact ? static_cast<int>(facts.tags.chapters.size()) : -1;
    finding.problem = facts.error.isEmpty() ? facts.tags.error : facts.error;
    finding.file = file;
    finding.fileTime = changed;
    finding.when = QDateTime::currentDateTimeUtc();
    return finding;
}

catalog::MediaFinding answered(const net::EnclosureFacts& facts) {
    constexpr int notFound = 404;
    constexpr int gone = 410;
    catalog::MediaFinding finding;
    finding.problem = facts.error;
    finding.isGone = facts.status == notFound || facts.status == gone;
    finding.when = QDateTime::currentDateTimeUtc();
    if (!facts.error.isEmpty())
        return finding;
    finding.bytes = facts.bytes;
    finding.type = audio::typeName(audio::sniffMedia(facts.firstBytes.toStdString()));
    if (finding.type.isEmpty())
        finding.type = facts.type.toLower();
    return finding;
}

} // namespace

MediaTasks::MediaTasks(const EditorContext& context, QWidget* window)
    : QObject(window)
    , m_context(context) {
    context.validator.setMediaResults(m_results);
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        if (const QString key = std::exchange(m_fileKey, {}); !key.isEmpty())
            take(key, m_reading.result());
        startFile();
    });
    for (Asked& asked : m_asked)
        connect(&asked.probe, &net::EnclosureProbe::finished, this,
                [this, &asked](const net::EnclosureFacts& facts) {
                    take(std::exchange(asked.key, {}), answered(facts));
                    startProbe(asked);
                });
    connect(&context.session.catalog(), &catalog::Catalog::cleared, this, &MediaTasks::cancel);
}

MediaTasks::~MediaTasks() {
    m_reading.waitForFinished();
}

MediaTasks::Job MediaTasks::jobOf(catalog::EpisodeId id) const {
    const catalog::Episode& episode = m_context.session.catalog().episode(id);
    const auto document = episode.isRefused() ? nullptr : episode.document();
    if (!document)
        return {};
    const QString url = catalog::playableUrl(*document);
    return {catalog::mediaKey(*document),
            catalog::localMediaFile(*document, m_context.settings.mediaFolder()),
            catalog::isWebUrl(url) ? QUrl(url) : QUrl()};
}

int MediaTasks::withoutFile(const std::vector<catalog::EpisodeId>& ids) const {
    return static_cast<int>(std::count_if(ids.begin(), ids.end(), [this](catalog::EpisodeId id) {
        const Job job = jobOf(id);
        return job.file.isEmpty() && !job.url.isEmpty();
    }));
}

void MediaTasks::measure(const std::vector<catalog::EpisodeId>& ids, bool isServerAsked) {
    if (!isRunning())
        m_done = m_total = m_failed = 0;
    const int before = m_total;
    for (const catalog::EpisodeId id : ids) {
        const Job job = jobOf(id);
        if (!job.file.isEmpty())
            m_files.push_back(job);
        else if (isServerAsked && !job.url.isEmpty())
            m_urls.push_back(job);
        else
            continue;
        ++m_total;
    }
    if (m_total == before)
        return emit message(tr("There is no enclosure to measure."));
    emit progress(tr("Measuring"), m_done, m_total);
    startFile();
    for (Asked& asked : m_asked)
        startProbe(asked);
}

void MediaTasks::startFile() {
    if (!m_fileKey.isEmpty() || m_reading.isRunning() || m_files.empty())
        return;
    const Job job = m_files.front();
    m_files.pop_front();
    m_fileKey = job.key;
    m_reading.setFuture(QtConcurrent::run(measured, job.file));
}

void MediaTasks::startProbe(Asked& asked) {
    if (!asked.key.isEmpty() || m_urls.empty())
        return;
    const Job job = m_urls.front();
    m_urls.pop_front();
    asked.key = job.key;
    asked.probe.probe(job.url);
}

void MediaTasks::take(const QString& key, const catalog::MediaFinding& finding) {
    ++m_done;
    m_failed += finding.problem.isEmpty() ? 0 : 1;
    m_results.take(key, finding);
    emit progress(tr("Measuring"), m_done, m_total);
    if (m_done == m_total)
        end();
}

void MediaTasks::cancel() {
    if (!isRunning())
        return;
    m_files.clear();
    m_urls.clear();
    m_fileKey.clear();
    for (Asked& asked : m_asked) {
        asked.probe.cancel();
        asked.key.clear();
    }
    m_total = m_done;
    end();
}

void MediaTasks::end() {
    emit progress({}, 0, 0);
    if (const QString error = m_results.save(); !error.isEmpty())
        return emit message(error);
    const QString said = tr("%n enclosure(s) measured", nullptr, m_done);
    emit message(m_failed == 0 ? said + QLatin1Char('.')
                               : tr("%1, %2.").arg(said, tr("%n with trouble", nullptr, m_failed)));
}

} // namespace app
