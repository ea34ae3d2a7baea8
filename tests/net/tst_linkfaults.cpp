// SPDX-License-Identifier: MIT
#include "net/linkchecker.h"

#include "support/httpserver.h"
#include "support/linkrun.h"

#include <QElapsedTimer>
#include <QTest>

using net::LinkResult;
using Outcome = net::LinkResult::Outcome;
using Answer = HttpServer::Answer;
using Fault = HttpServer::Fault;

Q_DECLARE_METATYPE(HttpServer::Answer)

namespace {

Answer faulty(Fault fault) {
    Answer answer = page();
    answer.fault = fault;
    return answer;
}

} // namespace

/// What servers do that they should not.
class TestLinkFaults : public QObject {
    Q_OBJECT

private slots:
    void faults_data() {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const Answer& answer, Outcome outcome, const char* words) {
            QTest::newRow(name) << answer << outcome << QString::fromLatin1(words);
        };
        Answer hangs;
        hangs.hangs = true;
        row("hangs", hangs, Outcome::TimedOut, "did not answer in time");
        row("hangs in the headers", faulty(Fault::HangsInHeaders), Outcome::TimedOut, "did not answer");
        row("drips", faulty(Fault::Drips), Outcome::TimedOut, "in time");
        row("cuts at once", faulty(Fault::CutsAtOnce), Outcome::Failed, "cut the connection");
        row("cuts in the headers", faulty(Fault::CutsInHeaders), Outcome::Failed, "cut the connection");
        row("talks garbage", faulty(Fault::TalksGarbage), Outcome::Failed, "is not HTTP");
    }
    void faults() {
        QFETCH(Answer, answer);
        QFETCH(Outcome, outcome);
        QFETCH(QString, words);
        HttpServer server;
        server.on("/", answer);
        const LinkResult result = resultFor(server.url("/"), shortDeadline);
        QVERIFY2(result.message.contains(words), qPrintable(result.message));
        QCOMPARE(result.outcome, outcome);
    }

    void headAndGetShareOneDeadline() {
        constexpr int shared = 2000; // 3000 were it not shared: half of it goes to HEAD
        HttpServer server;
        Answer hangs;
        hangs.hangs = true;
        server.on("/", hangs);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(resultFor(server.url("/"), shared).outcome, Outcome::TimedOut);
        QVERIFY2(clock.elapsed() >= shared - 100 && clock.elapsed() < 2800,
                 qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(count(server, "GET"), 1);
    }

    void faultsOfHeadAloneDoNotMatter_data() {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("hangs") << Fault::HangsInHeaders;
        QTest::newRow("cuts at once") << Fault::CutsAtOnce;
        QTest::newRow("cuts in the headers") << Fault::CutsInHeaders;
        QTest::newRow("garbage") << Fault::TalksGarbage;
    }
    void faultsOfHeadAloneDoNotMatter() {
        QFETCH(Fault, fault);
        HttpServer server;
        Answer answer = page();
        answer.headFault = fault;
        server.on("/", answer);
        QCOMPARE(resultFor(server.url("/"), 2 * shortDeadline).outcome, Outcome::Ok);
    }

    void bodiesAreBounded_data() {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<Outcome>("outcome");
        Answer answer = page();
        answer.headStatus = "405 Method Not Allowed";
        QTest::newRow("whole") << answer << Outcome::Ok;
        answer.doesRanges = false;
        QTest::newRow("no ranges") << answer << Outcome::Ok;
        answer.isEndless = true;
        QTest::newRow("endless") << answer << Outcome::Ok;
        answer.isEndless = false;
        answer.lengthSaid = 1'000'000'000;
        QTest::newRow("length too long") << answer << Outcome::Ok;
        answer.body = "short";
        QTest::newRow("length too long for a short page") << answer << Outcome::Ok;
        answer.lengthSaid = 2;
        QTest::newRow("length too short") << answer << Outcome::Ok;
        answer.lengthSaid = -1;
        answer.fault = Fault::CutsInBody;
        QTest::newRow("cut in the body") << answer << Outcome::Ok;
        answer.fault = Fault::HangsInBody;
        QTest::newRow("hangs in the body") << answer << Outcome::TimedOut;
        answer.fault = Fault::None;
        answer.body.clear();
        answer.doesRanges = true;
        QTest::newRow("empty, so that no range fits") << answer << Outcome::Ok;
        answer.body = QByteArray::fromHex("1f8b0800000000000003") + QByteArray(100, '\0');
        answer.headers = "Content-Encoding: gzip\r\n";
        QTest::newRow("packed") << answer << Outcome::Ok;
    }
    void bodiesAreBounded() {
        QFETCH(Answer, answer);
        QFETCH(Outcome, outcome);
        if (answer.headStatus.isEmpty())
            QFAIL("the body is read by GET only");
        HttpServer server;
        server.on("/", answer);
        const int milliseconds = outcome == Outcome::TimedOut ? shortDeadline : deadline;
        const LinkResult result = resultFor(server.url("/"), milliseconds);
        QVERIFY2(result.outcome == outcome, qPrintable(result.message));
    }

    void giganticHeadersEnd_data() {
        QTest::addColumn<bool>("isEndless");
        QTest::newRow("half a megabyte") << false;
        QTest::newRow("endless") << true;
    }
    void giganticHeadersEnd() {
        QFETCH(bool, isEndless);
        HttpServer server;
        Answer answer = page();
        answer.headers = "X-Large: " + QByteArray(512 * 1024, 'x') + "\r\n";
        answer.fault = isEndless ? Fault::EndlessHeaders : Fault::None;
        server.on("/", answer);
        LinkRun run(shortDeadline);
        QElapsedTimer clock;
        clock.start();
        run.toTheEnd({server.url("/")});
        QVERIFY(clock.elapsed() < 5 * shortDeadline);
        const LinkResult result = run.results.value(0);
        QVERIFY2(result.outcome != Outcome::Skipped, qPrintable(result.message));
        QVERIFY(!isEndless || result.outcome != Outcome::Ok);
    }

    void badRedirectsFail_data() {
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* to, const char* words) {
            QTest::newRow(name) << QByteArray(to) << QString::fromLatin1(words);
        };
        row("to itself", "/a", "in a circle");
        row("in a circle", "/b", "in a circle");
        row("file", "file:///etc/hostname", "not http");
        row("ftp", "ftp://example.org/", "not http");
        row("javascript", "javascript:alert(1)", "not http");
        row("user name", "http://a:b@127.0.0.1/", "user name");
        row("private", "http://10.255.255.1/", "private address");
        row("loopback by another name", "http://localhost/", "private address");
        row("loopback in IPv6", "http://[::1]/", "private address");
        row("without a host", "http://", "not http");
        row("no such server", "http://no-such-server.invalid/", "not found");
    }
    void badRedirectsFail() {
        QFETCH(QByteArray, to);
        QFETCH(QString, words);
        HttpServer server;
        server.redirect("/a", to, "301 Moved");
        server.redirect("/b", "/a", "302 Found");
        const LinkResult result = resultFor(server.url("/a"));
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.movedTo, QUrl());
        if (to.endsWith(".invalid/"))
            QVERIFY2(result.message.contains(QLatin1String("no server of this name: no-such-server.invalid")),
                     qPrintable(result.message));
        else
            QVERIFY2(result.message.contains(words), qPrintable(result.message));
        QCOMPARE(count(server, "GET"), 0);
    }

    void aRedirectWithoutLocationFails() {
        HttpServer server;
        server.on("/", page("301 Moved"));
        const LinkResult result = resultFor(server.url("/"));
        QCOMPARE(result.outcome, Outcome::Failed);
        QVERIFY2(result.message.contains(QLatin1String("does not say where to")), qPrintable(result.message));
    }

    void aServerThatIsNotThereFails_data() {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QString>("words");
        QUrl closed;
        {
            HttpServer gone;
            closed = gone.url("/");
        }
        QTest::newRow("no such name")
            << QUrl(QStringLiteral("http://no-such-server.invalid/")) << "There is no server of this name";
        QTest::newRow("closed port") << closed << "cannot be reached";
    }
    void aServerThatIsNotThereFails() {
        QFETCH(QUrl, url);
        QFETCH(QString, words);
        const LinkResult result = resultFor(url);
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.status, 0);
        QVERIFY2(result.message.contains(words), qPrintable(result.message));
    }

    void aTlsErrorIsNamed() {
        HttpServer server; // speaks plain HTTP
        QUrl url = server.url("/");
        url.setScheme(QStringLiteral("https"));
        const LinkResult result = resultFor(url);
        QCOMPARE(result.outcome, Outcome::Failed);
        QVERIFY2(result.message.contains(QLatin1String("encryption")), qPrintable(result.message));
    }
};

QTEST_GUILESS_MAIN(TestLinkFaults)
#include "tst_linkfaults.moc"
