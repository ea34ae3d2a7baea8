// SPDX-License-Identifier: MIT
#pragma once

#include "net/limits.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QUrl>

#include <memory>

namespace net {

struct HttpAnswer;

/// What became of one address.
struct LinkResult {
    enum class Outcome {
        Ok,       ///< 2xx; temporary redirects on the way do not matter
        Moved,    ///< 2xx, and the address should be replaced by movedTo
        Gone,     ///< 404, 410
        Refused,  ///< 401, 403; 429 and 503: asks to slow down. The page may be there for a reader.
        TimedOut, ///< no whole answer before the deadline
        Failed,   ///< everything else that was asked
        Skipped   ///< not asked: not http or https, or with a user name
    };

    QUrl url; ///< as it was given
    Outcome outcome = Outcome::Skipped;
    int status = 0; ///< RFC 9110 section 15; 0: no answer
    QUrl movedTo; ///< where the permanent redirects (301, 308) at the start of the chain end; only for Moved
    QString message; ///< whole sentences for the user
    QDateTime when;  ///< UTC
};

/// Asks whether addresses still answer: HEAD, then the first KB by GET where HEAD says no or nothing. Every
/// limit of HttpClient holds; at most 16 requests at once, 2 per host; no cookies, no passwords. Nothing is
/// asked but what check() is given, and nothing is heard before check() returns.
class LinkChecker : public QObject {
    Q_OBJECT
public:
    static constexpr int atOnce = limits::checksAtOnce;
    static constexpr int perHost = limits::checksPerHost;

    explicit LinkChecker(QObject* parent = nullptr);
    ~LinkChecker() override;

    /// For each address, HEAD, GET and redirects together, from when it is asked; 20,000 ms unless set.
    void setDeadline(int milliseconds);
    /// Each different address gets one result; those that differ in the fragment share one question. While
    /// a check runs, what is new is added to it.
    void check(const QList<QUrl>& urls);
    /// Ends the check at once: finished() comes within the call, no result comes any more.
    void cancel();
    bool isRunning() const;

signals:
    void checked(const net::LinkResult& result);
    void progress(int done, int total);
    /// Once, after the last result or on cancel().
    void finished();

private:
    struct Private;
    struct Job;

    void add(const QUrl& url);
    Job& jobFor(const QUrl& asked);
    void sendHead(int id);
    void sendGet(int id, int spentMilliseconds);
    void take(int id, const HttpAnswer& answer);
    void skipAll();
    void report(const QList<QUrl>& urls, LinkResult result);
    void end();

    std::unique_ptr<Private> d;
};

} // namespace net
