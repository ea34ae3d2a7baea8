// SPDX-License-Identifier: MIT
#include "net/linkchecker.h"

#include "support/httpserver.h"
#include "support/linkrun.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

using net::LinkChecker;
using net::LinkResult;
using Outcome = net::LinkResult::Outcome;
using Answer = HttpServer::Answer;

class TestLinkChecker : public QObject {
    Q_OBJECT

private slots:
    void statusesAreOutcomes_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* status, Outcome outcome, const char* words) {
            QTest::newRow(status) << QByteArray(status) << outcome << QString::fromLatin1(words);
        };
        row("200 OK", Outcome::Ok, "is there");
        row("204 No Content", Outcome::Ok, "is there");
        row("304 Not Modified", Outcome::Failed, "does not say where to (304)");
        row("400 Bad Request", Outcome::Failed, "status 400");
        row("401 Unauthorized", Outcome::Refused, "refuses to show the page (401)");
        row("403 Forbidden", Outcome::Refused, "refuses to show the page (403)");
        row("404 Not Found", Outcome::Gone, "no such page (404)");
        row("410 Gone", Outcome::Gone, "gone for good (410)");
        row("418 Teapot", Outcome::Failed, "status 418");
        row("429 Too Many Requests", Outcome::Refused, "asks to slow down (429)");
        row("500 Oops", Outcome::Failed, "fault of its own (500)");
        row("502 Bad Gateway", Outcome::Failed, "fault of its own (502)");
        row("503 Service Unavailable", Outcome::Refused, "asks to slow down (503)");
    }
    void statusesAreOutcomes() {
        QFETCH(QByteArray, status);
        QFETCH(Outcome, outcome);
        QFETCH(QString, words);
        HttpServer server;
        server.on("/", page(status));
        const LinkResult result = resultFor(server.url("/"));
        QCOMPARE(result.outcome, outcome);
        QCOMPARE(result.status, status.left(3).toInt());
        QVERIFY2(result.message.contains(words) && result.message.endsWith(QLatin1Char('.')),
                 qPrintable(result.message));
        QCOMPARE(result.url, server.url("/"));
        QVERIFY(qAbs(result.when.msecsTo(QDateTime::currentDateTimeUtc())) < patience);
    }

    void getIsAskedOnlyWhereHeadDoesNotSayYes_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("get");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("gets");
        const auto row = [](const char* head, const char* get, Outcome outcome, int gets) {
            QTest::addRow("%s, %s", head, get) << QByteArray(head) << QByteArray(get) << outcome << gets;
        };
        row("200 OK", "500 Never asked", Outcome::Ok, 0);
        row("405 Method Not Allowed", "200 OK", Outcome::Ok, 1);
        row("501 Not Implemented", "200 OK", Outcome::Ok, 1);
        row("404 Not Found", "200 OK", Outcome::Ok, 1);
        row("410 Gone", "200 OK", Outcome::Ok, 1);
        row("403 Forbidden", "200 OK", Outcome::Ok, 1);
        row("503 No Robots", "200 OK", Outcome::Ok, 1);
        row("404 Not Found", "404 Not Found", Outcome::Gone, 1);
        row("404 Not Found", "403 Forbidden", Outcome::Refused, 1);
        row("429 Slow Down", "200 Never asked", Outcome::Refused, 0);
    }
    void getIsAskedOnlyWhereHeadDoesNotSayYes() {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, get);
        QFETCH(Outcome, outcome);
        QFETCH(int, gets);
        HttpServer server;
        Answer answer = page(get);
        answer.headStatus = head;
        server.on("/", answer);
        QCOMPARE(resultFor(server.url("/")).outcome, outcome);
        QCOMPARE(count(server, "HEAD"), 1);
        QCOMPARE(count(server, "GET"), gets);
        if (gets > 0)
            QVERIFY(server.questions().constLast().contains("\r\nRange: bytes=0-1023\r\n"));
    }

    void onlyPermanentRedirectsMove_data() {
        QTest::addColumn<QByteArrayList>("hops");
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("movedTo"); // the hop's number; 0: none
        const auto row = [](const char* name, const QByteArrayList& hops, Outcome outcome, int movedTo,
                            const QByteArray& last = "200 OK") {
            QTest::newRow(name) << hops << last << outcome << movedTo;
        };
        row("301", {"301 Moved"}, Outcome::Moved, 1);
        row("308", {"308 Moved"}, Outcome::Moved, 1);
        row("302", {"302 Found"}, Outcome::Ok, 0);
        row("303", {"303 See Other"}, Outcome::Ok, 0);
        row("307", {"307 Elsewhere"}, Outcome::Ok, 0);
        row("301 308", {"301 Moved", "308 Moved"}, Outcome::Moved, 2);
        row("301 302", {"301 Moved", "302 Found"}, Outcome::Moved, 1);
        row("301 302 301", {"301 Moved", "302 Found", "301 Moved"}, Outcome::Moved, 1);
        row("302 301", {"302 Found", "301 Moved"}, Outcome::Ok, 0);
        row("301 to nothing", {"301 Moved"}, Outcome::Gone, 0, "404 Not Found");
        row("ten", QByteArrayList(10, "301 Moved"), Outcome::Moved, 10);
        row("eleven", QByteArrayList(11, "301 Moved"), Outcome::Failed, 0);
    }
    void onlyPermanentRedirectsMove() {
        QFETCH(QByteArrayList, hops);
        QFETCH(QByteArray, last);
        QFETCH(Outcome, outcome);
        QFETCH(int, movedTo);
        HttpServer server;
        for (int hop = 0; hop < hops.size(); ++hop)
            server.redirect("/" + QByteArray::number(hop), "/" + QByteArray::number(hop + 1), hops.at(hop));
        server.on("/" + QByteArray::number(hops.size()), page(last));
        const LinkResult result = resultFor(server.url("/0"));
        QVERIFY2(result.outcome == outcome, qPrintable(result.message));
        QCOMPARE(result.movedTo, movedTo == 0 ? QUrl() : server.url("/" + QByteArray::number(movedTo)));
        if (outcome == Outcome::Moved)
            QVERIFY2(result.message.contains(result.movedTo.toString()), qPrintable(result.message));
    }

    void otherAddressesAreNotChecked_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("words");
        QTest::newRow("mailto") << "mailto:a@example.org"
                                << "only http and https";
        QTest::newRow("file") << "file:///etc/hostname"
                              << "only http and https";
        QTest::newRow("ftp") << "ftp://example.org/"
                             << "only http and https";
        QTest::newRow("relative") << "/about/"
                                  << "only http and https";
        QTest::newRow("none") << ""
                              << "only http and https";
        QTest::newRow("no host") << "http:///a"
                                 << "only http and https";
        QTest::newRow("user name") << "https://a:b@example.org/"
                                   << "user name";
    }
    void otherAddressesAreNotChecked() {
        QFETCH(QString, url);
        QFETCH(QString, words);
        const LinkResult result = resultFor(QUrl(url));
        QCOMPARE(result.outcome, Outcome::Skipped);
        QVERIFY2(result.message.contains(QLatin1String("not checked")) && result.message.contains(words),
                 qPrintable(result.message));
    }

    void sameAddressesAreAskedOnce() {
        HttpServer server;
        server.redirect("/a", "/b", "301 Moved");
        server.on("/b", page());
        const QUrl url = server.url("/a");
        const QUrl mail(QStringLiteral("mailto:a@example.org"));
        LinkRun run;
        run.toTheEnd({url, url, server.url("/a#one"), server.url("/a#two"), mail, mail, url});
        QCOMPARE(count(server, "HEAD"), 2); // and its redirect
        QCOMPARE(run.results.size(), 4);
        QCOMPARE(run.done, (QList<int>{1, 2, 3, 4}));
        QCOMPARE(run.total, 4);
        QCOMPARE(run.ends, 1);
        QCOMPARE(run.results.constLast().url, server.url("/a#two"));
        QCOMPARE(run.results.constLast().movedTo, server.url("/b#two"));
    }

    void nothingPersonalIsSent() {
        HttpServer server;
        Answer answer = page("401 Unauthorized");
        answer.headers = "WWW-Authenticate: Basic realm=\"a\"\r\nSet-Cookie: a=b\r\n";
        server.on("/", answer);
        QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
        QCOMPARE(resultFor(server.url("/")).outcome, Outcome::Refused);
        QCOMPARE(server.questions().size(), 2);
        for (const QByteArray& question : server.questions()) {
            QVERIFY(question.contains("\r\nUser-Agent: EpisodeDesk/1.2.3\r\n"));
            for (const char* header : {"cookie:", "authorization:", "referer:"})
                QVERIFY2(!question.toLower().contains(header), header);
        }
    }

    void noMoreThanTwoAHostAndSixteenInAll() {
        constexpr int hosts = 12;
        constexpr int pages = 6;
        ConnectionCount total;
        std::vector<std::unique_ptr<HttpServer>> servers;
        QList<QUrl> urls;
        for (int host = 1; host <= hosts; ++host) {
            servers.push_back(
                std::make_unique<HttpServer>(QHostAddress(QStringLiteral("127.0.0.%1").arg(host)), &total));
            for (int number = 0; number < pages; ++number) {
                const QByteArray path = "/" + QByteArray::number(number);
                Answer answer = page();
                answer.headStatus = "405 Method Not Allowed";
                answer.delayMilliseconds = 50;
                servers.back()->on(path, answer);
                urls.append(servers.back()->url(path));
            }
        }
        LinkRun run;
        run.toTheEnd(urls);
        QCOMPARE(run.results.size(), hosts * pages);
        QCOMPARE(total.most, LinkChecker::atOnce);
        for (const auto& server : servers)
            QCOMPARE(server->connections().most, LinkChecker::perHost);
    }

    void cancelIsAtOnceAndEndsOnce_data() {
        QTest::addColumn<bool>("isFromSlot");
        QTest::newRow("from outside") << false;
        QTest::newRow("from a result") << true;
    }
    void cancelIsAtOnceAndEndsOnce() {
        QFETCH(bool, isFromSlot);
        HttpServer server;
        Answer hangs;
        hangs.hangs = true;
        server.on("/hangs", hangs);
        server.on("/", page());
        LinkRun run;
        if (isFromSlot)
            connect(&run, &LinkChecker::checked, &run, &LinkChecker::cancel);
        run.check({server.url("/hangs"), server.url("/#a"), server.url("/#b"), server.url("/#c")});
        QTRY_VERIFY_WITH_TIMEOUT(!run.results.isEmpty(), patience);
        if (!isFromSlot)
            run.cancel();
        QCOMPARE(run.ends, 1);
        QVERIFY(!run.isRunning());
        const auto heard = run.results.size();
        QCOMPARE(heard, isFromSlot ? 1 : 3);
        run.cancel();
        QTest::qWait(50);
        QCOMPARE(run.ends, 1);
        QCOMPARE(run.results.size(), heard);
        QTRY_COMPARE_WITH_TIMEOUT(server.connections().open, 0, patience);
    }

    void aCheckerMayBeDeletedByASlot() {
        HttpServer server;
        server.on("/", page());
        auto* const checker = new LinkChecker;
        bool isDeleted = false;
        connect(checker, &LinkChecker::checked, this, [&] {
            delete checker;
            isDeleted = true;
        });
        checker->check({server.url("/"), server.url("/#a"), server.url("/b")});
        QTRY_VERIFY_WITH_TIMEOUT(isDeleted, patience);
    }

    void whatIsNewIsAddedToTheRun() {
        HttpServer server;
        server.on("/", page());
        server.on("/late", page());
        LinkRun run;
        bool isFirst = true;
        connect(&run, &LinkChecker::checked, &run, [&] {
            if (std::exchange(isFirst, false))
                run.check({server.url("/late")});
        });
        run.toTheEnd({server.url("/")});
        QCOMPARE(run.results.size(), 2);
        QCOMPARE(run.ends, 1);
        run.toTheEnd({server.url("/")});
        QTRY_COMPARE_WITH_TIMEOUT(run.ends, 2, patience);
        QCOMPARE(run.results.size(), 3);
        QCOMPARE(run.total, 1);
    }

    void anEmptyCheckEndsAfterTheCall() {
        LinkChecker checker;
        QSignalSpy finished(&checker, &LinkChecker::finished);
        checker.check({});
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    }
};

QTEST_GUILESS_MAIN(TestLinkChecker)
#include "tst_linkchecker.moc"
