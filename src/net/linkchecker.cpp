// SPDX-License-Identifier: MIT
#include "net/linkchecker.h"

#include "net/httpwords.h"
#include "net/requestqueue.h"

#include <QHash>
#include <QPointer>

#include <algorithm>
#include <map>
#include <utility>

namespace net {

using Outcome = LinkResult::Outcome;

namespace {

constexpr int slowDown = 429;
constexpr int rangeNotSatisfiable = 416;

QString whyNotChecked(const QUrl& url) {
    if (!isWebAddress(url))
        return LinkChecker::tr("This link is not checked: only http and https addresses are.");
    if (url.authority().contains(QLatin1Char('@')))
        return LinkChecker::tr("This link is not checked: it holds a user name.");
    return {};
}

/// Many servers do not know HEAD, or lie to it; only then a second question is polite. 429 asks for none.
bool isConclusiveForHead(const HttpAnswer& answer) {
    if (answer.fault == HttpFault::None)
        return answer.status < 400 || answer.status == slowDown;
    return answer.fault != HttpFault::Dropped && answer.fault != HttpFault::Deadline;
}

bool isSuccess(const HttpAnswer& answer) {
    // A page of no bytes has no first KB, yet it is there (RFC 9110 section 15.5.17).
    return answer.fault == HttpFault::None &&
           ((answer.status >= 200 && answer.status < 300) || answer.status == rangeNotSatisfiable);
}

Outcome outcomeOf(const HttpAnswer& answer) {
    if (answer.fault == HttpFault::Deadline)
        return Outcome::TimedOut;
    if (isSuccess(answer))
        return answer.permanentUrl.isEmpty() ? Outcome::Ok : Outcome::Moved;
    if (answer.fault != HttpFault::None)
        return Outcome::Failed;
    switch (answer.status) {
    case 404:
    case 410:
        return Outcome::Gone;
    case 401:
    case 403:
    case slowDown:
    case 503:
        return Outcome::Refused;
    default:
        return Outcome::Failed;
    }
}

LinkResult resultOf(const HttpAnswer& answer) {
    LinkResult result;
    result.outcome = outcomeOf(answer);
    result.status = answer.status;
    switch (result.outcome) {
    case Outcome::Ok:
        result.message = LinkChecker::tr("The page is there.");
        break;
    case Outcome::Moved:
        result.movedTo = answer.permanentUrl;
        result.message =
            LinkChecker::tr("The page has moved for good to %1.").arg(answer.permanentUrl.toDisplayString());
        break;
    default:
        result.message = wordsForTrouble(answer);
        break;
    }
    return result;
}

/// A redirect keeps the fragment of what was asked unless it names one (RFC 9110 section 10.2.2).
QUrl withFragmentOf(QUrl target, const QUrl& asked) {
    if (!target.isEmpty() && !target.hasFragment() && asked.hasFragment())
        target.setFragment(asked.fragment(QUrl::FullyEncoded), QUrl::StrictMode);
    return target;
}

} // namespace

/// One question, for every address that differs in its fragment only.
struct LinkChecker::Job {
    QUrl asked;
    QList<QUrl> urls;
    bool isHead = true;
};

struct LinkChecker::Private {
    RequestQueue queue{atOnce, perHost};
    std::map<int, Job> jobs;
    QHash<QUrl, int> ids; ///< of the jobs, by what is asked
    QList<QUrl> skipped;
    int lastId = 0;
    int deadline = 20'000;
    int done = 0;
    int total = 0;
    int run = 0; ///< grows when a run ends, so that a slot that cancels is noticed
    bool isRunning = false;
};

LinkChecker::LinkChecker(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {
    connect(&d->queue, &RequestQueue::answered, this, &LinkChecker::take);
}

LinkChecker::~LinkChecker() = default;

bool LinkChecker::isRunning() const {
    return d->isRunning;
}

void LinkChecker::setDeadline(int milliseconds) {
    d->deadline = milliseconds;
}

void LinkChecker::check(const QList<QUrl>& urls) {
    d->isRunning = true;
    for (const QUrl& url : urls)
        add(url);
    QMetaObject::invokeMethod(this, &LinkChecker::skipAll, Qt::QueuedConnection);
}

void LinkChecker::add(const QUrl& url) {
    QList<QUrl>& same =
        whyNotChecked(url).isEmpty() ? jobFor(url.adjusted(QUrl::RemoveFragment)).urls : d->skipped;
    if (same.contains(url))
        return;
    same.append(url);
    ++d->total;
}

LinkChecker::Job& LinkChecker::jobFor(const QUrl& asked) {
    int& id = d->ids[asked];
    if (id == 0) {
        id = ++d->lastId;
        d->jobs[id].asked = asked;
        sendHead(id);
    }
    return d->jobs[id];
}

void LinkChecker::sendHead(int id) {
    HttpRequest request;
    request.url = d->jobs[id].asked;
    request.method = HttpMethod::Head;
    request.deadlineMilliseconds = d->deadline / 2; // leaves time for GET where HEAD hangs
    d->queue.add(id, request);
}

void LinkChecker::sendGet(int id, int spentMilliseconds) {
    HttpRequest request;
    request.url = d->jobs[id].asked;
    request.range = "bytes=0-" + QByteArray::number(limits::checkedBytes - 1);
    request.bodyLimit = limits::checkedBytes;
    request.deadlineMilliseconds = std::max(1, d->deadline - spentMilliseconds);
    d->jobs[id].isHead = false;
    d->queue.addFirst(id, request);
}

void LinkChecker::take(int id, const HttpAnswer& answer) {
    const auto found = d->jobs.find(id);
    if (found == d->jobs.end())
        return;
    if (found->second.isHead && !isConclusiveForHead(answer))
        return sendGet(id, answer.elapsedMilliseconds);
    const Job job = std::move(found->second);
    d->jobs.erase(found);
    d->ids.remove(job.asked);
    report(job.urls, resultOf(answer));
}

void LinkChecker::skipAll() {
    report(std::exchange(d->skipped, {}), {});
}

void LinkChecker::report(const QList<QUrl>& urls, LinkResult result) {
    const QPointer<LinkChecker> guard(this); // a slot may cancel, or delete this
    const auto isOver = [&guard, run = d->run] { return !guard || guard->d->run != run; };
    const QUrl movedTo = result.movedTo;
    result.when = QDateTime::currentDateTimeUtc();
    for (const QUrl& url : urls) {
        result.url = url;
        result.movedTo = withFragmentOf(movedTo, url);
        if (result.outcome == Outcome::Skipped)
            result.message = whyNotChecked(url);
        const int done = ++d->done;
        emit checked(result);
        if (isOver())
            return;
        emit progress(done, d->total);
        if (isOver())
            return;
    }
    if (d->isRunning && d->jobs.empty() && d->skipped.isEmpty())
        end();
}

void LinkChecker::cancel() {
    if (d->isRunning)
        end();
}

void LinkChecker::end() {
    d->queue.clear();
    d->jobs.clear();
    d->ids.clear();
    d->skipped.clear();
    d->done = d->total = 0;
    d->isRunning = false;
    ++d->run;
    emit finished();
}

} // namespace net
