// SPDX-License-Identifier: MIT
#include "net/httpclient.h"

#include <QHostInfo>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace net {

namespace {

/// A jar that keeps nothing and sends nothing.
class NoCookies : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl&) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie>&, const QUrl&) override { return false; }
};

bool isWeb(const QUrl& url) {
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace

QNetworkRequest plainRequest(const QUrl& url) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("EpisodeDesk/0.1"));
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

bool isPrivateAddress(const QHostAddress& address) {
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // an IPv4 address within IPv6, too
    const QHostAddress plain = isV4 ? QHostAddress(v4) : address;
    static const char* const blocks[] = {"0.0.0.0/8",      "10.0.0.0/8",    "100.64.0.0/10", "127.0.0.0/8",
                                         "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",  "192.168.0.0/16",
                                         "198.18.0.0/15",  "224.0.0.0/4",   "240.0.0.0/4",   "::/127",
                                         "fc00::/7",       "fe80::/10",     "ff00::/8"};
    return std::any_of(std::begin(blocks), std::end(blocks), [&plain](const char* block) {
        const auto [network, length] = QHostAddress::parseSubnet(QLatin1String(block));
        return network.protocol() == plain.protocol() && plain.isInSubnet(network, length);
    });
}

HttpClient::HttpClient(QObject* parent)
    : QObject(parent) {
    m_manager.setCookieJar(new NoCookies(&m_manager));
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { finish(tr("The server did not answer in time.")); });
}

HttpClient::~HttpClient() {
    cancel();
}

void HttpClient::cancel() {
    m_deadline.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    m_lookup = -1;
    dropReply();
}

void HttpClient::get(const HttpRequest& request) {
    cancel();
    m_request = request;
    m_answer = {};
    m_hops = 0;
    m_deadline.start(request.deadlineMilliseconds);
    // Never answered within the call: the asker may not be ready. A question asked meanwhile takes its place.
    QMetaObject::invokeMethod(
        this,
        [this, question = ++m_question] {
            if (question == m_question)
                hop(m_request.url);
        },
        Qt::QueuedConnection);
}

void HttpClient::hop(const QUrl& url) {
    if (!m_deadline.isActive())
        return; // cancelled meanwhile
    m_answer.finalUrl = url;
    if (!isWeb(url))
        return finish(m_hops == 0 ? tr("This is not an http or https address.")
                                  : tr("The server leads to an address that is not http or https."));
    if (url.authority().contains(QLatin1Char('@')))
        return finish(tr("The address holds a user name, and such addresses are not asked."));
    if (m_hops == 0)
        return send(url); // the user's own address may be anywhere
    m_lookup =
        QHostInfo::lookupHost(url.host(), this, [this, url](const QHostInfo& host) { checkHost(host, url); });
}

void HttpClient::checkHost(const QHostInfo& host, const QUrl& url) {
    m_lookup = -1;
    const auto addresses = host.addresses();
    if (addresses.isEmpty())
        return finish(tr("The server %1 was not found.").arg(url.host()));
    const bool isPrivate = std::any_of(addresses.begin(), addresses.end(), isPrivateAddress);
    const bool wasAsked = url.host() == m_request.url.host();
    if (isPrivate && !wasAsked)
        return finish(tr("The server leads to a private address, %1.").arg(url.host()));
    send(url);
}

void HttpClient::send(const QUrl& url) {
    QNetworkRequest request = plainRequest(url);
    if (!m_request.range.isEmpty())
        request.setRawHeader("Range", m_request.range);
    m_reply = m_manager.get(request);
    m_reply->setReadBufferSize(m_request.bodyLimit);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        readHeaders();
        followRedirect(); // at once: its body may have no end
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpClient::readBody);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        readHeaders();
        if (followRedirect())
            return;
        readBody();
        if (!m_reply)
            return;
        const bool isTransport = m_answer.status == 0;
        finish(isTransport ? tr("The server cannot be reached: %1").arg(m_reply->errorString()) : QString());
    });
}

bool HttpClient::followRedirect() {
    constexpr int redirectClass = 3;
    if (!m_reply)
        return false;
    const QUrl redirect = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (m_answer.status / 100 != redirectClass || redirect.isEmpty())
        return false;
    dropReply();
    if (++m_hops > redirectLimit)
        finish(tr("The server redirects too often."));
    else
        hop(m_answer.finalUrl.resolved(redirect));
    return true;
}

void HttpClient::readBody() {
    if (!m_reply)
        return;
    m_answer.body += m_reply->read(m_request.bodyLimit - m_answer.body.size());
    if (m_answer.body.size() >= m_request.bodyLimit)
        finish({});
}

void HttpClient::dropReply() {
    if (!m_reply)
        return;
    QNetworkReply* const reply = m_reply;
    m_reply.clear();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void HttpClient::readHeaders() {
    if (!m_reply)
        return;
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.contentType = m_reply->rawHeader("Content-Type");
    m_answer.contentLength = m_reply->rawHeader("Content-Length");
    m_answer.contentRange = m_reply->rawHeader("Content-Range");
    m_answer.acceptRanges = m_reply->rawHeader("Accept-Ranges");
}

void HttpClient::finish(const QString& error) {
    readHeaders();
    cancel();
    m_answer.error = error;
    const HttpAnswer answer = m_answer;
    emit answered(answer);
}

} // namespace net
