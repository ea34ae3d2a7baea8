// SPDX-License-Identifier: MIT
#pragma once

#include "net/limits.h"
#include "net/pagetitle.h"

#include <QList>
#include <QObject>
#include <QUrl>

#include <memory>

namespace net {

struct HttpAnswer;

/// What the page at one address calls itself.
struct FetchedTitle {
    QUrl url;       ///< as it was given
    QUrl finalUrl;  ///< after redirects
    PageTitle page; ///< its error is set where no title could be had, for whatever reason
};

/// Fetches the titles of pages: the first 64 KB of each, 4 pages at once, 2 per host, with every limit of
/// HttpClient. Nothing is heard before fetch() returns.
class PageTitleFetcher : public QObject {
    Q_OBJECT
public:
    static constexpr int atOnce = limits::titlesAtOnce;
    static constexpr int perHost = limits::titlesPerHost;

    explicit PageTitleFetcher(QObject* parent = nullptr);
    ~PageTitleFetcher() override;

    /// For each page, redirects included, from when it is asked; 15,000 ms unless set.
    void setDeadline(int milliseconds);
    /// Each different address once. While pages are fetched, what is new is queued behind them.
    void fetch(const QList<QUrl>& urls);
    /// Ends at once: finished() comes within the call, no title comes any more.
    void cancel();
    bool isRunning() const;

signals:
    void fetched(const net::FetchedTitle& title);
    void progress(int done, int total);
    /// Once, after the last title or on cancel().
    void finished();

private:
    struct Private;

    void take(int id, const HttpAnswer& answer);
    void endIfDone();
    void end();

    std::unique_ptr<Private> d;
};

} // namespace net
