// SPDX-License-Identifier: MIT
#pragma once

#include "net/limits.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

class QHostInfo;
class QNetworkReply;

namespace net {

enum class HttpMethod { Get, Head };

/// A bounded question to a server.
struct HttpRequest {
    QUrl url;
    HttpMethod method = HttpMethod::Get;
    QByteArray range;                     ///< value of the Range header (RFC 9110 section 14.2), or empty
    qint64 bodyLimit = limits::bodyBytes; ///< what comes beyond is not read
    int deadlineMilliseconds = limits::deadlineMilliseconds; ///< for everything, redirects included
};

/// What kept a server from answering.
enum class HttpFault {
    None,
    BadAddress,  ///< the asked address is not http or https, or holds a user name
    BadRedirect, ///< the server leads to such an address, or to a private one
    Loop,        ///< the redirects lead in a circle
    TooManyRedirects,
    NoSuchHost,
    Unreachable, ///< no connection
    Dropped,     ///< a connection, but cut or not HTTP
    Tls,         ///< the certificate or the encryption
    Deadline
};

struct HttpAnswer {
    QUrl finalUrl;
    QHostAddress checkedAddress; ///< of its host: ask no other; null where the user named the host
    QUrl permanentUrl; ///< where the permanent redirects (301, 308) at the start of the chain end; or empty
    int status = 0;    ///< of the last answer whose headers were read; 0: none
    QByteArray body;   ///< at most bodyLimit bytes
    QByteArray contentType, contentEncoding, contentLength, contentRange, acceptRanges;
    int elapsedMilliseconds = 0; ///< from ask() to the answer
    HttpFault fault = HttpFault::None;
    QString error; ///< in words; empty where a server answered, whatever its status
};

/// A manager that keeps no cookies and follows no redirect by itself. Several clients may share one.
std::unique_ptr<QNetworkAccessManager> makeNetworkManager();

/// Asks one question at a time: http and https at every hop, at most `limits::redirects` followed by hand, no
/// cookies; private and loopback addresses only where the user's own URL leads to one.
class HttpClient : public QObject {
    Q_OBJECT
public:
    explicit HttpClient(QObject* parent = nullptr);
    /// The manager must outlive the client, and be one that makeNetworkManager() made.
    explicit HttpClient(QNetworkAccessManager& shared, QObject* parent = nullptr);
    ~HttpClient() override;

    /// Asks by the request's method. Answered after the call, never within.
    void ask(const HttpRequest& request);
    void cancel();

protected:
    /// What a name stands for, and which addresses a redirect may not lead to; tests have their own. `then`
    /// is called later, in this thread. Returns a number for QHostInfo::abortHostLookup, or -1.
    virtual int lookUp(const QString& host, const std::function<void(const QHostInfo&)>& then);
    virtual bool isRefused(const QHostAddress& address) const;

signals:
    void answered(const net::HttpAnswer& answer);

private:
    void hop(const QUrl& url);
    void send(const QUrl& url);
    void watch();
    void checkHost(const QHostInfo& host, const QUrl& url);
    void readHeaders();
    bool followRedirect();
    void noteRedirect(const QUrl& target);
    void readBody();
    void finishReply();
    void dropReply();
    void finish();
    void fail(HttpFault fault, const QString& words);

    std::unique_ptr<QNetworkAccessManager> m_ownManager;
    QNetworkAccessManager& m_manager;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    HttpRequest m_request;
    HttpAnswer m_answer;
    QSet<QUrl> m_seen;               ///< the chain, to notice a circle
    QList<QHostAddress> m_addresses; ///< of the host that is asked, checked; the first is connected to
    bool m_isPermanent = true;
    int m_hops = 0;
    int m_question = 0;
    int m_lookup = -1;
};

/// A request without cookies, credentials or redirects, that names the program and wants the bytes as they
/// are. With an address it goes there and nowhere else, whatever the host's name stands for by then (DNS
/// rebinding); Host, TLS server name and certificate are those of the name. HTTP/1.1 then, because Qt takes
/// HTTP/2's authority from the URL.
QNetworkRequest bareRequest(const QUrl& url, const QHostAddress& address = {});
/// Is it a valid http or https address with a host?
bool isWebAddress(const QUrl& url);

/// Addresses that are not out in the world: loopback, private, link-local, unspecified, multicast (RFC 6890).
bool isPrivateAddress(const QHostAddress& address);

} // namespace net
