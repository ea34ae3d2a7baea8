// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedcomparison.h"
#include "net/httpclient.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace app {

/// Whether this is an http or https address rather than a file.
bool isFeedAddress(const QString& source);

/// Reads a feed, from a file or an address, and compares it with the catalogue: off the UI thread, with
/// progress; cancel at any time. Servers are asked only when start() is called with an address.
class FeedLoading : public QObject {
    Q_OBJECT
public:
    explicit FeedLoading(const catalog::Catalog& catalog, QObject* parent = nullptr);
    ~FeedLoading() override;

    void start(const QString& source, const QString& show);
    /// The same feed for another show, or after episodes changed.
    void compareAgain(const QString& show);
    /// Ends without a word.
    void cancel();
    bool isRunning() const { return m_isRunning; }

    /// What was read; none before that, and after an error.
    const std::shared_ptr<const catalog::Feed>& feed() const { return m_feed; }
    const catalog::FeedComparison& comparison() const { return m_comparison; }
    const QString& error() const { return m_error; }

    struct Outcome {
        std::shared_ptr<const catalog::Feed> feed;
        catalog::FeedComparison comparison;
        QString error;
    };

signals:
    void progressed(int done, int total); ///< total 0: not known
    void finished();

private:
    struct Job;
    void run(Job job);
    void take(const net::HttpAnswer& answer);
    void fail(const QString& error);
    void end();

    const catalog::Catalog& m_catalog;
    net::HttpClient m_client;
    QFutureWatcher<std::shared_ptr<Outcome>> m_watcher;
    std::shared_ptr<const catalog::Feed> m_feed;
    catalog::FeedComparison m_comparison;
    QString m_error;
    QString m_show;
    bool m_isRunning = false;
};

} // namespace app
