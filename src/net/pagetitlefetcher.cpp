// SPDX-License-Identifier: MIT
#include "net/pagetitlefetcher.h"

#include "net/httpwords.h"
#include "net/requestqueue.h"

#include <QHash>
#include <QPointer>

#include <algorithm>

namespace net {

namespace {

FetchedTitle titleFrom(const QUrl& url, const HttpAnswer& answer) {
    FetchedTitle fetched;
    fetched.url = url;
    fetched.finalUrl = answer.finalUrl;
    const QString trouble = wordsForTrouble(answer);
    if (answer.status / 100 == 2 && !answer.body.isEmpty())
        fetched.page = titleOf(answer.body, answer.contentType); // as far as it came
    if (!trouble.isEmpty() && fetched.page.title.isEmpty())
        fetched.page.error = trouble;
    else if (!answer.contentEncoding.isEmpty() && answer.contentEncoding.toLower() != "identity")
        fetched.page = {
            {},
            {},
            {},
            {},
            PageTitleFetcher::tr("The server sends the page packed, although it was asked not to.")};
    else if (answer.body.isEmpty())
        fetched.page.error = PageTitleFetcher::tr("The page is empty.");
    return fetched;
}

} // namespace

struct PageTitleFetcher::Private {
    RequestQueue queue{atOnce, perHost};
    QHash<int, QUrl> urls; ///< that wait for an answer
    int lastId = 0;
    int deadline = 15'000;
    int done = 0;
    int total = 0;
    int run = 0; ///< grows when a run ends, so that a slot that cancels is noticed
    bool isRunning = false;
};

PageTitleFetcher::PageTitleFetcher(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {
    connect(&d->queue, &RequestQueue::answered, this, &PageTitleFetcher::take);
}

PageTitleFetcher::~PageTitleFetcher() = default;

bool PageTitleFetcher::isRunning() const {
    return d->isRunning;
}

void PageTitleFetcher::setDeadline(int milliseconds) {
    d->deadline = milliseconds;
}

void PageTitleFetcher::fetch(const QList<QUrl>& urls) {
    d->isRunning = true;
    for (const QUrl& url : urls) {
        if (std::find(d->urls.cbegin(), d->urls.cend(), url) != d->urls.cend())
            continue;
        HttpRequest request;
        request.url = url;
        request.deadlineMilliseconds = d->deadline;
        d->urls.insert(++d->lastId, url);
        ++d->total;
        d->queue.add(d->lastId, request);
    }
    QMetaObject::invokeMethod(this, &PageTitleFetcher::endIfDone, Qt::QueuedConnection);
}

void PageTitleFetcher::take(int id, const HttpAnswer& answer) {
    const QPointer<PageTitleFetcher> guard(this); // a slot may cancel, or delete this
    const auto isOver = [&guard, run = d->run] { return !guard || guard->d->run != run; };
    const int done = ++d->done;
    emit fetched(titleFrom(d->urls.take(id), answer));
    if (isOver())
        return;
    emit progress(done, d->total);
    if (!isOver())
        endIfDone();
}

void PageTitleFetcher::endIfDone() {
    if (d->isRunning && d->urls.isEmpty())
        end();
}

void PageTitleFetcher::cancel() {
    if (d->isRunning)
        end();
}

void PageTitleFetcher::end() {
    d->queue.clear();
    d->urls.clear();
    d->done = d->total = 0;
    d->isRunning = false;
    ++d->run;
    emit finished();
}

} // namespace net
