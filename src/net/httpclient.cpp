// SPDX-License-Identifier: MIT
#include "net/httpclient.h"

#include <QCoreApplication>
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

/// "EpisodeDesk/1.2" (RFC 9110 section 10.1.5).
QString userAgent() {
    const QString version = QCoreApplication::applicationVersion();
    return QStringLiteral("EpisodeDesk") + (version.isEmpty() ? QString() : QLatin1Char('/') + version);
}

HttpFault faultOf(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return HttpFault::NoSuchHost;
    case QNetworkReply::SslHandshakeFailedError:
        return HttpFault::Tls;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return HttpFault::Dropped;
    default:
        return HttpFault::Unreachable;
    }
}

} // namespace

bool isWebAddress(const QUrl& url) {
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

std::unique_ptr<QNetworkAccessManager> makeNetworkManager() {
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setCookieJar(new NoCookies(manager.get()));
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
}

QNetworkRequest bareRequest(const QUrl& url, const QHostAddress& address) {
    QNetworkRequest request(url);
    if (!address.isNull()) {
        QUrl there = url;
        const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        there.setHost(isV6 ? QLatin1Char('[') + address.toString() + QLatin1Char(']') : address.toString());
        request.setUrl(there);
        request.setRawHeader("Host", url.authority(QUrl::FullyEncoded).toLatin1());
        request.setPeerVerifyName(url.host(QUrl::FullyEncoded));
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // A check of hundreds of links shall not keep hundreds of connections.
    request.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, limits::idleSeconds);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setRawHeader("Accept-Encoding", "identity"); // bytes as they are on the server; nothing unpacks
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
    : QObject(parent)
    , m_ownManager(makeNetworkManager())
    , m_manager(*m_ownManager) {
    watch();
}

HttpClient::HttpClient(QNetworkAccessManager& shared, QObject* parent)
    : QObject(parent)
    , m_manager(shared) {
    watch();
}

HttpClient::~HttpClient() {
    cancel();
}

void HttpClient::watch() {
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(HttpFault::Deadline, tr("The server did not answer in time.")); });
}

void HttpClient::cancel() {
    m_deadline.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    m_lookup = -1;
    dropReply();
}

void HttpClient::ask(const HttpRequest& request) {
    cancel();
    m_request = request;
    m_answer = {};
    m_seen.clear();
    m_isPermanent = true;
    m_hops = 0;
    m_clock.start();
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
    m_answer.checkedAddress.clear();
    m_addresses.clear();
    const HttpFault fault = m_hops == 0 ? HttpFault::BadAddress : HttpFault::BadRedirect;
    if (!isWebAddress(url))
        return fail(fault, m_hops == 0 ? tr("This is not an http or https address.")
                                       : tr("The server leads to an address that is not http or https."));
    if (url.authority().contains(QLatin1Char('@')))
        return fail(fault, tr("The address holds a user name, and such addresses are not asked."));
    if (m_seen.contains(url))
        return fail(HttpFault::Loop, tr("The server's redirects lead in a circle."));
    m_seen.insert(url);
    if (m_hops == 0)
        return send(url); // the user's own address may be anywhere
    m_lookup = lookUp(url.host(), [this, url](const QHostInfo& host) { checkHost(host, url); });
}

int HttpClient::lookUp(const QString& host, const std::function<void(const QHostInfo&)>& then) {
    return QHostInfo::lookupHost(host, this, then);
}

bool HttpClient::isRefused(const QHostAddress& address) const {
    return isPrivateAddress(address);
}

void HttpClient::checkHost(const QHostInfo& host, const QUrl& url) {
    m_lookup = -1;
    const auto addresses = host.addresses();
    if (addresses.isEmpty())
        return fail(HttpFault::NoSuchHost, tr("The server %1 was not found.").arg(url.host()));
    const bool isPrivate = std::any_of(addresses.begin(), addresses.end(),
                                       [this](const QHostAddress& address) { return isRefused(address); });
    const bool wasAsked = url.host() == m_request.url.host();
    if (isPrivate && !wasAsked)
        return fail(HttpFault::BadRedirect, tr("The server leads to a private address, %1.").arg(url.host()));
    if (!wasAsked) { // IPv4 first: where it does not lead anywhere, that is told at once
        m_addresses = addresses;
        std::stable_partition(m_addresses.begin(), m_addresses.end(), [](const QHostAddress& address) {
            return address.protocol() == QAbstractSocket::IPv4Protocol;
        });
    }
    send(url);
}

void HttpClient::send(const QUrl& url) {
    if (!m_addresses.isEmpty())
        m_answer.checkedAddress = m_addresses.takeFirst();
    QNetworkRequest request = bareRequest(url, m_answer.checkedAddress);
    if (!m_request.range.isEmpty())
        request.setRawHeader("Range", m_request.range);
    m_reply = m_request.method == HttpMethod::Head ? m_manager.head(request) : m_manager.get(request);
    m_reply->setReadBufferSize(m_request.bodyLimit);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        readHeaders();
        followRedirect(); // at once: its body may have no end
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpClient::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &HttpClient::finishReply);
}

void HttpClient::finishReply() {
    readHeaders();
    if (followRedirect())
        return;
    readBody();
    if (!m_reply)
        return;
    if (m_answer.status != 0)
        return finish();
    const HttpFault fault = faultOf(m_reply->error());
    if (fault == HttpFault::Unreachable && !m_addresses.isEmpty()) {
        dropReply();
        return send(m_answer.finalUrl);
    }
    const QString words = fault == HttpFault::Tls
                              ? tr("The server's certificate or encryption is not accepted: %1")
                              : tr("The server cannot be reached: %1");
    fail(fault, words.arg(m_reply->errorString()));
}

bool HttpClient::followRedirect() {
    constexpr int redirectClass = 3;
    if (!m_reply)
        return false;
    const QUrl redirect = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (m_answer.status / 100 != redirectClass || redirect.isEmpty())
        return false;
    dropReply();
    const QUrl target = m_answer.finalUrl.resolved(redirect);
    noteRedirect(target);
    if (++m_hops > limits::redirects)
        fail(HttpFault::TooManyRedirects, tr("The server redirects too often."));
    else
        hop(target);
    return true;
}

void HttpClient::noteRedirect(const QUrl& target) {
    constexpr int movedPermanently = 301;
    constexpr int permanentRedirect = 308;
    m_isPermanent =
        m_isPermanent && (m_answer.status == movedPermanently || m_answer.status == permanentRedirect);
    if (m_isPermanent)
        m_answer.permanentUrl = target;
}

void HttpClient::readBody() {
    if (!m_reply)
        return;
    m_answer.body += m_reply->read(m_request.bodyLimit - m_answer.body.size());
    if (m_answer.body.size() >= m_request.bodyLimit)
        finish();
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
    m_answer.contentEncoding = m_reply->rawHeader("Content-Encoding");
    m_answer.contentLength = m_reply->rawHeader("Content-Length");
    m_answer.contentRange = m_reply->rawHeader("Content-Range");
    m_answer.acceptRanges = m_reply->rawHeader("Accept-Ranges");
}

void HttpClient::finish() {
    fail(HttpFault::None, {});
}

void HttpClient::fail(HttpFault fault, const QString& words) {
    readHeaders();
    cancel();
    m_answer.elapsedMilliseconds = static_cast<int>(m_clock.elapsed());
    m_answer.fault = fault;
    m_answer.error = words;
    const HttpAnswer answer = m_answer;
    emit answered(answer);
}

} // namespace net
