// SPDX-License-Identifier: MIT
// The address that was checked is the one that is asked.
#include "net/httpclient.h"
#include "net/httpstream.h"
#include "support/httpserver.h"

#include <QHostInfo>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using net::HttpAnswer;

namespace {

/// A name server that says something else each time, in a world where 127.0.0.2 and ::1 are public.
class OddNames : public net::HttpClient {
public:
    QList<QList<QHostAddress>> answers; ///< the last one again and again
    int asked = 0;

protected:
    int lookUp(const QString& host, const std::function<void(const QHostInfo&)>& then) override {
        QHostInfo info;
        info.setHostName(host);
        info.setAddresses(answers[std::min<qsizetype>(asked++, answers.size() - 1)]);
        QMetaObject::invokeMethod(
            this, [info, then] { then(info); }, Qt::QueuedConnection);
        return -1;
    }
    bool isRefused(const QHostAddress& address) const override {
        return address == QHostAddress(QHostAddress::LocalHost);
    }
};

HttpAnswer answerOf(net::HttpClient& client, const QUrl& url) {
    QSignalSpy answered(&client, &net::HttpClient::answered);
    net::HttpRequest request;
    request.url = url;
    client.ask(request);
    if (!answered.wait(20'000))
        qFatal("there was no answer");
    return answered.front().front().value<HttpAnswer>();
}

HttpServer::Answer page(const QByteArray& body) {
    HttpServer::Answer answer;
    answer.body = body;
    return answer;
}

/// Names that no name server knows (RFC 2606).
QByteArray invalidUrl(const HttpServer& server, const QByteArray& path) {
    return "http://names.invalid:" + QByteArray::number(server.url("/").port()) + path;
}

} // namespace

class TestPinnedAddress : public QObject {
    Q_OBJECT

    static QHostAddress second() { return QHostAddress(QStringLiteral("127.0.0.2")); }

private slots:
    /// Only what was looked up is asked: the system does not know this name at all.
    void theCheckedAddressIsAsked() {
        HttpServer start;
        HttpServer there(second());
        there.on("/page", page("here"));
        start.redirect("/go", invalidUrl(there, "/page"));
        OddNames client;
        client.answers = {{second()}, {QHostAddress(QHostAddress::LocalHost)}};
        const HttpAnswer answer = answerOf(client, start.url("/go"));
        QCOMPARE(answer.error, QString());
        QCOMPARE(answer.body, QByteArray("here"));
        QCOMPARE(client.asked, 1);
        QCOMPARE(answer.checkedAddress, second());
        QCOMPARE(answer.finalUrl.host(), QStringLiteral("names.invalid")); // not the address
        QCOMPARE(there.questions().size(), 1);
        const QByteArray host = "names.invalid:" + QByteArray::number(there.url("/").port());
        QVERIFY2(there.questions().front().contains("Host: " + host + "\r\n"), there.questions().front());
        QCOMPARE(there.questions().front().count("ost:"), 1);
    }

    /// A relative redirect goes on at the same name, which is looked up and checked again.
    void eachHopIsCheckedAnew() {
        HttpServer start;
        HttpServer there(second());
        start.redirect("/go", invalidUrl(there, "/first"));
        there.redirect("/first", "/second");
        OddNames client;
        client.answers = {{second()}, {QHostAddress(QHostAddress::LocalHost)}};
        const HttpAnswer answer = answerOf(client, start.url("/go"));
        QCOMPARE(client.asked, 2);
        QCOMPARE(answer.fault, net::HttpFault::BadRedirect);
        QCOMPARE(there.questions().size(), 1);
        QCOMPARE(answer.finalUrl, QUrl(QString::fromLatin1(invalidUrl(there, "/second"))));
    }

    /// Where one address does not answer, the host's next one is asked.
    void theNextAddressIsTried() {
        HttpServer start;
        HttpServer there(second());
        there.on("/page", page("here"));
        start.redirect("/go", invalidUrl(there, "/page"));
        OddNames client;
        client.answers = {{QHostAddress(QStringLiteral("127.0.0.3")), second()}};
        const HttpAnswer answer = answerOf(client, start.url("/go"));
        QCOMPARE(answer.body, QByteArray("here"));
        QCOMPARE(answer.checkedAddress, second());
        client.answers = {
            {QHostAddress(QStringLiteral("127.0.0.3")), QHostAddress(QStringLiteral("127.0.0.4"))}};
        QCOMPARE(answerOf(client, start.url("/go")).fault, net::HttpFault::Unreachable);
    }

    /// One private address among them is enough to refuse.
    void noneMayBePrivate() {
        HttpServer start;
        HttpServer there(second());
        start.redirect("/go", invalidUrl(there, "/page"));
        OddNames client;
        client.answers = {{second(), QHostAddress(QHostAddress::LocalHost)}};
        QCOMPARE(answerOf(client, start.url("/go")).fault, net::HttpFault::BadRedirect);
        QVERIFY(there.questions().isEmpty());
    }

    void requests_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("IPv4") << "https://a.example.org/x?y#z"
                              << "192.0.2.7"
                              << "https://192.0.2.7/x?y#z" << QByteArray("a.example.org");
        QTest::newRow("a port") << "http://a.example.org:8080/"
                                << "192.0.2.7"
                                << "http://192.0.2.7:8080/" << QByteArray("a.example.org:8080");
        QTest::newRow("IPv6") << "https://a.example.org/"
                              << "2001:db8::7"
                              << "https://[2001:db8::7]/" << QByteArray("a.example.org");
        QTest::newRow("not ASCII") << QString::fromUtf8("https://b\u00fccher.example/") << "192.0.2.7"
                                   << "https://192.0.2.7/" << QByteArray("xn--bcher-kva.example");
        QTest::newRow("none") << "https://a.example.org/" << QString() << "https://a.example.org/"
                              << QByteArray();
    }
    void requests() {
        QFETCH(QString, url);
        QFETCH(QString, address);
        QFETCH(QString, asked);
        QFETCH(QByteArray, host);
        const QNetworkRequest request = net::bareRequest(QUrl(url), QHostAddress(address));
        QCOMPARE(request.url(), QUrl(asked));
        QCOMPARE(request.rawHeader("Host"), host);
        QCOMPARE(request.peerVerifyName().toLatin1(),
                 host.left(host.contains(':') ? host.indexOf(':') : host.size()));
        QCOMPARE(request.attribute(QNetworkRequest::Http2AllowedAttribute).isValid(), !host.isEmpty());
    }

    /// What is read behind a probe goes to the address that the probe was answered by.
    void streamsGoThere() {
        HttpServer there(second());
        there.on("/a.mp3", page(QByteArray(5000, 'x')));
        net::HttpStream::Source source;
        source.url = QUrl(QString::fromLatin1(invalidUrl(there, "/a.mp3")));
        source.size = 5000;
        source.acceptsRanges = true;
        source.address = second();
        net::HttpStream stream(source);
        QVERIFY(stream.open(QIODevice::ReadOnly));
        QByteArray read;
        std::atomic<bool> isDone{false};
        const std::unique_ptr<QThread> reader(QThread::create([&] {
            read = stream.read(5000);
            isDone = true;
        }));
        reader->start();
        QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000);
        reader->wait();
        QCOMPARE(read, QByteArray(5000, 'x'));
    }
};

QTEST_GUILESS_MAIN(TestPinnedAddress)
#include "tst_pinnedaddress.moc"
