// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QHostInfo;
class QNetworkReply;

namespace net {

/// A bounded question to a server.
struct HttpRequest {
    QUrl url;
    QByteArray range;                  ///< value of the Range header (RFC 9110 section 14.2), or empty
    qint64 bodyLimit = 65'536;         ///< what comes beyond is not read
    int deadlineMilliseconds = 15'000; ///< for everything, redirects included
};

struct HttpAnswer {
    QUrl finalUrl;
    int status = 0;
    QByteArray body; ///< at most bodyLimit bytes
    QByteArray contentType, contentLength, contentRange, acceptRanges;
    QString error; ///< in words; empty where a server answered, whatever its status
};

/// Asks one question at a time: http and https at every hop, at most 10 redirects followed by hand, no
/// cookies; private and loopback addresses only where the user's own URL leads to one.
class HttpClient : public QObject {
    Q_OBJECT
public:
    static constexpr int redirectLimit = 10;

    explicit HttpClient(QObject* parent = nullptr);
    ~HttpClient() override;

    void get(const HttpRequest& request);
    void cancel();

signals:
    void answered(const net::HttpAnswer& answer);

private:
    void hop(const QUrl& url);
    void send(const QUrl& url);
    void checkHost(const QHostInfo& host, const QUrl& url);
    void readHeaders();
    bool followRedirect();
    void readBody();
    void dropReply();
    void finish(const QString& error);

    QNetworkAccessManager m_manager;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    HttpRequest m_request;
    HttpAnswer m_answer;
    int m_hops = 0;
    int m_question = 0;
    int m_lookup = -1;
};

/// A request that follows no redirect, names the program, and wants the bytes as they are on the server.
QNetworkRequest plainRequest(const QUrl& url);

/// Addresses that are not out in the world: loopback, private, link-local, unspecified, multicast (RFC 6890).
bool isPrivateAddress(const QHostAddress& address);

} // namespace net
