// SPDX-License-Identifier: MIT
#include "app/feeds/feedloading.h"

#include "catalog/episodestore.h"
#include "catalog/feed/feedreading.h"
#include "catalog/feed/limits.h"
#include "net/wholedocument.h"

#include <QPromise>
#include <QtConcurrent>

namespace app {

/// What the worker begins with: a feed, its bytes, or the file that holds them.
struct FeedLoading::Job {
    catalog::ShowFeedSource source;
    std::shared_ptr<const catalog::Feed> feed;
    QByteArray bytes;
    QString file;
};

namespace {

constexpr auto mostBytes = static_cast<qint64>(catalog::feedlimits::xmlBytes);
using Shared = std::shared_ptr<FeedLoading::Outcome>;

/// The feed; else the outcome says why there is none.
void readInto(FeedLoading::Outcome& outcome, const QString& file, const QByteArray& bytes) {
    std::string text = bytes.toStdString();
    if (!file.isEmpty()) {
        catalog::ReadResult read = catalog::readFile(file, catalog::feedlimits::xmlBytes + 1);
        outcome.error = read.error;
        text = std::move(read.bytes);
    }
    if (!outcome.error.isEmpty())
        return;
    auto feed = catalog::readFeed(text);
    if (feed)
        outcome.feed = std::make_shared<const catalog::Feed>(std::move(feed.value()));
    else
        outcome.error = QString::fromStdString(feed.error().message);
}

} // namespace

bool isFeedAddress(const QString& source) {
    return source.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
           source.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
}

FeedLoading::FeedLoading(const catalog::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog) {
    connect(&m_client, &net::HttpClient::answered, this, &FeedLoading::take);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int done) { emit progressed(done, m_watcher.progressMaximum()); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &FeedLoading::end);
}

FeedLoading::~FeedLoading() {
    cancel();
    m_watcher.waitForFinished();
}

void FeedLoading::start(const QString& source, const QString& show) {
    cancel();
    m_feed.reset();
    m_comparison = {};
    m_error.clear();
    m_show = show;
    m_isRunning = true;
    emit progressed(0, 0);
    if (isFeedAddress(source))
        m_client.ask(net::documentRequest(QUrl(source), mostBytes));
    else
        run({catalog::comparisonSource(m_catalog, show), {}, {}, source});
}

void FeedLoading::compareAgain(const QString& show) {
    if (!m_feed)
        return;
    cancel();
    m_show = show;
    m_isRunning = true;
    run({catalog::comparisonSource(m_catalog, show), m_feed, {}, {}});
}

void FeedLoading::cancel() {
    m_isRunning = false;
    m_client.cancel();
    m_watcher.cancel();
}

void FeedLoading::take(const net::HttpAnswer& answer) {
    if (!m_isRunning)
        return;
    if (const QString why = net::wordsForDocument(answer, mostBytes); !why.isEmpty())
        return fail(why);
    run({catalog::comparisonSource(m_catalog, m_show), {}, answer.body, {}});
}

void FeedLoading::run(Job job) {
    m_watcher.setFuture(QtConcurrent::run([job = std::move(job)](QPromise<Shared>& promise) {
        auto outcome = std::make_shared<Outcome>();
        outcome->feed = job.feed;
        if (!outcome->feed)
            readInto(*outcome, job.file, job.bytes);
        if (outcome->feed)
            outcome->comparison =
                catalog::compareFeed(*outcome->feed, job.source, [&promise](int done, int total) {
                    promise.setProgressRange(0, total);
                    promise.setProgressValue(done);
                    return !promise.isCanceled();
                });
        promise.addResult(std::move(outcome));
    }));
}

void FeedLoading::end() {
    if (!m_isRunning || m_watcher.isCanceled() || m_watcher.future().resultCount() == 0)
        return;
    const Shared outcome = m_watcher.result();
    if (!outcome->error.isEmpty())
        return fail(outcome->error);
    m_feed = outcome->feed;
    m_comparison = std::move(outcome->comparison);
    m_isRunning = false;
    emit finished();
}

void FeedLoading::fail(const QString& error) {
    m_error = error;
    m_isRunning = false;
    emit finished();
}

} // namespace app
